import { aService } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { toWeb } from './web-ingress.ts';

export const web = aService('shop/web').withPort(80, { name: 'http', targetPort: 3000, nodePort: 30080 });

export const ing002Cases: readonly CheckCase<string | undefined>[] = [
  ['no such number', [web, toWeb(8080)], 'error'],
  ['the targetPort, with ingress-nginx: another check tells that', [web, toWeb(3000)], undefined],
  ['the targetPort, with another controller', [web, toWeb(3000, 'traefik')], 'error'],
  ['the targetPort, with a class that is missing', [web, toWeb(3000, 'ngnix')], 'error'],
  ['the nodePort', [web, toWeb(30080)], 'error'],
  ['the port', [web, toWeb(80)], undefined],
  ['a name: another check tells that', [web, toWeb('nope')], undefined],
  ['a Service that is missing: another check tells that', [toWeb(80)], undefined],
  [
    'an ExternalName without ports, with ingress-nginx',
    [aService('shop/web').external('a.example.org'), toWeb(443)],
    undefined,
  ],
  [
    'an ExternalName without ports, with another',
    [aService('shop/web').external('a.example.org'), toWeb(443, 'traefik')],
    'error',
  ],
];
