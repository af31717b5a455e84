import { code } from '../../text/code.ts';

export const ing015Words = {
  label: (kept: 'first' | 'last') => `only the ${kept} counts`,
  title: (request: string, pathType: string) => `${request} stands twice in this Ingress, as ${pathType}`,
  happens: (request: string, kept: 'first' | 'last') =>
    `Requests for ${code(request)} go where the ${kept} of the two says. This one gets none.`,
  effectNow: (kept: 'first' | 'last') => `the ${kept} counts`,
  why: () =>
    'The API server does not refuse two paths of one host, text and type, and a controller keeps one.',
  remove: {
    title: () => 'Remove the one without effect',
    explanation: () => 'Nothing changes for requests.',
  },
};
