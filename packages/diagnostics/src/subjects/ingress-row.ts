import { refOf, type IngressBackend } from '@fairlead/kube-objects';
import type {
  BackendResolution,
  IngressPathPlace,
  IngressPathReference,
  IngressReferences,
} from '@fairlead/routing';
import type { FindingPlace } from '../finding.ts';

/** A line of an Ingress that names a backend: a path, or the default backend. */
export interface IngressRow {
  readonly backend: BackendResolution;
  readonly source: IngressBackend;
  readonly place: FindingPlace;
  /** Names the line in the id of a finding. */
  readonly id: string;
  /** The requests it takes, as host and path. */
  readonly request: string;
  /** Absent of the default backend. */
  readonly path: IngressPathReference | undefined;
}

const anyHost = '*';

/** `shop.example.com/api`; `*` stands for any host, an absent path for every one. */
export const requestOf = ({ host, path }: Pick<IngressPathPlace, 'host' | 'path'>): string =>
  `${host || anyHost}${path.path || '/'}`;

export const pathIdOf = ({ host, path, ordinal }: IngressPathPlace): string =>
  `${host}~${path.path ?? ''}~${path.pathType}~${ordinal}`;

/** Where a finding about one path sits. */
export const placeOfPath = (
  { ingress }: Pick<IngressReferences, 'ingress'>,
  { host, path, ordinal }: IngressPathPlace,
): FindingPlace => ({
  ref: refOf(ingress),
  path: { host, path: path.path ?? '', pathType: path.pathType, ordinal },
});

/** All lines of an Ingress, the paths in the order of the object, then the default backend. */
export function listIngressRows(references: IngressReferences): readonly IngressRow[] {
  const { ingress, paths, defaultBackend } = references;
  const rows = paths.map((path) => ({
    backend: path.backend,
    source: path.path.backend,
    place: placeOfPath(references, path),
    id: pathIdOf(path),
    request: requestOf(path),
    path,
  }));
  if (defaultBackend === undefined) return rows;
  return [
    ...rows,
    {
      backend: defaultBackend.resolution,
      source: defaultBackend.source,
      place: { ref: refOf(ingress), field: 'spec.defaultBackend' },
      id: 'default-backend',
      request: `${anyHost}/`,
      path: undefined,
    },
  ];
}
