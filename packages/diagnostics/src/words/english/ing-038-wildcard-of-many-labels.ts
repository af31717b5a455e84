import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

const deepHost = (host: string): string => `a.b${host.slice(1)}`;

export const ing038Words = {
  label: () => 'several labels',
  title: (controller: ProfileName, host: string) =>
    `${atStart(controllerNames[controller])} lets ${code(host)} match ${code(deepHost(host))}`,
  happens: (host: string) => `Requests for ${code(deepHost(host))} come here, too.`,
  why: (host: string) =>
    `By the letter of the Ingress API the asterisk of ${code(host)} stands for exactly one label. Other controllers keep to that.`,
};
