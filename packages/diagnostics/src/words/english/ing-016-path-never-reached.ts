import type { ConflictWhy, ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

/** A path that gets no request because another one takes them all. */
export interface UnreachedPath {
  readonly controller: ProfileName;
  readonly request: string;
  readonly pathType: string;
  readonly winner: { readonly request: string; readonly pathType: string; readonly ingress: string };
  /** A request that the other path takes from this one. */
  readonly url: string;
  readonly why: ConflictWhy;
  /** Patterns were tried by examples only. */
  readonly isAssumed: boolean;
}

export const ing016Words = {
  label: () => 'never reached',
  title: ({ controller, request, winner }: UnreachedPath) =>
    `With ${controllerNames[controller]} ${code(request)} gets no requests: ${code(winner.request)} takes them`,
  happens: ({ url, winner, isAssumed }: UnreachedPath) =>
    `${code(url)} goes where ${winner.ingress} says${isAssumed ? ', as do all others that were tried' : ', as do all others'}.`,
  effectNow: () => 'no requests',
  why({ controller, winner, pathType, why }: UnreachedPath): string {
    if (why === 'HOST')
      return `${atStart(controllerNames[controller])} asks ${winner.pathType} ${code(winner.request)} of another host first.`;
    return controller === 'traefik'
      ? `Traefik asks the longest rule first, and ${winner.pathType} ${code(winner.request)} makes a longer one than type ${pathType} does here. A priority that is set counts instead.`
      : `${atStart(controllerNames[controller])} asks ${winner.pathType} ${code(winner.request)} before this one.`;
  },
  setPriority: {
    title: (priority: number) => `Give it priority ${priority}`,
    explanation: () =>
      `With ${code('traefik.ingress.kubernetes.io/router.priority')} it is asked first. The annotation is about all paths of an Ingress, and this is the only one here.`,
  },
  change: {
    title: () => 'Change or remove one of the two',
    explanation: () => 'Another path or type, or a priority, where the controller knows one.',
  },
};
