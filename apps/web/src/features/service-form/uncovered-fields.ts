import { treeOf } from '@fairlead/edits';
import type { Service } from '@fairlead/kube-objects';
import type { FieldPath, JsonValue } from '@fairlead/manifests';
import { listHiddenKeys } from '../../drafts/shown-entries.ts';

/** Fields of `spec` that have a control in the form. */
const covered = new Set([
  'type',
  'ports',
  'selector',
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'externalName',
  'externalIPs',
  'sessionAffinity',
  'sessionAffinityConfig',
  'internalTrafficPolicy',
  'externalTrafficPolicy',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
  'publishNotReadyAddresses',
  'trafficDistribution',
]);
const coveredOfPort = new Set(['name', 'port', 'targetPort', 'protocol', 'appProtocol', 'nodePort']);
const coveredMetadata = new Set(['name', 'namespace', 'labels', 'annotations']);
/** Written by the API server or kubectl; nobody edits them. */
const ofServer = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
]);

const keysOf = (value: JsonValue | undefined): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/** Fields that a person can edit and that the form has no control for, in the order of the object. */
export function listUncoveredFields(object: Service): readonly FieldPath[] {
  const { metadata, spec } = treeOf(object);
  const { labels, annotations } = object.metadata;
  const ports = (object.spec.ports ?? []).flatMap((port, index) =>
    Object.keys(port)
      .filter((key) => !coveredOfPort.has(key))
      .map((key): FieldPath => ['spec', 'ports', index, key]),
  );
  return [
    ...keysOf(metadata)
      .filter((key) => !coveredMetadata.has(key) && !ofServer.has(key))
      .map((key): FieldPath => ['metadata', key]),
    ...listHiddenKeys(labels).map((key): FieldPath => ['metadata', 'labels', key]),
    ...listHiddenKeys(annotations).map((key): FieldPath => ['metadata', 'annotations', key]),
    ...listHiddenKeys(object.spec.selector).map((key): FieldPath => ['spec', 'selector', key]),
    ...keysOf(spec)
      .filter((key) => !covered.has(key))
      .map((key): FieldPath => ['spec', key]),
    ...ports,
  ];
}
