import { kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import type { ServedResource } from './served-resource.ts';
import { strategies } from './strategies.ts';
import type { KindStrategy } from './kind-strategy.ts';

interface Particulars {
  readonly shortNames?: readonly string[];
  readonly storagePrefix?: string;
  readonly hasStatus?: boolean;
  readonly hasGeneration?: boolean;
  readonly returnsDeleted?: boolean;
  readonly canCreateOnUpdate?: boolean;
  readonly fieldLabels?: readonly string[];
}

const podFields = [
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.schedulerName',
  'spec.serviceAccountName',
  'spec.hostNetwork',
  'status.phase',
  'status.podIP',
  'status.nominatedNodeName',
];

const eventFields = [
  'involvedObject.kind',
  'involvedObject.namespace',
  'involvedObject.name',
  'involvedObject.uid',
  'involvedObject.apiVersion',
  'involvedObject.resourceVersion',
  'involvedObject.fieldPath',
  'reason',
  'reportingComponent',
  'source',
  'type',
];

const workload = { hasStatus: true, hasGeneration: true };

/** Kinds the fake serves: those Fairlead reads as kinds of its own, and two more. */
export type ServedKind = Kind | 'Event' | 'Secret';

const particulars: Readonly<Record<ServedKind, Particulars>> = {
  Namespace: { shortNames: ['ns'], hasStatus: true, returnsDeleted: true, fieldLabels: ['status.phase'] },
  Node: {
    shortNames: ['no'],
    storagePrefix: 'minions',
    hasStatus: true,
    fieldLabels: ['spec.unschedulable'],
  },
  IngressClass: { hasGeneration: true },
  Service: {
    shortNames: ['svc'],
    storagePrefix: 'services/specs',
    hasStatus: true,
    returnsDeleted: true,
    canCreateOnUpdate: true,
    fieldLabels: ['spec.clusterIP', 'spec.type'],
  },
  Ingress: { shortNames: ['ing'], storagePrefix: 'ingress', hasStatus: true, hasGeneration: true },
  EndpointSlice: { hasGeneration: true },
  Pod: {
    shortNames: ['po'],
    hasStatus: true,
    hasGeneration: true,
    returnsDeleted: true,
    fieldLabels: podFields,
  },
  Deployment: { shortNames: ['deploy'], ...workload },
  ReplicaSet: { shortNames: ['rs'], ...workload, fieldLabels: ['status.replicas'] },
  StatefulSet: { shortNames: ['sts'], ...workload },
  DaemonSet: { shortNames: ['ds'], ...workload },
  Job: { ...workload, fieldLabels: ['status.successful'] },
  Event: { shortNames: ['ev'], canCreateOnUpdate: true, fieldLabels: eventFields },
  Secret: { fieldLabels: ['type'] },
};

function strategyOf(kind: string): KindStrategy {
  const strategy = strategies[kind];
  if (strategy === undefined) throw new Error(`no strategy for kind ${kind}`);
  return strategy;
}

interface Address {
  readonly kind: ServedKind;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly isNamespaced: boolean;
}

function served({ kind, group, version, resource, isNamespaced }: Address): ServedResource {
  const more = particulars[kind];
  return {
    key: group === '' ? resource : `${resource}.${group}`,
    kind,
    group,
    version,
    resource,
    isNamespaced,
    singular: kind.toLowerCase(),
    shortNames: more.shortNames ?? [],
    storagePrefix: more.storagePrefix ?? resource,
    hasStatus: more.hasStatus ?? false,
    keepsStatusOnCreate: kind === 'Node',
    hasGeneration: more.hasGeneration ?? false,
    returnsDeleted: more.returnsDeleted ?? false,
    canCreateOnUpdate: more.canCreateOnUpdate ?? false,
    fieldLabels: more.fieldLabels ?? [],
    strategy: strategyOf(kind),
  };
}

const core = { group: '', version: 'v1', isNamespaced: true };
const others: readonly Address[] = [
  { ...core, kind: 'Event', resource: 'events' },
  { ...core, kind: 'Secret', resource: 'secrets' },
];

/** Every resource whose objects the fake stores. */
export const servedResources: readonly ServedResource[] = [...kinds.map(kindInfo), ...others].map(served);

const byKind = new Map(servedResources.map((resource) => [resource.kind, resource]));

export const findResource = (group: string, version: string, resource: string): ServedResource | undefined =>
  servedResources.find(
    (served) => served.group === group && served.version === version && served.resource === resource,
  );

export const findResourceOfKind = (kind: string): ServedResource | undefined => byKind.get(kind);

export const isServedKind = (kind: string): kind is ServedKind => byKind.has(kind);

/** The resource of a kind the fake is known to serve; throws for any other. */
export function resourceOfKind(kind: ServedKind): ServedResource {
  const resource = byKind.get(kind);
  if (resource === undefined) throw new Error(`kind ${kind} is not served`);
  return resource;
}

export const apiVersionOfResource = ({ group, version }: Pick<ServedResource, 'group' | 'version'>): string =>
  group === '' ? version : `${group}/${version}`;
