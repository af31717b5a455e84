import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';
import { listed } from './sentence.ts';

type SnippetProfile = 'ingress-nginx' | 'f5-nginx';

export const ing032Words = {
  label: () => 'snippets',
  title: (profile: SnippetProfile, keys: readonly string[]) =>
    `${controllerNames[profile]} does not take ${listed(keys.map(code))} unless it is told to`,
  happens: (profile: SnippetProfile) =>
    profile === 'ingress-nginx'
      ? `Without ${code('allow-snippet-annotations: "true"')} in the controller's ConfigMap the annotation has no effect, or the Ingress is refused.`
      : 'The annotation has no effect.',
  why: (profile: SnippetProfile) =>
    profile === 'ingress-nginx'
      ? 'Snippets are off by default since 1.9. Where they are on, whoever may write Ingresses can use the rights of the controller, which reads Secrets (CVE-2021-25742).'
      : `The controller is started without ${code('-enable-snippets')}.`,
  remove: {
    title: 'Remove the snippets',
    explanation: 'What they do can often be said with an annotation of its own.',
  },
};
