import { code } from '../../text/code.ts';
import { listed } from './sentence.ts';

export const ing035Words = {
  label: () => 'for its own hosts only',
  title: (hosts: readonly string[]) =>
    hosts.length === 0
      ? 'The default backend gets no requests'
      : `The default backend gets requests for ${listed(hosts.map(code))} only`,
  happens: () => 'Requests for other hosts do not come to it.',
  effectNow: () => 'own hosts only',
  why: () =>
    'Beside rules ingress-nginx takes it for what no path matches of the hosts that this Ingress names first. Only one without rules is for every host.',
  usePaths: {
    title: 'Say it as paths',
    explanation: `A path ${code('/')} for each host says what happens now, to every controller.`,
  },
  separateIngress: {
    title: 'Move it to an Ingress without rules',
    explanation: 'There it is for all hosts that no rule names.',
  },
};
