import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

export const ing018Words = {
  label: (path: string) => `only ${path} itself`,
  title: (controller: ProfileName, path: string) =>
    `${atStart(controllerNames[controller])} matches ${code(path)} alone, nothing below it`,
  happens: (request: string) => `Requests below ${code(request)} do not come to this path.`,
  effectNow: (path: string) => `only ${path}`,
  why: (controller: ProfileName) =>
    `An ImplementationSpecific path is a pattern for the whole path to ${controllerNames[controller]}, and without ${code('*')} it matches nothing but itself.`,
  usePrefix: {
    title: 'Use pathType Prefix',
    explanation: (path: string) => `It matches ${code(path)} and everything below.`,
  },
};
