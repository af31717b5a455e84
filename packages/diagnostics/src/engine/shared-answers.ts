import { buildReadLog, type ReadLog } from './read-log.ts';

/** Answers that all units of a run share. Who asks counts as having read all that the answer was made from. */
export class SharedAnswers<T> {
  readonly #answers = new Map<string, { readonly answer: T; readonly log: ReadLog }>();

  ask(question: string, log: ReadLog, build: (log: ReadLog) => T): T {
    let known = this.#answers.get(question);
    if (known === undefined) {
      const own = buildReadLog();
      known = { answer: build(own), log: own };
      this.#answers.set(question, known);
    }
    for (const key of known.log.keys) log.keys.add(key);
    log.podSelectors.push(...known.log.podSelectors);
    log.podLabels.push(...known.log.podLabels);
    return known.answer;
  }
}
