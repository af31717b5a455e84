import {
  labelValue,
  objectKey,
  serviceNameLabel,
  type AppliedChange,
  type Kind,
  type ObjectKey,
  type StringMap,
} from '@fairlead/kube-objects';
import { lookupKeysOf } from './lookup-keys.ts';

/** Labels or a selector, and the namespace they were looked for in. */
export interface LabelQuery {
  readonly namespace: string;
  readonly pairs: StringMap;
}

/** Everything the checks of one unit have read, as names that a change can be compared with. */
export interface ReadLog {
  /** Objects, lists and lookups by name: see the functions below. */
  readonly keys: Set<string>;
  /** Selectors of Services and workloads that Pods were searched by. */
  readonly podSelectors: LabelQuery[];
  /** Labels of Pods that selecting Services were searched by. */
  readonly podLabels: LabelQuery[];
}

export const buildReadLog = (): ReadLog => ({ keys: new Set(), podSelectors: [], podLabels: [] });

export const objectReadKey = (key: ObjectKey): string => `object ${key}`;
export const listReadKey = (kind: Kind, namespace: string | undefined): string =>
  namespace === undefined ? `list ${kind}` : `list ${kind}/${namespace}`;
export const slicesReadKey = (namespace: string, serviceName: string): string =>
  `slices ${namespace}/${serviceName}`;
export const namespacesReadKey = 'namespaces';
export const controllersReadKey = 'controllers';

/** The names under which somebody may have read what a change is about. */
export function readKeysTouchedBy({ key, kind, before, after }: AppliedChange): ReadonlySet<string> {
  const keys = new Set([objectReadKey(key), listReadKey(kind, undefined)]);
  for (const object of [before, after]) {
    if (object === undefined) {
      keys.add(namespacesReadKey);
      continue;
    }
    const { namespace, labels } = object.metadata;
    if (namespace !== undefined) keys.add(listReadKey(kind, namespace));
    if (kind === 'EndpointSlice')
      keys.add(slicesReadKey(namespace ?? '', labelValue(labels, serviceNameLabel) ?? ''));
    for (const lookupKey of lookupKeysOf(object)) keys.add(lookupKey);
  }
  return keys;
}

export const readKeyOf = (kind: Kind, namespace: string | undefined, name: string): string =>
  objectReadKey(objectKey(kind, namespace, name));
