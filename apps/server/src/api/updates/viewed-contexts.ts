import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import type { Clock } from '../../clock.ts';
import { RequestProblem } from '../../plugins/request-problem.ts';
import { ContextUpdates } from './context-updates.ts';

/** WebSocket close codes: the server goes away; the server starts anew, connect again. */
const goingAway = 1001;
const startAgain = 1012;

/** The contexts somebody looks at. The reading itself ends by the reader's own rules, some time after the last viewer. */
export class ViewedContexts {
  readonly #directory: ClusterDirectory;
  readonly #clock: Clock;
  readonly #contexts = new Map<string, ContextUpdates>();
  #isClosed = false;

  constructor(directory: ClusterDirectory, clock: Clock) {
    this.#directory = directory;
    this.#clock = clock;
  }

  /** Rejects with a `ClusterProblem` when the context cannot be used. */
  async open(contextName: string): Promise<ContextUpdates> {
    const reader = await this.#directory.getReader(contextName);
    if (this.#isClosed) throw new RequestProblem('NOT_READY');
    const known = this.#contexts.get(contextName);
    if (known?.reader === reader) return known;
    known?.close(startAgain, 'the kubeconfig has changed');
    const opened = new ContextUpdates(reader, this.#clock);
    this.#contexts.set(contextName, opened);
    return opened;
  }

  countViewers(): ReadonlyMap<string, number> {
    return new Map([...this.#contexts].map(([name, { viewerCount }]) => [name, viewerCount]));
  }

  close(): void {
    this.#isClosed = true;
    for (const context of this.#contexts.values()) context.close(goingAway, 'Fairlead is stopping');
    this.#contexts.clear();
  }
}
