import type { RoutingRequest } from '../request.ts';
import { parseCurlWords } from './parse-curl-words.ts';
import { parseUrlText } from './parse-url-text.ts';
import { requestProblem, type RequestLineProblem } from './request-problem.ts';
import { splitCommandWords } from './split-command-words.ts';

/** What a text asks for, or where in it the reading ended and why. */
export type RequestLine = { readonly kind: 'request'; readonly request: RoutingRequest } | RequestLineProblem;

/** A prompt may have been copied with the command. */
const curlStart = /^\s*(?:[$%>#]\s+)?curl(?:\.exe)?(?=\s|$)/i;
const methodStart = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)\s+(?=\S)/i;

function parseCurlLine(text: string, start: number): RequestLine {
  // Blanks stand in for what is in front, so that positions count from the beginning of the text.
  const line = splitCommandWords(`${' '.repeat(start)}${text.slice(start)}`);
  return line.kind === 'problem' ? line : parseCurlWords(line.words, text.length);
}

/**
 * The request that somebody means by `shop.example.com/api`, by a URL, by a method and a URL, or by a curl command. Without
 * a scheme it is http, as for curl. Headers named Host and Cookie become the request's host and cookies; names given to
 * `--resolve` change where curl connects, not what it asks for. Nothing is decoded.
 */
export function parseRequestLine(text: string): RequestLine {
  const curl = curlStart.exec(text)?.[0];
  if (curl !== undefined) return parseCurlLine(text, curl.length);
  const start = text.search(/\S/);
  if (start === -1) return requestProblem('empty', 0);
  const line = text.slice(start).trimEnd();
  const [head = '', method = 'GET'] = methodStart.exec(line) ?? [];
  const url = parseUrlText(line.slice(head.length), start + head.length);
  if (url.kind === 'problem') return url;
  const { scheme, host, path, query } = url;
  return {
    kind: 'request',
    request: { method: method.toUpperCase(), scheme, host, path, ...(query === undefined ? {} : { query }) },
  };
}
