import { aDeployment, aPod, aService } from '@fairlead/kube-objects/testing';
import { rolledOut } from '../rolled-out.ts';
import type { CheckCase } from './check-case.ts';

export const web = aService('shop/web').selecting({ app: 'web' });

export const svc001Cases: readonly CheckCase[] = [
  ['no Pod at all', [web], 1],
  ['only Pods with another value', [web, aPod('shop/a').labelled({ app: 'cart' })], 1],
  ['only Pods of another namespace', [web, aPod('other/a').labelled({ app: 'web' })], 1],
  [
    'one of two pairs is missing',
    [web.selecting({ app: 'web', tier: 'front' }), aPod('shop/a').labelled({ app: 'web' })],
    1,
  ],
  ['a Pod that matches', [web, aPod('shop/a').labelled({ app: 'web', more: 'x' })], 0],
  ['a Pod that matches and has ended', [web, aPod('shop/a').labelled({ app: 'web' }).inPhase('Failed')], 0],
  ['no selector', [aService('shop/web')], 0],
  ['an empty selector', [aService('shop/web').selecting({})], 0],
  ['an ExternalName with a selector left over', [web.external('example.org')], 0],
];

interface Closest {
  readonly why: string;
  readonly to: string | undefined;
}

const protoKey = '__proto__';

/** With what stands nearest to the selector, and what the first fix makes of it. */
export const svc001ClosestCases: readonly CheckCase<Closest>[] = [
  [
    'of several workloads the one with the fewest letters changed is suggested',
    [
      aService('shop/shop').selecting({ app: 'frontent' }),
      ...rolledOut('shop/frontends'),
      ...rolledOut('shop/frontend', { pods: 1 }),
    ],
    {
      why: 'Closest: 1 Pod of Deployment frontend carries `app=frontend`, one letter apart.',
      to: 'app=frontend',
    },
  ],
  [
    'pairs that fit weigh more than letters',
    [
      aService('shop/x').selecting({ app: 'web', tier: 'frnot' }),
      ...rolledOut('shop/b', { labels: { app: 'wep', tier: 'frno' } }),
      ...rolledOut('shop/a', { labels: { app: 'web', tier: 'front' } }),
    ],
    {
      why: 'Closest: 1 Pod of Deployment a carries `tier=front`, two letters apart.',
      to: 'app=web,tier=front',
    },
  ],
  [
    'a label that the Pods do not have at all is taken out of the selector',
    [aService('shop/x').selecting({ app: 'web', release: 'blue' }), ...rolledOut('shop/web', { pods: 3 })],
    { why: 'Closest: 3 Pods of Deployment web carry no label `release`.', to: 'app=web' },
  ],
  [
    'a workload of the same name is suggested even when the keys differ',
    [web, ...rolledOut('shop/web', { labels: { 'app.kubernetes.io/name': 'web' } })],
    {
      why: 'Closest: 1 Pod of Deployment web carries no label `app`.',
      to: 'app.kubernetes.io/name=web',
    },
  ],
  [
    'a Pod without a workload may be meant too',
    [web, aPod('shop/lone').labelled({ app: 'wob' })],
    { why: 'Closest: Pod lone carries `app=wob`, one letter apart.', to: 'app=wob' },
  ],
  [
    'a workload without Pods may be meant, but selecting it is not enough',
    [web, aDeployment('shop/wob').withPodLabels({ app: 'wob' }).withReplicas(0)],
    {
      why: 'Closest: Deployment wob, which has no Pods now, gives them `app=wob`, one letter apart.',
      to: undefined,
    },
  ],
  [
    'keys such as __proto__ are labels like others',
    [
      aService('shop/x').selecting(Object.fromEntries([[protoKey, 'frontent']])),
      ...rolledOut('shop/web', { labels: Object.fromEntries([[protoKey, 'frontend']]) }),
    ],
    {
      why: 'Closest: 1 Pod of Deployment web carries `__proto__=frontend`, one letter apart.',
      to: '__proto__=frontend',
    },
  ],
];
