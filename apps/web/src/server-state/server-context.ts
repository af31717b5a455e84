import type { SessionReply } from '@fairlead/api-contract';
import { createContext, use } from 'react';
import type { ApiClient } from './api-client.ts';

/** The server this page talks to, once the session is open. */
export interface ServerConnection {
  readonly api: ApiClient;
  readonly session: SessionReply;
}

export const ServerContext = createContext<ServerConnection | undefined>(undefined);

/** The open session. To be called below the providers of the page only. */
export function useServer(): ServerConnection {
  const server = use(ServerContext);
  if (server === undefined) throw new Error('useServer is called before the session is open.');
  return server;
}

export const useSession = (): SessionReply => useServer().session;
