/** A request as any transport can hand it over. */
export interface FakeRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What follows the question mark, if anything. */
  readonly query?: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  /** A name of the access policy; `undefined` for a request without credentials. An unknown name is answered with 401. */
  readonly identity: string | undefined;
}

/** A whole answer. The transport holds it back for `delayMs`. */
export interface BodyReply {
  readonly kind: 'body';
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs: number;
}

/** Where a stream's text goes. */
export interface StreamSink {
  readonly onChunk: (text: string) => void;
  readonly onEnd: () => void;
}

/** An answer in pieces: a watch or a followed log. What happened before `open` is kept and sent first. */
export interface FakeStream {
  /** Starts the flow; called once. */
  readonly open: (sink: StreamSink) => void;
  /** The reader went away: nothing more is sent. */
  readonly close: () => void;
}

export interface StreamReply {
  readonly kind: 'stream';
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: FakeStream;
}

export type FakeReply = BodyReply | StreamReply;
