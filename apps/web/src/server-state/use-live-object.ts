import type { ObjectRef } from '@fairlead/kube-objects';
import { useEffect, useRef } from 'react';
import { ApiFailure } from './api-failure.ts';
import { useObject } from './use-object.ts';

/** A whole object followed by the update stream. `gone`: the API server says there is none. */
export type LiveReading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'read'; readonly object: Readonly<Record<string, unknown>> };

const versionOf = ({ metadata }: Readonly<Record<string, unknown>>): unknown =>
  typeof metadata === 'object' && metadata !== null && 'resourceVersion' in metadata
    ? metadata.resourceVersion
    : undefined;

const isGone = (error: Error): boolean =>
  error instanceof ApiFailure && error.error.code === 'OBJECT_NOT_FOUND';

const nothing = Symbol('nothing yet');

/**
 * The whole object as it is on the cluster, read again whenever the update stream shows another version of it or none
 * (`streamVersion`; `undefined` while the stream has none).
 */
export function useLiveObject(ref: ObjectRef, streamVersion: string | undefined): LiveReading {
  const { data, error, refetch, isFetching } = useObject(ref);
  const readVersion = data === undefined ? undefined : versionOf(data.object);
  const askedFor = useRef<string | undefined | typeof nothing>(nothing);
  // Synchronises with the cluster: what was read is older than what the stream shows. One reading for one version of the
  // stream, and never before the one under way has ended: that one may have left before the change.
  useEffect(() => {
    if (isFetching) return;
    const isAsked = askedFor.current === streamVersion;
    askedFor.current = streamVersion;
    if (readVersion === streamVersion || isAsked) return;
    void refetch();
  }, [streamVersion, readVersion, isFetching, refetch]);
  if (error !== null && isGone(error)) return { kind: 'gone' };
  if (data !== undefined && error === null) return { kind: 'read', object: data.object };
  return error === null ? { kind: 'loading' } : { kind: 'failed', error };
}
