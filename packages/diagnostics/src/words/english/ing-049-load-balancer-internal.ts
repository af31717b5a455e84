import { code } from '../../text/code.ts';

export const ing049Words = {
  label: () => 'internal by default',
  title: (ingress: string) => `The AWS load balancer of Ingress ${ingress} is internal`,
  happens: () => 'Only clients inside of the VPC reach it.',
  why: (key: string) => `${code(key)} is absent, and ${code('internal')} is its default.`,
  open: {
    title: 'Make it internet-facing',
    explanation: 'The controller then makes another load balancer, with another DNS name, in public subnets.',
  },
  keep: { title: 'Say that it is internal', explanation: 'Nothing changes but that it is written down.' },
};
