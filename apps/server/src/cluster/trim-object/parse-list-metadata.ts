import { brokenAnswer } from './json-bytes.ts';

/** `metadata` of a list. */
export interface ListMetadata {
  readonly resourceVersion: string;
  /** Present while more pages follow. */
  readonly continueToken: string | undefined;
  /** How many objects follow after this page, where the API server says. */
  readonly remainingItemCount: number | undefined;
}

export function parseListMetadata(json: string): ListMetadata {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    throw brokenAnswer("the list's metadata is no JSON", cause);
  }
  if (typeof raw !== 'object' || raw === null) throw brokenAnswer("the list's metadata is no object");
  const { resourceVersion, continue: token, remainingItemCount } = raw as Record<string, unknown>;
  if (typeof resourceVersion !== 'string' || resourceVersion === '')
    throw brokenAnswer('the list has no resourceVersion');
  return {
    resourceVersion,
    continueToken: typeof token === 'string' && token !== '' ? token : undefined,
    remainingItemCount: typeof remainingItemCount === 'number' ? remainingItemCount : undefined,
  };
}
