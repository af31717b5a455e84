import { flag, listOf, literal, needed, number, numberOrText, shape, text, textMap } from '../parse-shape.ts';
import { checkCondition, checkLoadBalancerIngress, checkMeta } from './parse-meta.ts';
import type { Service, ServicePort, ServiceSpec } from './service.ts';

const checkPort = shape<ServicePort>({
  name: text,
  port: needed(number),
  protocol: text,
  targetPort: numberOrText,
  nodePort: number,
  appProtocol: text,
});

const checkSpec = shape<ServiceSpec>({
  type: text,
  ports: listOf(checkPort),
  selector: textMap,
  clusterIP: text,
  clusterIPs: listOf(text),
  ipFamilies: listOf(text),
  ipFamilyPolicy: text,
  externalName: text,
  externalIPs: listOf(text),
  sessionAffinity: text,
  sessionAffinityConfig: shape<NonNullable<ServiceSpec['sessionAffinityConfig']>>({
    clientIP: shape<{ readonly timeoutSeconds?: number }>({ timeoutSeconds: number }),
  }),
  internalTrafficPolicy: text,
  externalTrafficPolicy: text,
  healthCheckNodePort: number,
  publishNotReadyAddresses: flag,
  allocateLoadBalancerNodePorts: flag,
  loadBalancerClass: text,
  loadBalancerIP: text,
  loadBalancerSourceRanges: listOf(text),
  trafficDistribution: text,
});

type ServiceStatus = NonNullable<Service['status']>;

export const checkService = shape<Service>({
  apiVersion: needed(literal('v1')),
  kind: needed(literal('Service')),
  metadata: needed(checkMeta),
  spec: needed(checkSpec, {}),
  status: shape<ServiceStatus>({
    loadBalancer: shape<NonNullable<ServiceStatus['loadBalancer']>>({
      ingress: listOf(checkLoadBalancerIngress),
    }),
    conditions: listOf(checkCondition),
  }),
});
