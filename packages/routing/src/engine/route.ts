import type { Ingress, IngressBackend } from '@fairlead/kube-objects';
import type { PathMatcher } from './path-matcher.ts';
import type { RouteCondition } from './route-condition.ts';

/**
 * What a route does with a request: `slash-redirect` sends it to the same path with a slash, `app-root` to where the
 * application begins, `not-found` answers 404.
 */
export type RouteAction = 'backend' | 'slash-redirect' | 'app-root' | 'www-redirect' | 'not-found';

/** A second backend for some requests of a route. */
export interface CanaryBackend {
  readonly ingress: Ingress;
  readonly backend: IngressBackend;
  /** Lower case. */
  readonly header: string | undefined;
  readonly headerValue: string | undefined;
  readonly headerPattern: RegExp | undefined;
  readonly cookie: string | undefined;
  readonly weight: number;
  readonly weightTotal: number;
  /** Nobody is sent to it while nothing behind the route's own backend is ready. */
  readonly needsMain?: boolean;
}

/** What a redirect changes of a request's URL; absent parts stay, `#{host}` and the like stand for what they were. */
export interface RedirectTemplate {
  readonly status: number;
  readonly protocol?: string;
  readonly host?: string;
  readonly port?: string;
  readonly path?: string;
  readonly query?: string;
}

/** One line of a controller's routing table. */
export interface Route {
  /** `namespace/name rule path`, or `namespace/name default`. Unique within an index. */
  readonly id: string;
  readonly ingress: Ingress;
  /** The host of the table it stands in: lower case, empty for any. */
  readonly host: string;
  readonly hostRule: string | null;
  readonly path: string | null;
  readonly pathType: string | null;
  readonly viaDefaultBackend: boolean;
  readonly backend: IngressBackend;
  readonly action: RouteAction;
  readonly matcher: PathMatcher;
  /** Higher is tried first. Routes of the same number that match the same request are in no promised order. */
  readonly priority: number;
  /** What the route means is not written down for this controller. */
  readonly isAssumed: boolean;
  /** Answers only requests of that scheme. */
  readonly scheme?: 'http' | 'https';
  /** All of them must be met, beside the path. */
  readonly conditions?: readonly RouteCondition[];
  readonly canary?: CanaryBackend;
  /** Of the Ingress's namespace: asked instead where nothing behind the backend is ready and something behind this one is. */
  readonly fallback?: IngressBackend;
  /** Requests are sent elsewhere instead. */
  readonly redirect?: RedirectTemplate;
  /** The controller answers with this status itself; `null`: something outside of the cluster answers. */
  readonly fixedStatus?: number | null;
}

/** The routes of one host in the order in which they are tried. */
export interface HostTable {
  /** Lower case, a wildcard with its asterisk, empty for any host. */
  readonly host: string;
  readonly routes: readonly Route[];
  /** Of the routes, in their order. */
  readonly matchers: readonly PathMatcher[];
}

export const ingressIdOf = ({ metadata }: Ingress): string => `${metadata.namespace ?? ''}/${metadata.name}`;
