import { ownField, isJsonList, type JsonObject } from '@fairlead/manifests';
import type { PathName, PortName, RuleName, TlsName } from './edit.ts';
import { itemsAt, objectAt, textAt } from './json-tree.ts';

/** Lists of an object whose items are named. Paths stand inside of rules and are reached by host. */
export type ListName = 'ports' | 'rules' | 'tls';

/** What tells a part from the others of its list, but for its ordinal. */
export interface PartId {
  readonly id: string;
  readonly ordinal: number;
}

export const partsOf = (tree: JsonObject, list: ListName): readonly JsonObject[] =>
  itemsAt(objectAt(tree, 'spec'), list);

export const pathsOf = (rule: JsonObject | undefined): readonly JsonObject[] =>
  itemsAt(ownField(rule, 'http'), 'paths');

export const protocolOf = (port: JsonObject): string => textAt(port, 'protocol') ?? 'TCP';
export const hostOf = (rule: JsonObject | undefined): string => textAt(rule, 'host') ?? '';

const portNumber = (port: JsonObject): number => {
  const value = ownField(port, 'port');
  return typeof value === 'number' ? value : 0;
};

const hostsOf = (tls: JsonObject): readonly string[] => {
  const hosts = ownField(tls, 'hosts');
  return isJsonList(hosts) ? hosts.map(String) : [];
};

const portId = (port: number, protocol: string): string => `${port}/${protocol}`;
const tlsId = (secretName: string | undefined, hosts: readonly string[]): string =>
  JSON.stringify([secretName ?? null, ...hosts]);
const pathId = (path: string | undefined, pathType: string): string =>
  JSON.stringify([path ?? null, pathType]);

export const idOfPath = (path: JsonObject): string =>
  pathId(textAt(path, 'path'), textAt(path, 'pathType') ?? '');

const idOf: Readonly<Record<ListName, (item: JsonObject) => string>> = {
  ports: (port) => portId(portNumber(port), protocolOf(port)),
  rules: hostOf,
  tls: (tls) => tlsId(textAt(tls, 'secretName'), hostsOf(tls)),
};

export const idOfItem = (list: ListName, item: JsonObject): string => idOf[list](item);

/** Port, rule and TLS names in the one form in which lists are searched. */
export function idOfName(name: PortName | RuleName | TlsName): PartId {
  const { ordinal } = name;
  if ('port' in name) return { id: portId(name.port, name.protocol), ordinal };
  if ('hosts' in name) return { id: tlsId(name.secretName, name.hosts), ordinal };
  return { id: name.host, ordinal };
}

const idOfPathName = (name: PathName): PartId => ({
  id: pathId(name.path, name.pathType),
  ordinal: name.ordinal,
});

function ordinalAt(list: ListName, items: readonly JsonObject[], index: number): number {
  const item = items[index];
  if (item === undefined) return 0;
  const id = idOf[list](item);
  return items.slice(0, index).filter((other) => idOf[list](other) === id).length;
}

export function portNameIn(items: readonly JsonObject[], index: number): PortName {
  const port = items[index] ?? {};
  return { port: portNumber(port), protocol: protocolOf(port), ordinal: ordinalAt('ports', items, index) };
}

export function ruleNameIn(items: readonly JsonObject[], index: number): RuleName {
  return { host: hostOf(items[index]), ordinal: ordinalAt('rules', items, index) };
}

export function tlsNameIn(items: readonly JsonObject[], index: number): TlsName {
  const tls = items[index] ?? {};
  return {
    secretName: textAt(tls, 'secretName'),
    hosts: hostsOf(tls),
    ordinal: ordinalAt('tls', items, index),
  };
}

/** Where a path stands: positions are good for one object as it is now, and only to show or to find. */
export interface PathPlace {
  readonly ruleIndex: number;
  readonly pathIndex: number;
}

function placesOfHost(rules: readonly JsonObject[], host: string): readonly (PathPlace & { id: string })[] {
  return rules.flatMap((rule, ruleIndex) =>
    hostOf(rule) === host
      ? pathsOf(rule).map((path, pathIndex) => ({ ruleIndex, pathIndex, id: idOfPath(path) }))
      : [],
  );
}

export function pathNameIn(rules: readonly JsonObject[], { ruleIndex, pathIndex }: PathPlace): PathName {
  const host = hostOf(rules[ruleIndex]);
  const path = pathsOf(rules[ruleIndex])[pathIndex] ?? {};
  const id = idOfPath(path);
  const before = placesOfHost(rules, host).filter(
    (place) =>
      place.id === id &&
      (place.ruleIndex < ruleIndex || (place.ruleIndex === ruleIndex && place.pathIndex < pathIndex)),
  );
  return {
    host,
    path: textAt(path, 'path'),
    pathType: textAt(path, 'pathType') ?? '',
    ordinal: before.length,
  };
}

export function indexOfPart(list: ListName, items: readonly JsonObject[], part: PartId): number | undefined {
  let ordinal = 0;
  for (const [index, item] of items.entries()) {
    if (idOf[list](item) !== part.id) continue;
    if (ordinal === part.ordinal) return index;
    ordinal += 1;
  }
  return undefined;
}

export function placeOfPath(rules: readonly JsonObject[], name: PathName): PathPlace | undefined {
  const { id, ordinal } = idOfPathName(name);
  return placesOfHost(rules, name.host).filter((place) => place.id === id)[ordinal];
}
