import { treeOf } from '@fairlead/edits';
import type { Ingress, IngressTls } from '@fairlead/kube-objects';
import { isDeepEqual } from '@fairlead/manifests';
import { isTlsHost } from '@fairlead/routing';
import type { RowState } from '../../ui/form/row-mark.tsx';

/** A TLS entry of the draft, or one that the draft takes out. */
export interface TlsRow {
  readonly tls: IngressTls;
  readonly index: number | undefined;
  readonly before: IngressTls | undefined;
  readonly state: RowState;
}

const isEqual = (a: IngressTls, b: IngressTls): boolean => isDeepEqual(treeOf(a), treeOf(b));

/** The entry it was: the same, else of the same Secret, else for one of the same hosts. */
function findBefore(tls: IngressTls, left: readonly IngressTls[]): IngressTls | undefined {
  const { hosts = [], secretName } = tls;
  return (
    left.find((other) => isEqual(other, tls)) ??
    left.find((other) => other.secretName !== undefined && other.secretName === secretName) ??
    left.find((other) => (other.hosts ?? []).some((host) => hosts.includes(host)))
  );
}

/** The rows of the TLS entries, those that are taken out last. */
export function listTlsRows(object: Ingress, base: Ingress | undefined): readonly TlsRow[] {
  const left = [...(base?.spec.tls ?? [])];
  const rows = (object.spec.tls ?? []).map((tls, index): TlsRow => {
    const before = findBefore(tls, left);
    if (before !== undefined) left.splice(left.indexOf(before), 1);
    const changed = before === undefined ? 'added' : isEqual(before, tls) ? 'same' : 'changed';
    return { tls, index, before, state: base === undefined ? 'same' : changed };
  });
  return [...rows, ...left.map((tls): TlsRow => ({ tls, index: undefined, before: tls, state: 'removed' }))];
}

/** The first entry that covers a host. */
export const findTls = (object: Ingress, host: string): IngressTls | undefined =>
  (object.spec.tls ?? []).find((entry) => isTlsHost({ ...object, spec: { tls: [entry] } }, host));

/** Hosts of rules that no TLS entry covers. */
export const listUncoveredHosts = (object: Ingress): readonly string[] => [
  ...new Set(
    (object.spec.rules ?? []).flatMap(({ host = '' }) =>
      host === '' || isTlsHost(object, host) ? [] : [host],
    ),
  ),
];

/** Hosts as one types them in a line: with commas or spaces between them. */
export const toHosts = (text: string): readonly string[] =>
  text.split(/[\s,]+/).filter((host) => host !== '');
