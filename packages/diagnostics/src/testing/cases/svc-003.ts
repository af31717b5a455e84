import { aPod, aService } from '@fairlead/kube-objects/testing';
import type { CheckCase, FixCase } from './check-case.ts';

export const web = aService('shop/web')
  .selecting({ app: 'web' })
  .withPort(80, { name: 'web', targetPort: 'http' });
export const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'web' });

export const svc003Cases: readonly CheckCase[] = [
  ['no Pod names the port', [web, pod('a').withContainerPort('other', 80)], 1],
  ['no Pod declares a port', [web, pod('a')], 1],
  ['the name is for another protocol', [web, pod('a').withContainerPort('http', 80, { protocol: 'UDP' })], 1],
  ['only an ordinary init container has it', [web, pod('a').withInitContainerPort('http', 80)], 1],
  ['a container has it', [web, pod('a').withContainerPort('http', 80)], 0],
  ['a sidecar has it', [web, pod('a').withInitContainerPort('http', 80, 'Always')], 0],
  ['one of two Pods has it', [web, pod('a'), pod('b').withContainerPort('http', 80)], 0],
  [
    'a number needs no declaration',
    [aService('shop/web').selecting({ app: 'web' }).withPort(80), pod('a')],
    0,
  ],
  ['no Pod matches: another check tells that', [web], 0],
  ['the only Pod has ended', [web, pod('a').inPhase('Succeeded')], 0],
  ['no selector', [aService('shop/web').withPort(80, { targetPort: 'http' }), pod('a')], 0],
];

/** With what the first fix sets. */
export const svc003FixCases: readonly FixCase[] = [
  [
    'a slip of the name',
    [web, pod('a').withContainerPort('htpp', 80).withContainerPort('admin', 90)],
    'htpp',
  ],
  ['the only name', [web, pod('a').withContainerPort('frontdoor', 80)], 'frontdoor'],
  ['the only number, where nothing is named', [web, pod('a').withContainerPort('', 8080)], '8080'],
  [
    'several names, none near',
    [web, pod('a').withContainerPort('one', 80).withContainerPort('two', 90)],
    undefined,
  ],
  ['another protocol', [web, pod('a').withContainerPort('http', 80, { protocol: 'UDP' })], undefined],
];
