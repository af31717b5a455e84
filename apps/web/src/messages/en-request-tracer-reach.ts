import type { WayIn } from '@fairlead/routing';
import type { ReachController } from '../trace-view/reach-controller.ts';
import type { Formats } from './format.ts';

const ways: Readonly<Record<WayIn, string>> = {
  LoadBalancer: 'a load balancer',
  hostNetwork: 'the host network',
  hostPort: 'host ports',
  NodePort: 'node ports',
  ClusterIP: 'addresses inside the cluster only',
};

/** Words of "Who can reach this?". */
export const buildReachMessages = ({ count, plural, list }: Formats) => ({
  title: () => 'Who can reach this?',
  none: () => 'From outside the cluster nobody: no Ingress rule leads here, and no Service opens it.',
  controller: ({ name, way, addresses, nodes }: ReachController) => {
    const where = addresses.length === 0 ? '' : ` at ${list(addresses.map((each) => `\`${each}\``))}`;
    const onNodes =
      way === 'hostNetwork' || way === 'hostPort'
        ? ` of ${count(nodes)} ${plural(nodes, { one: 'Node', other: 'Nodes' })}`
        : '';
    return `Requests come in through \`${name}\` by ${ways[way]}${onNodes}${where}.`;
  },
  noController: (className: string) =>
    className === ''
      ? 'These rules name no class: no controller is known to serve them.'
      : `No controller of class \`${className}\` was found in this cluster: where it listens is not known, and DNS decides.`,
  takenBy: (ingress: string) =>
    `Does not arrive here: Ingress \`${ingress}\` has a rule that comes first for it.`,
  placeholder: () => 'The rule has a pattern for a host: “anything” stands for the part you choose.',
  trace: (url: string) => `Trace ${url}`,
  traceShort: () => 'Trace',
  lines: (n: number) => `${count(n)} curl ${plural(n, { one: 'line', other: 'lines' })}`,
  curl: (address: string | undefined) => (address === undefined ? 'curl, by DNS' : `curl, by ${address}`),
  direct: () => 'Past every Ingress, by the Service itself',
  more: (n: number) => `${count(n)} more ${plural(n, { one: 'URL', other: 'URLs' })}`,
});
