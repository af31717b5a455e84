import {
  aCluster,
  aNamespace,
  aPod,
  aService,
  anIngress,
  anIngressClass,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerServiceForm } from './answer-service-form.ts';
import { modelOf } from './testing/model-of.ts';

const model = () =>
  modelOf(
    aCluster()
      .with(
        aNamespace('shop'),
        aPod('shop/web-1').labelled({ app: 'web', tier: 'front' }).withContainerPort('http', 3000).ready(),
        aPod('shop/web-2').labelled({ app: 'web' }).withContainerPort('http', 3000).notReady(),
        aPod('shop/web-3').labelled({ app: 'web' }).withContainerPort('http', 8080).ready(),
        aPod('shop/web-job').labelled({ app: 'web' }).withContainerPort('http', 1).inPhase('Succeeded'),
        aPod('shop/dns').labelled({ app: 'dns' }).withContainerPort('dns', 53, { protocol: 'UDP' }).ready(),
        aPod('other/web').labelled({ app: 'web' }).ready(),
        aService('shop/web').withType('NodePort').withPort(80, { nodePort: 30_000 }),
        aService('games/world').withType('NodePort').withPort(7000, { nodePort: 30_002, protocol: 'UDP' }),
        aService('games/lobby')
          .withType('LoadBalancer')
          .withPort(80, { name: 'http', nodePort: 30_001 })
          .withFamilies('IPv6', 'IPv4')
          .withSpec({ healthCheckNodePort: 30_003, loadBalancerClass: 'example.com/vip' }),
      )
      .build(),
  );

const ask = (selector: Readonly<Record<string, string>>, name = 'web') =>
  answerServiceForm(model(), { kind: 'serviceFormFacts', namespace: 'shop', name, selector });

test('Pods of the namespace that match and have not ended are counted, with who owns them', () => {
  const facts = ask({ app: 'web' });
  expect(facts).toMatchObject({ isKnown: true, pods: 3, readyPods: 2, isNameTaken: true });
  expect(facts.owners.reduce((sum, { pods }) => sum + pods, 0)).toBe(3);
});

test('no selector matches nothing', () => {
  expect(ask({})).toMatchObject({ pods: 0, readyPods: 0, declaredPorts: [] });
});

test('declared ports of the matching Pods are told apart by name, number and protocol, the most declared first', () => {
  expect(ask({ app: 'web' }).declaredPorts).toEqual([
    { name: 'http', number: 3000, protocol: 'TCP', pods: 2 },
    { name: 'http', number: 8080, protocol: 'TCP', pods: 1 },
  ]);
  expect(ask({ app: 'dns' }).declaredPorts).toEqual([{ name: 'dns', number: 53, protocol: 'UDP', pods: 1 }]);
});

test('labels of the namespace’s living Pods are offered with how many carry them', () => {
  expect(ask({}).labels).toEqual([
    {
      key: 'app',
      values: [
        { value: 'web', pods: 3 },
        { value: 'dns', pods: 1 },
      ],
    },
    { key: 'tier', values: [{ value: 'front', pods: 1 }] },
  ]);
});

test('node ports of other Services are taken, by protocol, health check ports too; its own are not', () => {
  expect(
    ask({}).takenNodePorts.map(
      ({ port, protocol, service, portName }) => `${port}/${protocol} ${service.name} ${portName}`,
    ),
  ).toEqual(['30001/TCP lobby http', '30003/TCP lobby healthz', '30002/UDP world 7000/UDP']);
});

test('free node ports are of the static band and nobody’s for any protocol', () => {
  expect(ask({}).freeNodePorts).toEqual([30_000, 30_004, 30_005]);
});

test('families and load balancer classes are those that Services here have', () => {
  expect(ask({})).toMatchObject({
    families: ['IPv4', 'IPv6'],
    loadBalancerClasses: ['example.com/vip'],
    namespaces: ['games', 'other', 'shop'],
  });
  expect(ask({}, 'brand-new').isNameTaken).toBe(false);
});

test('where Pods cannot be read the counts say so', () => {
  const blind = modelOf(aCluster().with(aNamespace('shop')).withoutAccessTo('Pod').build());
  const facts = answerServiceForm(blind, {
    kind: 'serviceFormFacts',
    namespace: 'shop',
    name: 'web',
    selector: { app: 'web' },
  });
  expect(facts.isKnown).toBe(false);
});

const withTwoClasses = () =>
  modelOf(
    aCluster()
      .with(
        anIngressClass('traefik').withController('traefik.io/ingress-controller'),
        anIngressClass('kong').withController('ingress-controllers.konghq.com/kong'),
        anIngressClass('own').withController('example.com/own'),
        aService('shop/web').withPort(80),
        aService('shop/apart').withPort(80),
        aService('shop/strange').withPort(80),
        anIngress('shop/web').withClass('kong').withPath('web.example.com', '/', 'Prefix', 'web', 80),
        anIngress('shop/strange').withClass('own').withPath('own.example.com', '/', 'Prefix', 'strange', 80),
      )
      .build(),
  );

test.each([
  ['web', ['kong']],
  ['apart', ['traefik', 'kong']],
  ['strange', []],
])('annotations of Service %s are read by', (name, controllers) => {
  const question = { kind: 'serviceFormFacts', namespace: 'shop', name, selector: {} } as const;
  expect([...answerServiceForm(withTwoClasses(), question).controllers].toSorted()).toEqual(
    controllers.toSorted(),
  );
});
