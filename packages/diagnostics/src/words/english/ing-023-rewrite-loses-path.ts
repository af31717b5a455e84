import { code } from '../../text/code.ts';

export const ing023Words = {
  label: (target: string) => `all become ${target}`,
  title: (path: string, target: string) =>
    `Every request below ${code(path)} is rewritten to ${code(target)}`,
  happens: (request: string, target: string) =>
    `A request for ${code(`${request}/x`)} reaches the Service as ${code(target)}, as do all others.`,
  effectNow: () => 'path lost',
  why: (target: string) =>
    `ingress-nginx replaces the whole path by ${code('rewrite-target')}, and ${code(target)} names no group that would bring a part of it back.`,
  keepRest: {
    title: (target: string) => `Keep what follows the path: rewrite to ${target}`,
    explanation: (paths: readonly string[]) =>
      `With ${paths.map(code).join(', ')} the Service receives what follows.`,
  },
};
