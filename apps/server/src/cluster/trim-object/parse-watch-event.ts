import { brokenAnswer } from './json-bytes.ts';

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw brokenAnswer('a part of it is no JSON', cause);
  }
}

/** The resourceVersion a BOOKMARK's object carries; nothing else of that object means anything. */
export function parseBookmarkVersion(object: unknown): string {
  const { metadata } = (object ?? {}) as { metadata?: { resourceVersion?: unknown } | null };
  const version = metadata?.resourceVersion;
  if (typeof version !== 'string' || version === '') throw brokenAnswer('a bookmark has no resourceVersion');
  return version;
}
