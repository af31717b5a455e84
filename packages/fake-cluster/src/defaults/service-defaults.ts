import { fieldOf, listAt, objectAt, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { isReachableFromOutside } from '../validation/service-traffic-validation.ts';
import { withDefaults, withSpec } from './with-defaults.ts';

function portWithDefaults(port: JsonValue): JsonObject {
  const withProtocol = withDefaults(objectAt(port), { protocol: 'TCP' });
  const target = fieldOf(port, 'targetPort');
  const hasTarget = target !== undefined && target !== 0 && target !== '';
  return hasTarget ? withProtocol : { ...withProtocol, targetPort: fieldOf(port, 'port') ?? 0 };
}

const affinityDefaults = (spec: JsonObject): JsonObject =>
  textAt(spec, 'sessionAffinity') === 'ClientIP'
    ? {
        sessionAffinityConfig: {
          clientIP: withDefaults(objectAt(spec, 'sessionAffinityConfig', 'clientIP'), {
            timeoutSeconds: 10_800,
          }),
        },
      }
    : {};

/** What the API server adds to a Service before it looks at it (core/v1 defaults). */
export function serviceWithDefaults(service: JsonObject): JsonObject {
  const given = objectAt(service, 'spec');
  const ports = listAt(given, 'ports').map(portWithDefaults);
  const spec = withDefaults(
    { ...given, ...(ports.length > 0 && { ports }), ...affinityDefaults(given) },
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
    status: withDefaults(objectAt(service, 'status'), { loadBalancer: {} }),
  };
}
