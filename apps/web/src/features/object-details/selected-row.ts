import type { ClusterObject, Ingress, IngressBackend, ObjectRef, ServicePort } from '@fairlead/kube-objects';
import type { Finding } from '@fairlead/diagnostics';
import { isTlsHost, listIngressPaths, servicePortId } from '@fairlead/routing';
import type { CopyableAddress } from '../../workers/copyable-address.ts';
import type { DetailsAnswer, RouteHop } from '../../workers/questions.ts';
import { addressKindOf, type AddressKind } from './address-kind.ts';

/** One rule of an Ingress as the panel shows it. */
export interface ShownPath {
  readonly path: string;
  readonly pathType: string;
  /** `orders:http`; empty text: the rule names no backend. */
  readonly backend: string;
  readonly backendRef: ObjectRef | undefined;
}

/** The row of an object that a selection names. */
export type SelectedRow =
  | {
      readonly kind: 'rules';
      readonly host: string;
      /** `undefined`: the host as a whole. */
      readonly path: string | undefined;
      readonly hasTls: boolean;
      readonly paths: readonly ShownPath[];
    }
  | { readonly kind: 'port'; readonly portId: string; readonly port: ServicePort };

type RulesRow = Extract<SelectedRow, { readonly kind: 'rules' }>;

function backendText({ service, resource }: IngressBackend): string {
  if (resource !== undefined) return `${resource.kind} ${resource.name}`;
  if (service === undefined) return '';
  const port = service.port?.name ?? service.port?.number;
  return port === undefined ? service.name : `${service.name}:${port}`;
}

function toShownPath(ingress: Ingress, path: string | undefined): (place: PathPlace) => ShownPath {
  return ({ path: { path: text = '', pathType, backend } }) => ({
    path: path ?? text,
    pathType,
    backend: backendText(backend),
    backendRef:
      backend.service === undefined
        ? undefined
        : { kind: 'Service', namespace: ingress.metadata.namespace, name: backend.service.name },
  });
}

type PathPlace = ReturnType<typeof listIngressPaths>[number];

function findRules(ingress: Ingress, host: string, path: string | undefined): SelectedRow | undefined {
  const places = listIngressPaths(ingress).filter(
    (place) => place.host === host && (path === undefined || (place.path.path ?? '') === path),
  );
  if (places.length === 0) return undefined;
  const paths = places.map(toShownPath(ingress, path));
  return { kind: 'rules', host, path, hasTls: isTlsHost(ingress, host), paths };
}

/** `undefined`: the object has no such row (any more), or rows of its kind cannot be selected. */
export function findSelectedRow(object: ClusterObject, row: readonly string[]): SelectedRow | undefined {
  const [first, path] = row;
  if (first === undefined) return undefined;
  if (object.kind === 'Ingress') return findRules(object, first, path);
  if (object.kind !== 'Service') return undefined;
  const port = (object.spec.ports ?? []).find((candidate) => servicePortId(candidate) === first);
  return port === undefined ? undefined : { kind: 'port', portId: first, port };
}

/** Whether a finding sits in the row. */
export function isFindingOfRow({ place }: Finding, row: SelectedRow): boolean {
  if (row.kind === 'port') return place.portId === row.portId;
  return (
    place.path !== undefined &&
    place.path.host === row.host &&
    (row.path === undefined || place.path.path === row.path)
  );
}

/** A path as the rule has it: a URL holds it percent-encoded. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}

/** A pattern's URL holds a word of the reader's in place of the star. */
const isHostOfRow = (host: string, rowHost: string): boolean =>
  rowHost === '' || host === rowHost || (rowHost.startsWith('*') && host.endsWith(rowHost.slice(1)));

function isUrlOfRow(text: string, row: RulesRow): boolean {
  const [, host = '', path = ''] = /https?:\/\/([^/:\s']+)(?::\d+)?(\/[^\s']*)/.exec(text) ?? [];
  if (host === '' || !isHostOfRow(host, row.host)) return false;
  return row.path === undefined || decodePath(path) === (row.path === '' ? '/' : row.path);
}

/** Whether an address to copy is one of the row: its URL or `curl` line, the hosts line of its host, its port. */
function isAddressOfRow({ text }: CopyableAddress, row: SelectedRow): boolean {
  if (row.kind === 'port')
    return [row.port.port, row.port.nodePort].some(
      (number) => number !== undefined && text.endsWith(`:${number}`),
    );
  if (addressKindOf(text) !== 'hosts') return isUrlOfRow(text, row);
  return row.host !== '' && isHostOfRow(text.split(/\s+/).at(-1) ?? '', row.host);
}

/** The routes that go through the row, as far as the words of their hops tell. */
function isRouteOfRow(hops: readonly RouteHop[], row: SelectedRow): boolean {
  if (row.kind === 'port')
    return hops.some(
      ({ ref, detail }) => ref?.kind === 'Service' && detail.startsWith(`\`${row.port.port} `),
    );
  const text = `${row.host === '' ? '' : `\`${row.host}`}${row.path === undefined ? '' : `${row.path}\``}`;
  return hops.some(({ ref, detail }) => ref?.kind === 'Ingress' && detail.includes(text));
}

export interface RowDetails {
  readonly addresses: readonly CopyableAddress[];
  readonly routes: DetailsAnswer['routes'];
}

const kindRanks: Readonly<Record<AddressKind, number>> = { plain: 0, url: 1, curl: 2, hosts: 3 };

/** What of an object's details belongs to the row. */
export const detailsOfRow = ({ addresses, routes }: DetailsAnswer, row: SelectedRow): RowDetails => ({
  addresses: addresses
    .filter((address) => isAddressOfRow(address, row))
    .toSorted((a, b) => kindRanks[addressKindOf(a.text)] - kindRanks[addressKindOf(b.text)]),
  routes: routes.filter((hops) => isRouteOfRow(hops, row)),
});
