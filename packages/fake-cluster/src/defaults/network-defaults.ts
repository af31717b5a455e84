import { isJsonObject, listAt, objectAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { withDefaults } from './with-defaults.ts';

const orNull = (list: readonly JsonValue[]): JsonValue => (list.length === 0 ? null : list);

/** What the API server adds to an EndpointSlice. Empty lists are written as `null`. */
export function endpointSliceWithDefaults(slice: JsonObject): JsonObject {
  const endpoints = listAt(slice, 'endpoints').map((endpoint) =>
    withDefaults(objectAt(endpoint), { conditions: {} }),
  );
  const ports = listAt(slice, 'ports').map((port) =>
    withDefaults(objectAt(port), { name: '', protocol: 'TCP' }),
  );
  return { ...slice, endpoints: orNull(endpoints), ports: orNull(ports) };
}

/** What the API server adds to an IngressClass: parameters are cluster-scoped unless somebody says otherwise. */
export function ingressClassWithDefaults(ingressClass: JsonObject): JsonObject {
  const spec = objectAt(ingressClass, 'spec');
  const parameters = spec['parameters'];
  const hasParameters = isJsonObject(parameters);
  return {
    ...ingressClass,
    spec: { ...spec, ...(hasParameters && { parameters: withDefaults(parameters, { scope: 'Cluster' }) }) },
  };
}
