import { code } from '../../text/code.ts';
import { removalExplanation, removalTitle, type Removal } from './removal.ts';
import { listed } from './sentence.ts';

/** A path that two Ingresses claim, as told at the one that loses. Ingresses with their namespaces. */
export interface ClaimedPath {
  readonly request: string;
  readonly mine: string;
  readonly theirs: string;
  readonly className: string;
  /** Whether it is known which of them the controller keeps. */
  readonly isCertain: boolean;
  /** What the other one has ahead. */
  readonly firstBy: 'age' | 'name';
}

const removeFrom = (removal: Removal): string =>
  removalTitle(removal, `Remove the path from ${removal.ingress}`);

export const ing013Words = {
  label: ({ theirs }: ClaimedPath) => `${theirs} wins`,
  title: ({ mine, theirs, request }: ClaimedPath) =>
    `${listed([mine, theirs].toSorted())} both claim ${request}`,
  happens: ({ request, theirs, isCertain }: ClaimedPath) =>
    isCertain
      ? `Requests for ${code(request)} go where ${theirs} says. This path gets none.`
      : `Requests for ${code(request)} go where one of the two says. This path is assumed to get none.`,
  effectNow: (winnerName: string) => `${winnerName} wins`,
  why({ className, theirs, isCertain, firstBy }: ClaimedPath): string {
    const how = firstBy === 'name' ? 'comes first by name' : 'is the older one';
    return isCertain
      ? `Both have class ${code(className)}, the same host and path, and a pathType that ingress-nginx does not tell apart. It keeps one of them: ${theirs} ${how}.`
      : `Both have class ${code(className)} and the same host, path and pathType. Ingress does not say which one counts; most controllers keep one, and ${theirs} ${how}.`;
  },
  giveUp: {
    title: removeFrom,
    explanation: (removal: Removal, theirs: string) =>
      removalExplanation(removal, `Nothing changes for requests: ${theirs} answers them already.`),
  },
  takeOver: {
    title: removeFrom,
    explanation: (removal: Removal, request: string, mine: string) =>
      removalExplanation(removal, `Requests for ${code(request)} then go where ${mine} says.`),
  },
  useAnother: {
    title: () => 'Use another host or path',
    explanation: () => 'If both are needed.',
  },
};
