import { treeOf, type ObjectEdit, type PathName } from '@fairlead/edits';
import type { ServiceBackendPort } from '@fairlead/kube-objects';
import type { IngressPathPlace } from '@fairlead/routing';
import type { IngressRow } from './ingress-row.ts';

export const pathNameOf = ({ host, path, ordinal }: IngressPathPlace): PathName => ({
  host,
  path: path.path,
  pathType: path.pathType,
  ordinal,
});

export interface BackendChange {
  /** Absent: it stays. */
  readonly serviceName?: string;
  readonly port?: ServiceBackendPort | undefined;
}

/** The edit that sends the requests of a row elsewhere. */
export function editBackend({ source, path }: IngressRow, { serviceName, port }: BackendChange): ObjectEdit {
  const from = treeOf(source);
  const service = {
    ...treeOf(source.service ?? {}),
    ...(serviceName === undefined ? {} : { name: serviceName }),
    ...(port === undefined ? {} : { port: treeOf(port) }),
  };
  const to = { ...from, service };
  return path === undefined
    ? { kind: 'set-field', field: 'defaultBackend', from, to }
    : { kind: 'set-path-field', target: pathNameOf(path), field: 'backend', from, to };
}
