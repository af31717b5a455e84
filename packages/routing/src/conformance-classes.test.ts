import { readFileSync } from 'node:fs';
import { anIngress, anIngressClass, built, type Buildable } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findProfile, profileNames } from './controllers/find-profile.ts';
import type { ProfileName } from './controllers/routing-profile.ts';
import { buildRoutingIndex } from './engine/routing-index.ts';
import { traceRequest } from './engine/trace-request.ts';
import { backends, endOf, withRule, type End, type Row } from './testing/conformance-world.ts';
import { storeOf } from './testing/route-worlds.ts';

const foo = 'foo.example.com';

/** By which name and controller string each is usually installed. */
const classes: { readonly [P in ProfileName]: readonly [name: string, controller: string] } = {
  spec: ['own', 'example.com/own'],
  'ingress-nginx': ['nginx', 'k8s.io/ingress-nginx'],
  'f5-nginx': ['nginx', 'nginx.org/ingress-controller'],
  traefik: ['traefik', 'traefik.io/ingress-controller'],
  haproxytech: ['haproxy', 'haproxy.org/ingress-controller'],
  'haproxy-ingress': ['haproxy', 'haproxy-ingress.github.io/controller'],
  kong: ['kong', 'ingress-controllers.konghq.com/kong'],
  istio: ['istio', 'istio.io/ingress-controller'],
  contour: ['contour', 'projectcontour.io/ingress-controller'],
  alb: ['alb', 'ingress.k8s.aws/alb'],
  gce: ['gce', 'example.com/none'],
};

interface ClassRow {
  readonly title: string;
  readonly field?: 'own' | 'other' | 'gone';
  readonly annotation?: 'own' | 'other';
  readonly isDefault?: boolean;
  /** No API server has stored it yet. */
  readonly isNew?: boolean;
  readonly spec: End;
  readonly otherwise?: Row['otherwise'];
}

const classRows: readonly ClassRow[] = [
  { title: 'the field names its class', field: 'own', spec: 'a', otherwise: { gce: ['GCE-3', 404] } },
  { title: 'the field names the class of another controller', field: 'other', spec: 404 },
  { title: 'the field names a class that is not there', field: 'gone', spec: 404 },
  { title: 'the annotation names its class', annotation: 'own', spec: 'a' },
  {
    title: 'the annotation names another class',
    annotation: 'other',
    spec: 404,
    otherwise: { haproxytech: ['HPT-2', 'a'] },
  },
  {
    title: 'neither',
    spec: 404,
    otherwise: {
      traefik: ['TRK-1', 'a'],
      haproxytech: ['HPT-2', 'a'],
      contour: ['CTR-3', 'a'],
      gce: ['GCE-2', 'a'],
    },
  },
  {
    title: 'neither, and a default class that came later',
    isDefault: true,
    spec: 404,
    otherwise: {
      traefik: ['TRK-1', 'a'],
      haproxytech: ['HPT-2', 'a'],
      kong: ['KNG-2', 'a'],
      contour: ['CTR-3', 'a'],
      gce: ['GCE-2', 'a'],
    },
  },
  {
    title: 'neither on creation, and a default class',
    isDefault: true,
    isNew: true,
    spec: 'a',
    otherwise: { gce: ['GCE-3', 404] },
  },
  {
    title: 'field and annotation, which say otherwise',
    field: 'own',
    annotation: 'other',
    spec: 'a',
    otherwise: {
      'f5-nginx': ['F5N-1', 404],
      'haproxy-ingress': ['HAP-1', 404],
      kong: ['KNG-1', 404],
      istio: ['IST-1', 404],
      contour: ['CTR-2', 404],
      alb: ['ALB-1', 404],
      gce: ['GCE-1', 404],
    },
  },
  {
    title: 'annotation and field, which say otherwise',
    field: 'other',
    annotation: 'own',
    spec: 404,
    otherwise: {
      'f5-nginx': ['F5N-1', 'a'],
      'haproxy-ingress': ['HAP-1', 'a'],
      kong: ['KNG-1', 'a'],
      istio: ['IST-1', 'a'],
      contour: ['CTR-2', 'a'],
      alb: ['ALB-1', 'a'],
      gce: ['GCE-1', 'a'],
    },
  },
];

function classWorld(
  profile: ProfileName,
  { field, annotation, isDefault, isNew }: ClassRow,
): readonly Buildable[] {
  const [name, controller] = classes[profile];
  const nameOf = (which: 'own' | 'other' | 'gone') => (which === 'own' ? name : which);
  const own = anIngressClass(name).withController(controller);
  const rule = withRule(anIngress('shop/web'), `${foo} Prefix / a`);
  const annotated = annotation === undefined ? rule : rule.withClassAnnotation(nameOf(annotation));
  const ingress = (field === undefined ? annotated : annotated.withClass(nameOf(field))).build();
  const { creationTimestamp: _time, uid: _uid, ...metadata } = ingress.metadata;
  return [
    ...backends,
    isDefault === true ? own.annotated({ 'ingressclass.kubernetes.io/is-default-class': 'true' }) : own,
    anIngressClass('other').withController('example.com/other'),
    isNew === true ? { ...ingress, metadata } : ingress,
  ];
}

const classCases = classRows.flatMap((row, index) =>
  profileNames.map((profile) => [index + 1, row.title, profile, row] as const),
);

test.each(classCases)('%i. %s, by %s', (_number, _title, profile, row) => {
  const reader = storeOf(classWorld(profile, row).map((each) => built(each)));
  const options = profile === 'spec' ? { tracedController: classes.spec[1] } : {};
  const index = buildRoutingIndex({ reader }, findProfile(profile), options);
  const found = endOf(traceRequest(index, { method: 'GET', scheme: 'http', host: foo, path: '/' }));
  expect(found).toBe(row.otherwise?.[profile]?.[1] ?? row.spec);
});

test('every deviation names a rule of the SPEC', () => {
  const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
  const named = classRows.flatMap(({ otherwise = {} }) => Object.values(otherwise).map(([rule]) => rule));
  expect(named.filter((rule) => !spec.includes(`- **${rule}** `))).toEqual([]);
});
