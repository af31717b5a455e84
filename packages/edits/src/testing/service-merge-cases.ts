import type { ServiceSpec } from '@fairlead/kube-objects';
import { mergeCase, places, type MergeCase, type Versions } from './merge-case.ts';
import { serviceOf, type Meta } from './notation.ts';

interface Version {
  readonly ports?: readonly string[];
  readonly spec?: Partial<ServiceSpec>;
  readonly meta?: Meta;
}

const versioned = (name: string, versions: Versions<Version>): MergeCase =>
  mergeCase(name, versions, (objectName, { ports = ['- 80'], spec = {}, meta = {} }) =>
    serviceOf(objectName, ports, spec, meta),
  );

const ports = (name: string, versions: Versions<readonly string[]>): MergeCase =>
  mergeCase(name, versions, (objectName, version) => serviceOf(objectName, version));

const selector = (pairs: Readonly<Record<string, string>>): Version => ({ spec: { selector: pairs } });

const portCases: readonly MergeCase[] = [
  ports('port: they insert before the one I change', {
    base: ['http 80>8080', 'admin 90>9090'],
    mine: ['http 80>8080', 'admin 90>9999'],
    theirs: ['metrics 9100', 'http 80>8080', 'admin 90>9090'],
    expected: ['metrics 9100', 'http 80>8080', 'admin 90>9999'],
  }),
  ports('port: I rename it, they change its targetPort', {
    base: ['http 80>8080', 'admin 90'],
    mine: ['web 80>8080', 'admin 90'],
    theirs: ['http 80>9090', 'admin 90'],
    expected: ['web 80>9090', 'admin 90'],
  }),
  ports('port: I change its number, they its targetPort', {
    base: ['http 80>8080', 'admin 90'],
    mine: ['http 81>8080', 'admin 90'],
    theirs: ['http 80>9090', 'admin 90'],
    expected: ['http 81>9090', 'admin 90'],
  }),
  ports('port: both rename it', {
    base: ['http 80', 'admin 90'],
    mine: ['mine 80', 'admin 90'],
    theirs: ['theirs 80', 'admin 90'],
    expected: places('port > 80 > TCP > 0 > name'),
  }),
  ports('port: both change its targetPort', {
    base: ['http 80>8080'],
    mine: ['http 80>8081'],
    theirs: ['http 80>8082'],
    expected: places('port > 80 > TCP > 0 > targetPort'),
  }),
  ports('port: both change its targetPort alike', {
    base: ['http 80>8080'],
    mine: ['http 80>http'],
    theirs: ['http 80>http'],
    expected: ['http 80>http'],
  }),
  ports('port: I remove the one they change', {
    base: ['http 80>8080', 'admin 90'],
    mine: ['admin 90'],
    theirs: ['http 80>9090', 'admin 90'],
    expected: places('port > 80 > TCP > 0'),
  }),
  ports('port: they remove the one I change', {
    base: ['http 80>8080', 'admin 90'],
    mine: ['http 80>9090', 'admin 90'],
    theirs: ['admin 90'],
    expected: places('port > 80 > TCP > 0'),
  }),
  ports('port: each removes another', {
    base: ['http 80', 'admin 90', 'metrics 9100'],
    mine: ['admin 90', 'metrics 9100'],
    theirs: ['http 80', 'metrics 9100'],
    expected: ['metrics 9100'],
  }),
  ports('port: each adds another', {
    base: ['http 80'],
    mine: ['http 80', 'mine 81'],
    theirs: ['http 80', 'theirs 82'],
    expected: ['http 80', 'theirs 82', 'mine 81'],
  }),
  ports('port: both add the same', {
    base: ['http 80'],
    mine: ['http 80', 'admin 90>9090'],
    theirs: ['admin 90>9090', 'http 80'],
    expected: ['admin 90>9090', 'http 80'],
  }),
  ports('port: both add the same number with another target', {
    base: ['http 80'],
    mine: ['http 80', 'admin 90>9091'],
    theirs: ['http 80', 'admin 90>9092'],
    expected: places('port > 90 > TCP > 0 > targetPort'),
  }),
  ports('port: both add the same name with another number', {
    base: ['http 80'],
    mine: ['http 80', 'admin 91>9090'],
    theirs: ['http 80', 'admin 92>9090'],
    expected: places('port > 92 > TCP > 0 > port'),
  }),
  ports('port: TCP and UDP of one number are two', {
    base: ['dns-tcp 53>5353/TCP', 'dns 53>5353/UDP'],
    mine: ['dns-tcp 53>5354/TCP', 'dns 53>5353/UDP'],
    theirs: ['dns-tcp 53>5353/TCP', 'dns 53>5355/UDP'],
    expected: ['dns-tcp 53>5354/TCP', 'dns 53>5355/UDP'],
  }),
  ports('port: I swap two numbers, they change a target', {
    base: ['a 80>8080', 'b 443>8443'],
    mine: ['a 443>8080', 'b 80>8443'],
    theirs: ['a 80>9090', 'b 443>8443'],
    expected: ['a 443>9090', 'b 80>8443'],
  }),
  ports('port: I move it, they add one', {
    base: ['a 80', 'b 81', 'c 82'],
    mine: ['c 82', 'a 80', 'b 81'],
    theirs: ['a 80', 'b 81', 'c 82', 'd 83'],
    expected: ['c 82', 'd 83', 'a 80', 'b 81'],
  }),
  ports('port: an unnamed one gets a name, they change its target', {
    base: ['- 80>8080'],
    mine: ['http 80>8080'],
    theirs: ['- 80>9090'],
    expected: ['http 80>9090'],
  }),
];

const fieldCases: readonly MergeCase[] = [
  versioned('type: I change it, they change a port', {
    base: { ports: ['http 80>8080'] },
    mine: { ports: ['http 80>8080'], spec: { type: 'NodePort' } },
    theirs: { ports: ['http 80>9090'] },
    expected: { ports: ['http 80>9090'], spec: { type: 'NodePort' } },
  }),
  versioned('type: both change it', {
    base: {},
    mine: { spec: { type: 'NodePort' } },
    theirs: { spec: { type: 'LoadBalancer' } },
    expected: places('field > spec > type'),
  }),
  versioned('selector: each its own pair', {
    base: selector({ app: 'web', tier: 'front' }),
    mine: selector({ app: 'web-v2', tier: 'front' }),
    theirs: selector({ app: 'web', tier: 'front', track: 'stable' }),
    expected: selector({ app: 'web-v2', tier: 'front', track: 'stable' }),
  }),
  versioned('selector: both change one pair', {
    base: selector({ app: 'web' }),
    mine: selector({ app: 'mine' }),
    theirs: selector({ app: 'theirs' }),
    expected: places('entry > selector > app'),
  }),
  versioned('selector: I take a pair away that they change', {
    base: selector({ app: 'web', track: 'canary' }),
    mine: selector({ app: 'web' }),
    theirs: selector({ app: 'web', track: 'stable' }),
    expected: places('entry > selector > track'),
  }),
  versioned('labels: each its own', {
    base: { meta: { labels: { team: 'a', old: 'x' } } },
    mine: { meta: { labels: { team: 'a' } } },
    theirs: { meta: { labels: { team: 'b', old: 'x' } } },
    expected: { meta: { labels: { team: 'b' } } },
  }),
  versioned('labels: my first, their first', {
    base: {},
    mine: { meta: { labels: { mine: '1' } } },
    theirs: { meta: { labels: { theirs: '1' } } },
    expected: { meta: { labels: { theirs: '1', mine: '1' } } },
  }),
  versioned('labels: both add one key with another value', {
    base: {},
    mine: { meta: { labels: { team: 'a' } } },
    theirs: { meta: { labels: { team: 'b' } } },
    expected: places('entry > labels > team'),
  }),
  versioned('finalizers: each its own', {
    base: { meta: { finalizers: ['example.com/one', 'example.com/two'] } },
    mine: { meta: { finalizers: ['example.com/one'] } },
    theirs: { meta: { finalizers: ['example.com/one', 'example.com/two', 'example.com/three'] } },
    expected: { meta: { finalizers: ['example.com/one', 'example.com/three'] } },
  }),
  versioned('affinity: I set it, they set the traffic policy', {
    base: {},
    mine: {
      spec: { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } } },
    },
    theirs: { spec: { internalTrafficPolicy: 'Local' } },
    expected: {
      spec: {
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
        internalTrafficPolicy: 'Local',
      },
    },
  }),
  versioned('list of addresses: both change it', {
    base: { spec: { externalIPs: ['192.0.2.1'] } },
    mine: { spec: { externalIPs: ['192.0.2.1', '192.0.2.2'] } },
    theirs: { spec: { externalIPs: ['192.0.2.1', '192.0.2.3'] } },
    expected: places('field > spec > externalIPs'),
  }),
  versioned('list of addresses: I change it, they a label', {
    base: { spec: { externalIPs: ['192.0.2.1'] } },
    mine: { spec: { externalIPs: ['192.0.2.2'] } },
    theirs: { spec: { externalIPs: ['192.0.2.1'] }, meta: { labels: { team: 'a' } } },
    expected: { spec: { externalIPs: ['192.0.2.2'] }, meta: { labels: { team: 'a' } } },
  }),
  versioned('readiness: I publish Pods that are not ready, they add a port', {
    base: { ports: ['http 80'] },
    mine: { ports: ['http 80'], spec: { publishNotReadyAddresses: true } },
    theirs: { ports: ['http 80', 'admin 90'] },
    expected: { ports: ['http 80', 'admin 90'], spec: { publishNotReadyAddresses: true } },
  }),
  versioned('alias: both change where an ExternalName leads', {
    base: { ports: [], spec: { type: 'ExternalName', externalName: 'one.example' } },
    mine: { ports: [], spec: { type: 'ExternalName', externalName: 'mine.example' } },
    theirs: { ports: [], spec: { type: 'ExternalName', externalName: 'theirs.example' } },
    expected: places('field > spec > externalName'),
  }),
  versioned('several: two conflicts and a change that is none', {
    base: { ports: ['http 80>8080'], spec: { selector: { app: 'web' } } },
    mine: { ports: ['http 80>1'], spec: { selector: { app: 'mine' } }, meta: { labels: { mine: '1' } } },
    theirs: { ports: ['http 80>2'], spec: { selector: { app: 'theirs' } } },
    expected: places('entry > selector > app', 'port > 80 > TCP > 0 > targetPort'),
  }),
];

export const serviceMergeCases: readonly MergeCase[] = [...portCases, ...fieldCases];
