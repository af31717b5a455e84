import { code } from '../../text/code.ts';
import { removalExplanation, removalTitle, type Removal } from './removal.ts';

export const ing056Words = {
  label: () => 'ends the controller',
  title: (ingress: string, host: string) => `Canary ${ingress} has a rule for ${host} without paths`,
  happens: () =>
    'ingress-nginx ends with an error when it looks at this rule, and again at every start: no change of any Ingress that it serves takes effect, and once it has restarted none of them is served. Its admission webhook answers with an error, too.',
  effectNow: () => 'controller ends',
  why: () => `Of a canary it reads the paths of every rule, and this one has no ${code('http')}.`,
  removeRule: {
    title: (removal: Removal, host: string) =>
      removalTitle(removal, `Remove the rule for ${host} from ${removal.ingress}`),
    explanation: (removal: Removal) =>
      removalExplanation(removal, 'A canary without paths serves nothing anyway.'),
  },
  addPath: {
    title: () => 'Give the rule its paths',
    explanation: () => 'The same as in the Ingress that it is a canary of.',
  },
};
