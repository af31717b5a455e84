import type { Ingress, ObjectReader, StringMap } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import type { BackendRules, BackendTarget } from '../engine/backend-target.ts';
import type { Route } from '../engine/route.ts';
import type { NormalizedRequest } from '../request.ts';
import type { LoserReason } from '../trace.ts';
import type { ControllerOptions } from './options.ts';

export type ProfileName =
  | 'spec'
  | 'ingress-nginx'
  | 'f5-nginx'
  | 'traefik'
  | 'haproxytech'
  | 'haproxy-ingress'
  | 'kong'
  | 'istio'
  | 'contour'
  | 'alb'
  | 'gce';

/** Whether a controller takes an Ingress, by the class that it names. */
export type ClassAnswer =
  | { readonly isTaken: true; readonly isAssumed?: boolean }
  | { readonly isTaken: false; readonly reason: 'CLASS_NOT_FOUND' | 'CLASS_OTHER_CONTROLLER' | 'NO_CLASS' };

/** What can be said of a TLS Secret without showing its key. */
export interface CertificateFacts {
  /** DNS names and addresses that the certificate is for. Browsers go by nothing else (RFC 6125, RFC 9525). */
  readonly names: readonly string[];
  /** Which some controllers look at when they choose. */
  readonly commonName?: string;
  /** Certificate and key can be read and belong together. */
  readonly isUsable: boolean;
  /** RFC 3339 times. */
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** What a profile builds its routes from. */
export interface BuildContext {
  readonly reader: ObjectReader;
  readonly options: ControllerOptions;
  /** By `namespace/name` of the Secret; `undefined` where Secrets cannot be read. */
  readonly certificates: ReadonlyMap<string, CertificateFacts> | undefined;
  readonly targetOf: (route: Pick<Route, 'ingress' | 'backend'>) => BackendTarget;
}

/** A rule that is in an object but not in the controller's table. */
export interface DroppedRoute {
  readonly route: Route;
  readonly reason: LoserReason;
}

/** All that a controller makes of the Ingresses it takes. */
export interface BuiltRoutes {
  readonly routes: readonly Route[];
  /** Asked after every host table, in this order. */
  readonly defaults: readonly Route[];
  readonly dropped: readonly DroppedRoute[];
  /** Hosts that have a table though it may be empty. */
  readonly hosts: readonly string[];
  /**
   * Tables that are found by a pattern, under the names that their routes have for a host. Of them and of wildcards all that
   * match are asked together, by priority.
   */
  readonly hostPatterns?: ReadonlyMap<string, RegExp>;
  /** Hosts whose plain requests are sent to https, or that answer https at all: the profile's own affair. */
  readonly tlsHosts: ReadonlySet<string>;
  /** By which schemes a host's table can be asked at all, where that is not always both; its routes take no others. */
  readonly listeners?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The entries of `spec.tls` that count, by the host that they are about: for profiles that look there themselves. */
  readonly tlsClaims?: ReadonlyMap<string, TlsClaim>;
  /** The Ingress whose settings a host has as a whole, where one owns it. */
  readonly owners?: ReadonlyMap<string, Ingress>;
  /** By host the routes that answer https although `tlsHosts` does not have the host. */
  readonly openRoutes?: ReadonlyMap<string, readonly Route[]>;
}

export interface RouteRedirect {
  readonly status: number;
  /** Absent where the answer names none. */
  readonly location?: string;
}

/** Whose certificate an https client is shown, to be answered by a profile of its own. */
export interface TlsQuestion {
  /** The name in the handshake: lower case, without a final dot. */
  readonly host: string;
  /** Of the table that takes the request; `undefined`: there is none. */
  readonly tableHost: string | undefined;
  readonly built: BuiltRoutes;
  /** The Ingresses of the controller, oldest first. */
  readonly taken: readonly Ingress[];
}

/** An entry of `spec.tls` that a host's https comes from. */
export interface TlsClaim {
  /** Where the Secret is looked for. */
  readonly namespace: string;
  /** Empty where the entry names none. */
  readonly secretName: string;
  /** Where certificates decide which entry it is; as long as they are not known the claim itself stands. */
  readonly choice?: TlsChoice;
}

/** Entries of `spec.tls` of which one is taken for what its Secret holds. Secrets are `namespace/name`. */
export type TlsChoice = {
  /** Those that have to be known, in the order in which they are asked. */
  readonly secrets: readonly string[];
} & (
  | {
      /** The first that can be used, or the claim itself. */
      readonly kind: 'first-usable';
    }
  | {
      /** The first whose certificate is for the host, or none. A common name counts where there are no other names. */
      readonly kind: 'first-for-host';
      readonly host: string;
    }
  | {
      /**
       * Of all that are for the host, common names included, the one whose names come last in the order of letters. Each list
       * is read up to the first Secret that is missing.
       */
      readonly kind: 'last-names';
      readonly host: string;
      readonly lists: readonly (readonly string[])[];
    }
);

/** What happens where no ready endpoint is behind a route: the status that the controller answers. */
export type FailureStatus = (target: Extract<BackendTarget, { kind: 'failed' }>) => number;

/** One controller's way of routing: data and a few functions, without state. */
export interface RoutingProfile {
  readonly name: ProfileName;
  /** Which tables a request is looked up in: the best host's alone, one after the other, or all as one by priority. */
  readonly hostOrder: (options: ControllerOptions) => 'best-host' | 'host-by-host' | 'by-priority';
  /** `*.example.com` stands for several labels, too. */
  readonly hasDeepWildcards: boolean;
  readonly keepsFinalDot: boolean;
  /** The field, like `spec.rules[0].host`, for which the controller refuses an Ingress that the API server takes. */
  readonly findRefusedField?: (ingress: Ingress) => string | undefined;
  /** Https without a usable certificate ends in the handshake; by default the controller shows one of its own. */
  readonly needsCertificate?: boolean;
  /** The entry of `spec.tls` that gives a host its certificate, where it is not that of TRC-13; `elsewhere`: no Secret has it. */
  readonly findTlsClaim?: (question: TlsQuestion) => TlsClaim | 'elsewhere' | undefined;
  /** The path that rules are compared with; `undefined`: refused with 400. */
  readonly normalizePath: (path: string) => string | undefined;
  /** The path that a backend receives where nothing rewrites it; absent: as the client wrote it. */
  readonly forwardedPath?: (path: string) => string | undefined;
  readonly findClass: (ingress: Ingress, context: BuildContext) => ClassAnswer;
  /**
   * Hosts besides those of its rules and of `spec.tls` in whose tables an Ingress takes part, with which its own are bound
   * together; `undefined` for one that may decide about any host. A profile without this is built anew with every change.
   */
  readonly listTiedHosts?: (ingress: Ingress, options: ControllerOptions) => readonly string[] | undefined;
  /** `ingresses` are those taken, oldest first. */
  readonly buildRoutes: (ingresses: readonly Ingress[], context: BuildContext) => BuiltRoutes;
  readonly backendRules: BackendRules;
  readonly statusOf: FailureStatus;
  /** Whether the tables of hosts are asked at all; `false` leads past them. */
  readonly isOpen?: (request: NormalizedRequest, built: BuiltRoutes, host: string) => boolean;
  /** A redirect that comes before the backend. `built` tells what the hosts have. */
  readonly findRedirect?: (
    route: Route,
    request: NormalizedRequest,
    built: BuiltRoutes,
  ) => RouteRedirect | undefined;
  /** The path that the backend receives; `undefined`: as it came. */
  readonly rewrite?: (route: Route, path: string) => string | undefined;
}

/** The value of an annotation by its whole name. */
export const annotationOf = (ingress: Ingress, key: string): string | undefined =>
  labelValue(annotationsOf(ingress), key);

const annotationsOf = ({ metadata }: Ingress): StringMap | undefined => metadata.annotations;
