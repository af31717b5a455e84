import { code } from '../../text/code.ts';
import { countOf, listed } from './sentence.ts';

export const ing051Words = {
  label: () => 'two controllers',
  title: (className: string, workloads: readonly string[]) =>
    `Class ${className} is served by ${listed(workloads)}`,
  happens: (ingresses: number) =>
    `${countOf(ingresses, 'Ingress', 'Ingresses')} of this class ${ingresses === 1 ? 'is' : 'are'} answered by each of them, perhaps by other rules, and the address in the status changes back and forth.`,
  why: (controller: string) =>
    `All of them look for ${code(controller)}, and nothing in their arguments keeps them apart.`,
  separate: {
    title: 'Give each a class of its own',
    explanation:
      'With another controller name in the arguments and in an IngressClass of its own. Or remove the one that is not needed.',
  },
};
