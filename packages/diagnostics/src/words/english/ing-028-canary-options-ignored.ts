import { code } from '../../text/code.ts';
import { listed } from './sentence.ts';

export const ing028Words = {
  label: () => 'options ignored',
  title: (ingress: string, names: readonly string[]) =>
    `Canary ${ingress} sets ${listed(names.map(code))} without effect`,
  happens: () => 'Its requests are handled as the main Ingress says.',
  why: () =>
    'ingress-nginx takes the options of a path from the main Ingress; a canary adds its share, its sessions and how its Pods are chosen.',
  remove: {
    title: () => 'Remove these annotations',
    explanation: () => 'Nothing changes for requests. What they were meant for belongs on the main Ingress.',
  },
};
