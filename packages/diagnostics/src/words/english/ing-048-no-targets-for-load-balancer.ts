import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

export const ing048Words = {
  label: () => 'no node port',
  title: (controller: 'alb' | 'gce', service: string) =>
    `${atStart(controllerNames[controller])} needs node ports, and Service ${service} is of type ClusterIP`,
  happens: (request: string) => `Requests for ${code(request)} find no target.`,
  effectNow: () => 'no target',
  why: (controller: 'alb' | 'gce') =>
    controller === 'alb'
      ? `With target-type ${code('instance')}, which is the default, it sends requests to the nodes. Only ${code('ip')} makes targets of Pods.`
      : `Without network endpoint groups, which the annotation ${code('cloud.google.com/neg')} of the Service asks for, it sends requests to the nodes.`,
  usePods: {
    title: 'Use target-type ip',
    explanation: 'The load balancer then sends requests to the Pods.',
  },
  useGroups: {
    title: 'Use network endpoint groups',
    explanation: 'The load balancer then sends requests to the Pods. The cluster must be VPC-native.',
  },
  useNodePort: (service: string) => ({
    title: `Make Service ${service} a NodePort`,
    explanation: 'The API server then gives it a port on every node.',
  }),
};
