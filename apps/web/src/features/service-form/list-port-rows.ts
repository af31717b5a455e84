import { portNameAt, treeOf } from '@fairlead/edits';
import type { Service, ServicePort } from '@fairlead/kube-objects';
import { isDeepEqual } from '@fairlead/manifests';
import { protocolOf, servicePortId } from '@fairlead/routing';
import type { RowState } from '../../ui/form/row-mark.tsx';

/** A port of the draft, or one that the draft takes out. */
export interface PortRow {
  readonly port: ServicePort;
  /** Its place in the draft; `undefined` when it is taken out. */
  readonly index: number | undefined;
  /** The same port when the draft began. */
  readonly before: ServicePort | undefined;
  readonly state: RowState;
}

const hasSameNumber = (one: ServicePort, other: ServicePort): boolean =>
  one.port === other.port && protocolOf(one) === protocolOf(other);
const hasSameName = (one: ServicePort, other: ServicePort): boolean =>
  (one.name ?? '') === (other.name ?? '');

/** The surest likeness first: a number in the middle of being typed must not take another port's place. */
const likenesses: readonly ((one: ServicePort, other: ServicePort) => boolean)[] = [
  (one, other) => hasSameNumber(one, other) && hasSameName(one, other),
  (one, other) => hasSameName(one, other) && (one.name ?? '') !== '',
  hasSameNumber,
];

/** Which port each was when the draft began, each of those once; one that is alone stays itself whatever changes. */
function matchPorts(
  now: readonly ServicePort[],
  before: readonly ServicePort[],
): ReadonlyMap<ServicePort, ServicePort> {
  const found = new Map<ServicePort, ServicePort>();
  const left = new Set(before);
  for (const isLike of likenesses)
    for (const port of now) {
      const match = found.has(port) ? undefined : [...left].find((other) => isLike(port, other));
      if (match === undefined) continue;
      found.set(port, match);
      left.delete(match);
    }
  const [only] = left;
  const [single] = now;
  if (only !== undefined && single !== undefined && now.length === 1 && before.length === 1)
    found.set(single, only);
  return found;
}

function stateOf(port: ServicePort, before: ServicePort | undefined): RowState {
  if (before === undefined) return 'added';
  return isDeepEqual(treeOf(before), treeOf(port)) ? 'same' : 'changed';
}

/** The rows of the ports, those that are taken out last. A new Service has no changes to show. */
export function listPortRows(object: Service, base: Service | undefined): readonly PortRow[] {
  const ports = object.spec.ports ?? [];
  if (base === undefined)
    return ports.map((port, index) => ({ port, index, before: undefined, state: 'same' }));
  const before = base.spec.ports ?? [];
  const matches = matchPorts(ports, before);
  const kept = new Set(matches.values());
  const rows = ports.map((port, index): PortRow => {
    const old = matches.get(port);
    return { port, index, before: old, state: stateOf(port, old) };
  });
  const removed = before
    .filter((port) => !kept.has(port))
    .map((port): PortRow => ({ port, index: undefined, before: port, state: 'removed' }));
  return [...rows, ...removed];
}

/** How a port is called in sentences. */
export const portTitle = (port: ServicePort): string =>
  port.name === undefined || port.name === '' ? servicePortId(port) : `${port.name} (${port.port})`;

export const lastPortName = (object: Service): ReturnType<typeof portNameAt> | undefined => {
  const count = object.spec.ports?.length ?? 0;
  return count === 0 ? undefined : portNameAt(object, count - 1);
};
