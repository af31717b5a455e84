import type { Finding } from '@fairlead/diagnostics';
import type { ObjectRef } from '@fairlead/kube-objects';
import type {
  ProfileName,
  RequestLineAt,
  Trace,
  TraceLoser,
  TraceReason,
  TraceShare,
  TraceTls,
} from '@fairlead/routing';
import type { ControllerSettings, SettingsPlace, TracedCertificate } from './traced-facts.ts';

/** Somebody whose rules a request can be traced by. */
export interface ControllerChoice {
  readonly id: string;
  readonly profile: ProfileName;
  /** False: not known here, traced by the letter of the API. */
  readonly isKnown: boolean;
  /** The name it has in the cluster: of its workload, else its `spec.controller`; empty: there is no controller. */
  readonly name: string;
  readonly classNames: readonly string[];
  readonly ingressCount: number;
  readonly isRunning: boolean;
}

/** `not-reached`: the request ended before. `unknown`: nobody can tell from the objects. */
export type HopState = 'ok' | 'warning' | 'broken' | 'not-reached' | 'unknown';

export interface AddressHop {
  readonly stage: 'address';
  readonly state: HopState;
  readonly host: string;
  /** Where the controller listens, best first. */
  readonly addresses: readonly string[];
  readonly moreCount: number;
  readonly source: 'controller' | 'ingress-status' | 'unknown';
}

export interface ControllerHop {
  readonly stage: 'controller';
  readonly state: HopState;
  readonly scheme: 'http' | 'https';
  readonly port: number;
  readonly tls: TraceTls | undefined;
  /** What was read of it; `undefined`: nothing yet. */
  readonly certificate: TracedCertificate | undefined;
  /** An Ingress that would take the request and that the controller leaves alone. */
  readonly refused:
    | {
        readonly reason: TraceReason;
        readonly ingress: string;
        readonly className: string;
        readonly field: string | undefined;
      }
    | undefined;
}

export interface HostHop {
  readonly stage: 'host';
  readonly state: HopState;
  readonly match: 'exact' | 'wildcard' | 'any' | 'none';
  /** As the rules write it; empty for any host, and where none matches. */
  readonly hostRule: string;
  /** Ingresses with a rule for it, `namespace/name`. */
  readonly ingresses: readonly string[];
  /** Where no host matches: the one that is spelled most like it. */
  readonly closest: string | undefined;
}

export interface PathHop {
  readonly stage: 'path';
  readonly state: HopState;
  readonly match: 'rule' | 'default-backend' | 'none';
  /** As the winning rule writes it; empty: every path. */
  readonly path: string;
  readonly pathType: string;
  readonly ingress: string | undefined;
  /** Rules that match the request, the winning one included. */
  readonly matchCount: number;
  readonly ruleCount: number;
  readonly redirect: { readonly httpStatus: number; readonly location: string } | undefined;
  readonly rewrittenPath: string | undefined;
  readonly split: readonly TraceShare[];
}

export interface ServicePortHop {
  readonly stage: 'service-port';
  readonly state: HopState;
  /** `namespace/name`; `undefined`: the rule names no Service. */
  readonly service: string | undefined;
  /** Name or number, as the rule asks for it. */
  readonly wanted: string;
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string } | undefined;
  readonly problem: TraceReason | undefined;
  readonly externalName: string | undefined;
  /** Of a Service without the wanted port: those it has. */
  readonly portsThere: readonly string[];
}

export interface TargetPortHop {
  readonly stage: 'target-port';
  readonly state: HopState;
  /** As the Service writes it. */
  readonly target: string;
  readonly isName: boolean;
  readonly numbers: readonly number[];
  readonly problem: TraceReason | undefined;
  readonly selectedPods: number;
  /** Of a name that no Pod has: the names and numbers they declare, `http (8080)`. */
  readonly containerPorts: readonly string[];
}

export interface PodsHop {
  readonly stage: 'pods';
  readonly state: HopState;
  readonly ready: number;
  readonly all: number;
  /** The first few, `address:port`. */
  readonly endpoints: readonly string[];
  readonly problem: TraceReason | undefined;
  /** `app=web`. */
  readonly selector: readonly string[];
  readonly externalName: string | undefined;
}

/** The seven hops of every request, in order. */
export type TraceHop =
  | AddressHop
  | ControllerHop
  | HostHop
  | PathHop
  | ServicePortHop
  | TargetPortHop
  | PodsHop;

/** Why rules lost, by what a reader would say of them. */
export type LoserKind =
  | 'shorter-path'
  | 'later-rule'
  | 'less-specific-host'
  | 'shadowed'
  | 'not-built'
  | 'not-served'
  | 'other-path';

export interface LoserGroup {
  readonly kind: LoserKind;
  readonly count: number;
  /** The first of them. */
  readonly losers: readonly TraceLoser[];
}

/** What a traced row says in place of its path type. */
export type RowNote =
  | 'wins'
  | 'matches-shorter'
  | 'matches-later'
  | 'not-equal'
  | 'no-match'
  | 'shadowed'
  | 'not-used';

/** A circle with the hop's number at the border of a node or row. */
export interface HopMark {
  readonly hop: number;
  /** `nodeId` or `nodeId#rowId`. */
  readonly target: string;
  readonly side: 'left' | 'right' | 'top';
  readonly isBroken: boolean;
}

/** What the picture shows of a trace. */
export interface TracePicture {
  /** What stays as it is; everything else steps back. */
  readonly targets: readonly string[];
  /** Edges that the request takes. */
  readonly edges: readonly string[];
  /** The edge on which it ends. */
  readonly brokenEdge: string | undefined;
  readonly marks: readonly HopMark[];
  readonly notes: readonly { readonly target: string; readonly note: RowNote }[];
  /** The row or node to scroll to. */
  readonly center: string | undefined;
}

/** A line to try the request with, whatever DNS says. */
export type RequestAddress = RequestLineAt;

/** What filters of the page decide by whether the way of a request is shown. */
export interface TracedWay {
  readonly namespace: string;
  /** Of its Ingress; empty: none. */
  readonly className: string;
  /** Whether anything on it has a finding. */
  readonly hasProblem: boolean;
}

export interface TraceAnswer {
  readonly controller: ControllerChoice;
  /** Whether the reader chose the profile, against what the cluster says. */
  readonly isOverridden: boolean;
  /** All who could be asked, the one with most Ingresses first. */
  readonly choices: readonly ControllerChoice[];
  /** What its ConfigMap says; `undefined`: it has none, or it was not read. */
  readonly settings: ControllerSettings | undefined;
  /** ConfigMaps to read, of all who could be asked. */
  readonly settingsPlaces: readonly SettingsPlace[];
  /** Secrets to read, `namespace/name`: what they hold decides which certificate the client is shown. */
  readonly secrets: readonly string[];
  readonly trace: Trace;
  readonly hops: readonly TraceHop[];
  /** 1 to 7; `undefined`: the request gets where its rule leads. */
  readonly brokenHop: number | undefined;
  readonly losers: readonly LoserGroup[];
  /** Rules of hosts that the request does not have. */
  readonly otherHosts: { readonly rules: number; readonly hosts: number };
  /** What is wrong where the request breaks, as the checks say it. */
  readonly finding: Finding | undefined;
  readonly ingressRef: ObjectRef | undefined;
  readonly serviceRef: ObjectRef | undefined;
  readonly picture: TracePicture;
  /** `undefined`: no Ingress takes the request. */
  readonly way: TracedWay | undefined;
  readonly reproduce: readonly RequestAddress[];
}
