import { numberAt, textAt } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { parseBase64Url, toBase64Url } from '../json/base64-url.ts';

/** Where the next page of a list begins. `revision` -1: at whatever revision is current then. */
export interface ContinueToken {
  readonly revision: number;
  /** The key from which on objects belong to the page, relative to the list. */
  readonly start: string;
}

export const writeContinueToken = ({ revision, start }: ContinueToken): string =>
  toBase64Url(JSON.stringify({ v: 'meta.k8s.io/v1', rv: revision, start }));

/** Reads a token back; `problem` as the API server words it. */
export function parseContinueToken(text: string): ContinueToken | { readonly problem: string } {
  const decoded = parseBase64Url(text);
  if (decoded === undefined)
    return { problem: 'continue key is not valid: illegal base64 data at input byte 0' };
  const parsed = parseJson(decoded);
  if ('problem' in parsed) return { problem: `continue key is not valid: ${parsed.problem}` };
  const [version, start] = [textAt(parsed.value, 'v'), textAt(parsed.value, 'start')];
  if (version !== 'meta.k8s.io/v1' || start === '') {
    return { problem: 'continue key is not valid: server does not recognize this encoded version' };
  }
  return { revision: numberAt(parsed.value, 'rv'), start: start.replace(/^\//, '') };
}
