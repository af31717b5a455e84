export { createFakeCluster, identityNames, type FakeCluster } from './fake-cluster.ts';
export type { FakeClusterOptions } from './cluster-options.ts';
export type { Clock } from './clock.ts';
export type { ObjectAccess, ObjectName } from './object-access.ts';
export type { PodTimings } from './controllers/kubelet.ts';
export type { JsonObject, JsonValue } from './json/json-value.ts';
export {
  defaultAccessPolicy,
  type AccessPolicy,
  type Identity,
  type PolicyRule,
  type RoleGrant,
} from './access/access-policy.ts';
export type {
  BodyReply,
  FakeReply,
  FakeRequest,
  FakeStream,
  StreamReply,
  StreamSink,
} from './request/fake-request.ts';
