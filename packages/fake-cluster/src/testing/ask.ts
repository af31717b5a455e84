import type { FakeCluster } from '../fake-cluster.ts';
import {
  fieldOf,
  isJsonObject,
  listAt,
  textAt,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import type { FakeReply, FakeRequest } from '../request/fake-request.ts';

/** A whole answer, read as JSON. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonValue;
  readonly text: string;
}

type Question = Partial<FakeRequest> & { readonly path: string; readonly json?: object };

/** `GET` as admin unless the question says otherwise; `json` is a body. */
export function askRaw(cluster: FakeCluster, { json, ...question }: Question): FakeReply {
  const headers = { 'content-type': 'application/json', ...question.headers };
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  return cluster.handle({ method: 'GET', identity: 'admin', ...question, headers, ...body });
}

/** Asks something that is answered at once. */
export function ask(cluster: FakeCluster, question: Question): Answer {
  const reply = askRaw(cluster, question);
  if (reply.kind !== 'body') throw new Error(`${question.path} is answered with a stream`);
  const isJson = reply.headers['content-type'] === 'application/json';
  const body: JsonValue = isJson ? JSON.parse(reply.body) : reply.body;
  return { statusCode: reply.statusCode, headers: reply.headers, body, text: reply.body };
}

/** The names of a list's items. */
export const namesIn = (list: JsonValue): string[] =>
  listAt(list, 'items').map((item) => textAt(item, 'metadata', 'name'));

/** A watch that is being read. */
export interface OpenWatch {
  /** `ADDED web`, `BOOKMARK `, `ERROR 410` and so on, since the last call. */
  readonly take: () => string[];
  readonly takeObjects: () => JsonObject[];
  readonly isEnded: () => boolean;
  readonly close: () => void;
}

const shortText = (event: JsonValue): string => {
  const object = fieldOf(event, 'object');
  const code = fieldOf(object, 'code');
  return `${textAt(event, 'type')} ${typeof code === 'number' ? code : textAt(object, 'metadata', 'name')}`;
};

/** Opens a watch as admin. */
export function watch(cluster: FakeCluster, path: string, query = ''): OpenWatch {
  const reply = askRaw(cluster, { path, query: `watch=true&${query}` });
  if (reply.kind !== 'stream') throw new Error(`${path} is not watched: ${reply.body}`);
  let text = '';
  let hasEnded = false;
  reply.stream.open({
    onChunk: (chunk) => {
      text += chunk;
    },
    onEnd: () => {
      hasEnded = true;
    },
  });
  const takeEvents = (): JsonValue[] => {
    const lines = text.split('\n').filter((line) => line !== '');
    text = '';
    return lines.map((line): JsonValue => JSON.parse(line));
  };
  return {
    take: () => takeEvents().map(shortText),
    takeObjects: () =>
      takeEvents()
        .map((event) => fieldOf(event, 'object'))
        .filter(isJsonObject),
    isEnded: () => hasEnded,
    close: () => reply.stream.close(),
  };
}
