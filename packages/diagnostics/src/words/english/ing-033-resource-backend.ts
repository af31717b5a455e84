import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

export const ing033Words = {
  label: () => 'a resource, not a Service',
  title: (controller: ProfileName, kind: string, name: string) =>
    `${atStart(controllerNames[controller])} cannot send requests to ${kind} ${name}`,
  happens: (request: string) => `Requests for ${code(request)} are not answered by this backend.`,
  effectNow: () => 'fails',
  why: () =>
    'A backend of an Ingress may be a resource of any kind, but only a controller made for that kind knows what to do with it.',
  useService: { title: 'Use a Service', explanation: 'One that leads to what the resource stands for.' },
};
