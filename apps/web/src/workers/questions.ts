import type { LoadProgress, UpstreamState } from '@fairlead/api-contract';
import type { Finding, Severity } from '@fairlead/diagnostics';
import type { ClusterObject, Kind, KindAccess, ObjectKey, ObjectRef } from '@fairlead/kube-objects';
import type { GraphWindow, Overview, Rectangle, ViewState } from '@fairlead/resource-graph';

/** What a reader narrowed the cluster down to; the same filter serves every page. `undefined` means all. */
export interface ClusterFilter {
  readonly namespaces?: readonly string[];
  readonly classNames?: readonly string[];
  readonly onlyProblems?: boolean;
  readonly text?: string;
}

/** The viewer's part of {@link ViewState}; the worker adds what is marked. */
export type GraphView = Omit<ViewState, 'marked'>;

/** Everything the page may ask the cluster worker. A question is plain data: it is the query key as well. */
export type Question =
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'graphWindow';
      readonly view: GraphView;
      readonly rectangle: Rectangle;
      readonly selected?: string;
    }
  | { readonly kind: 'graphOverview'; readonly view: GraphView }
  | { readonly kind: 'graphPlace'; readonly view: GraphView; readonly id: string }
  | {
      readonly kind: 'graphNeighbour';
      readonly view: GraphView;
      readonly from: string;
      readonly direction: 'up' | 'down' | 'left' | 'right' | 'first' | 'last';
    }
  | {
      readonly kind: 'routes';
      readonly filter: ClusterFilter;
      readonly from: number;
      readonly count: number;
      readonly sort?: string;
    }
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
  readonly about?: 'Service' | 'Ingress' | 'Pod' | 'EndpointSlice';
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
  readonly error?: { readonly code: string; readonly title: string; readonly hint?: string };
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
    readonly about: Readonly<Record<'Service' | 'Ingress' | 'Pod' | 'EndpointSlice', number>>;
  };
}

/** One hop of a route through an object, for the panel: clients, Ingress, Service, Pods. */
export interface RouteHop {
  readonly label: string;
  readonly detail: string;
  readonly state: 'ok' | 'error' | 'warning' | 'unknown';
  readonly ref?: ObjectRef;
}

/** Something to copy: what it is, and the text. */
export interface CopyableAddress {
  readonly label: string;
  readonly text: string;
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
