import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

/** An object that is named already, or what is known of one that is still being typed. */
function resourceWords(kind: string, name: string): string {
  if (kind === '') return name === '' ? 'a resource' : `resource ${name}`;
  return name === '' ? `a resource of kind ${kind}` : `${kind} ${name}`;
}

export const ing033Words = {
  label: () => 'a resource, not a Service',
  title: (controller: ProfileName, kind: string, name: string) =>
    `${atStart(controllerNames[controller])} cannot send requests to ${resourceWords(kind, name)}`,
  happens: (request: string) => `Requests for ${code(request)} are not answered by this backend.`,
  effectNow: () => 'fails',
  why: () =>
    'A backend of an Ingress may be a resource of any kind, but only a controller made for that kind knows what to do with it.',
  useService: { title: 'Use a Service', explanation: 'One that leads to what the resource stands for.' },
};
