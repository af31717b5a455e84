import type { Column } from './graph.ts';

/*
 * Ids are texts that pages keep in their address. Every id within a lane has its namespace as the second part, so that
 * the lane of a node is known without looking it up; `-` stands where no namespace applies.
 */

export const clientsId = 'clients';

/** The node of everything that calls itself by this name in `spec.controller` of an IngressClass. */
export const controllerNodeId = (controller: string): string => `controller/-/${controller}`;

/** A controller without an IngressClass, by the key of its workload: that has a namespace, the node has none. */
export const unclassedControllerId = (workloadKey: string): string =>
  `running/-/${workloadKey.replaceAll('/', '.')}`;

/** An IngressClass that Ingresses name while the identity may not read IngressClasses. */
export const unreadClassId = (className: string): string => `class/-/${className}`;

/** A class that an annotation names and that has no IngressClass. */
export const annotatedClassId = (className: string): string => `annotated/-/${className}`;

export const classGhostId = (className: string): string => `ghost:IngressClass/-/${className}`;

export const serviceGhostId = (namespace: string, name: string): string =>
  `ghost:Service/${namespace}/${name}`;

/** Addresses that somebody wrote into slices: `name` is the Service that the slices are labelled with. */
export const endpointsNodeId = (namespace: string, name: string): string => `endpoints/${namespace}/${name}`;

export const externalNodeId = (namespace: string, serviceName: string): string =>
  `external/${namespace}/${serviceName}`;

export const hiddenNodeId = (namespace: string, column: Column): string => `hidden/${namespace}/${column}`;

export const finishedNodeId = (namespace: string): string => `finished/${namespace}/-`;

export const foldedNodeId = (namespace: string, column: Column): string => `folded/${namespace}/${column}`;

/** `undefined` for nodes of the Exposure column. */
export function namespaceOfNodeId(nodeId: string): string | undefined {
  const namespace = nodeId.split('/', 2)[1];
  return namespace === '-' ? undefined : namespace;
}

export const hostRowId = (host: string): string => `host:${host}`;

export const defaultBackendRowId = 'default-backend';

export const portRowId = (portId: string): string => `port:${portId}`;

export const podRowId = (name: string): string => `pod:${name}`;

export const moreRowId = 'more';

/** Names a path row by what it says; `ordinal` tells equal rows apart. Findings name paths by the same four values. */
export function pathRowId(path: {
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly ordinal: number;
}): string {
  return `path:${path.host}|${path.pathType}|${path.ordinal}|${path.path}`;
}

/** `nodeId#rowId`, the text under which a row is marked and selected; the node's id alone without a row. */
export const targetOf = (nodeId: string, rowId: string | undefined): string =>
  rowId === undefined ? nodeId : `${nodeId}#${rowId}`;

/** Takes a target apart at its first `#`: no node id contains one. */
export function splitTarget(target: string): { readonly nodeId: string; readonly rowId: string | undefined } {
  const at = target.indexOf('#');
  return at < 0
    ? { nodeId: target, rowId: undefined }
    : { nodeId: target.slice(0, at), rowId: target.slice(at + 1) };
}
