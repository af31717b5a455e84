import type { PatternFault, ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';

const faults: Readonly<Record<PatternFault, string>> = {
  bracket: 'a square bracket is not closed',
  parenthesis: 'a parenthesis is not closed, or closed without being opened',
  repetition: 'a repetition has nothing in front of it to repeat',
  backslash: 'a backslash stands at the end',
};

export const ing020Words = {
  label: () => 'no regular expression',
  title: (pattern: string, fault: PatternFault) =>
    `${code(pattern)} is no regular expression: ${faults[fault]}`,
  happens: (controller: ProfileName, request: string) =>
    controller === 'ingress-nginx'
      ? 'nginx refuses the whole configuration. ingress-nginx keeps the one before: no change of any Ingress that it serves takes effect any more, and a controller that restarts serves none of them.'
      : `Requests for ${code(request)} do not come to this path.`,
  effectNow: (controller: ProfileName) => (controller === 'ingress-nginx' ? 'no change loads' : 'not served'),
  why: (controller: ProfileName, isOfOthers: boolean) =>
    isOfOthers
      ? 'Another Ingress of the host asks ingress-nginx for patterns, and then all paths of the host are patterns.'
      : `${controllerNames[controller]} reads this path as a pattern.`,
  repair: {
    title: () => 'Repair the pattern',
    explanation: () => 'A sign that is meant as it stands needs a backslash in front.',
  },
};
