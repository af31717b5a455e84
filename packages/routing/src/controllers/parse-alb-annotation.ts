import type { RedirectTemplate } from '../engine/route.ts';

/** One Service of a forward; `undefined`: a target group that is known to AWS alone. */
export interface AlbTarget {
  readonly service: { readonly name: string; readonly port: number | string } | undefined;
  readonly weight: number;
}

/** What the annotation `actions.<name>` asks for. */
export type AlbAction =
  | { readonly type: 'forward'; readonly targets: readonly AlbTarget[] }
  | { readonly type: 'redirect'; readonly redirect: RedirectTemplate }
  | { readonly type: 'fixed-response'; readonly status: number };

/** One entry of the annotation `conditions.<name>`. */
export interface AlbCondition {
  readonly field: string;
  readonly headerName: string;
  readonly values: readonly string[];
  readonly pairs: readonly { readonly key: string | undefined; readonly value: string }[];
}

type Fields = ReadonlyMap<string, unknown>;

/** Objects as maps with keys in lower case, as Go reads JSON. */
function readJson(text: string): unknown {
  try {
    return foldKeys(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function foldKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(foldKeys);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), foldKeys(each)]));
}

const fieldsOf = (value: unknown): Fields => (value instanceof Map ? value : new Map());
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((each) => typeof each === 'string');
const textOf = (fields: Fields, key: string): string | undefined => {
  const value = fields.get(key);
  return typeof value === 'string' ? value : undefined;
};

/** `302`, `HTTP_302`; `undefined` for no status. */
function statusOf(fields: Fields): number | undefined {
  const found = /^(?:HTTP_)?(\d{3})$/.exec(String(fields.get('statuscode')));
  return found === null ? undefined : Number(found[1]);
}

function toRedirect(fields: Fields): AlbAction | undefined {
  const status = statusOf(fields);
  if (status === undefined) return undefined;
  const parts = (['protocol', 'host', 'port', 'path', 'query'] as const).flatMap((key) => {
    const text = textOf(fields, key);
    return text === undefined ? [] : [{ [key]: text }];
  });
  return { type: 'redirect', redirect: Object.assign({ status }, ...parts) as RedirectTemplate };
}

function toTarget(value: unknown, isOnly: boolean): AlbTarget | undefined {
  const fields = fieldsOf(value);
  const name = textOf(fields, 'servicename');
  const port = fields.get('serviceport');
  const weight = fields.get('weight');
  if (!isOnly && typeof weight !== 'number') return undefined;
  const shared = { weight: typeof weight === 'number' ? weight : 1 };
  if ((name === undefined) === (textOf(fields, 'targetgrouparn') === undefined)) return undefined;
  if (name === undefined) return { service: undefined, ...shared };
  if (typeof port !== 'number' && typeof port !== 'string') return undefined;
  return { service: { name, port: /^\d+$/.test(`${port}`) ? Number(port) : port }, ...shared };
}

function toForward(fields: Fields): AlbAction | undefined {
  const isSimple = textOf(fields, 'targetgrouparn') !== undefined;
  const groups = isSimple ? [fields] : listOf(fieldsOf(fields.get('forwardconfig')).get('targetgroups'));
  const targets = groups.map((group) => toTarget(group, groups.length === 1));
  const known = targets.filter((target) => target !== undefined);
  return known.length === 0 || known.length < targets.length
    ? undefined
    : { type: 'forward', targets: known };
}

/** What `actions.<name>` says; `undefined`: the controller refuses it. */
export function parseAlbAction(text: string): AlbAction | undefined {
  const fields = fieldsOf(readJson(text));
  switch (fields.get('type')) {
    case 'forward':
      return toForward(fields);
    case 'redirect':
      return toRedirect(fieldsOf(fields.get('redirectconfig')));
    case 'fixed-response': {
      const status = statusOf(fieldsOf(fields.get('fixedresponseconfig')));
      return status === undefined ? undefined : { type: 'fixed-response', status };
    }
    default:
      return undefined;
  }
}

const configs: ReadonlyMap<string, string> = new Map([
  ['host-header', 'hostheaderconfig'],
  ['path-pattern', 'pathpatternconfig'],
  ['http-header', 'httpheaderconfig'],
  ['http-request-method', 'httprequestmethodconfig'],
  ['query-string', 'querystringconfig'],
  ['source-ip', 'sourceipconfig'],
]);

function toCondition(value: unknown): AlbCondition | undefined {
  const fields = fieldsOf(value);
  const field = textOf(fields, 'field') ?? '';
  const config = fieldsOf(fields.get(configs.get(field) ?? ''));
  const values = listOf(config.get('values'));
  if (values.length === 0) return undefined;
  const pairs = values.map(fieldsOf).flatMap((pair) => {
    const text = textOf(pair, 'value');
    return text === undefined ? [] : [{ key: textOf(pair, 'key'), value: text }];
  });
  return { field, headerName: textOf(config, 'httpheadername') ?? '', values: textsOf(values), pairs };
}

/** What `conditions.<name>` says; `undefined`: the controller refuses it. */
export function parseAlbConditions(text: string): readonly AlbCondition[] | undefined {
  const list = readJson(text);
  if (!Array.isArray(list)) return undefined;
  const conditions = list.map(toCondition);
  return conditions.every((each) => each !== undefined) ? conditions : undefined;
}

/** The schemes of `listen-ports`; `undefined`: the controller refuses it. */
export function parseListenPorts(text: string): ReadonlySet<string> | undefined {
  const entries = listOf(readJson(text)).flatMap((entry) => [...fieldsOf(entry)]);
  const isValid = entries.every(
    ([protocol, port]) => ['http', 'https'].includes(protocol) && typeof port === 'number',
  );
  return entries.length > 0 && isValid ? new Set(entries.map(([protocol]) => protocol)) : undefined;
}
