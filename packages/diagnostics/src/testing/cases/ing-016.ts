import { anIngress, aService } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';
import { host } from './nginx-ingress.ts';

const web = aService('shop/web').withPort(80);
const claim = (className: ClassName, name: string, type: 'Prefix' | 'Exact', path = '/foo') =>
  anIngress(`shop/${name}`).withClass(className).withPath(host, path, type, 'web', 80);
const priority = { 'traefik.ingress.kubernetes.io/router.priority': '1000' };
const regex = { 'nginx.ingress.kubernetes.io/use-regex': 'true' };

export const ing016Cases: readonly CheckCase[] = [
  [
    'Traefik: a Prefix makes the longer rule',
    [web, claim('traefik', 'exact', 'Exact'), claim('traefik', 'prefix', 'Prefix'), ...allClasses],
    1,
  ],
  [
    'Traefik: both in one Ingress',
    [web, claim('traefik', 'both', 'Exact').withPath(host, '/foo', 'Prefix', 'web', 80), ...allClasses],
    1,
  ],
  [
    'Traefik: a priority turns it round, and the Prefix has what is below',
    [
      web,
      claim('traefik', 'exact', 'Exact').annotated(priority),
      claim('traefik', 'prefix', 'Prefix'),
      ...allClasses,
    ],
    0,
  ],
  [
    'Traefik: a wildcard does not match by its asterisk',
    [
      web,
      claim('traefik', 'exact', 'Exact'),
      claim('traefik', 'prefix', 'Prefix', '/foo/bar'),
      ...allClasses,
    ],
    0,
  ],
  [
    'ingress-nginx keeps both apart',
    [web, claim('nginx', 'exact', 'Exact'), claim('nginx', 'prefix', 'Prefix'), ...allClasses],
    0,
  ],
  [
    'ingress-nginx: a pattern takes every request of its host',
    [
      web,
      anIngress('shop/pattern')
        .withClass('nginx')
        .annotated(regex)
        .withPath(host, '/[a-z0-9/._~-]*', 'ImplementationSpecific', 'web', 80),
      claim('nginx', 'plain', 'Prefix', '/a'),
      ...allClasses,
    ],
    1,
  ],
  [
    'a controller that is not known here',
    [web, claim('own', 'exact', 'Exact'), claim('own', 'prefix', 'Prefix'), ...allClasses],
    0,
  ],
  [
    'two controllers',
    [web, claim('traefik', 'exact', 'Exact'), claim('nginx', 'prefix', 'Prefix'), ...allClasses],
    0,
  ],
];
