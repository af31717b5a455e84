import { readFile } from 'node:fs/promises';
import { ClusterProblem } from '../cluster-problem.ts';

/** A rotated token is used at the latest after this. */
const freshForMs = 10_000;

/** A token or certificate in a file that another program may replace at any time. */
export class CredentialFile {
  readonly #path: string;
  readonly #now: () => number;
  #content: string | undefined;
  #readAtMs = 0;

  /** `now` is a clock that only grows. */
  constructor(path: string, now: () => number) {
    this.#path = path;
    this.#now = now;
  }

  async read(): Promise<string> {
    if (this.#content !== undefined && this.#now() - this.#readAtMs < freshForMs) return this.#content;
    try {
      this.#content = await readFile(this.#path, 'utf8');
    } catch (cause) {
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new ClusterProblem('KUBECONFIG_INVALID', `A file the kubeconfig names cannot be read: ${said}`, {
        hint: 'Check the path in the kubeconfig and that you may read the file.',
        cause,
      });
    }
    this.#readAtMs = this.#now();
    return this.#content;
  }

  /** The next read looks at the file. */
  forget(): void {
    this.#content = undefined;
  }
}
