import type { Language } from '../messages/languages.ts';
import type { ConnectionState, Question } from './questions.ts';

/** From the page to the worker. `id` names a standing question until it is dropped. */
export type ToWorker =
  /** The first message: where the cluster is served, and the language of the page. */
  | {
      readonly type: 'connect';
      readonly origin: string;
      readonly context: string;
      readonly token: string;
      readonly language: Language;
    }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'drop'; readonly id: number }
  | { readonly type: 'pause'; readonly isPaused: boolean }
  /** Tries at once instead of waiting; with a token when the page got a new one. */
  | { readonly type: 'reconnect'; readonly token?: string };

/** From the worker to the page. An answer is sent again only when it changed. */
export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'connection'; readonly state: ConnectionState };
