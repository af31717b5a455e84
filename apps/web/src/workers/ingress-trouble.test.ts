import {
  aCluster,
  aNamespace,
  anIngress,
  anIngressClass,
  aPod,
  aService,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { answerRows } from './answer-rows.ts';
import type { IngressRow, Question } from './questions.ts';
import { modelOf } from './testing/model-of.ts';

type RowsQuestion = Extract<Question, { readonly kind: 'rows' }>;

const aStreet = () =>
  modelOf(
    aCluster()
      .with(
        aNamespace('shop'),
        anIngressClass('nginx').withController('k8s.io/ingress-nginx'),
        anIngress('shop/frontend')
          .withClass('nginx')
          .withPath('a.example.com', '/', 'Prefix', 'frontend', 80),
        anIngress('shop/ghost').withClass('nginx').withPath('g.example.com', '/', 'Prefix', 'ghost', 80),
        anIngress('shop/healthy').withClass('nginx').withPath('h.example.com', '/', 'Prefix', 'web', 80),
        aService('shop/frontend').withPort(80, { targetPort: 3000 }).selecting({ app: 'frontent' }),
        aService('shop/web').withPort(80, { targetPort: 3000 }).selecting({ app: 'web' }),
        aPod('shop/web-1').labelled({ app: 'web' }).withContainerPort('http', 3000).ready(),
      )
      .withEndpoints()
      .build(),
  );

function listRows(more: Partial<RowsQuestion>): readonly IngressRow[] {
  const question = { kind: 'rows', of: 'Ingress', filter: {}, from: 0, count: 10, ...more } as const;
  return answerRows(aStreet(), question).rows as readonly IngressRow[];
}

test('an Ingress is as broken as the Service its rule leads to, and says what requests get', () => {
  const row = listRows({}).find(({ name }) => name === 'frontend');
  expect(row).toMatchObject({ worst: 'error', problemCount: 1, stateWords: '503' });
});

test('an Ingress whose routes all end at a ready Pod has no problem', () => {
  const row = listRows({}).find(({ name }) => name === 'healthy');
  expect(row).toMatchObject({ problemCount: 0, stateWords: '' });
  expect(row).not.toHaveProperty('worst');
});

test('the filter for problems and the order by state go by the routes as well', () => {
  const filter = { onlyProblems: true };
  expect(listRows({ filter }).map(({ name }) => name)).toEqual(['frontend', 'ghost']);
  expect(listRows({ sort: 'state' }).map(({ name }) => name)).toEqual(['frontend', 'ghost', 'healthy']);
  expect(listRows({ sort: '-state' }).at(0)?.name).toBe('healthy');
});
