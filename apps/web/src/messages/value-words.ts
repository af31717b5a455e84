import { isJsonList, isJsonObject, ownField, type JsonValue } from '@fairlead/manifests';

const textOf = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** `cart:8080` of an Ingress backend, also with a named port; `kind/name` of a resource. `undefined` for anything else. */
function backendWords(value: JsonValue): string | undefined {
  const service = ownField(value, 'service');
  const name = textOf(ownField(service, 'name'));
  if (name !== undefined) {
    const port = ownField(service, 'port');
    const portText = textOf(ownField(port, 'name')) ?? textOf(ownField(port, 'number'));
    return portText === undefined ? name : `${name}:${portText}`;
  }
  const resource = ownField(value, 'resource');
  const kind = textOf(ownField(resource, 'kind'));
  return kind === undefined ? undefined : `${kind}/${textOf(ownField(resource, 'name')) ?? ''}`;
}

const pathWords = (value: JsonValue): string | undefined => {
  const backend = ownField(value, 'backend');
  if (backend === undefined) return undefined;
  const path = textOf(ownField(value, 'path')) ?? '';
  return `${path} → ${backendWords(backend) ?? JSON.stringify(backend)}`.trim();
};

const portWords = (value: JsonValue): string | undefined => {
  const port = textOf(ownField(value, 'port'));
  if (port === undefined) return undefined;
  const name = textOf(ownField(value, 'name'));
  const target = textOf(ownField(value, 'targetPort')) ?? port;
  const protocol = textOf(ownField(value, 'protocol')) ?? 'TCP';
  return `${name === undefined ? '' : `${name} `}${port}/${protocol} → ${target}`;
};

/** A value of an object's field in as few characters as a person needs to know it; `undefined` where there is none. */
export function valueWords(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (isJsonList(value)) return value.map((item) => valueWords(item) ?? 'null').join(', ') || '[]';
  if (isJsonObject(value))
    return pathWords(value) ?? backendWords(value) ?? portWords(value) ?? JSON.stringify(value);
  return value === '' ? '""' : String(value);
}
