import { conditionSchema, loadBalancerSchema, metadataSchema } from './metadata-schema.ts';
import {
  boolean,
  int32,
  intOrString,
  listOf,
  optionalBoolean,
  optionalInt32,
  optionalText,
  struct,
  text,
  textMap,
  type StructSchema,
} from './schema.ts';

const servicePort = struct('ServicePort', {
  name: text,
  protocol: text,
  appProtocol: optionalText,
  port: int32,
  targetPort: intOrString,
  nodePort: int32,
});

/** core/v1 Service. */
export const serviceSchema: StructSchema = struct('Service', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('ServiceSpec', {
    ports: listOf(servicePort),
    selector: textMap,
    clusterIP: text,
    clusterIPs: listOf(text),
    type: text,
    externalIPs: listOf(text),
    sessionAffinity: text,
    loadBalancerIP: text,
    loadBalancerSourceRanges: listOf(text),
    externalName: text,
    externalTrafficPolicy: text,
    healthCheckNodePort: int32,
    publishNotReadyAddresses: boolean,
    sessionAffinityConfig: struct('SessionAffinityConfig', {
      clientIP: struct('ClientIPConfig', { timeoutSeconds: optionalInt32 }),
    }),
    ipFamilies: listOf(text),
    ipFamilyPolicy: optionalText,
    allocateLoadBalancerNodePorts: optionalBoolean,
    loadBalancerClass: optionalText,
    internalTrafficPolicy: optionalText,
    trafficDistribution: optionalText,
  }),
  status: struct('ServiceStatus', { loadBalancer: loadBalancerSchema, conditions: listOf(conditionSchema) }),
});
