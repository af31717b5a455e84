import { parseRequestLine, type RoutingRequest } from '@fairlead/routing';
import { UsageError } from '../command-line.ts';
import { readFormat } from '../input/read-format.ts';
import { readSource, sourceHelp, sourceOptions, type ObjectSource } from '../input/source-flags.ts';
import { parseFlagsAndWords } from '../parse-flags.ts';
import {
  profileHelp,
  profileOptions,
  readProfileChoice,
  type ProfileChoice,
} from '../input/profile-flags.ts';
import { explainRequestLine } from './explain-request-line.ts';

export type TraceFlags =
  | { readonly kind: 'help' }
  | { readonly kind: 'batch'; readonly file: string }
  | {
      readonly kind: 'request';
      readonly request: RoutingRequest;
      readonly source: ObjectSource;
      readonly choice: ProfileChoice;
      readonly format: 'text' | 'json';
    };

export const traceHelp = `fairlead trace: say where a request goes, and why

  fairlead trace URL [flags]
  fairlead trace --batch FILE|- --format json

URL may be shop.example.com/api, a whole URL, or a curl command in quotes.

${sourceHelp}
${profileHelp}
  --method NAME         another method than GET
  -H, --header 'K: V'   a header; Host and Cookie are understood; may be repeated
  --batch FILE          answer one JSON object per line of FILE, or of standard input for -
  --format text|json    text for people (default), JSON for programs
  -h, --help            show this

Examples:
  fairlead trace https://shop.example.com/api -f manifests/
  fairlead trace shop.example.com/api --context prod -H 'X-Canary: always'
  kubectl get ing,ingressclass,svc,endpointslices,pods -A -o yaml | fairlead trace shop.example.com -f -
  fairlead trace --batch worlds.jsonl --format json

Exit status: 0 it reaches a ready backend, an external name or a redirect; 1 it does not; 2 bad input.`;

const options = {
  ...sourceOptions,
  ...profileOptions,
  method: { type: 'string' },
  header: { type: 'string', short: 'H', multiple: true },
  batch: { type: 'string' },
  format: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseFlagsAndWords<typeof options>>['values'];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Headers are read as curl reads them. */
function readHeaders(
  headers: readonly string[],
): Pick<RoutingRequest, 'headers' | 'cookies'> & { host?: string } {
  const placeholder = 'host.invalid';
  const line = parseRequestLine(
    `curl ${placeholder} ${headers.map((text) => `-H ${quoted(text)}`).join(' ')}`,
  );
  if (line.kind === 'problem') throw new UsageError(`--header: ${explainRequestLine(line.code)}`);
  const { headers: read, cookies, host } = line.request;
  return {
    ...(read === undefined ? {} : { headers: read }),
    ...(cookies === undefined ? {} : { cookies }),
    ...(host === placeholder ? {} : { host }),
  };
}

function readRequest(url: string, { method, header = [] }: Values): RoutingRequest {
  const line = parseRequestLine(url);
  if (line.kind === 'problem')
    throw new UsageError(`${url}: ${explainRequestLine(line.code)} (at character ${line.position + 1})`);
  const { request } = line;
  const added = readHeaders(header);
  return {
    ...request,
    ...added,
    ...(added.headers === undefined ? {} : { headers: { ...request.headers, ...added.headers } }),
    ...(added.cookies === undefined ? {} : { cookies: { ...request.cookies, ...added.cookies } }),
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
  };
}

function readBatch(file: string, words: readonly string[], values: Values): TraceFlags {
  const { help: _help, batch: _batch, format, ...others } = values;
  const [other] = Object.keys(others);
  if (words.length > 0) throw new UsageError('--batch takes its requests from its lines: leave the URL out.');
  if (other !== undefined)
    throw new UsageError(`--batch takes everything from its lines: leave --${other} out.`);
  if (file === '') throw new UsageError('--batch needs the path of a file, or -.');
  readFormat(format, ['json']);
  return { kind: 'batch', file };
}

/** What a command line asks for. */
export function parseTraceFlags(args: readonly string[], workingFolder: string): TraceFlags {
  const { values, words } = parseFlagsAndWords(args, options);
  if (values.help === true) return { kind: 'help' };
  if (values.batch !== undefined) return readBatch(values.batch, words, values);
  const [url, other] = words;
  if (url === undefined) throw new UsageError('Which URL is to be traced?');
  if (other !== undefined)
    throw new UsageError(`One URL at a time: what is ${other}? A curl command is given in quotes.`);
  return {
    kind: 'request',
    request: readRequest(url, values),
    source: readSource(values, workingFolder),
    choice: readProfileChoice(values),
    format: readFormat(values.format, ['text', 'json']),
  };
}
