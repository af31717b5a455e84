import { metadataSchema } from './metadata-schema.ts';
import {
  anything,
  boolean,
  keptListOf,
  listOf,
  openStruct,
  optionalBoolean,
  optionalInt32,
  optionalText,
  struct,
  text,
  textMap,
  type StructSchema,
} from './schema.ts';

/** core/v1 Namespace. */
export const namespaceSchema: StructSchema = struct('Namespace', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('NamespaceSpec', { finalizers: listOf(text) }),
  status: openStruct('NamespaceStatus', { phase: text }),
});

/** core/v1 Node, open. */
export const nodeSchema: StructSchema = struct('Node', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: openStruct('NodeSpec', { podCIDR: text, unschedulable: boolean }),
  status: openStruct('NodeStatus', {
    conditions: listOf(openStruct('NodeCondition', { type: text, status: text })),
    addresses: listOf(struct('NodeAddress', { type: text, address: text })),
  }),
});

/** core/v1 Event, open. */
export const eventSchema: StructSchema = openStruct('Event', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  involvedObject: openStruct('ObjectReference', { kind: text, namespace: text, name: text, uid: text }),
  reason: text,
  message: text,
  type: text,
});

/** core/v1 Secret, without the write-only `stringData`. */
export const secretSchema: StructSchema = struct('Secret', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  immutable: optionalBoolean,
  data: textMap,
  type: text,
});

const zoneHint = struct('ForZone', { name: text });

const endpoint = struct('Endpoint', {
  addresses: keptListOf(text),
  conditions: struct('EndpointConditions', {
    ready: optionalBoolean,
    serving: optionalBoolean,
    terminating: optionalBoolean,
  }),
  hostname: optionalText,
  targetRef: struct('ObjectReference', {
    kind: text,
    namespace: text,
    name: text,
    uid: text,
    apiVersion: text,
    resourceVersion: text,
    fieldPath: text,
  }),
  deprecatedTopology: textMap,
  nodeName: optionalText,
  zone: optionalText,
  hints: struct('EndpointHints', { forZones: listOf(zoneHint), forNodes: listOf(zoneHint) }),
});

/** discovery.k8s.io/v1 EndpointSlice: `endpoints` and `ports` are `null` where nobody set them. */
export const endpointSliceSchema: StructSchema = struct('EndpointSlice', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  addressType: text,
  endpoints: keptListOf(endpoint),
  ports: keptListOf(
    struct('EndpointPort', {
      name: optionalText,
      protocol: optionalText,
      port: optionalInt32,
      appProtocol: optionalText,
    }),
  ),
});

const accessAttributes = struct('ResourceAttributes', {
  namespace: text,
  verb: text,
  group: text,
  version: text,
  resource: text,
  subresource: text,
  name: text,
  fieldSelector: anything,
  labelSelector: anything,
});

/** authorization.k8s.io/v1 SelfSubjectAccessReview. */
export const accessReviewSchema: StructSchema = struct('SelfSubjectAccessReview', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('SelfSubjectAccessReviewSpec', {
    resourceAttributes: accessAttributes,
    nonResourceAttributes: struct('NonResourceAttributes', { path: text, verb: text }),
  }),
  status: anything,
});

/** authorization.k8s.io/v1 SelfSubjectRulesReview. */
export const rulesReviewSchema: StructSchema = struct('SelfSubjectRulesReview', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('SelfSubjectRulesReviewSpec', { namespace: text }),
  status: anything,
});

/** authentication.k8s.io/v1 SelfSubjectReview. */
export const selfReviewSchema: StructSchema = struct('SelfSubjectReview', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  status: anything,
});
