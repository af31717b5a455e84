import { anIngress, type Buildable } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses, type ClassName } from './controllers.ts';
import { nginxIngress, withPaths } from './nginx-ingress.ts';

const main = withPaths(nginxIngress('main'), 'Prefix /');
const canary = (annotations: Readonly<Record<string, string>>) =>
  withPaths(nginxIngress('canary', { canary: 'true', 'canary-weight': '10', ...annotations }), 'Prefix /');

export const ing028Cases: readonly CheckCase[] = [
  ['a size on a canary', [canary({ 'proxy-body-size': '50m' }), main, ...allClasses], 1],
  [
    'what counts on a canary',
    [canary({ affinity: 'cookie', 'upstream-hash-by': '$host' }), main, ...allClasses],
    0,
  ],
  ['no canary', [withPaths(nginxIngress('web', { 'proxy-body-size': '50m' }), 'Prefix /'), ...allClasses], 0],
  ['another controller', [canary({ 'proxy-body-size': '50m' }).withClass('traefik'), ...allClasses], 0],
];

const ofClass = (
  className: ClassName,
  annotations: Readonly<Record<string, string>>,
): readonly Buildable[] => [
  anIngress('shop/web')
    .withClass(className)
    .withPath('a.example.com', '/', 'Prefix', 'web', 80)
    .annotated(annotations),
  ...allClasses,
];
const nginx = (key: string): string => `nginx.ingress.kubernetes.io/${key}`;

export const ing029Cases: readonly CheckCase[] = [
  ['a letter left out', ofClass('nginx', { [nginx('proxy-body-siz')]: '50m' }), 1],
  [
    'beside the right one',
    ofClass('nginx', { [nginx('proxy-body-siz')]: '1m', [nginx('proxy-body-size')]: '2m' }),
    1,
  ],
  ['a known one', ofClass('nginx', { [nginx('proxy-body-size')]: '50m' }), 0],
  ['one that is not listed here', ofClass('nginx', { [nginx('auth-tls-secret')]: 'shop/ca' }), 0],
  ['a controller that is not known', ofClass('own', { [nginx('proxy-body-siz')]: '50m' }), 0],
  ['two', ofClass('f5', { 'nginx.org/hst': 'true', 'nginx.org/keepalives': '8' }), 2],
];

export const ing030Cases: readonly CheckCase[] = [
  ['of ingress-nginx with Traefik', ofClass('traefik', { [nginx('proxy-body-size')]: '50m' }), 1],
  [
    'two at once are one finding',
    ofClass('traefik', { [nginx('affinity')]: 'cookie', 'nginx.org/hsts': 'true' }),
    1,
  ],
  ['its own', ofClass('nginx', { [nginx('proxy-body-size')]: '50m' }), 0],
  ['of nobody', ofClass('traefik', { 'cert-manager.io/cluster-issuer': 'letsencrypt' }), 0],
  ['a prefix that it shares', ofClass('haproxy', { 'ingress.kubernetes.io/ssl-redirect': 'false' }), 0],
  ['a controller that is not known', ofClass('own', { [nginx('proxy-body-size')]: '50m' }), 0],
  [
    'a class that does not exist',
    [
      anIngress('shop/web')
        .withClass('none')
        .annotated({ [nginx('proxy-body-size')]: '1m' }),
      ...allClasses,
    ],
    0,
  ],
];

/** What the first fix writes; `choose`: it does not know. */
export const ing031Cases: readonly CheckCase<string | undefined>[] = [
  ['yes', ofClass('nginx', { [nginx('ssl-redirect')]: 'yes' }), 'true'],
  ['Off', ofClass('nginx', { [nginx('ssl-redirect')]: 'Off' }), 'false'],
  ['1 is read', ofClass('nginx', { [nginx('ssl-redirect')]: '1' }), undefined],
  ['a number with a unit', ofClass('nginx', { [nginx('proxy-read-timeout')]: '60s' }), 'choose'],
  ['a protocol that there is not', ofClass('nginx', { [nginx('backend-protocol')]: 'SPDY' }), 'choose'],
  ['a protocol in small letters', ofClass('nginx', { [nginx('backend-protocol')]: 'https' }), undefined],
  ['ranges', ofClass('nginx', { [nginx('whitelist-source-range')]: '10.0.0.0/40' }), 'choose'],
  ['what ING-027 tells', ofClass('nginx', { [nginx('canary')]: 'yes' }), undefined],
  ['Traefik', ofClass('traefik', { 'traefik.ingress.kubernetes.io/router.tls': 'yes' }), 'true'],
  ['of another controller', ofClass('traefik', { [nginx('ssl-redirect')]: 'yes' }), undefined],
];
