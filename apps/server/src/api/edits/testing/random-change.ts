import type { StoredObject } from '../edit-target.ts';

/** What an Ingress or Service says, place by place, without any order: what edits are held against. */
export type Saying = ReadonlyMap<string, string>;

/** A person's edit: on the object, by position as a careless program would, and on what the object says, by meaning. */
export interface Change {
  /** Everything at or below this place is touched. */
  readonly place: string;
  readonly edit: (object: StoredObject) => StoredObject;
  readonly say: (saying: Map<string, string>) => void;
}

interface Path {
  readonly path: string;
  readonly pathType: string;
  readonly backend: {
    readonly service: { readonly name: string; readonly port: { readonly number: number } };
  };
}
interface Rule {
  readonly host: string;
  readonly http: { readonly paths: readonly Path[] };
}
interface Port {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number;
  readonly protocol: string;
}
interface Spec {
  readonly rules: readonly Rule[];
  readonly ports: readonly Port[];
  readonly selector: Readonly<Record<string, string>>;
}

export type Random = (below: number) => number;

/** Numbers from a seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const specOf = (object: StoredObject): Spec => object['spec'] as Spec;
const withSpec = (object: StoredObject, spec: Partial<Spec>): StoredObject => ({
  ...object,
  spec: { ...specOf(object), ...spec },
});
const mapOf = (object: StoredObject, map: 'labels' | 'annotations'): Readonly<Record<string, string>> =>
  (object.metadata[map] ?? {}) as Readonly<Record<string, string>>;
const inserted = <T>(items: readonly T[], item: T, at: number): readonly T[] => items.toSpliced(at, 0, item);

export function sayingOf(object: StoredObject): Saying {
  const { rules = [], ports = [], selector = {} } = specOf(object) as Partial<Spec>;
  return new Map([
    ...Object.entries(mapOf(object, 'labels')).map(([key, value]) => [`labels/${key}`, value] as const),
    ...Object.entries(mapOf(object, 'annotations')).map(
      ([key, value]) => [`annotations/${key}`, value] as const,
    ),
    ...Object.entries(selector).map(([key, value]) => [`selector/${key}`, value] as const),
    ...ports.flatMap(({ name, port, targetPort }) => [
      [`ports/${port}/name`, name] as const,
      [`ports/${port}/target`, String(targetPort)] as const,
    ]),
    ...rules.flatMap(({ host, http }) =>
      http.paths.map(({ path, backend }) => [`rules/${host}${path}`, backend.service.name] as const),
    ),
  ]);
}

const forget = (saying: Map<string, string>, start: string): void => {
  for (const place of saying.keys())
    if (place === start || place.startsWith(`${start}/`)) saying.delete(place);
};

function setInMap(map: 'labels' | 'annotations', key: string, value: string): Change {
  return {
    place: `${map}/${key}`,
    edit: (object) => ({
      ...object,
      metadata: { ...object.metadata, [map]: { ...mapOf(object, map), [key]: value } },
    }),
    say: (saying) => void saying.set(`${map}/${key}`, value),
  };
}

const pathTo = (path: string, service: string): Path => ({
  path,
  pathType: 'Prefix',
  backend: { service: { name: service, port: { number: 80 } } },
});

const editPaths = (
  object: StoredObject,
  host: string,
  change: (paths: readonly Path[]) => readonly Path[],
): StoredObject =>
  withSpec(object, {
    rules: specOf(object).rules.map((rule) =>
      rule.host === host ? { ...rule, http: { paths: change(rule.http.paths) } } : rule,
    ),
  });

type MakeChange = (random: Random, value: string) => Change;

const hostAt = (random: Random): string => `${'abc'.charAt(random(3))}.example.com`;
const pathAt = (random: Random): string => `/${'xyz'.charAt(random(3))}`;

const ingressChanges: readonly MakeChange[] = [
  (random, value) => setInMap('annotations', `example.com/k${random(3)}`, value),
  (random, value) => {
    const [host, path] = [hostAt(random), pathAt(random)];
    return {
      place: `rules/${host}${path}`,
      edit: (object) =>
        editPaths(object, host, (paths) =>
          paths.map((found) => (found.path === path ? pathTo(path, value) : found)),
        ),
      say: (saying) => void saying.set(`rules/${host}${path}`, value),
    };
  },
  (random, value) => {
    const [host, path, at] = [hostAt(random), `/new${random(4)}`, random(4)];
    return {
      place: `rules/${host}${path}`,
      edit: (object) => editPaths(object, host, (paths) => inserted(paths, pathTo(path, value), at)),
      say: (saying) => void saying.set(`rules/${host}${path}`, value),
    };
  },
  (random) => {
    const [host, path] = [hostAt(random), pathAt(random)];
    return {
      place: `rules/${host}${path}`,
      edit: (object) => editPaths(object, host, (paths) => paths.filter((found) => found.path !== path)),
      say: (saying) => forget(saying, `rules/${host}${path}`),
    };
  },
  (random, value) => {
    const [host, at] = [`new${random(3)}.example.com`, random(4)];
    return {
      place: `rules/${host}`,
      edit: (object) =>
        withSpec(object, {
          rules: inserted(specOf(object).rules, { host, http: { paths: [pathTo('/', value)] } }, at),
        }),
      say: (saying) => void saying.set(`rules/${host}/`, value),
    };
  },
  (random) => {
    const host = hostAt(random);
    return {
      place: `rules/${host}`,
      edit: (object) =>
        withSpec(object, { rules: specOf(object).rules.filter((rule) => rule.host !== host) }),
      say: (saying) => forget(saying, `rules/${host}`),
    };
  },
];

const editPort = (object: StoredObject, port: number, change: Partial<Port>): StoredObject =>
  withSpec(object, {
    ports: specOf(object).ports.map((found) => (found.port === port ? { ...found, ...change } : found)),
  });

const serviceChanges: readonly MakeChange[] = [
  (random, value) => setInMap('labels', `k${random(3)}`, value),
  (random, value) => setInMap('annotations', `example.com/k${random(3)}`, value),
  (random, value) => {
    const key = `s${random(3)}`;
    return {
      place: `selector/${key}`,
      edit: (object) => withSpec(object, { selector: { ...specOf(object).selector, [key]: value } }),
      say: (saying) => void saying.set(`selector/${key}`, value),
    };
  },
  (random) => {
    const [port, targetPort] = [80 + random(3), 9000 + random(1000)];
    return {
      place: `ports/${port}/target`,
      edit: (object) => editPort(object, port, { targetPort }),
      say: (saying) => void saying.set(`ports/${port}/target`, String(targetPort)),
    };
  },
  (random, value) => {
    const port = 80 + random(3);
    return {
      place: `ports/${port}/name`,
      edit: (object) => editPort(object, port, { name: value }),
      say: (saying) => void saying.set(`ports/${port}/name`, value),
    };
  },
  (random, value) => {
    const [port, at] = [90 + random(4), random(4)];
    const added = { name: value, port, targetPort: 9000 + random(1000), protocol: 'TCP' };
    return {
      place: `ports/${port}`,
      edit: (object) => withSpec(object, { ports: inserted(specOf(object).ports, added, at) }),
      say: (saying) => {
        saying.set(`ports/${port}/name`, value);
        saying.set(`ports/${port}/target`, String(added.targetPort));
      },
    };
  },
  (random) => {
    const port = 80 + random(3);
    return {
      place: `ports/${port}`,
      edit: (object) =>
        withSpec(object, { ports: specOf(object).ports.filter((found) => found.port !== port) }),
      say: (saying) => forget(saying, `ports/${port}`),
    };
  },
];

/** What every pair of edits begins with: three hosts of three paths, or three ports. */
export const startingSpec = {
  Ingress: {
    rules: ['a', 'b', 'c'].map((host) => ({
      host: `${host}.example.com`,
      http: { paths: ['/x', '/y', '/z'].map((path) => pathTo(path, `web-${host}`)) },
    })),
  },
  Service: {
    selector: { app: 'web' },
    ports: [80, 81, 82].map((port) => ({ name: `p${port}`, port, targetPort: port + 8000, protocol: 'TCP' })),
  },
} as const;

/** `value` tells one person's edits from another's; it is good as a name of anything. */
export function randomChange(kind: 'Service' | 'Ingress', random: Random, value: string): Change {
  const changes = kind === 'Service' ? serviceChanges : ingressChanges;
  const make = changes[random(changes.length)];
  if (make === undefined) throw new RangeError('there is no such change');
  return make(random, value);
}

const isAtOrBelow = (place: string, start: string): boolean =>
  place === start || place.startsWith(`${start}/`);

/** Both touch the same thing, so that one may have to give way. */
export const doMeet = (one: Change, other: Change): boolean =>
  isAtOrBelow(one.place, other.place) || isAtOrBelow(other.place, one.place);
