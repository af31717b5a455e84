import { errorCatalogue } from '@fairlead/api-contract';
import type { ErrorTexts } from './error-words.ts';

/** Errors in English, which the server speaks too. */
export const englishErrors: ErrorTexts = {
  server: errorCatalogue,
  serverUnreachable: () => ({ title: 'Fairlead does not answer.', hint: undefined }),
  foreignReply: (statusCode) => ({
    title: `Something that is not Fairlead answered${statusCode === undefined ? '' : ` with status ${statusCode}`}.`,
    hint: 'Look at what stands between this browser and Fairlead: a proxy, or a port-forward to another program.',
  }),
};
