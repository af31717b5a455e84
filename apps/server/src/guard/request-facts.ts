import type { IncomingMessage } from 'node:http';

/** What the guard looks at. Lists hold a header as often as it was sent. */
export interface RequestFacts {
  readonly method: string;
  /** The request target exactly as it was sent. */
  readonly target: string;
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly authorizations: readonly string[];
  readonly contentTypes: readonly string[];
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
  /** Sub-protocols a WebSocket asks for. */
  readonly protocols: readonly string[];
}

function listHeader({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>, name: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

export function readRequestFacts(
  request: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>,
): RequestFacts {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    hosts: listHeader(request, 'host'),
    origins: listHeader(request, 'origin'),
    authorizations: listHeader(request, 'authorization'),
    contentTypes: listHeader(request, 'content-type'),
    fetchSite: listHeader(request, 'sec-fetch-site')[0],
    fetchMode: listHeader(request, 'sec-fetch-mode')[0],
    fetchDest: listHeader(request, 'sec-fetch-dest')[0],
    protocols: listHeader(request, 'sec-websocket-protocol')
      .join(',')
      .split(',')
      .map((protocol) => protocol.trim())
      .filter((protocol) => protocol !== ''),
  };
}
