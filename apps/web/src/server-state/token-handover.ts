/** Hands the token from tab to tab of the same origin: a new tab asks, those that have it answer, news are announced. */
export interface TokenHandover {
  /** Asks the other tabs; `undefined` when none has answered in time. */
  ask(): Promise<string | undefined>;
  /** Tells the other tabs of a token that works. */
  announce(token: string): void;
}

type Note = { readonly type: 'ask' } | { readonly type: 'token'; readonly token: string };

const answerLimitMs = 300;

function parseNote(data: unknown): Note | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'ask') return { type: 'ask' };
  if (data.type === 'token' && 'token' in data && typeof data.token === 'string')
    return { type: 'token', token: data.token };
  return undefined;
}

export interface HandoverOptions {
  readonly readToken: () => string | undefined;
  /** Another tab has a token, which may be newer than ours. */
  readonly onToken: (token: string) => void;
}

export function openTokenHandover({ readToken, onToken }: HandoverOptions): TokenHandover {
  const channel = new BroadcastChannel('fairlead.token');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches its own origin only
  const tell = (note: Note): void => channel.postMessage(note);
  const waiting = new Set<(token: string) => void>();
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const note = parseNote(data);
    if (note === undefined) return;
    if (note.type === 'token') {
      for (const resolve of waiting) resolve(note.token);
      onToken(note.token);
      return;
    }
    const token = readToken();
    if (token !== undefined) tell({ type: 'token', token });
  });
  return {
    announce: (token) => tell({ type: 'token', token }),
    ask: () =>
      new Promise((resolve) => {
        const answer = (token: string | undefined): void => {
          waiting.delete(answer);
          resolve(token);
        };
        waiting.add(answer);
        setTimeout(() => answer(undefined), answerLimitMs);
        tell({ type: 'ask' });
      }),
  };
}
