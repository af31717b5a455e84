import type { CheckCase, FixCase } from './check-case.ts';
import { allClasses } from './controllers.ts';
import { nginxIngress, withPaths } from './nginx-ingress.ts';

const to = (
  target: string,
  ...texts: Parameters<typeof withPaths> extends [unknown, ...infer Rest] ? Rest : never
) => withPaths(nginxIngress('web', { 'rewrite-target': target }), ...texts);

/** With the path that the first fix sets. */
export const ing022Cases: readonly FixCase[] = [
  ['no group', [to('/$2', 'Prefix /api'), ...allClasses], '/api(/|$)(.*)'],
  [
    'no group, the first is wanted',
    [to('/$1', 'ImplementationSpecific /api/'), ...allClasses],
    '/api(?:/|$)(.*)',
  ],
  ['no group in /', [to('/new/$1', 'Prefix /'), ...allClasses], '/(.*)'],
  [
    'one too few: somebody has to say which',
    [to('/$2', 'ImplementationSpecific /api(.*)'), ...allClasses],
    undefined,
  ],
  ['a group without number', [to('/$1', 'ImplementationSpecific /(?:a|b)'), ...allClasses], undefined],
  ['a third one', [to('/$3', 'Prefix /api'), ...allClasses], undefined],
  [
    'that pattern is there already',
    [to('/$2', 'Prefix /api', 'ImplementationSpecific /api(/|$)(.*)'), ...allClasses],
    undefined,
  ],
];

export const ing022Others: readonly CheckCase[] = [
  ['all groups', [to('/$2', 'ImplementationSpecific /api(/|$)(.*)'), ...allClasses], 0],
  ['no group is named', [to('/new', 'Prefix /api'), ...allClasses], 0],
  [
    'each path',
    [to('/$2', 'Prefix /a', 'Prefix /b', 'ImplementationSpecific /c(/|$)(.*)'), ...allClasses],
    2,
  ],
  ['another controller', [to('/$2', 'Prefix /api').withClass('traefik'), ...allClasses], 0],
];

export const ing023Cases: readonly CheckCase[] = [
  ['a Prefix', [to('/', 'Prefix /api'), ...allClasses], 1],
  ['a plain ImplementationSpecific', [to('/', 'ImplementationSpecific /api/'), ...allClasses], 1],
  ['two of them', [to('/', 'Prefix /a', 'Prefix /b'), ...allClasses], 2],
  ['with / beside it', [to('/', 'Prefix /a', 'Prefix /'), ...allClasses], 1],
  ['with an Exact one beside it: somebody has to say', [to('/', 'Prefix /a', 'Exact /b'), ...allClasses], 1],
  ['/ itself', [to('/', 'Prefix /'), ...allClasses], 0],
  ['an Exact path', [to('/', 'Exact /api'), ...allClasses], 0],
  ['a pattern', [to('/', 'ImplementationSpecific /api/.*'), ...allClasses], 0],
  ['another target', [to('/new', 'Prefix /api'), ...allClasses], 0],
  ['another controller', [to('/', 'Prefix /api').withClass('traefik'), ...allClasses], 0],
];

export const ing024Cases: readonly CheckCase[] = [
  ['a Prefix with groups', [to('/$2', 'Prefix /api(/|$)(.*)'), ...allClasses], 1],
  ['an Exact with groups', [to('/$1', 'Exact /(.*)'), ...allClasses], 1],
  ['ImplementationSpecific', [to('/$2', 'ImplementationSpecific /api(/|$)(.*)'), ...allClasses], 0],
  ['no groups', [to('/new', 'Prefix /api'), ...allClasses], 0],
  ['groups that no target names', [to('/new', 'Prefix /(a|b)'), ...allClasses], 0],
  ['another controller', [to('/$1', 'Prefix /(.*)').withClass('traefik'), ...allClasses], 0],
];
