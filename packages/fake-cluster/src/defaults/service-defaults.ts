import {
  fieldOf,
  listAt,
  objectAt,
  textAt,
  withoutField,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import { isReachableFromOutside } from '../validation/service-traffic-validation.ts';
import { withDefaults, withSpec } from './with-defaults.ts';

function portWithDefaults(port: JsonValue): JsonObject {
  const withProtocol = withDefaults(objectAt(port), { protocol: 'TCP' });
  const target = fieldOf(port, 'targetPort');
  const hasTarget = target !== undefined && target !== 0 && target !== '';
  return hasTarget ? withProtocol : { ...withProtocol, targetPort: fieldOf(port, 'port') ?? 0 };
}

/** Without affinity there is nothing to configure: the API server drops it without a word. */
const withAffinity = (spec: JsonObject): JsonObject =>
  textAt(spec, 'sessionAffinity') === 'ClientIP'
    ? {
        ...spec,
        sessionAffinityConfig: {
          clientIP: withDefaults(objectAt(spec, 'sessionAffinityConfig', 'clientIP'), {
            timeoutSeconds: 10_800,
          }),
        },
      }
    : withoutField(spec, 'sessionAffinityConfig');

/** An address of a load balancer is a virtual one unless somebody says otherwise. */
function loadBalancerWithDefaults(status: JsonObject): JsonObject {
  const ingress = listAt(status, 'loadBalancer', 'ingress').map((entry) =>
    textAt(entry, 'ip') === '' ? entry : withDefaults(objectAt(entry), { ipMode: 'VIP' }),
  );
  return ingress.length === 0 ? {} : { ingress };
}

/** What the API server adds to a Service before it looks at it (core/v1 defaults). */
export function serviceWithDefaults(service: JsonObject): JsonObject {
  const given = objectAt(service, 'spec');
  const ports = listAt(given, 'ports').map(portWithDefaults);
  const spec = withDefaults(
    { ...withAffinity(given), ...(ports.length > 0 && { ports }) },
    { type: 'ClusterIP', sessionAffinity: 'None' },
  );
  const type = textAt(spec, 'type');
  return {
    ...withSpec(
      service,
      withDefaults(spec, {
        ...(isReachableFromOutside(withSpec(service, spec)) && { externalTrafficPolicy: 'Cluster' }),
        ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true }),
        ...(type !== 'ExternalName' && { internalTrafficPolicy: 'Cluster' }),
      }),
    ),
    status: {
      ...objectAt(service, 'status'),
      loadBalancer: loadBalancerWithDefaults(objectAt(service, 'status')),
    },
  };
}
