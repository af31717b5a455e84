import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';

export const ing034Words = {
  label: () => 'ignored',
  title: (controller: 'istio' | 'traefik') => `${controllerNames[controller]} ignores this default backend`,
  happens: () => 'Requests that match no path get 404.',
  effectNow: () => '404',
  why: (controller: 'istio' | 'traefik') =>
    controller === 'istio'
      ? 'Istio reads the rules of an Ingress and nothing else.'
      : 'Traefik looks at the default backend only of an Ingress without rules.',
  usePaths: {
    title: 'Say it as paths',
    explanation: (hasRules: boolean) =>
      hasRules
        ? `A path ${code('/')} of type Prefix for each host takes what no other path does.`
        : `A rule with the path ${code('/')} of type Prefix takes everything.`,
  },
};
