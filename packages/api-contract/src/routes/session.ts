import { z } from 'zod';
import { apiErrorSchema } from '../api-error.ts';

/** One context a viewer may choose. Holds nothing secret. */
export const contextEntrySchema = z.object({
  name: z.string(),
  clusterName: z.string(),
  /** The API server's address; absent when the context names a cluster that is not there. */
  server: z.string().optional(),
  userName: z.string().optional(),
  /** The context's own namespace, where it names one. */
  namespace: z.string().optional(),
  /** What `kubectl` would use, or what `--context` named. */
  isDefault: z.boolean(),
  /** The kubeconfig says `insecure-skip-tls-verify`: anybody in between can read and change the traffic. */
  skipsTlsVerification: z.boolean(),
});
export type ContextEntry = z.infer<typeof contextEntrySchema>;

/** Why there are no contexts: the kubeconfig is missing, broken, or nothing is configured at all. */
export const contextsReplySchema = z.object({
  contexts: z.array(contextEntrySchema),
  /** The context a tab without one in its address opens; absent when there is none. */
  defaultContext: z.string().optional(),
  problem: apiErrorSchema.optional(),
});
/** `GET /api/contexts` */
export type ContextsReply = z.infer<typeof contextsReplySchema>;

export const sessionReplySchema = contextsReplySchema.extend({
  mode: z.enum(['demo', 'serve']),
  /** Every change is refused by choice, whatever the identity may do: the demo, or started with `--read-only`. */
  readOnly: z.boolean(),
  /** "Check with the cluster" (`dryRun=All`) is answered. */
  canDryRun: z.boolean(),
  /** Fairlead's own version. */
  version: z.string(),
  /** The port this process listens on; a port-forward may show it under another. */
  port: z.number().int(),
  /** Names this start of the server: a tab that sees another one talks to a new process. */
  startId: z.string(),
  /** The namespaces named on the command line; absent when none were. */
  namespaces: z.array(z.string()).optional(),
});
/** `GET /api/session`: the first thing a tab asks. Answers TOKEN_MISSING or TOKEN_WRONG with 401. */
export type SessionReply = z.infer<typeof sessionReplySchema>;

/** `POST /api/session/code`: the only API call without a token. A code works once, for a minute; then CODE_WRONG. */
export const codeRequestSchema = z.strictObject({ code: z.string().max(200) });
export type CodeRequest = z.infer<typeof codeRequestSchema>;

export const codeReplySchema = z.object({ token: z.string() });
export type CodeReply = z.infer<typeof codeReplySchema>;

/** The printed address ends in `#t=<token>`; the one Fairlead opens by itself in `#c=<one-time code>`. */
export const tokenFragmentPrefix = 't=';
export const codeFragmentPrefix = 'c=';
