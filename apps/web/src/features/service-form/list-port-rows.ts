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

/** The port it was: of the same number and protocol, else of the same name, else at the same place. */
function findBefore(
  port: ServicePort,
  index: number,
  before: readonly ServicePort[],
): ServicePort | undefined {
  const isSame = (other: ServicePort): boolean =>
    other.port === port.port && protocolOf(other) === protocolOf(port);
  const named = (other: ServicePort): boolean => other.name !== undefined && other.name === port.name;
  return before.find(isSame) ?? before.find(named) ?? (before.length === 1 ? before[index] : undefined);
}

/** The rows of the ports, those that are taken out last. */
export function listPortRows(object: Service, base: Service | undefined): readonly PortRow[] {
  const before = base?.spec.ports ?? [];
  const rows = (object.spec.ports ?? []).map((port, index): PortRow => {
    const old = findBefore(port, index, before);
    const state =
      base === undefined
        ? 'same'
        : old === undefined
          ? 'added'
          : isDeepEqual(treeOf(old), treeOf(port))
            ? 'same'
            : 'changed';
    return { port, index, before: old, state };
  });
  const kept = new Set(rows.map(({ before: old }) => old));
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
