import type { RoutingRequest } from '@fairlead/routing';
import type { TracedFacts } from '../trace-view/traced-facts.ts';
import type { ProposedChange } from './proposed-change.ts';

/** Where a request goes and why. */
export interface TraceQuestion extends TracedFacts {
  readonly kind: 'trace';
  /** `undefined`: nothing is traced, and the answer is nothing. */
  readonly request: RoutingRequest | undefined;
  /** Whose rules: the id of a controller, or `=` and the name of a profile. Absent: who has the best claim on the host. */
  readonly via?: string;
  /** The answer for the cluster with this draft laid over it. */
  readonly draft?: readonly ProposedChange[];
}

/** Which ConfigMaps the controllers of the cluster have settings in that change where requests go. */
export interface SettingsPlacesQuestion {
  readonly kind: 'settingsPlaces';
}

/** Hosts and paths that rules name, for completion. */
export interface KnownRequestsQuestion {
  readonly kind: 'knownRequests';
  /** What is typed so far: a host, or a host and the beginning of a path. */
  readonly text: string;
  readonly limit: number;
}

export interface KnownRequest {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
  /** `namespace/name` of the Ingress. */
  readonly ingress: string;
}
