import type { DryRunReply, EditRequest } from '@fairlead/api-contract';

/** Asks a cluster what it would store (`dryRun=All`, strict about fields) without storing it. Rejects with a `ClusterProblem`. */
export interface DryRunner {
  dryRun(context: string, request: EditRequest): Promise<DryRunReply>;
}
