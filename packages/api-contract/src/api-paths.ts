import type { ObjectRef } from '@fairlead/kube-objects';
import type { WritableKind } from './routes/edits.ts';

/** Where each API call lives, as a pattern: the server registers these, the functions below fill them. */
export const apiPaths = {
  session: '/api/session',
  sessionCode: '/api/session/code',
  contexts: '/api/contexts',
  cluster: '/api/contexts/:context',
  snapshot: '/api/contexts/:context/snapshot',
  updates: '/api/contexts/:context/updates',
  object: '/api/contexts/:context/objects/:kind/:namespace/:name',
  objectEvents: '/api/contexts/:context/objects/:kind/:namespace/:name/events',
  retry: '/api/contexts/:context/retry',
  access: '/api/contexts/:context/access',
  dryRun: '/api/contexts/:context/edits/dry-run',
  applyEdit: '/api/contexts/:context/edits/apply',
  kindSchema: '/api/contexts/:context/schemas/:kind',
  tlsSecrets: '/api/contexts/:context/tls-secrets/:namespace',
  controllerSettings: '/api/contexts/:context/controller-settings/:kind/:namespace/:name',
  certificate: '/api/contexts/:context/tls-secrets/:namespace/:name',
} as const;

/** Namespace of a cluster-scoped object in an address. */
export const noNamespace = '-';

const contextBase = (context: string): string => `/api/contexts/${encodeURIComponent(context)}`;

export const clusterPath = (context: string): string => contextBase(context);
export const snapshotPath = (context: string): string => `${contextBase(context)}/snapshot`;
export const retryPath = (context: string): string => `${contextBase(context)}/retry`;
export const accessPath = (context: string): string => `${contextBase(context)}/access`;
export const dryRunPath = (context: string): string => `${contextBase(context)}/edits/dry-run`;
export const applyEditPath = (context: string): string => `${contextBase(context)}/edits/apply`;

export const kindSchemaPath = (context: string, kind: WritableKind): string =>
  `${contextBase(context)}/schemas/${kind}`;
export const tlsSecretsPath = (context: string, namespace: string): string =>
  `${contextBase(context)}/tls-secrets/${encodeURIComponent(namespace)}`;
export const certificatePath = (context: string, namespace: string, name: string): string =>
  `${tlsSecretsPath(context, namespace)}/${encodeURIComponent(name)}`;

export const controllerSettingsPath = (context: string, { kind, namespace, name }: ObjectRef): string =>
  `${contextBase(context)}/controller-settings/${[kind, namespace ?? noNamespace, name].map((part) => encodeURIComponent(part)).join('/')}`;

/** The socket goes on from a snapshot, or from the last `changes` frame the tab has applied. */
export const updatesPath = (
  context: string,
  position: { readonly epoch: string; readonly revision: number },
): string =>
  `${contextBase(context)}/updates?epoch=${encodeURIComponent(position.epoch)}&revision=${position.revision}`;

export function objectPath(context: string, { kind, namespace, name }: ObjectRef): string {
  const parts = [kind, namespace ?? noNamespace, name].map((part) => encodeURIComponent(part));
  return `${contextBase(context)}/objects/${parts.join('/')}`;
}

/** With a uid only the Events of that very object, not those of an older one of its name. */
export const objectEventsPath = (context: string, ref: ObjectRef, uid?: string): string =>
  `${objectPath(context, ref)}/events${uid === undefined ? '' : `?uid=${encodeURIComponent(uid)}`}`;
