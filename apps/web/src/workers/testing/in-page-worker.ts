import { answer } from '../answer.ts';
import type { ClusterModel } from '../cluster-model.ts';
import type { WorkerPort } from '../cluster-client.ts';
import type { ConnectionState, Question } from '../questions.ts';
import type { FromWorker } from '../worker-messages.ts';

export interface InPageWorker {
  readonly port: WorkerPort;
  /** Answers all standing questions anew: the model has changed. */
  readonly answerAgain: () => void;
  readonly say: (message: FromWorker) => void;
  readonly listStanding: () => readonly Question[];
  /** How often the page wanted another try at once. */
  readonly countReconnects: () => number;
}

const live: ConnectionState = { kind: 'live', sinceMs: 0, lastUpdateMs: 0 };

/** A worker without a thread and without a server: it answers from the model it is given, at once. */
export function buildInPageWorker(model: ClusterModel): InPageWorker {
  const listeners: ((message: FromWorker) => void)[] = [];
  const standing = new Map<number, Question>();
  let reconnects = 0;
  const say = (message: FromWorker): void => {
    for (const listener of listeners) listener(message);
  };
  const tell = (id: number, question: Question): void =>
    say({ type: 'answer', id, value: structuredClone(answer(model, question)) });
  return {
    say,
    listStanding: () => [...standing.values()],
    countReconnects: () => reconnects,
    answerAgain: () => {
      for (const [id, question] of standing) tell(id, question);
    },
    port: {
      listen: (listener) => void listeners.push(listener),
      close: () => standing.clear(),
      send: (message) => {
        if (message.type === 'connect') queueMicrotask(() => say({ type: 'connection', state: live }));
        if (message.type === 'reconnect') reconnects += 1;
        if (message.type === 'drop') standing.delete(message.id);
        if (message.type !== 'ask') return;
        standing.set(message.id, message.question);
        tell(message.id, message.question);
      },
    },
  };
}
