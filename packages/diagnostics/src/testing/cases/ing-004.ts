import type { CheckCase } from './check-case.ts';
import { web } from './ing-002.ts';
import { web as named } from './ing-003.ts';
import { toWeb } from './web-ingress.ts';

/** How the first fix changes the port. */
export const ing004Cases: readonly CheckCase<string | undefined>[] = [
  ['the targetPort, with ingress-nginx', [web, toWeb(3000)], '3000 -> 80'],
  ['the targetPort’s name, with ingress-nginx', [named, toWeb('app')], 'app -> http'],
  ['the targetPort, with another controller', [web, toWeb(3000, 'traefik')], undefined],
  ['the targetPort, with a class that is missing', [web, toWeb(3000, 'ngnix')], undefined],
  ['the nodePort', [web, toWeb(30080)], undefined],
  ['the port', [web, toWeb(80)], undefined],
];
