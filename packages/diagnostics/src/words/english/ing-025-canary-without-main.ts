import { code } from '../../text/code.ts';

export const ing025Words = {
  label: () => 'no main Ingress',
  title: (canary: string, request: string) => `Canary ${canary} has no main Ingress for ${request}`,
  happens: () => 'This path of the canary gets no requests.',
  effectNow: () => 'ignored',
  why: (request: string, pathType: string) =>
    `A canary takes its share from an ordinary Ingress with the same host, path and type. None of its controller's has ${code(request)} with type ${pathType}.`,
  useType: {
    title: (pathType: string) => `Use pathType ${pathType}`,
    explanation: () => 'As the main Ingress has it.',
  },
  usePath: {
    title: (path: string) => `Use path ${path}`,
    explanation: () => 'As the main Ingress has it.',
  },
  createMain: {
    title: () => 'Create the main Ingress',
    explanation: () =>
      'With the same host, path and type, and without canary annotations; or mend the host of this one.',
  },
};
