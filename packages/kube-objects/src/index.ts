export { apiVersionOf, isKind, kindInfo, kinds, type Kind, type KindInfo } from './kind.ts';
export {
  keyOf,
  keyOfRef,
  objectKey,
  parseObjectKey,
  refOf,
  type ObjectKey,
  type ObjectRef,
} from './object-ref.ts';
export { isSelectedByPairs, labelValue, matchesLabelSelector } from './label-selector.ts';
export { ObjectStore, serviceNameLabel, type AppliedChange, type ObjectChange } from './object-store.ts';
export { OverlaidReader } from './overlaid-reader.ts';
export { parseTrimmedObject, type UnreadableObject } from './parse-trimmed-object.ts';
export { parseWholeObject } from './parse-whole-object.ts';
export type { KindAccess, ObjectReader } from './object-reader.ts';
export type { ClusterObject, ObjectOf, TrimmedObject, WholeObject } from './objects/cluster-object.ts';
export type * from './objects/object-meta.ts';
export type * from './objects/service.ts';
export type * from './objects/ingress.ts';
export type * from './objects/endpoint-slice.ts';
export type * from './objects/pod.ts';
export type * from './objects/workload.ts';
export type * from './objects/node.ts';
export { isIpAddress, normalizeIpAddress, specialAddressOf, type SpecialAddress } from './ip-address.ts';
export { findNearText, typoDistance } from './near-text.ts';
