import type { LoadProgress, UpstreamState } from '@fairlead/api-contract';
import type { Finding, FindingAbout, Severity } from '@fairlead/diagnostics';
import type { ClusterObject, Kind, KindAccess, ObjectKey, ObjectRef } from '@fairlead/kube-objects';
import type { GraphNode, GraphWindow, Overview, Rectangle, ViewState } from '@fairlead/resource-graph';
import type { ConnectFacts, ConnectQuestion } from './connect-facts.ts';
import type { CopyableAddress } from './copyable-address.ts';
import type { IngressFormFacts, IngressFormQuestion } from './ingress-form-facts.ts';
import type { DraftInWindow, ImpactAnswer, ImpactQuestion } from './draft-answers.ts';
import type { ProposedChange } from './proposed-change.ts';
import type { ReachAnswer, ReachQuestion } from './reach-answers.ts';
import type { RequestChangesAnswer, RequestChangesQuestion } from './request-changes-answers.ts';
import type { RouteRow } from './route-row.ts';
import type { ServiceFormFacts, ServiceFormQuestion } from './service-form-facts.ts';
import type {
  KnownRequest,
  KnownRequestsQuestion,
  SettingsPlacesQuestion,
  TraceQuestion,
} from './trace-questions.ts';
import type { TraceAnswer } from '../trace-view/trace-view.ts';
import type { SettingsPlace } from '../trace-view/traced-facts.ts';

/** What a reader narrowed the cluster down to; the same filter serves every page. `undefined` means all. */
export interface ClusterFilter {
  readonly namespaces?: readonly string[];
  readonly classNames?: readonly string[];
  readonly onlyProblems?: boolean;
  readonly text?: string;
}

/** The viewer's part of {@link ViewState}; the worker adds what is marked. */
export type GraphView = Omit<ViewState, 'marked'>;

/** What the answer is about: the cluster as it is or, with changes, as it would be with the draft laid over it. */
interface WithDraft {
  readonly draft?: readonly ProposedChange[];
}

/** Everything the page may ask the cluster worker. A question is plain data: it is the query key as well. */
export type Question =
  | IngressFormQuestion
  | ServiceFormQuestion
  | ConnectQuestion
  | ImpactQuestion
  | TraceQuestion
  | KnownRequestsQuestion
  | ReachQuestion
  | RequestChangesQuestion
  | SettingsPlacesQuestion
  | { readonly kind: 'summary' }
  | ({
      readonly kind: 'graphWindow';
      readonly view: GraphView;
      readonly rectangle: Rectangle;
      readonly selected?: string;
    } & WithDraft)
  | ({ readonly kind: 'graphOverview'; readonly view: GraphView } & WithDraft)
  | ({ readonly kind: 'graphPlace'; readonly view: GraphView; readonly id: string } & WithDraft)
  | ({
      readonly kind: 'graphNeighbour';
      readonly view: GraphView;
      readonly from: string;
      readonly direction: 'up' | 'down' | 'left' | 'right' | 'first' | 'last';
    } & WithDraft)
  | ({ readonly kind: 'focus'; readonly id: string } & WithDraft)
  | ({
      readonly kind: 'routes';
      readonly filter: ClusterFilter;
      /** Only what is connected with this: what {@link FocusAnswer} speaks of. */
      readonly focus?: string;
      /** Ids of rows, or of nodes that rows begin with, that come before all others while no column is sorted by. */
      readonly first?: readonly string[];
      readonly from: number;
      readonly count: number;
      readonly sort?: string;
    } & WithDraft)
  | {
      readonly kind: 'rows';
      readonly of: 'Ingress' | 'Service';
      readonly filter: ClusterFilter;
      readonly from: number;
      readonly count: number;
      readonly sort?: string;
    }
  | {
      readonly kind: 'findings';
      readonly filter: FindingFilter;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'details'; readonly ref: ObjectRef }
  | {
      readonly kind: 'objects';
      readonly of: Kind;
      readonly filter: ClusterFilter;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: 'search'; readonly text: string; readonly limit: number };

export interface FindingFilter extends ClusterFilter {
  readonly severity?: Severity;
  readonly effect?: Finding['effect'];
  readonly about?: FindingAbout;
  readonly checkId?: string;
}

/** How the page stands to the server, and the server to the cluster. `revision` grows with every change shown. */
export interface ConnectionState {
  readonly kind:
    | 'connecting'
    | 'loading'
    | 'live'
    | 'catching-up'
    | 'paused'
    | 'cluster-lost'
    | 'server-lost'
    | 'no-token'
    | 'failed';
  readonly sinceMs: number;
  readonly lastUpdateMs?: number;
  readonly retryAtMs?: number;
  readonly waitingUpdates?: number;
  readonly progress?: LoadProgress;
  readonly upstream?: UpstreamState;
  readonly error?: {
    readonly code: string;
    readonly title: string;
    readonly hint?: string;
    readonly statusCode?: number;
  };
}

export interface SummaryAnswer {
  readonly clusterId: string;
  readonly revision: number;
  readonly access: readonly KindAccess[];
  readonly namespaces: readonly {
    readonly name: string;
    readonly ingresses: number;
    readonly services: number;
    readonly pods: number;
    /** What runs here where no Service and no Ingress leads to anything; else empty. */
    readonly workloads: readonly { readonly kind: Kind; readonly count: number }[];
    readonly worst?: Severity;
  }[];
  readonly classNames: readonly string[];
  readonly objectCounts: Readonly<Partial<Record<Kind, number>>>;
  readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  readonly checks: {
    readonly ran: number;
    readonly skipped: readonly { readonly checkId: string; readonly reason: string }[];
  };
}

/** The mark of a node or row in the window: what the picture shows of its findings. */
export interface GraphMark {
  /** `nodeId` or `nodeId#rowId`. */
  readonly target: string;
  readonly severity: Severity;
  readonly label: string;
  readonly count: number;
}

export interface GraphWindowAnswer extends GraphWindow {
  readonly marks: readonly GraphMark[];
  /** Absent: the cluster as it is. */
  readonly draft?: DraftInWindow;
  /** Ids of edges that lie up- or downstream of the selected node or row. */
  readonly selectedEdges: readonly string[];
  readonly columns: {
    readonly exposure: number;
    readonly ingresses: number;
    readonly rules: number;
    readonly services: number;
    readonly missing: number;
    readonly pods: number;
    readonly workloads: number;
  };
  readonly accounting: {
    readonly drawn: number;
    readonly counted: number;
    readonly total: number;
    readonly namespaces: number;
  };
}

/** What is connected with a node or row of the picture, whatever the view shows of it. */
export interface FocusAnswer {
  /** The node itself, or the one that stands for the object. */
  readonly node: GraphNode;
  /** `nodeId`: all of the node; `nodeId#rowId`: of the node this row. */
  readonly targets: readonly string[];
  /** Ids of the edges between them. */
  readonly edges: readonly string[];
}

export interface OverviewAnswer extends Overview {
  /** Problems along the right edge: y in the picture, which node. */
  readonly ticks: readonly { readonly y: number; readonly severity: Severity; readonly nodeId: string }[];
}

/** A row of a list page: cells are texts ready to show, `sortable` in their own order. */
export interface IngressRow {
  readonly key: ObjectKey;
  readonly name: string;
  readonly namespace: string;
  readonly className: string;
  readonly classState: 'resolved' | 'missing' | 'none' | 'unknown';
  readonly hosts: readonly string[];
  readonly pathCount: number;
  readonly hasTls: boolean;
  readonly backends: readonly string[];
  readonly address: string;
  readonly worst?: Severity;
  readonly problemCount: number;
  readonly stateWords: string;
  readonly createdAt?: string;
}

export interface ServiceRow {
  readonly key: ObjectKey;
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  readonly clusterIP: string;
  readonly ports: readonly string[];
  readonly selector: readonly string[];
  readonly readyPods: number;
  readonly allPods: number;
  readonly usedBy: number;
  readonly exposedAt: string;
  readonly worst?: Severity;
  readonly problemCount: number;
  readonly createdAt?: string;
}

export interface RowsAnswer<Row> {
  readonly total: number;
  readonly unfiltered: number;
  readonly from: number;
  readonly rows: readonly Row[];
}

export interface FindingsAnswer extends RowsAnswer<Finding> {
  readonly counts: {
    readonly severity: Readonly<Record<Severity, number>>;
    readonly effect: Readonly<Record<Finding['effect'], number>>;
    readonly about: Readonly<Record<FindingAbout, number>>;
  };
}

/** One hop of a route through an object, for the panel: clients, Ingress, Service, Pods. */
export interface RouteHop {
  readonly label: string;
  readonly detail: string;
  readonly state: 'ok' | 'error' | 'warning' | 'unknown';
  readonly ref?: ObjectRef;
}

export interface DetailsAnswer {
  readonly object: ClusterObject | undefined;
  /** What the object does, in a sentence. */
  readonly summary: string;
  readonly findings: readonly Finding[];
  readonly routes: readonly (readonly RouteHop[])[];
  readonly facts: readonly {
    readonly label: string;
    readonly text: string;
    readonly isMono: boolean;
    readonly ref?: ObjectRef;
  }[];
  readonly addresses: readonly CopyableAddress[];
  readonly usedBy: readonly { readonly ref: ObjectRef; readonly label: string }[];
}

export interface SearchHit {
  readonly ref: ObjectRef;
  /** What matched: a name, host, path, address, port or label. */
  readonly matched: 'name' | 'host' | 'path' | 'address' | 'port' | 'label' | 'finding';
  readonly label: string;
  readonly detail: string;
  /** Address of the row within the object, when one matched. */
  readonly sel: string;
  readonly worst?: Severity;
}

/** A row of the simple lists of other kinds. */
export interface ObjectRow {
  readonly key: ObjectKey;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly stateWords: string;
  readonly worst?: Severity;
  readonly createdAt?: string;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

/** What the worker answers to each kind of question. */
export interface AnswerByKind {
  readonly ingressFormFacts: IngressFormFacts;
  readonly serviceFormFacts: ServiceFormFacts;
  readonly connectFacts: ConnectFacts;
  readonly impact: ImpactAnswer;
  readonly summary: SummaryAnswer;
  readonly graphWindow: GraphWindowAnswer;
  readonly graphOverview: OverviewAnswer;
  /** `undefined`: not in the picture as the view stands. */
  readonly graphPlace: Rectangle | undefined;
  /** Id of the node in that direction; `undefined` at the border. */
  readonly graphNeighbour: string | undefined;
  /** `undefined`: what the picture is focused on is not there (any more). */
  readonly focus: FocusAnswer | undefined;
  readonly routes: RowsAnswer<RouteRow>;
  readonly rows: RowsAnswer<IngressRow> | RowsAnswer<ServiceRow>;
  readonly findings: FindingsAnswer;
  /** `undefined`: there is no such finding (any more). */
  readonly finding: Finding | undefined;
  readonly details: DetailsAnswer;
  readonly objects: RowsAnswer<ObjectRow>;
  readonly search: SearchAnswer;
  /** `undefined`: nothing was to be traced. */
  readonly trace: TraceAnswer | undefined;
  readonly knownRequests: readonly KnownRequest[];
  readonly reach: ReachAnswer;
  readonly requestChanges: RequestChangesAnswer;
  readonly settingsPlaces: readonly SettingsPlace[];
}

export type AnswerTo<Q extends Question> = Q extends { readonly kind: 'rows'; readonly of: 'Ingress' }
  ? RowsAnswer<IngressRow>
  : Q extends { readonly kind: 'rows'; readonly of: 'Service' }
    ? RowsAnswer<ServiceRow>
    : AnswerByKind[Q['kind']];
