import {
  isJsonObject,
  ownField,
  toJsonObject,
  type FieldPath,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { withoutKeys } from './json-fields.ts';
import type { LegacyNote } from './legacy-note.ts';

const legacyKeys: ReadonlySet<string> = new Set(['serviceName', 'servicePort']);

/** True where a backend is written as before v1. */
export const isLegacyBackend = (backend: JsonValue | undefined): backend is JsonObject =>
  isJsonObject(backend) && [...legacyKeys].some((key) => Object.hasOwn(backend, key));

const convertPort = (
  port: JsonValue | undefined,
  path: FieldPath,
  note: (note: LegacyNote) => void,
): JsonObject | undefined => {
  if (typeof port === 'number') return port === 0 ? undefined : { number: port };
  if (typeof port !== 'string' || port === '') return undefined;
  if (!/^[0-9]{1,5}$/.test(port)) return { name: port };
  note({ code: 'port-number-from-text', field: [...path, 'service', 'port'], details: { port } });
  return { number: Number(port) };
};

/** `serviceName` and `servicePort` as `service.name` and `service.port`; a `service` that is there already wins. */
export const convertLegacyBackend = (
  backend: JsonValue,
  path: FieldPath,
  note: (note: LegacyNote) => void,
): JsonValue => {
  if (!isLegacyBackend(backend)) return backend;
  const name = ownField(backend, 'serviceName');
  const rest = withoutKeys(backend, legacyKeys);
  if (Object.hasOwn(rest, 'service')) {
    note({ code: 'legacy-field-dropped', field: path, details: { field: 'serviceName, servicePort' } });
    return rest;
  }
  const port = convertPort(ownField(backend, 'servicePort'), path, note);
  const service = toJsonObject([
    ...(name === undefined ? [] : [['name', name] as const]),
    ...(port === undefined ? [] : [['port', port] as const]),
  ]);
  note({
    code: 'backend-service',
    field: [...path, 'service'],
    details: { service: typeof name === 'string' ? name : '' },
  });
  return toJsonObject([['service', service], ...Object.entries(rest)]);
};
