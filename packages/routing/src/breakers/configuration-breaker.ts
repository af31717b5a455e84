import type { Ingress } from '@fairlead/kube-objects';

/** Which rule, or which path of it, as it stands in the object. */
export interface RuleAt {
  readonly ingress: Ingress;
  readonly ruleIndex: number;
  /** Absent: the rule as a whole. */
  readonly pathIndex?: number;
}

/**
 * `LOCATION_TWICE`: a second location of that name on a host. `PATH_NOT_WRITABLE`: a path holds a sign that ends a word in
 * the configuration. `PATTERN_FAULTY`: a path is read as a pattern and is none. `WWW_OF_WILDCARD`: a redirect from a host
 * name `www.*.…`. `CANARY_WITHOUT_PATHS`: a canary has a rule without `http`.
 */
export type BreakerCode =
  | 'LOCATION_TWICE'
  | 'PATH_NOT_WRITABLE'
  | 'PATTERN_FAULTY'
  | 'WWW_OF_WILDCARD'
  | 'CANARY_WITHOUT_PATHS';

/** Something in one Ingress on account of which the controller takes over no change of any Ingress any more. */
export interface ConfigurationBreaker {
  readonly code: BreakerCode;
  readonly at: RuleAt;
  /** Lower case, empty for any. */
  readonly host: string;
  /** What the controller stumbles over: the location's name, the sign, the pattern's fault, the host name. */
  readonly text: string;
  /** The rule that has the location already. */
  readonly other?: RuleAt;
}
