import type { ObjectRef } from '@fairlead/kube-objects';
import type { ControllerFamily } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { countOf } from './sentence.ts';

type Named = Pick<ObjectRef, 'kind' | 'namespace' | 'name'>;

const placeOf = ({ kind, namespace = '', name }: Named): string => `${kind} ${namespace}/${name}`;

export const ing010Words = {
  label: () => 'no controller',
  title: (className: string, controller: string) =>
    `No controller for class ${className} (${code(controller)}) is running`,
  happens: (ingresses: number) =>
    `${countOf(ingresses, 'Ingress', 'Ingresses')} of this class ${ingresses === 1 ? 'is' : 'are'} not served.`,
  effectNow: () => 'not served',
  whyNone: (family: ControllerFamily) =>
    `No Deployment, DaemonSet or StatefulSet of the cluster runs ${family === 'nginx-f5' ? 'F5 NGINX Ingress Controller' : family} for this class, by image or labels.`,
  whyScaledAway: (workload: Named) => `${placeOf(workload)} runs it, but is scaled to 0.`,
  install: { title: 'Install or repair the controller', explanation: 'Or name another class.' },
  scale: (workload: Named) => ({
    title: `Scale ${placeOf(workload)} up`,
    explanation: 'The class is served as soon as a Pod of it is ready.',
  }),
};
