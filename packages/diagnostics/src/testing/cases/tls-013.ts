import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { classesOf, runningTraefik } from './controllers.ts';

const router = 'traefik.ingress.kubernetes.io/router.';
export const secured = anIngress('shop/web')
  .withClass('traefik')
  .withPath('a.example.com', '/', 'Prefix', 'web', 80)
  .withTls(['a.example.com'], 'tls');
const classes = classesOf('traefik', 'nginx');

export const tls013Cases: readonly CheckCase[] = [
  ['neither router nor entry point has TLS', [secured, runningTraefik(), ...classes], 1],
  [
    'the router is told that it has none',
    [secured.annotated({ [`${router}tls`]: 'false' }), runningTraefik(), ...classes],
    1,
  ],
  ['the router has TLS', [secured.annotated({ [`${router}tls`]: 'true' }), runningTraefik(), ...classes], 0],
  [
    'the router has entry points of its own',
    [secured.annotated({ [`${router}entrypoints`]: 'websecure' }), runningTraefik(), ...classes],
    0,
  ],
  [
    'the entry point has TLS',
    [secured, runningTraefik('--entryPoints.websecure.http.tls=true'), ...classes],
    0,
  ],
  [
    'Traefik has a file that may say it',
    [secured, runningTraefik('--configFile=/etc/traefik.yaml'), ...classes],
    0,
  ],
  ['Traefik is not seen', [secured, ...classes], 0],
  ['no certificate', [secured.withSpec({ tls: [] }), runningTraefik(), ...classes], 0],
  ['another controller', [secured.withClass('nginx'), runningTraefik(), ...classes], 0],
];
