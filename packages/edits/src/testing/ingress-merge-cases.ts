import type { IngressSpec } from '@fairlead/kube-objects';
import { mergeCase, places, type MergeCase, type Versions } from './merge-case.ts';
import { ingressOf, type Meta } from './notation.ts';

interface Version {
  readonly rules?: readonly (readonly string[])[];
  readonly spec?: Partial<IngressSpec>;
  readonly meta?: Meta;
}

const aRule = [['a.example', '/ web:80']];

const versioned = (name: string, versions: Versions<Version>): MergeCase =>
  mergeCase(name, versions, (objectName, { rules = aRule, spec = {}, meta = {} }) =>
    ingressOf(objectName, rules, spec, meta),
  );

/** Versions of the paths of one rule. */
const paths = (name: string, versions: Versions<readonly string[]>): MergeCase =>
  mergeCase(name, versions, (objectName, version) => ingressOf(objectName, [['a.example', ...version]]));

/** Versions of the rules. */
const rules = (name: string, versions: Versions<readonly (readonly string[])[]>): MergeCase =>
  mergeCase(name, versions, (objectName, version) => ingressOf(objectName, version));

const tls = (...entries: readonly (readonly [string, ...string[]])[]): Partial<IngressSpec> => ({
  tls: entries.map(([secretName, ...hosts]) => ({ hosts, secretName })),
});

const pathCases: readonly MergeCase[] = [
  paths('path: they insert before the one I change', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80', '/cart cart-v2:8080'],
    theirs: ['/new new:80', '/ web:80', '/cart cart:80'],
    expected: ['/new new:80', '/ web:80', '/cart cart-v2:8080'],
  }),
  paths('path: they remove one before mine', {
    base: ['/old old:80', '/ web:80', '/cart cart:80'],
    mine: ['/old old:80', '/ web:80', '/cart cart-v2:80'],
    theirs: ['/ web:80', '/cart cart:80'],
    expected: ['/ web:80', '/cart cart-v2:80'],
  }),
  paths('path: they remove the one I change', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80', '/cart cart-v2:80'],
    theirs: ['/ web:80'],
    expected: places('path > a.example > /cart > Prefix > 0'),
  }),
  paths('path: I remove the one they change', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80'],
    theirs: ['/ web:80', '/cart cart-v2:80'],
    expected: places('path > a.example > /cart > Prefix > 0'),
  }),
  paths('path: both remove the same', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80'],
    theirs: ['/ web:80'],
    expected: ['/ web:80'],
  }),
  paths('path: both remove another one', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/ web:80', '/b b:80'],
    theirs: ['/ web:80', '/a a:80'],
    expected: ['/ web:80'],
  }),
  paths('path: both change the backend alike', {
    base: ['/ web:80'],
    mine: ['/ web:8080'],
    theirs: ['/ web:8080'],
    expected: ['/ web:8080'],
  }),
  paths('path: both change the backend differently', {
    base: ['/ web:80'],
    mine: ['/ web:8080'],
    theirs: ['/ other:80'],
    expected: places('path > a.example > / > Prefix > 0 > backend'),
  }),
  paths('path: name and port of a backend are one value', {
    base: ['/ web:80'],
    mine: ['/ web:http'],
    theirs: ['/ web-v2:80'],
    expected: places('path > a.example > / > Prefix > 0 > backend'),
  }),
  paths('path: each changes another one', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web-v2:80', '/cart cart:80'],
    theirs: ['/ web:80', '/cart cart-v2:80'],
    expected: ['/ web-v2:80', '/cart cart-v2:80'],
  }),
  paths('path: I change the type, they the backend', {
    base: ['/ web:80 Prefix'],
    mine: ['/ web:80 Exact'],
    theirs: ['/ web-v2:80 Prefix'],
    expected: ['/ web-v2:80 Exact'],
  }),
  paths('path: both change the type', {
    base: ['/ web:80 Prefix'],
    mine: ['/ web:80 Exact'],
    theirs: ['/ web:80 ImplementationSpecific'],
    expected: places('path > a.example > / > Prefix > 0 > pathType'),
  }),
  paths('path: both add the same', {
    base: ['/ web:80'],
    mine: ['/ web:80', '/cart cart:80'],
    theirs: ['/ web:80', '/cart cart:80'],
    expected: ['/ web:80', '/cart cart:80'],
  }),
  paths('path: both add the same with another backend', {
    base: ['/ web:80'],
    mine: ['/ web:80', '/cart mine:80'],
    theirs: ['/cart theirs:80', '/ web:80'],
    expected: places('path > a.example > /cart > Prefix > 0 > backend'),
  }),
  paths('path: each adds another one at the end', {
    base: ['/ web:80'],
    mine: ['/ web:80', '/mine mine:80'],
    theirs: ['/ web:80', '/theirs theirs:80'],
    expected: ['/ web:80', '/theirs theirs:80', '/mine mine:80'],
  }),
  paths('path: each adds another one in front', {
    base: ['/ web:80'],
    mine: ['/mine mine:80', '/ web:80'],
    theirs: ['/theirs theirs:80', '/ web:80'],
    expected: ['/theirs theirs:80', '/mine mine:80', '/ web:80'],
  }),
  paths('path: the same path of two types is two paths', {
    base: ['/ web:80 Prefix', '/ web:80 Exact'],
    mine: ['/ web:80 Prefix', '/ exact:80 Exact'],
    theirs: ['/ prefix:80 Prefix', '/ web:80 Exact'],
    expected: ['/ prefix:80 Prefix', '/ exact:80 Exact'],
  }),
  paths('path: I rename it, they add another', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80', '/basket cart:80'],
    theirs: ['/ web:80', '/cart cart:80', '/new new:80'],
    expected: ['/ web:80', '/basket cart:80', '/new new:80'],
  }),
  paths('path: I rename the one they change', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80', '/basket cart:80'],
    theirs: ['/ web:80', '/cart cart-v2:80'],
    expected: places('path > a.example > /cart > Prefix > 0'),
  }),
  paths('path: I rename to the one they add', {
    base: ['/ web:80', '/cart cart:80'],
    mine: ['/ web:80', '/basket cart:80'],
    theirs: ['/ web:80', '/cart cart:80', '/basket other:80'],
    expected: places('path > a.example > /basket > Prefix > 0 > backend'),
  }),
  paths('path: I move one, they change another', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/b b:80', '/ web:80', '/a a:80'],
    theirs: ['/ web:80', '/a a-v2:80', '/b b:80'],
    expected: ['/b b:80', '/ web:80', '/a a-v2:80'],
  }),
  paths('path: I move one and they change the same', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/b b:80', '/ web:80', '/a a:80'],
    theirs: ['/ web:80', '/a a:80', '/b b-v2:80'],
    expected: ['/b b-v2:80', '/ web:80', '/a a:80'],
  }),
  paths('path: both move to the same order', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/b b:80', '/ web:80', '/a a:80'],
    theirs: ['/b b:80', '/ web:80', '/a a:80'],
    expected: ['/b b:80', '/ web:80', '/a a:80'],
  }),
  paths('path: both move to another order', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/b b:80', '/ web:80', '/a a:80'],
    theirs: ['/a a:80', '/ web:80', '/b b:80'],
    expected: places('order > paths > a.example > 0'),
  }),
  paths('path: of two equal ones I remove one and they change nothing there', {
    base: ['/ web:80', '/ web:80', '/a a:80'],
    mine: ['/ web:80', '/a a:80'],
    theirs: ['/ web:80', '/ web:80', '/a a-v2:80'],
    expected: ['/ web:80', '/a a-v2:80'],
  }),
  paths('path: they move the one I remove', {
    base: ['/ web:80', '/a a:80', '/b b:80'],
    mine: ['/ web:80', '/a a:80'],
    theirs: ['/b b:80', '/ web:80', '/a a:80'],
    expected: ['/ web:80', '/a a:80'],
  }),
  paths('path: one without path', {
    base: ['- web:80 ImplementationSpecific', '/a a:80'],
    mine: ['- web-v2:80 ImplementationSpecific', '/a a:80'],
    theirs: ['/new new:80', '- web:80 ImplementationSpecific', '/a a:80'],
    expected: ['/new new:80', '- web-v2:80 ImplementationSpecific', '/a a:80'],
  }),
];

const ruleCases: readonly MergeCase[] = [
  rules('rule: they insert before the one I change', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    mine: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
    theirs: [
      ['new.example', '/ new:80'],
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    expected: [
      ['new.example', '/ new:80'],
      ['a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
  }),
  rules('rule: they remove the one I change', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    mine: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
    theirs: [['a.example', '/ a:80']],
    expected: places('rule > b.example > 0'),
  }),
  rules('rule: I remove the one they change', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    mine: [['a.example', '/ a:80']],
    theirs: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80', '/new new:80'],
    ],
    expected: places('rule > b.example > 0'),
  }),
  rules('rule: each adds a path to it', {
    base: [['a.example', '/ a:80']],
    mine: [['a.example', '/ a:80', '/mine mine:80']],
    theirs: [['a.example', '/theirs theirs:80', '/ a:80']],
    expected: [['a.example', '/theirs theirs:80', '/ a:80', '/mine mine:80']],
  }),
  rules('rule: both add the same host with another path', {
    base: [['a.example', '/ a:80']],
    mine: [
      ['a.example', '/ a:80'],
      ['b.example', '/mine mine:80'],
    ],
    theirs: [
      ['a.example', '/ a:80'],
      ['b.example', '/theirs theirs:80'],
    ],
    expected: [
      ['a.example', '/ a:80'],
      ['b.example', '/theirs theirs:80', '/mine mine:80'],
    ],
  }),
  rules('rule: both add the same host and path with another backend', {
    base: [['a.example', '/ a:80']],
    mine: [
      ['a.example', '/ a:80'],
      ['b.example', '/ mine:80'],
    ],
    theirs: [
      ['b.example', '/ theirs:80'],
      ['a.example', '/ a:80'],
    ],
    expected: places('path > b.example > / > Prefix > 0 > backend'),
  }),
  rules('rule: each adds another one', {
    base: [['a.example', '/ a:80']],
    mine: [
      ['a.example', '/ a:80'],
      ['mine.example', '/ mine:80'],
    ],
    theirs: [
      ['a.example', '/ a:80'],
      ['theirs.example', '/ theirs:80'],
    ],
    expected: [
      ['a.example', '/ a:80'],
      ['theirs.example', '/ theirs:80'],
      ['mine.example', '/ mine:80'],
    ],
  }),
  rules('rule: I change the host, they change another rule', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    mine: [
      ['www.a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    theirs: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
    expected: [
      ['www.a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
  }),
  rules('rule: I change the host of the one they change', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    mine: [
      ['www.a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    theirs: [
      ['a.example', '/ a-v2:80'],
      ['b.example', '/ b:80'],
    ],
    expected: places('rule > a.example > 0'),
  }),
  rules('rule: of two with one host each side changes another one', {
    base: [
      ['a.example', '/ a:80'],
      ['a.example', '/b b:80'],
    ],
    mine: [
      ['a.example', '/ a-v2:80'],
      ['a.example', '/b b:80'],
    ],
    theirs: [
      ['a.example', '/ a:80'],
      ['a.example', '/b b-v2:80'],
    ],
    expected: [
      ['a.example', '/ a-v2:80'],
      ['a.example', '/b b-v2:80'],
    ],
  }),
  rules('rule: of two with one host they remove the first and I change the second', {
    base: [
      ['a.example', '/ a:80'],
      ['a.example', '/b b:80'],
    ],
    mine: [
      ['a.example', '/ a:80'],
      ['a.example', '/b b-v2:80'],
    ],
    theirs: [['a.example', '/b b:80']],
    expected: [['a.example', '/b b-v2:80']],
  }),
  rules('rule: one for any host', {
    base: [
      ['', '/ any:80'],
      ['a.example', '/ a:80'],
    ],
    mine: [
      ['', '/ any-v2:80'],
      ['a.example', '/ a:80'],
    ],
    theirs: [
      ['a.example', '/ a-v2:80'],
      ['', '/ any:80'],
    ],
    expected: [
      ['a.example', '/ a-v2:80'],
      ['', '/ any-v2:80'],
    ],
  }),
  rules('rule: I give paths to one that has none', {
    base: [['a.example'], ['b.example', '/ b:80']],
    mine: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    theirs: [['a.example'], ['b.example', '/ b-v2:80']],
    expected: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b-v2:80'],
    ],
  }),
  rules('rule: both move to another order', {
    base: [
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
      ['c.example', '/ c:80'],
    ],
    mine: [
      ['c.example', '/ c:80'],
      ['a.example', '/ a:80'],
      ['b.example', '/ b:80'],
    ],
    theirs: [
      ['b.example', '/ b:80'],
      ['a.example', '/ a:80'],
      ['c.example', '/ c:80'],
    ],
    expected: places('order > rules'),
  }),
  rules('rule: a path I add, in a new rule of the host for them', {
    base: [['a.example', '/ a:80']],
    mine: [['a.example', '/ a:80', '/x mine:80']],
    theirs: [
      ['a.example', '/ a:80'],
      ['a.example', '/x theirs:80'],
    ],
    expected: places('path > a.example > /x > Prefix > 0'),
  }),
];

const otherCases: readonly MergeCase[] = [
  versioned('tls: each adds an entry', {
    base: { spec: tls(['one', 'a.example']) },
    mine: { spec: tls(['one', 'a.example'], ['mine', 'm.example']) },
    theirs: { spec: tls(['theirs', 't.example'], ['one', 'a.example']) },
    expected: { spec: tls(['theirs', 't.example'], ['one', 'a.example'], ['mine', 'm.example']) },
  }),
  versioned('tls: each adds a host to one entry', {
    base: { spec: tls(['one', 'a.example']) },
    mine: { spec: tls(['one', 'a.example', 'm.example']) },
    theirs: { spec: tls(['one', 'a.example', 't.example']) },
    expected: { spec: tls(['one', 'a.example', 't.example', 'm.example']) },
  }),
  versioned('tls: both change the Secret', {
    base: { spec: tls(['one', 'a.example']) },
    mine: { spec: tls(['mine', 'a.example']) },
    theirs: { spec: tls(['theirs', 'a.example']) },
    expected: places('tls > one > a.example > 0 > secretName'),
  }),
  versioned('tls: I add the first entry, they a rule', {
    base: {},
    mine: { spec: tls(['one', 'a.example']) },
    theirs: { rules: [...aRule, ['b.example', '/ b:80']] },
    expected: { spec: tls(['one', 'a.example']), rules: [...aRule, ['b.example', '/ b:80']] },
  }),
  versioned('tls: I remove the entry they change', {
    base: { spec: tls(['one', 'a.example']) },
    mine: {},
    theirs: { spec: tls(['one', 'a.example', 'b.example']) },
    expected: places('tls > one > a.example > 0'),
  }),
  versioned('class: both change it', {
    base: { spec: { ingressClassName: 'one' } },
    mine: { spec: { ingressClassName: 'mine' } },
    theirs: { spec: { ingressClassName: 'theirs' } },
    expected: places('field > spec > ingressClassName'),
  }),
  versioned('class: I set it, they set a default backend', {
    base: {},
    mine: { spec: { ingressClassName: 'mine' } },
    theirs: { spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } } },
    expected: {
      spec: { ingressClassName: 'mine', defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
    },
  }),
  versioned('default backend: I change it, they take it away', {
    base: { spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } } },
    mine: { spec: { defaultBackend: { service: { name: 'web', port: { number: 8080 } } } } },
    theirs: {},
    expected: places('field > spec > defaultBackend'),
  }),
  versioned('annotations: each its own', {
    base: { meta: { annotations: { 'example.com/a': '1', 'example.com/b': '1' } } },
    mine: { meta: { annotations: { 'example.com/a': '2', 'example.com/b': '1' } } },
    theirs: { meta: { annotations: { 'example.com/a': '1', 'example.com/c': '1' } } },
    expected: { meta: { annotations: { 'example.com/a': '2', 'example.com/c': '1' } } },
  }),
  versioned('annotations: both change one', {
    base: { meta: { annotations: { 'example.com/a': '1' } } },
    mine: { meta: { annotations: { 'example.com/a': '2' } } },
    theirs: { meta: { annotations: { 'example.com/a': '3' } } },
    expected: places('entry > annotations > example.com/a'),
  }),
];

export const ingressMergeCases: readonly MergeCase[] = [...pathCases, ...ruleCases, ...otherCases];
