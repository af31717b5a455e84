import { flag, listOf, needed, number, shape, text, textMap } from '../parse-shape.ts';
import type {
  Condition,
  LoadBalancerIngress,
  LoadBalancerIngressPort,
  ObjectMeta,
  OwnerReference,
} from './object-meta.ts';

const checkOwner = shape<OwnerReference>({
  apiVersion: needed(text, ''),
  kind: needed(text),
  name: needed(text),
  uid: needed(text, ''),
  controller: flag,
});

export const checkMeta = shape<ObjectMeta>({
  name: needed(text),
  namespace: text,
  uid: text,
  resourceVersion: text,
  generation: number,
  creationTimestamp: text,
  deletionTimestamp: text,
  labels: textMap,
  annotations: textMap,
  ownerReferences: listOf(checkOwner),
  finalizers: listOf(text),
});

export const checkCondition = shape<Condition>({
  type: needed(text),
  status: needed(text, 'Unknown'),
  reason: text,
  message: text,
  lastTransitionTime: text,
});

const checkIngressPort = shape<LoadBalancerIngressPort>({
  port: needed(number),
  protocol: needed(text, 'TCP'),
  error: text,
});

export const checkLoadBalancerIngress = shape<LoadBalancerIngress>({
  ip: text,
  hostname: text,
  ipMode: text,
  ports: listOf(checkIngressPort),
});
