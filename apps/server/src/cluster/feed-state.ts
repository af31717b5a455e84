import type { Kind, KindAccess } from '@fairlead/kube-objects';
import type { ClusterProblem } from './cluster-problem.ts';
import type { KindFeed } from './context-reader.ts';

/** How the reading of one kind goes, kept while it goes. */
export class FeedState {
  readonly kind: Kind;
  readonly namespace: string | undefined;
  phase: KindFeed['phase'] = 'stopped';
  problem: ClusterProblem | undefined;
  estimatedTotal: number | undefined;
  lastByteAtMs: number | undefined;
  lastEventAtMs: number | undefined;
  nextAttemptAtMs: number | undefined;
  #access: Pick<KindAccess, 'state' | 'missingVerb' | 'message'> = { state: 'loading' };

  constructor(kind: Kind, namespace: string | undefined) {
    this.kind = kind;
    this.namespace = namespace;
  }

  get isReady(): boolean {
    return this.#access.state === 'ready';
  }

  setReady(): void {
    this.#access = { state: 'ready' };
    this.estimatedTotal = undefined;
  }

  setFailed({ message }: ClusterProblem): void {
    this.#access = { state: 'failed', message };
  }

  setUnavailable(problem: ClusterProblem, verb: 'list' | 'watch'): void {
    const message = problem.details.kubernetesMessage ?? problem.message;
    this.#access =
      problem.code === 'CLUSTER_FORBIDDEN'
        ? { state: 'forbidden', missingVerb: verb, message }
        : { state: 'not-served', message };
  }

  toAccess(): KindAccess {
    return { kind: this.kind, namespace: this.namespace, ...this.#access };
  }

  toFeed(objectCount: number): KindFeed {
    const { kind, namespace, phase, problem, estimatedTotal, lastByteAtMs, lastEventAtMs, nextAttemptAtMs } =
      this;
    return {
      kind,
      namespace,
      phase,
      objectCount,
      estimatedTotal,
      lastByteAtMs,
      lastEventAtMs,
      problem: problem && { code: problem.code, message: problem.message, hint: problem.hint },
      nextAttemptAtMs,
    };
  }
}
