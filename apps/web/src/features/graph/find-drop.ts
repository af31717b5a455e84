import type { Connection } from '@fairlead/edits';
import type { IngressBackend } from '@fairlead/kube-objects';
import type { GraphNode, GraphRow } from '@fairlead/resource-graph';
import { isPortName } from '@fairlead/routing';
import type { ConnectTarget } from '../../drafts/connect-context.ts';
import { connectTargetOf } from '../../url-state/connect-target.ts';
import { selectionAt } from './selection-text.ts';

/** A node, or a row of it, as it is in the picture. */
export interface PicturePlace {
  readonly node: GraphNode;
  readonly row: GraphRow | undefined;
}

/** What dropping one thing on another does: a connection that is clear, or a question about the rest of it. */
export type Drop =
  | {
      readonly kind: 'open';
      readonly ref: ConnectTarget['ref'];
      readonly connection: Connection;
      /** What it is dropped on. */
      readonly name: string;
    }
  | { readonly kind: 'ask'; readonly target: ConnectTarget; readonly name: string };

type RuleRow = Extract<GraphRow, { kind: 'path' | 'default-backend' | 'host' }>;
type PortRow = Extract<GraphRow, { kind: 'port' }>;

const isRule = (row: GraphRow | undefined): row is RuleRow =>
  row?.kind === 'path' || row?.kind === 'default-backend' || row?.kind === 'host';

/** Whether a connection can be dragged from here: rules of Ingresses, Services, and what stands for a missing one. */
export const canBeDragged = ({ node, row }: PicturePlace): boolean =>
  node.kind === 'ingress' ? isRule(row) : node.kind === 'service' || node.kind === 'service-ghost';

const isTcp = (row: GraphRow | undefined): row is PortRow => row?.kind === 'port' && row.protocol === 'TCP';

/** The port that something was dropped on; of the Service as a whole its first. */
function findPort({ node, row }: PicturePlace): PortRow | undefined {
  if (row?.kind === 'port') return isTcp(row) ? row : undefined;
  return node.rows.find(isTcp);
}

const backendOf = (service: string, { name, port }: PortRow): IngressBackend => ({
  service: { name: service, port: isPortName(name) ? { name } : { number: port } },
});

function connectionFrom(
  { node, row }: { readonly node: GraphNode; readonly row: RuleRow },
  backend: IngressBackend,
) {
  switch (row.kind) {
    case 'path': {
      const { host, path, pathType } = row;
      return { kind: 'path', place: { host, path, pathType }, backend } as const;
    }
    case 'default-backend':
      return { kind: 'default-backend', backend } as const;
    case 'host': {
      const hasRoot = node.rows.some(
        (other) =>
          other.kind === 'path' && other.host === row.host && (other.path === '/' || other.path === ''),
      );
      const path = hasRoot ? `/${backend.service?.name ?? ''}` : '/';
      return { kind: 'new-path', host: row.host, path: { path, pathType: 'Prefix', backend } } as const;
    }
  }
}

/** What dropping `from` on `to` does; `undefined`: nothing can be connected so. Both are of one namespace then. */
export function findDrop(from: PicturePlace, to: PicturePlace): Drop | undefined {
  if (from.node.namespace !== to.node.namespace) return undefined;
  const target = connectTargetOf(selectionAt(from.node, from.row));
  if (target === undefined) return undefined;
  if (from.node.kind === 'service' && to.node.kind === 'workload')
    return { kind: 'ask', target: { ...target, pods: to.node.id }, name: to.node.name };
  const port = to.node.kind === 'service' ? findPort(to) : undefined;
  if (port === undefined) return undefined;
  const name = `${to.node.name}:${isPortName(port.name) ? port.name : port.port}`;
  if (from.node.kind === 'service-ghost') return { kind: 'ask', target, name };
  if (from.node.kind !== 'ingress' || !isRule(from.row)) return undefined;
  const backend = backendOf(to.node.name, port);
  return {
    kind: 'open',
    ref: target.ref,
    connection: connectionFrom({ node: from.node, row: from.row }, backend),
    name,
  };
}
