import {
  aCluster,
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  type Buildable,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnose.ts';
import { inEnglish, nowOfTests } from '../testing/diagnose-objects.ts';
import { rolledOut } from '../testing/rolled-out.ts';

const nginx = anIngressClass('nginx');

/** What a person reads of each finding. */
const told = (...objects: readonly Buildable[]) =>
  diagnose(
    aCluster()
      .with(nginx, ...objects)
      .withEndpoints()
      .build(),
    nowOfTests,
    inEnglish,
  ).findings.map(({ checkId, severity, label, title, happens, why, effectNow }) => ({
    checkId,
    severity,
    label,
    title,
    happens,
    effectNow,
    why,
  }));

test('a mistyped selector is told with the Deployment that was meant', () => {
  const objects = [
    ...rolledOut('default/frontend', {
      pods: 2,
      labels: { app: 'frontend', release: 'stable' },
      containers: [{ name: 'nginx', ports: [{ containerPort: 80 }] }],
    }),
    aService('default/frontend').selecting({ app: 'fronted' }).withPort(80),
    anIngress('default/frontend')
      .withClass('nginx')
      .withPath('www.example.net', '/', 'Prefix', 'frontend', 80),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'SVC-001',
      severity: 'error',
      label: 'Selector matches no Pod',
      title: 'No Pod carries the labels this Service selects',
      happens: 'Requests for `www.example.net/` get 503 now.',
      effectNow: '503',
      why: 'Selector `app=fronted` matches 0 of 2 Pods in namespace default. Closest: 2 Pods of Deployment frontend carry `app=frontend`, one letter apart.',
    },
  ]);
});

test('port names and numbers that do not meet are told each at its row', () => {
  const http = (containerPort: number) => [{ name: 'app', ports: [{ name: 'http', containerPort }] }];
  const objects = [
    ...rolledOut('billing/payments', { pods: 2, containers: http(8080) }),
    ...rolledOut('billing/invoices', { containers: [{ name: 'app', ports: [{ containerPort: 3000 }] }] }),
    ...rolledOut('billing/ledger', { containers: http(8080) }),
    aService('billing/payments')
      .selecting({ app: 'payments' })
      .withPort(80, { name: 'http', targetPort: 'htpp' }),
    aService('billing/invoices').selecting({ app: 'invoices' }).withPort(80, { targetPort: 3000 }),
    aService('billing/ledger')
      .selecting({ app: 'ledger' })
      .withPort(8080, { name: 'http', targetPort: 'http' }),
    anIngress('billing/billing')
      .withClass('nginx')
      .withPath('billing.example.com', '/payments', 'Prefix', 'payments', 'http')
      .withPath('billing.example.com', '/invoices', 'Prefix', 'invoices', 3000)
      .withPath('billing.example.com', '/ledger', 'Prefix', 'ledger', 'web'),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'ING-003',
      severity: 'error',
      label: 'no port “web”',
      title: 'Service ledger has no port named “web”',
      happens: 'Requests for `billing.example.com/ledger` get 503 now.',
      effectNow: '503',
      why: 'The backend asks for the port named `web`. Service ledger has port `8080` named `http`.',
    },
    {
      checkId: 'SVC-003',
      severity: 'error',
      label: 'No container port “htpp”',
      title: 'Target port “htpp” is not a port of any selected Pod',
      happens: 'Requests for `billing.example.com/payments` get 503 now.',
      effectNow: '503',
      why: 'Service port `http` leads to the container port named `htpp`. The 2 selected Pods have `http`.',
    },
    {
      checkId: 'ING-004',
      severity: 'warning',
      label: 'uses targetPort',
      title: 'invoices is named by its targetPort 3000, not by its port 80',
      happens:
        'Requests for `billing.example.com/invoices` work with ingress-nginx, which accepts a targetPort too. Other controllers find no such port.',
      effectNow: 'nginx only',
      why: 'Service invoices has port `80`. `3000` is its targetPort, the port of the Pods; an Ingress names the port of the Service.',
    },
  ]);
});

test('an ExternalName that is an address is told, real names are not', () => {
  const objects = [
    aService('default/partner-api').external('api.partner.example.org').withPort(443, { name: 'https' }),
    aService('default/old-mainframe').external('10.20.30.40'),
    aService('default/users-alias').external('users.identity.svc.cluster.local'),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'SVC-025',
      severity: 'error',
      label: 'External name is an address',
      title: 'externalName `10.20.30.40` is treated as a DNS name, not as an address',
      happens: 'Who looks up `old-mainframe.default` gets an alias to a name that does not exist.',
      effectNow: 'no address',
      why: 'Cluster DNS answers for an ExternalName Service with a CNAME record to `10.20.30.40`. A CNAME record holds a name; no name consists of numbers only.',
    },
  ]);
});

test('of two teams that claim a path the younger is told, and all three that two controllers have the host', () => {
  const claim = (place: string, className: string, path = '/') =>
    anIngress(place).withClass(className).withPath('app.example.org', path, 'Prefix', 'web', 80);
  const objects = [
    anIngressClass('traefik').withController('traefik.io/ingress-controller'),
    claim('team-a/team-a', 'nginx').createdAt('2025-03-01T10:00:00Z'),
    claim('team-b/team-b', 'nginx').createdAt('2025-09-01T10:00:00Z'),
    claim('team-c/team-c', 'traefik', '/c'),
    ...['team-a', 'team-b', 'team-c'].flatMap((team) => [
      aService(`${team}/web`).selecting({ app: 'web' }),
      ...rolledOut(`${team}/web`),
    ]),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'ING-013',
      severity: 'error',
      label: 'team-a/team-a wins',
      title: 'team-a/team-a and team-b/team-b both claim app.example.org/',
      happens: 'Requests for `app.example.org/` go where team-a/team-a says. This path gets none.',
      effectNow: 'team-a wins',
      why: 'Both have class `nginx`, the same host and path, and a pathType that ingress-nginx does not tell apart. It keeps one of them: team-a/team-a is the older one.',
    },
    {
      checkId: 'ING-017',
      severity: 'warning',
      label: 'host of two controllers',
      title: '`app.example.org` is served by ingress-nginx and by Traefik',
      happens:
        'ingress-nginx answers by this Ingress and Traefik by others: DNS decides which rules apply to a client.',
      effectNow: undefined,
      why: 'team-c/team-c has rules for the same host under another class.',
    },
    {
      checkId: 'ING-017',
      severity: 'warning',
      label: 'host of two controllers',
      title: '`app.example.org` is served by ingress-nginx and by Traefik',
      happens:
        'ingress-nginx answers by this Ingress and Traefik by others: DNS decides which rules apply to a client.',
      effectNow: undefined,
      why: 'team-c/team-c has rules for the same host under another class.',
    },
    {
      checkId: 'ING-017',
      severity: 'warning',
      label: 'host of two controllers',
      title: '`app.example.org` is served by Traefik and by ingress-nginx',
      happens:
        'Traefik answers by this Ingress and ingress-nginx by others: DNS decides which rules apply to a client.',
      effectNow: undefined,
      why: 'team-a/team-a and team-b/team-b have rules for the same host under another class.',
    },
  ]);
});

test('a mistyped class is told with the class that was meant; annotations and no class are not', () => {
  const toWeb = (name: string) => anIngress(`default/${name}`);
  const path = (host: string) => [host, '/', 'Prefix', 'web', 80] as const;
  const objects = [
    ...rolledOut('default/web'),
    aService('default/web').selecting({ app: 'web' }),
    anIngressClass('traefik').withController('traefik.io/ingress-controller'),
    toWeb('unknown-class')
      .withClass('ngnix')
      .withPath(...path('a.example.com')),
    toWeb('no-class').withPath(...path('b.example.com')),
    toWeb('annotation-only')
      .withClassAnnotation('other')
      .withPath(...path('c.example.com')),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'ING-005',
      severity: 'error',
      label: 'no class “ngnix”',
      title: 'IngressClass “ngnix” does not exist',
      happens: 'Requests for `a.example.com/` are not served.',
      effectNow: 'not served',
      why: 'A controller takes an Ingress when the IngressClass it names is one of its own. The cluster has IngressClasses `nginx` and `traefik`.',
    },
  ]);
});

test('a slice written by hand whose port has another name is told', () => {
  const objects = [
    aService('default/legacy-db').withPort(5432, { name: 'pg' }),
    aSlice('default/legacy-db-1')
      .of('legacy-db')
      .managedBy('staff')
      .withPort(5432, { name: 'pg' })
      .withEndpoint('198.51.100.21')
      .withEndpoint('198.51.100.22', { ready: false }),
    aService('default/soap').withPort(80, { name: 'http', targetPort: 8080 }),
    aSlice('default/soap-1').of('soap').withPort(8080).withEndpoint('198.51.100.30'),
    aSlice('default/lost-slice').withPort(8080, { name: 'http' }).withEndpoint('198.51.100.31'),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'SVC-012',
      severity: 'error',
      label: 'No slice port “http”',
      title: 'EndpointSlice soap-1 does not have a port named “http”',
      happens: 'Connections to Service soap are refused by kube-proxy.',
      effectNow: 'refused',
      why: 'Ports of a Service and of its slices are paired by name. Service soap has a port named “http”. EndpointSlice soap-1 has an unnamed port 8080. What does not pair is ignored.',
    },
  ]);
});

test('a selector that is too broad, with a named port in some of its Pods, is left to other checks', () => {
  const port = (name: string, containerPort: number) => [{ name, ports: [{ name, containerPort }] }];
  const objects = [
    ...rolledOut('prod/web-api', {
      pods: 2,
      labels: { app: 'web', role: 'api' },
      containers: port('http', 8000),
    }),
    ...rolledOut('prod/web-worker', {
      pods: 2,
      labels: { app: 'web', role: 'worker' },
      containers: port('metrics', 9100),
    }),
    aService('prod/web').selecting({ app: 'web' }).withPort(80, { name: 'http', targetPort: 'http' }),
    anIngress('prod/web').withClass('nginx').withPath('prod.example.com', '/', 'Prefix', 'web', 'http'),
  ];
  expect(told(...objects)).toEqual([]);
});

test('a probe on a port that is not there is the cause, no ready Pod its consequence', () => {
  const app = {
    name: 'app',
    ports: [{ name: 'web', containerPort: 8080 }],
    readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
  };
  const initContainers = [
    { name: 'migrate', ports: [{ name: 'admin', containerPort: 9999 }] },
    {
      name: 'log-shipper',
      restartPolicy: 'Always',
      ports: [{ name: 'metrics', containerPort: 2020 }],
    },
  ];
  const objects = [
    ...rolledOut('bi/reports', { pods: 2, isReady: false, containers: [app], initContainers }),
    aService('bi/reports')
      .selecting({ app: 'reports' })
      .withPort(80, { name: 'web', targetPort: 'web' })
      .withPort(2020, { name: 'metrics', targetPort: 'metrics' })
      .withPort(9999, { name: 'admin', targetPort: 'admin' }),
    anIngress('bi/reports')
      .withClass('nginx')
      .withPath('reports.example.com', '/', 'Prefix', 'reports', 'web'),
  ];
  expect(told(...objects)).toEqual([
    {
      checkId: 'SVC-042',
      severity: 'error',
      label: 'No probe port “http”',
      title: 'Readiness probe of container app names port “http”, which it does not declare',
      happens: '2 Pods of Deployment reports never become ready and get no requests.',
      effectNow: 'never ready',
      why: 'A probe’s port name is looked up among the ports of its own container; it has `web`. A probe without a port has no result.',
    },
    {
      checkId: 'SVC-002',
      severity: 'error',
      label: 'No Pod is ready',
      title: '2 Pods match but none is ready: readiness probe names port “http”',
      happens: 'Requests for `reports.example.com/` get 503 now.',
      effectNow: '503',
      why: 'The selector matches 2 Pods in namespace bi. Why none is ready: readiness probe names port “http”.',
    },
    {
      checkId: 'SVC-003',
      severity: 'error',
      label: 'No container port “admin”',
      title: 'Target port “admin” is not a port of any selected Pod',
      happens: 'Connections to Service reports are refused by kube-proxy.',
      effectNow: 'refused',
      why: 'Service port `admin` leads to the container port named `admin`. The 2 selected Pods have `web` and `metrics`. Init container migrate declares it, but has ended before the Pod serves.',
    },
  ]);
});
