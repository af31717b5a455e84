import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses } from './controllers.ts';

export const literal = (
  path: string,
  className = 'nginx',
  type: 'Prefix' | 'Exact' | 'ImplementationSpecific' = 'Prefix',
) => anIngress('shop/web').withClass(className).withPath('a.example.com', path, type, 'web', 80);

export const ing019Cases: readonly CheckCase[] = [
  ['groups', [literal('/api(/|$)(.*)'), ...allClasses], 1],
  ['an asterisk', [literal('/api/*', 'traefik', 'Exact'), ...allClasses], 1],
  ['an asterisk for AWS', [literal('/api/*', 'alb'), ...allClasses], 1],
  ['a backslash, with a controller that is not known', [literal('/a\\.b', 'own'), ...allClasses], 1],
  ['with haproxy-ingress', [literal('/[a-z]+', 'haproxy'), ...allClasses], 1],
  ['with Contour', [literal('/v[0-9]', 'contour'), ...allClasses], 1],
  [
    'as ImplementationSpecific',
    [literal('/api(/|$)(.*)', 'nginx', 'ImplementationSpecific'), ...allClasses],
    0,
  ],
  ['dots, hyphens and tildes', [literal('/~user/a-b_c.html'), ...allClasses], 0],
  ['percent signs', [literal('/a%20b'), ...allClasses], 0],
];
