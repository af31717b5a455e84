import { code } from '../../text/code.ts';

export const ing024Words = {
  label: () => 'pattern with a plain type',
  title: (path: string, pathType: string) => `Path ${code(path)} is a pattern, but its type is ${pathType}`,
  happens: (pathType: string) =>
    `ingress-nginx matches it as a pattern all the same. Where it checks paths, which newer ones do, it refuses this Ingress, and with another controller the path would be plain text of type ${pathType}.`,
  why: (target: string) =>
    `${code(`rewrite-target: ${target}`)} makes every path of the host a pattern. The types Exact and Prefix promise plain text.`,
  retype: {
    title: () => 'Use pathType ImplementationSpecific',
    explanation: () => 'Nothing changes for requests.',
  },
};
