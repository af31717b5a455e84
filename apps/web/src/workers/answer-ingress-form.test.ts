import { aCluster, anIngress, anIngressClass, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerIngressForm } from './answer-ingress-form.ts';
import type { IngressFormQuestion } from './ingress-form-facts.ts';
import { modelOf } from './testing/model-of.ts';

const question: IngressFormQuestion = {
  kind: 'ingressFormFacts',
  namespace: 'shop',
  name: 'mine',
  className: 'nginx',
  hosts: ['shop.example.com', ''],
};

const model = modelOf(
  aCluster()
    .with(
      anIngressClass('nginx').withController('k8s.io/ingress-nginx').asDefault(),
      anIngressClass('nginx-too').withController('k8s.io/ingress-nginx'),
      anIngressClass('traefik').withController('traefik.io/ingress-controller'),
      anIngress('shop/mine')
        .withClass('nginx')
        .createdAt('2026-01-02T00:00:00Z')
        .withPath('shop.example.com', '/', 'Prefix', 'web', 80),
      anIngress('other/theirs')
        .withClass('nginx-too')
        .createdAt('2026-01-01T00:00:00Z')
        .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
        .withPath('else.example.com', '/', 'Prefix', 'web', 80),
      anIngress('other/foreign')
        .withClass('traefik')
        .withPath('shop.example.com', '/', 'Prefix', 'web', 80)
        .withPath('shop.example.com', '/a', 'Prefix', 'web', 80),
      aService('shop/idle').withPort(80).selecting({ app: 'nothing' }),
      aService('shop/web')
        .withPort(80, { name: 'http', targetPort: 8080 })
        .withPort(9000, { name: 'grpc-internal-api-v2', targetPort: 9000 })
        .selecting({ app: 'web' }),
      aService('other/web').withPort(80),
      aPod('shop/web-1').labelled({ app: 'web' }).ready(),
      aPod('shop/web-2').labelled({ app: 'web' }).notReady(),
    )
    .withEndpoints()
    .build(),
);

test('Services of the namespace come with ports and Pods, those that answer first', () => {
  const { services, areServicesKnown } = answerIngressForm(model, question);
  expect(areServicesKnown).toBe(true);
  expect(services.map(({ name }) => name)).toEqual(['web', 'idle']);
  expect(services[0]).toMatchObject({ readyPods: 1, allPods: 2, isCounted: true, isAnswering: true });
  expect(services[0]?.ports).toEqual([
    { name: 'http', number: 80, protocol: 'TCP', readyPods: 1, canBeNamed: true, missingTarget: undefined },
    {
      name: 'grpc-internal-api-v2',
      number: 9000,
      protocol: 'TCP',
      readyPods: 1,
      canBeNamed: false,
      missingTarget: undefined,
    },
  ]);
});

test('Pods are counted as Pods where the target port is the name of none of their container ports', () => {
  const pays = modelOf(
    aCluster()
      .with(
        aService('shop/pay').withPort(80, { name: 'http', targetPort: 'htpp' }).selecting({ app: 'pay' }),
        aPod('shop/pay-1').labelled({ app: 'pay' }).withContainerPort('http', 3000).ready(),
        aPod('shop/pay-2').labelled({ app: 'pay' }).withContainerPort('http', 3000).ready(),
      )
      .withEndpoints()
      .build(),
  );
  const [pay] = answerIngressForm(pays, question).services;
  expect(pay).toMatchObject({ readyPods: 2, allPods: 2, isAnswering: false });
  expect(pay?.ports).toMatchObject([{ readyPods: 0, missingTarget: 'htpp' }]);
});

test('classes come with their controller and the default is marked', () => {
  const { classes, family, samePathRule, createdAt } = answerIngressForm(model, question);
  expect(classes.map(({ name, family: of, isDefault }) => [name, of, isDefault])).toEqual([
    ['nginx', 'ingress-nginx', true],
    ['nginx-too', 'ingress-nginx', false],
    ['traefik', 'traefik', false],
  ]);
  expect([family, samePathRule, createdAt]).toEqual(['ingress-nginx', 'oldest', '2026-01-02T00:00:00Z']);
});

test('another Ingress that the same controller serves is a rival, one of another controller is not', () => {
  const { claims } = answerIngressForm(model, question);
  expect(claims).toHaveLength(1);
  expect(claims[0]?.rivals).toEqual([
    {
      ingress: { kind: 'Ingress', namespace: 'other', name: 'theirs' },
      createdAt: '2026-01-01T00:00:00Z',
      path: '/',
      pathType: 'Prefix',
      className: 'nginx-too',
      backend: 'web:http',
    },
  ]);
  expect(claims[0]?.others).toEqual([{ namespace: 'other', name: 'foreign', className: 'traefik' }]);
});

test('an unknown class rivals only itself, and nobody promises who wins', () => {
  const answered = answerIngressForm(model, { ...question, className: 'own' });
  expect(answered.claims[0]?.rivals).toEqual([]);
  expect([answered.family, answered.samePathRule]).toEqual([undefined, 'unspecified']);
});

test('a name that an Ingress of the namespace has is taken, also by one without a time of creation', () => {
  const isTaken = (namespace: string, name: string): boolean =>
    answerIngressForm(model, { ...question, namespace, name }).isNameTaken;
  expect([isTaken('shop', 'mine'), isTaken('shop', 'theirs'), isTaken('other', 'foreign')]).toEqual([
    true,
    false,
    true,
  ]);
});
