import type { Ingress } from '@fairlead/kube-objects';
import { listCanaryUpstreams } from '../controllers/ingress-nginx-canary.ts';
import { listNginxRules } from '../controllers/ingress-nginx-servers.ts';
import type { RulePath } from '../controllers/list-rules.ts';
import type { RuleAt } from './configuration-breaker.ts';

/** Ordinary paths that have no effect because a canary names their Service and port first. */
export interface PathsLostToCanary {
  readonly canary: RuleAt;
  /** At least one. */
  readonly lost: readonly RuleAt[];
}

const toPlace = ({ ingress, ruleIndex, pathIndex }: RulePath): RuleAt => ({ ingress, ruleIndex, pathIndex });

/**
 * [BRK-6] `taken`: the Ingresses that ingress-nginx takes, of a Service all that name it. One entry for each Service port that
 * a canary keeps from ordinary Ingresses.
 */
export const listPathsLostToCanaries = (taken: readonly Ingress[]): readonly PathsLostToCanary[] =>
  listCanaryUpstreams(listNginxRules(taken)).map(({ canary, lost }) => ({
    canary: toPlace(canary),
    lost: lost.map(toPlace),
  }));
