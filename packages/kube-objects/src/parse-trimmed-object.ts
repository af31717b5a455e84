import { apiVersionOf, isKind, kindInfo, type Kind } from './kind.ts';
import type { ClusterObject, ObjectOf, TrimmedObject } from './objects/cluster-object.ts';
import { checkEndpointSlice } from './objects/parse-endpoint-slice.ts';
import { checkIngress, checkIngressClass } from './objects/parse-ingress.ts';
import { checkNamespace, checkNode } from './objects/parse-node.ts';
import { checkPod } from './objects/parse-pod.ts';
import { checkService } from './objects/parse-service.ts';
import {
  checkDaemonSet,
  checkDeployment,
  checkJob,
  checkReplicaSet,
  checkStatefulSet,
} from './objects/parse-workload.ts';
import { isRecord, text, type Check } from './parse-shape.ts';

/** What cannot be taken as an object of a watched kind, and why; the rest of its list is not affected. */
export interface UnreadableObject {
  readonly kind: 'Unreadable';
  readonly reason: string;
  /** As far as they could be read. */
  readonly given: {
    readonly kind: string | undefined;
    readonly namespace: string | undefined;
    readonly name: string | undefined;
  };
}

const checks: { readonly [K in Kind]: Check<ObjectOf<K>> } = {
  Namespace: checkNamespace,
  Node: checkNode,
  IngressClass: checkIngressClass,
  Service: checkService,
  Ingress: checkIngress,
  EndpointSlice: checkEndpointSlice,
  Pod: checkPod,
  Deployment: checkDeployment,
  ReplicaSet: checkReplicaSet,
  StatefulSet: checkStatefulSet,
  DaemonSet: checkDaemonSet,
  Job: checkJob,
};

function unreadable(raw: unknown, reason: string): UnreadableObject {
  const record = isRecord(raw) ? raw : {};
  const metadata = isRecord(record['metadata']) ? record['metadata'] : {};
  return {
    kind: 'Unreadable',
    reason,
    given: {
      kind: text(record['kind']),
      namespace: text(metadata['namespace']),
      name: text(metadata['name']),
    },
  };
}

/** Why an object cannot be told from others of its kind. A slash would make it share a key with another. */
function faultOfName(kind: Kind, metadata: unknown): string | undefined {
  const { name, namespace } = isRecord(metadata) ? metadata : {};
  if (typeof name !== 'string' || name === '') return 'it has no metadata.name';
  if (name.includes('/')) return 'its metadata.name holds a slash';
  if (!kindInfo(kind).isNamespaced) return undefined;
  if (typeof namespace !== 'string' || namespace === '') return 'it has no metadata.namespace';
  return namespace.includes('/') || namespace === '-' ? 'its metadata.namespace is no name' : undefined;
}

/** Items of a list may lack the apiVersion of the list, and a cluster-scoped object has no namespace, whatever it says. */
function settled(raw: Record<string, unknown>, kind: Kind, apiVersion: string): Record<string, unknown> {
  const versioned = raw['apiVersion'] === undefined ? { ...raw, apiVersion } : raw;
  const { metadata } = versioned;
  if (kindInfo(kind).isNamespaced || !isRecord(metadata) || metadata['namespace'] === undefined)
    return versioned;
  const { namespace: _namespace, ...others } = metadata;
  return { ...versioned, metadata: others };
}

/**
 * Reads what came over the wire as an object of its kind. A field of another type than the API gives it, or null, is left
 * out as if absent, and so is a list item that lacks what makes it one; unknown fields are kept. A missing `spec` is an
 * empty one. Without a name, of an unknown kind or of another API version it is unreadable. An object in which all is as
 * it should be is returned itself, not copied.
 */
export function parseTrimmedObject(raw: unknown): TrimmedObject | UnreadableObject {
  if (!isRecord(raw)) return unreadable(raw, 'it is not an object');
  const { kind, apiVersion, metadata } = raw;
  if (typeof kind !== 'string' || !isKind(kind))
    return unreadable(raw, 'its kind is not one that is watched');
  const wanted = apiVersionOf(kindInfo(kind));
  if (apiVersion !== undefined && apiVersion !== wanted)
    return unreadable(raw, `its apiVersion is not ${wanted}`);
  const fault = faultOfName(kind, metadata);
  if (fault !== undefined) return unreadable(raw, fault);
  const check: Check<ClusterObject> = checks[kind];
  return check(settled(raw, kind, wanted)) ?? unreadable(raw, 'its metadata cannot be read');
}
