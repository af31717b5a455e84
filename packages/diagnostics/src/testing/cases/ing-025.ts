import type { CheckCase, FixCase } from './check-case.ts';
import { allClasses } from './controllers.ts';
import { nginxIngress, withPaths } from './nginx-ingress.ts';

type Paths = Parameters<typeof withPaths> extends [unknown, ...infer Rest] ? Rest : never;

const canary = (...texts: Paths) =>
  withPaths(nginxIngress('canary', { canary: 'true', 'canary-weight': '10' }), ...texts);
const main = (...texts: Paths) => withPaths(nginxIngress('main'), ...texts);

/** With what the first fix sets. */
export const ing025Cases: readonly FixCase[] = [
  ['no Ingress at all', [canary('Prefix /api'), ...allClasses], undefined],
  ['another type', [canary('Exact /api'), main('Prefix /api'), ...allClasses], 'Prefix'],
  ['nearly the path', [canary('Prefix /apii'), main('Prefix /x', 'Prefix /api'), ...allClasses], '/api'],
  ['quite another path', [canary('Prefix /api'), main('Prefix /'), ...allClasses], undefined],
  [
    'a main Ingress of another controller',
    [canary('Prefix /'), main('Prefix /').withClass('traefik'), ...allClasses],
    undefined,
  ],
  [
    'another canary only',
    [canary('Prefix /'), withPaths(nginxIngress('second', { canary: 'true' }), 'Prefix /'), ...allClasses],
    undefined,
  ],
];

export const ing025Others: readonly CheckCase[] = [
  ['a main Ingress', [canary('Prefix /api'), main('Prefix /api'), ...allClasses], 0],
  [
    'ImplementationSpecific is Prefix',
    [canary('ImplementationSpecific /api'), main('Prefix /api'), ...allClasses],
    0,
  ],
  ['no canary', [main('Prefix /api'), ...allClasses], 0],
  ['another controller', [canary('Prefix /api').withClass('traefik'), ...allClasses], 0],
  ['each path', [canary('Prefix /a', 'Prefix /b', 'Prefix /c'), main('Prefix /b'), ...allClasses], 2],
];

const annotated = (annotations: Record<string, string>) =>
  withPaths(nginxIngress('web', annotations), 'Prefix /');
const beside = [main('Prefix /'), ...allClasses];

export const ing027Cases: readonly CheckCase<string | undefined>[] = [
  ['a canary without share', [annotated({ canary: 'true' }), ...beside], 'warning'],
  ['a weight that is none', [annotated({ canary: 'true', 'canary-weight': 'ten' }), ...beside], 'warning'],
  ['more than all', [annotated({ canary: 'true', 'canary-weight': '150' }), ...beside], 'warning'],
  [
    'more than a total of its own',
    [annotated({ canary: 'true', 'canary-weight': '11', 'canary-weight-total': '10' }), ...beside],
    'warning',
  ],
  ['no canary', [annotated({ 'canary-weight': '10' }), ...allClasses], 'warning'],
  [
    'a canary by another word',
    [annotated({ canary: 'yes', 'canary-weight': '10' }), ...allClasses],
    'warning',
  ],
  [
    'switched off',
    [annotated({ canary: 'false', 'canary-weight': '10', 'canary-by-header': 'x' }), ...allClasses],
    'info',
  ],
  ['a weight', [annotated({ canary: 'true', 'canary-weight': '10' }), ...beside], undefined],
  [
    'a weight of 0, as it is written',
    [annotated({ canary: 'true', 'canary-weight': '0' }), ...beside],
    undefined,
  ],
  ['a header', [annotated({ canary: 'true', 'canary-by-header': 'x' }), ...beside], undefined],
  ['a cookie', [annotated({ canary: 'true', 'canary-by-cookie': 'x' }), ...beside], undefined],
  [
    'a weight of a larger total',
    [annotated({ canary: 'true', 'canary-weight': '150', 'canary-weight-total': '1000' }), ...beside],
    undefined,
  ],
  ['an ordinary Ingress', [annotated({}), ...allClasses], undefined],
  ['another controller', [annotated({ canary: 'true' }).withClass('traefik'), ...allClasses], undefined],
];
