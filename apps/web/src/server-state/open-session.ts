import { apiPaths, codeReplySchema, sessionReplySchema, type SessionReply } from '@fairlead/api-contract';
import type { ApiClient } from './api-client.ts';
import { ApiFailure, ServerUnreachable, type FailedReply } from './api-failure.ts';
import type { TokenHandover } from './token-handover.ts';
import type { Credential } from './token-store.ts';

export type SessionStart =
  | { readonly kind: 'open'; readonly session: SessionReply }
  /** No token, or one that this server does not know. */
  | { readonly kind: 'no-token'; readonly wasRefused: boolean }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'failed'; readonly error: FailedReply };

export interface SessionTools {
  readonly api: ApiClient;
  readonly tokens: {
    readonly read: () => string | undefined;
    readonly write: (token: string) => void;
    readonly forget: () => void;
  };
  readonly handover: TokenHandover;
}

const tokenCodes: readonly string[] = ['TOKEN_MISSING', 'TOKEN_WRONG', 'CODE_WRONG'];

function explainFailure(error: unknown): SessionStart {
  if (error instanceof ServerUnreachable) return { kind: 'unreachable' };
  if (!(error instanceof ApiFailure)) throw error;
  return tokenCodes.includes(error.error.code)
    ? { kind: 'no-token', wasRefused: true }
    : { kind: 'failed', error: error.error };
}

async function askSession({ api, tokens, handover }: SessionTools): Promise<SessionStart> {
  const token = tokens.read();
  if (token === undefined) return { kind: 'no-token', wasRefused: false };
  try {
    const session = await api.get(apiPaths.session, sessionReplySchema);
    handover.announce(token);
    return { kind: 'open', session };
  } catch (error) {
    return explainFailure(error);
  }
}

/**
 * Opens the session with what the address held, else with what this tab remembers, else with what another tab hands
 * over. A token that was refused is forgotten and the other tabs are asked once more.
 */
export async function openSession(
  tools: SessionTools,
  credential: Credential | undefined,
): Promise<SessionStart> {
  const { api, tokens, handover } = tools;
  if (credential?.kind === 'token') tokens.write(credential.token);
  if (credential?.kind === 'code') {
    try {
      const { token } = await api.post(apiPaths.sessionCode, { code: credential.code }, codeReplySchema);
      tokens.write(token);
    } catch (error) {
      const failure = explainFailure(error);
      if (failure.kind !== 'no-token') return failure;
    }
  }
  const start = await askSession(tools);
  if (start.kind !== 'no-token') return start;
  tokens.forget();
  const handed = await handover.ask();
  if (handed === undefined) return start;
  tokens.write(handed);
  const again = await askSession(tools);
  if (again.kind === 'no-token') tokens.forget();
  return again;
}
