import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { controllerNames } from './controller-names.ts';
import { listed, quoted } from './sentence.ts';

export const ing008Words = {
  label: () => 'two classes named',
  title: (annotation: string, field: string) =>
    `The class annotation says ${quoted(annotation)}, ingressClassName says ${quoted(field)}`,
  happens: (takers: readonly ProfileName[]) =>
    takers.length === 0
      ? 'No controller that is known here takes this Ingress.'
      : `As it is, ${listed(takers.map((name) => controllerNames[name]))} ${takers.length === 1 ? 'takes' : 'take'} this Ingress. With another controller it may be both or none.`,
  why: () =>
    `Some controllers read the annotation ${code('kubernetes.io/ingress.class')} first, others the field. The API server compares the two only when an Ingress is created.`,
  removeAnnotation: {
    title: 'Remove the annotation',
    explanation: 'The field alone then says the class.',
  },
};
