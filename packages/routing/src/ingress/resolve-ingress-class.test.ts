import { aCluster, anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findIngressClass, findIngressClassOnCreation } from './resolve-ingress-class.ts';

const nginx = anIngressClass('nginx');
const traefik = anIngressClass('traefik').withController('traefik.io/ingress-controller');
const classes = aCluster().with(nginx, traefik);
const web = anIngress('shop/web');

test('[ING-1] the field names the class', () => {
  expect(findIngressClass(classes.build(), web.withClass('nginx').build())).toEqual({
    kind: 'resolved',
    source: 'field',
    name: 'nginx',
    ingressClass: nginx.build(),
  });
});

test('[ING-1] an empty field names no class', () => {
  expect(findIngressClass(classes.build(), web.withClass('').build())).toEqual({ kind: 'none' });
});

test('[ING-2] the annotation names the class where the field does not', () => {
  const ingress = web.withClassAnnotation('traefik');
  expect(findIngressClass(classes.build(), ingress.build())).toMatchObject({
    source: 'annotation',
    name: 'traefik',
  });
  expect(findIngressClass(classes.build(), ingress.withClass('nginx').build())).toMatchObject({
    source: 'field',
    name: 'nginx',
  });
  expect(findIngressClass(classes.build(), web.withClassAnnotation('').build())).toEqual({ kind: 'none' });
});

test('[ING-3] a name without an IngressClass is missing, from field and annotation', () => {
  expect(findIngressClass(classes.build(), web.withClass('ngnix').build())).toEqual({
    kind: 'missing',
    source: 'field',
    name: 'ngnix',
  });
  expect(findIngressClass(classes.build(), web.withClassAnnotation('gce').build())).toMatchObject({
    kind: 'missing',
    source: 'annotation',
  });
});

test('[ING-4] a stored Ingress without class has none, also where a default class exists', () => {
  const reader = aCluster().with(nginx.asDefault()).build();
  expect(findIngressClass(reader, web.build())).toEqual({ kind: 'none' });
});

test('[ING-5] on creation the newest default class is taken, of equally old ones the first by name', () => {
  const at = (hour: string) => `2026-01-01T${hour}:00:00Z`;
  const create = (...given: (typeof nginx)[]) =>
    findIngressClassOnCreation(
      aCluster()
        .with(...given)
        .build(),
      web.build(),
    );
  expect(
    create(nginx.asDefault().createdAt(at('01')), traefik.asDefault().createdAt(at('02'))),
  ).toMatchObject({
    source: 'default',
    name: 'traefik',
  });
  expect(create(nginx.asDefault(), traefik.asDefault())).toMatchObject({ name: 'nginx' });
  expect(create(nginx, traefik)).toEqual({ kind: 'none' });
});

test('[ING-5] a field or an annotation, even an empty one, keeps the default away', () => {
  const reader = aCluster().with(nginx.asDefault(), traefik).build();
  expect(findIngressClassOnCreation(reader, web.withClass('traefik').build())).toMatchObject({
    name: 'traefik',
  });
  expect(findIngressClassOnCreation(reader, web.withClassAnnotation('').build())).toEqual({ kind: 'none' });
});

test('[ING-6] where IngressClasses cannot be read a name proves nothing, and neither does its absence on creation', () => {
  const reader = classes.withoutAccessTo('IngressClass').build();
  expect(findIngressClass(reader, web.withClass('nginx').build())).toEqual({
    kind: 'unknown',
    source: 'field',
    name: 'nginx',
  });
  expect(findIngressClass(reader, web.build())).toEqual({ kind: 'none' });
  expect(findIngressClassOnCreation(reader, web.build())).toEqual({
    kind: 'unknown',
    source: 'none',
    name: undefined,
  });
});
