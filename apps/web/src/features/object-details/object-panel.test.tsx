import type { ObjectEventsReply } from '@fairlead/api-contract';
import { aPod, aService, anIngress } from '@fairlead/kube-objects/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ApiFailure } from '../../server-state/api-failure.ts';
import type { DetailsAnswer, Question } from '../../workers/questions.ts';
// Here already, so that no test waits for the lazily loaded writer of YAML.
import './object-text.tsx';
import { aFinding, emptyDetails, emptySummary, renderPanel, type Answers } from './testing/render-panel.tsx';

afterEach(cleanup);

const frontend = aService('default/frontend').withPort(80, { name: 'http' }).build();

const broken: DetailsAnswer = {
  ...emptyDetails,
  object: frontend,
  summary: 'Sends requests on 80 to no Pod.',
  findings: [
    aFinding({ id: 'w', severity: 'warning', title: 'A lesser problem', checkId: 'SVC-042' }),
    aFinding({
      fixes: [
        {
          title: 'Select the Pods of Deployment frontend',
          explanation: 'Change the selector to `app=frontend`.',
          change: {
            ref: { kind: 'Service', namespace: 'default', name: 'frontend' },
            field: 'spec.selector',
            from: 'app=fronted',
            to: 'app=frontend',
          },
        },
      ],
    }),
  ],
  routes: [
    [
      { label: 'Clients', detail: 'edge-1', state: 'ok' },
      {
        label: 'Ingress frontend',
        detail: '`www.example.net/` Prefix',
        state: 'ok',
        ref: { kind: 'Ingress', namespace: 'default', name: 'frontend' },
      },
      { label: 'Service frontend', detail: '`80 → 80`, no endpoint', state: 'error' },
      { label: 'Pods', detail: 'not reached', state: 'unknown' },
    ],
  ],
  facts: [
    { label: 'Type', text: 'ClusterIP', isMono: false },
    { label: 'Cluster IP', text: '10.96.41.7', isMono: true },
  ],
  addresses: [
    { label: 'DNS name', text: 'frontend.default.svc.cluster.local:80' },
    { label: 'curl', text: "curl --resolve 'www.example.net:80:192.0.2.1' 'http://www.example.net/'" },
  ],
  usedBy: [
    { ref: { kind: 'Ingress', namespace: 'default', name: 'frontend' }, label: 'frontend: www.example.net/' },
  ],
};

const answering =
  (details: DetailsAnswer | ((question: Extract<Question, { kind: 'details' }>) => DetailsAnswer)): Answers =>
  (question) => {
    if (question.kind === 'summary') return emptySummary;
    if (question.kind !== 'details') return undefined;
    return typeof details === 'function' ? details(question) : details;
  };

test('says in words what the object does, its worst problem first, with the fix as a diff', async () => {
  renderPanel({ sel: 'Service/default/frontend', answers: answering(broken) });
  expect(await screen.findByText('Sends requests on 80 to no Pod.')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2, name: 'frontend' })).toBeTruthy();
  expect(screen.getByText('Service in namespace default')).toBeTruthy();
  expect(screen.getByText('2 problems')).toBeTruthy();
  const card = screen.getByRole('article', { name: /No Pod carries the labels/ });
  expect(within(card).getByText('app: fronted')).toBeTruthy();
  expect(within(card).getByText('app: frontend')).toBeTruthy();
  const others = screen.getByRole('region', { name: 'Other problems' });
  expect(within(others).getByRole('link', { name: /A lesser problem/ })).toBeTruthy();
});

test('shows the route hop by hop, each with its state', async () => {
  renderPanel({ sel: 'Service/default/frontend', answers: answering(broken) });
  const route = within(await screen.findByRole('list', { name: 'Route 1 of 1' }));
  const hops = route.getAllByRole('listitem');
  expect(hops.map((hop) => within(hop).getByRole('img').getAttribute('aria-label'))).toEqual([
    'OK',
    'OK',
    'Breaks here',
    'Not reached',
  ]);
  expect(route.getByRole('link', { name: 'Ingress frontend' }).getAttribute('href')).toBe(
    '/c/test/graph?sel=Ingress/default/frontend',
  );
});

test('copies an address', async () => {
  const user = userEvent.setup();
  renderPanel({ sel: 'Service/default/frontend', answers: answering(broken) });
  await user.click(
    await screen.findByRole('button', { name: 'Copy DNS name frontend.default.svc.cluster.local:80' }),
  );
  expect(await navigator.clipboard.readText()).toBe('frontend.default.svc.cluster.local:80');
});

test('a link in the panel opens the other object in it, and the focus stays in the panel', async () => {
  const user = userEvent.setup();
  const { history } = renderPanel({
    sel: 'Service/default/frontend',
    answers: answering(({ ref }) =>
      ref.kind === 'Service' ? broken : { ...emptyDetails, object: anIngress('default/frontend').build() },
    ),
  });
  await user.click(await screen.findByRole('link', { name: 'Ingress frontend' }));
  expect(await screen.findByText('Ingress in namespace default')).toBeTruthy();
  expect(history.location.search).toBe('?sel=Ingress/default/frontend');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'frontend' })),
  );
});

test('Escape closes the panel and gives the focus back to what was selected', async () => {
  const user = userEvent.setup();
  renderPanel({ sel: 'Service/default/frontend~http', answers: answering(broken) });
  (await screen.findByRole('tab', { name: /Problems/ })).focus();
  await user.keyboard('{Escape}');
  expect(await screen.findByText('closed')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'port http' }));
});

test('opening the panel and live updates leave the focus where it is', async () => {
  const { worker } = renderPanel({ sel: 'Service/default/frontend', answers: answering(broken) });
  const node = await screen.findByRole('button', { name: 'node frontend' });
  node.focus();
  await screen.findByText('2 problems');
  worker.answerAgain(answering({ ...broken, summary: 'Sends requests to 2 Pods.', findings: [] }));
  expect(await screen.findByText('Sends requests to 2 Pods.')).toBeTruthy();
  expect(screen.queryByText('2 problems')).toBeNull();
  expect(document.activeElement).toBe(node);
});

test('an object that disappears is said to be gone, with what still refers to it', async () => {
  const { worker } = renderPanel({ sel: 'Service/default/frontend', answers: answering(broken) });
  await screen.findByText('2 problems');
  worker.answerAgain(answering({ ...emptyDetails, usedBy: broken.usedBy }));
  expect(await screen.findByText('Service frontend does not exist (any more)')).toBeTruthy();
  const namedBy = screen.getByRole('list', { name: 'Named by' });
  expect(within(namedBy).getByRole('link', { name: 'Ingress frontend' })).toBeTruthy();
  expect(within(namedBy).getByText('www.example.net/')).toBeTruthy();
});

test('while objects are loading, a missing one is not called gone', async () => {
  renderPanel({
    sel: 'Service/default/frontend',
    answers: answering(emptyDetails),
    connection: { kind: 'loading', sinceMs: 0 },
  });
  expect(await screen.findByText('Loading Service frontend…')).toBeTruthy();
  expect(screen.queryByText(/does not exist/)).toBeNull();
});

test('a kind that may not be listed is said so, with what to ask for', async () => {
  renderPanel({
    sel: 'Pod/billing/api-0',
    answers: (question) =>
      question.kind === 'summary'
        ? {
            ...emptySummary,
            access: [
              {
                kind: 'Pod',
                namespace: undefined,
                state: 'forbidden',
                missingVerb: 'list',
                message: 'pods is forbidden',
              },
            ],
          }
        : emptyDetails,
  });
  expect(await screen.findByText('You may not list Pods in billing.')).toBeTruthy();
  expect(screen.getByText('pods')).toBeTruthy();
  expect(screen.getByText('pods is forbidden')).toBeTruthy();
});

test('a failed question can be asked again', async () => {
  const user = userEvent.setup();
  let attempts = 0;
  const { worker } = renderPanel({
    sel: 'Service/default/frontend',
    answers: (question) => {
      if (question.kind !== 'details') return emptySummary;
      attempts += 1;
      return attempts === 1 ? undefined : broken;
    },
  });
  await screen.findByText('Loading Service frontend…');
  worker.failAll('cannot read selector');
  expect(await screen.findByText('cannot read selector')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('2 problems')).toBeTruthy();
});

test('the selected rule comes first: what it takes, where it leads, what to type', async () => {
  const shop = anIngress('shop/shop')
    .withPath('shop.example.com', '/', 'Prefix', 'storefront', 80)
    .withPath('shop.example.com', '/api', 'Prefix', 'orders', 'http')
    .build();
  renderPanel({
    sel: 'Ingress/shop/shop~shop.example.com~/api',
    answers: answering({
      ...emptyDetails,
      object: shop,
      addresses: [
        { label: 'URL', text: 'http://shop.example.com/' },
        { label: 'URL', text: 'http://shop.example.com/api' },
      ],
    }),
  });
  const rule = await screen.findByRole('region', { name: 'Selected rule' });
  expect(within(rule).getByText('shop.example.com/api Prefix')).toBeTruthy();
  expect(within(rule).getByRole('link', { name: 'orders:http' }).getAttribute('href')).toBe(
    '/c/test/graph?sel=Service/shop/orders',
  );
  expect(within(rule).getByRole('link', { name: 'http://shop.example.com/api' })).toBeTruthy();
  expect(within(rule).queryByRole('link', { name: 'http://shop.example.com/' })).toBeNull();
});

test('a row that is no longer in the object is said to be gone, the rest is shown', async () => {
  renderPanel({ sel: 'Service/default/frontend~metrics', answers: answering(broken) });
  expect(await screen.findByText('metrics')).toBeTruthy();
  expect(screen.getByText('Sends requests on 80 to no Pod.')).toBeTruthy();
});

test('a Service that does not exist tells which rules name it', async () => {
  renderPanel({
    sel: 'ghost:Service/sec/pay',
    answers: answering(({ ref }) => ({
      ...emptyDetails,
      findings: [
        aFinding({
          id: 'ING-001',
          checkId: 'ING-001',
          title: 'Service pay does not exist',
          place: {
            ref: { kind: 'Ingress', namespace: 'sec', name: 'missing-secret' },
            path: { host: 'pay.example.com', path: '/', pathType: 'Prefix', ordinal: 0 },
          },
          related: [ref],
        }),
      ],
    })),
  });
  expect(await screen.findByRole('heading', { level: 2, name: 'Service pay does not exist' })).toBeTruthy();
  const namedBy = await screen.findByRole('list', { name: 'Named by' });
  expect(within(namedBy).getByRole('link', { name: 'Ingress missing-secret' })).toBeTruthy();
  expect(within(namedBy).getByText('pay.example.com/')).toBeTruthy();
});

test('containers of a Pod say why they do not run', async () => {
  const pod = aPod('bi/reports-0').withContainer({ name: 'web', image: 'example/web:1' }).build();
  renderPanel({
    sel: 'Pod/bi/reports-0',
    answers: answering({
      ...emptyDetails,
      object: {
        ...pod,
        status: {
          ...pod.status,
          conditions: [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady' }],
          containerStatuses: [
            { name: 'web', restartCount: 7, state: { waiting: { reason: 'CrashLoopBackOff' } } },
          ],
        },
      },
    }),
  });
  const containers = await screen.findByRole('region', { name: 'Containers' });
  expect(within(containers).getByText('waiting: CrashLoopBackOff · 7 restarts')).toBeTruthy();
  expect(screen.getByText('False · ContainersNotReady')).toBeTruthy();
});

const whole = {
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'frontend', resourceVersion: '7', managedFields: [{ manager: 'kubectl' }] },
    spec: { clusterIP: '10.96.41.7' },
  },
};

test('YAML is asked for when its tab is opened; managedFields is shown on demand', async () => {
  const user = userEvent.setup();
  const asked: string[] = [];
  renderPanel({
    sel: 'Service/default/frontend',
    answers: answering(broken),
    get: (path) => {
      asked.push(path);
      return whole;
    },
  });
  const tab = await screen.findByRole('tab', { name: 'YAML' });
  expect(asked).toEqual([]);
  await user.click(tab);
  expect(await screen.findByText(/10\.96\.41\.7/)).toBeTruthy();
  expect(asked).toEqual(['/api/contexts/test/objects/Service/default/frontend']);
  expect(screen.getByText(/managedFields is left out \(1 entry\)/)).toBeTruthy();
  expect(screen.queryByText(/manager/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show managedFields' }));
  expect(screen.getByText(/manager.*kubectl/s)).toBeTruthy();
});

test('YAML that may not be read says so in the words of the API server and can be asked for again', async () => {
  const user = userEvent.setup();
  let isAllowed = false;
  renderPanel({
    sel: 'Service/default/frontend',
    tab: 'yaml',
    answers: answering(broken),
    get: () => {
      if (isAllowed) return whole;
      throw new ApiFailure({
        code: 'CLUSTER_FORBIDDEN',
        statusCode: 403,
        title: 'You may not get Services in default.',
        details: { kubernetesMessage: 'services "frontend" is forbidden' },
      });
    },
  });
  expect(await screen.findByText('You may not get Services in default.')).toBeTruthy();
  expect(screen.getByText('services "frontend" is forbidden')).toBeTruthy();
  isAllowed = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/10\.96\.41\.7/)).toBeTruthy();
});

test('events are told with type, reason, count and message', async () => {
  const reply: ObjectEventsReply = {
    events: [
      {
        uid: '2',
        type: 'Warning',
        reason: 'Unhealthy',
        message: 'Readiness probe failed',
        count: 12,
        reporter: 'kubelet',
      },
      { uid: '1', type: 'Normal', reason: 'Started', message: 'Started container', count: 1, reporter: '' },
    ],
  };
  renderPanel({
    sel: 'Service/default/frontend',
    tab: 'events',
    answers: answering(broken),
    get: () => reply,
  });
  const events = within(await screen.findByRole('list', { name: 'Events of Service frontend' }));
  expect(events.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'UnhealthyReadiness probe failed12 timesfrom kubelet',
    'StartedStarted container',
  ]);
  expect(events.getByRole('img', { name: 'Warning' })).toBeTruthy();
});

test('events are asked for by the uid of the object, so that those of an older one of its name stay away', async () => {
  const asked: string[] = [];
  renderPanel({
    sel: 'Service/default/frontend',
    tab: 'events',
    answers: answering({ ...broken, object: aService('default/frontend').withUid('new-uid').build() }),
    get: (path) => {
      asked.push(path);
      return { events: [] } satisfies ObjectEventsReply;
    },
  });
  await waitFor(() =>
    expect(asked).toEqual(['/api/contexts/test/objects/Service/default/frontend/events?uid=new-uid']),
  );
});

test('off the graph the panel leads to it, with the selection', async () => {
  renderPanel({ sel: 'Service/default/frontend', path: '/c/test/services', answers: answering(broken) });
  expect((await screen.findByRole('link', { name: 'Show in graph' })).getAttribute('href')).toBe(
    '/c/test/graph?sel=Service/default/frontend',
  );
});

test('labels named like parts of every JavaScript object are labels like others', async () => {
  const labels = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, string>;
  renderPanel({
    sel: 'Service/default/frontend',
    answers: answering({
      ...broken,
      object: { ...frontend, metadata: { ...frontend.metadata, labels } },
    }),
  });
  expect(await screen.findByText('Labels 2')).toBeTruthy();
  expect(screen.getByText('__proto__')).toBeTruthy();
  expect(screen.getByText('constructor')).toBeTruthy();
});
