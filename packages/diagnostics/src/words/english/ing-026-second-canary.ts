import { code } from '../../text/code.ts';

export const ing026Words = {
  label: (first: string) => `${first} is the canary`,
  title: (first: string, mine: string, request: string) =>
    `${first} and ${mine} are both canaries for ${request}`,
  happens: (first: string, mine: string) => `${first} gets its share; ${mine} gets no requests here.`,
  effectNow: () => 'ignored',
  why: (request: string, first: string) =>
    `ingress-nginx knows one canary for each host, path and type. For ${code(request)} it takes ${first}, which it comes to first: the older one, or of equally old ones the last by name.`,
  removeOne: {
    title: () => 'Remove one of the two',
    explanation: () => 'Or give one of them another path.',
  },
};
