import type {
  HttpIngressPath,
  IngressRule,
  IngressTls,
  ServicePort,
  WholeObject,
} from '@fairlead/kube-objects';
import type { JsonValue } from '@fairlead/manifests';

/** The kinds that can be edited. */
export type EditedKind = 'Service' | 'Ingress';

/** Only whole objects are edited: what was trimmed away would be lost by a write. */
export type EditedObject = WholeObject<EditedKind>;

/**
 * Names of parts of an object, by what they say and never by position: positions move while somebody else edits.
 * `ordinal` tells equal ones apart, counted from 0 in the order of the object.
 */
export interface PortName {
  readonly port: number;
  /** `TCP` where the object leaves it out. */
  readonly protocol: string;
  readonly ordinal: number;
}

export interface RuleName {
  /** Empty for a rule without host. */
  readonly host: string;
  readonly ordinal: number;
}

export interface PathName {
  readonly host: string;
  /** `undefined`: the path is left out. */
  readonly path: string | undefined;
  readonly pathType: string;
  /** Among the paths of all rules of that host that say the same. */
  readonly ordinal: number;
}

export interface TlsName {
  readonly secretName: string | undefined;
  readonly hosts: readonly string[];
  readonly ordinal: number;
}

/** Fields of a Service's spec that are set as one value; lists among them are replaced as a whole. */
export type ServiceFieldName =
  | 'type'
  | 'clusterIP'
  | 'clusterIPs'
  | 'ipFamilies'
  | 'ipFamilyPolicy'
  | 'externalName'
  | 'externalIPs'
  | 'sessionAffinity'
  | 'sessionAffinityConfig'
  | 'internalTrafficPolicy'
  | 'externalTrafficPolicy'
  | 'loadBalancerClass'
  | 'loadBalancerIP'
  | 'loadBalancerSourceRanges'
  | 'allocateLoadBalancerNodePorts'
  | 'healthCheckNodePort'
  | 'publishNotReadyAddresses'
  | 'trafficDistribution';

/** Fields of an Ingress's spec that are set as one value. */
export type IngressFieldName = 'ingressClassName' | 'defaultBackend';

/** `undefined` in `from` and `to`: the field is absent. */
export interface SetField {
  readonly kind: 'set-field';
  readonly field: ServiceFieldName | IngressFieldName;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

/** One entry of a map: `selector` is a Service's, the others are `metadata`'s. */
export interface SetEntry {
  readonly kind: 'set-entry';
  readonly map: 'labels' | 'annotations' | 'selector';
  readonly key: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Finalizers are a set: order means nothing. */
export interface SetFinalizer {
  readonly kind: 'set-finalizer';
  readonly finalizer: string;
  readonly isPresent: boolean;
}

/** Any other field outside of lists that edits know, such as one a newer API server has. Keys only, no positions. */
export interface SetOtherField {
  readonly kind: 'set-other-field';
  readonly keys: readonly string[];
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

/**
 * `after`: the part it stands behind; `undefined` for the first place. Of a move, `from` and `to` are that. All names in
 * an edit are as before it; `after` of a removed part is the one in front of it.
 */
export interface AddPort {
  readonly kind: 'add-port';
  readonly port: ServicePort;
  readonly after: PortName | undefined;
}
export interface RemovePort {
  readonly kind: 'remove-port';
  readonly port: ServicePort;
  readonly ordinal: number;
  readonly after: PortName | undefined;
}
export interface SetPortField {
  readonly kind: 'set-port-field';
  readonly target: PortName;
  /** Any field of a port, also one that is not known here. */
  readonly field: string;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}
export interface MovePort {
  readonly kind: 'move-port';
  readonly target: PortName;
  readonly from: PortName | undefined;
  readonly to: PortName | undefined;
}

export interface AddRule {
  readonly kind: 'add-rule';
  readonly rule: IngressRule;
  readonly after: RuleName | undefined;
}
export interface RemoveRule {
  readonly kind: 'remove-rule';
  readonly rule: IngressRule;
  readonly ordinal: number;
  readonly after: RuleName | undefined;
}
export interface SetRuleHost {
  readonly kind: 'set-rule-host';
  readonly target: RuleName;
  readonly to: string;
}
export interface MoveRule {
  readonly kind: 'move-rule';
  readonly target: RuleName;
  readonly from: RuleName | undefined;
  readonly to: RuleName | undefined;
}

export interface AddPath {
  readonly kind: 'add-path';
  readonly rule: RuleName;
  readonly path: HttpIngressPath;
  readonly after: PathName | undefined;
}
export interface RemovePath {
  readonly kind: 'remove-path';
  readonly rule: RuleName;
  readonly path: HttpIngressPath;
  readonly ordinal: number;
  readonly after: PathName | undefined;
}
export interface SetPathField {
  readonly kind: 'set-path-field';
  readonly target: PathName;
  /** `path`, `pathType`, `backend`, or a field that is not known here. */
  readonly field: string;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}
/** Within its rule. Order means something to some controllers. */
export interface MovePath {
  readonly kind: 'move-path';
  readonly target: PathName;
  readonly from: PathName | undefined;
  readonly to: PathName | undefined;
}

export interface AddTls {
  readonly kind: 'add-tls';
  readonly tls: IngressTls;
  readonly after: TlsName | undefined;
}
export interface RemoveTls {
  readonly kind: 'remove-tls';
  readonly tls: IngressTls;
  readonly ordinal: number;
  readonly after: TlsName | undefined;
}
export interface SetTls {
  readonly kind: 'set-tls';
  readonly target: TlsName;
  readonly from: IngressTls;
  readonly to: IngressTls;
}
export interface MoveTls {
  readonly kind: 'move-tls';
  readonly target: TlsName;
  readonly from: TlsName | undefined;
  readonly to: TlsName | undefined;
}

/** The text editor's edit: the whole manifest. */
export interface ReplaceText {
  readonly kind: 'replace-text';
  readonly from: string;
  readonly to: string;
}

export interface CreateObject {
  readonly kind: 'create-object';
  readonly object: EditedObject;
}
export interface DeleteObject {
  readonly kind: 'delete-object';
  readonly object: EditedObject;
}

/** Edits of an object's content. */
export type ObjectEdit =
  | SetField
  | SetEntry
  | SetFinalizer
  | SetOtherField
  | AddPort
  | RemovePort
  | SetPortField
  | MovePort
  | AddRule
  | RemoveRule
  | SetRuleHost
  | MoveRule
  | AddPath
  | RemovePath
  | SetPathField
  | MovePath
  | AddTls
  | RemoveTls
  | SetTls
  | MoveTls;

/**
 * A change as a value: small, addressed by meaning, invertible. `from` is what stood there: an edit applies only where
 * that is still so.
 */
export type Edit = ObjectEdit | ReplaceText | CreateObject | DeleteObject;
