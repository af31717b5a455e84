import { startWorker } from '../../workers/start-worker.ts';

type HtmlRule = (html: string, ...more: readonly unknown[]) => string;

interface EditorPolicyRules {
  readonly createHTML?: HtmlRule;
}

/** Through this one policy goes all HTML that the editor writes; it escapes or sanitises text before. */
const policy = globalThis.trustedTypes?.createPolicy('fairlead-editor', { createHTML: (html) => html });

/**
 * What the editor asks its surroundings for. To be set before its code is loaded: it asks for its policies then. Its
 * policy for worker addresses gets none: workers are started here.
 */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string): Worker => startWorker(label === 'yaml' ? 'yaml' : 'editor'),
    createTrustedTypesPolicy: (_name: string, { createHTML }: EditorPolicyRules) =>
      createHTML === undefined || policy === undefined
        ? undefined
        : {
            createHTML: (html: string, ...more: readonly unknown[]) =>
              policy.createHTML(createHTML(html, ...more)),
          },
  },
});
