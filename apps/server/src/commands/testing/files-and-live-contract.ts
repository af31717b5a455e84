import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kindInfo, kinds } from '@fairlead/kube-objects';
import {
  buildRoutingIndex,
  findProfile,
  listIngressPaths,
  profileNames,
  traceRequest,
  type ControllerOptions,
  type ProfileName,
  type RoutingRequest,
  type Trace,
} from '@fairlead/routing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../api/edits/testing/random-change.ts';
import { readConfig, readProcessFacts } from '../../config.ts';
import { readFileWorld } from '../input/read-file-world.ts';
import { readLiveWorld } from '../input/read-live-world.ts';
import type { World } from '../input/world.ts';
import { chooseControllers } from '../trace/trace-world.ts';
import { trace } from '../trace/trace.ts';
import { bareSlice, randomIngress, randomRequest, randomServices } from './random-routes.ts';
import {
  buildClasses,
  buildControllers,
  buildSecrets,
  buildWorkloads,
  readyWorkloads,
  type Manifest,
} from './routing-ground.ts';
import { runForTest, type Ran } from './run-for-test.ts';

const ingressCount = 40;
const requestCount = 400;
/** The cluster may hold much that others have put there, and it is read many times. */
const patienceMs = 240_000;

const manifests = process.env['FAIRLEAD_TEST_MANIFESTS'];
const run = promisify(execFile);

interface Listed {
  readonly kind: string;
  readonly metadata: { readonly uid?: string; readonly resourceVersion?: string };
}

/** What kubectl prints of everything that a trace reads. */
const everything = [
  ...kinds.map((kind) => {
    const { group, resource } = kindInfo(kind);
    return group === '' ? resource : `${resource}.${group}`;
  }),
  'secrets',
  'configmaps',
].join(',');

/** Nodes and their heartbeats change all the time and have no part in it. */
const versionsOf = (items: readonly Listed[]): string =>
  items
    .filter(({ kind }) => kind !== 'Node')
    .map(({ metadata: { uid, resourceVersion } }) => `${uid}@${resourceVersion}`)
    .join();

/** Both read while nothing changed. */
interface SameMoment {
  readonly fromFiles: World;
  readonly live: World;
}

/** Somebody with kubectl, in two namespaces of their own. */
class Author {
  readonly prefix = `law-${Math.random().toString(36).slice(2, 8)}`;
  readonly namespaces = [`${this.prefix}-a`, `${this.prefix}-b`] as const;
  readonly #kubeconfig: string;
  #folder = '';

  constructor(kubeconfig: string) {
    this.#kubeconfig = kubeconfig;
  }

  get dump(): string {
    return join(this.#folder, 'dump.json');
  }

  async kubectl(...args: readonly string[]): Promise<string> {
    const options = { maxBuffer: 256_000_000 };
    const { stdout } = await run('kubectl', ['--kubeconfig', this.#kubeconfig, ...args], options);
    return stdout;
  }

  async apply(items: readonly Manifest[]): Promise<void> {
    const file = join(this.#folder, 'apply.json');
    await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    await this.kubectl('apply', '-f', file);
  }

  async arrive(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'fairlead-'));
    await this.apply([
      ...this.namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
      ...buildClasses(this.prefix),
      ...this.namespaces.flatMap((namespace) => [
        ...buildWorkloads(namespace),
        ...buildSecrets(namespace),
        bareSlice(namespace),
      ]),
      ...buildControllers(this.namespaces[0]),
    ]);
    for (const namespace of this.namespaces)
      for (const { name } of readyWorkloads)
        await this.kubectl('rollout', 'status', `deployment/${name}`, '-n', namespace, '--timeout=90s');
  }

  async leave(): Promise<void> {
    await this.kubectl('delete', 'namespace', ...this.namespaces, '--wait=false');
    await this.kubectl(
      'delete',
      'ingressclass',
      ...buildClasses(this.prefix).map(({ metadata }) => metadata.name),
    );
    await rm(this.#folder, { recursive: true });
  }

  /** Services and Ingresses in place of those that were there. */
  async writeWorld(seed: number): Promise<void> {
    const random = createRandom(seed);
    for (const namespace of this.namespaces)
      await this.kubectl('delete', 'services,ingresses', '--all', '-n', namespace);
    await this.apply(
      this.namespaces.flatMap((namespace) => [
        ...randomServices(random, namespace),
        ...Array.from({ length: ingressCount / 2 }, (_, index) =>
          randomIngress(random, { name: `ingress-${index}`, namespace, prefix: this.prefix }),
        ),
      ]),
    );
  }

  /** What the API server refuses of the folder stays away; kubectl makes no namespaces. */
  async applyFolder(folder: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const namespaces = texts.flatMap((text) =>
      [...text.matchAll(/\bnamespace:\s*"?([a-z0-9-]+)/g)].map(([, name = '']) => name),
    );
    await this.apply(
      [...new Set(namespaces)].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })),
    );
    await this.kubectl('apply', '-f', folder).catch((error: unknown) => {
      if (!(error instanceof Error) || !('stderr' in error)) throw error;
      return '';
    });
  }

  async #list(): Promise<{ readonly text: string; readonly versions: string }> {
    const text = await this.kubectl('get', everything, '-A', '-o', 'json');
    return { text, versions: versionsOf((JSON.parse(text) as { items: readonly Listed[] }).items) };
  }

  /** What is seen while the cluster, which is written to a file before, does not change. */
  async lookWhileStill<T>(look: (text: string) => Promise<T>): Promise<T> {
    let before = await this.#list();
    for (;;) {
      await writeFile(this.dump, before.text);
      const seen = await look(before.text);
      const after = await this.#list();
      if (after.versions === before.versions) return seen;
      before = after;
    }
  }

  readBoth(): Promise<SameMoment> {
    const config = readConfig(readProcessFacts());
    const input = (): never => {
      throw new Error('standard input is not read');
    };
    return this.lookWhileStill(async () => {
      const live = await readLiveWorld(
        { kind: 'cluster', kubeconfig: this.#kubeconfig, context: 'admin' },
        config,
      );
      const { world: fromFiles } = await readFileWorld(
        { kind: 'files', files: [this.dump], assumesPods: false },
        { workingFolder: this.#folder, input },
      );
      return { fromFiles, live };
    });
  }

  trace(...args: readonly string[]) {
    return runForTest(trace, [...args, '--format', 'json']);
  }

  traceLive(...args: readonly string[]) {
    return this.trace(...args, '--kubeconfig', this.#kubeconfig, '--context', 'admin');
  }
}

/** Answers to all requests by each controller that is asked. */
function answersOf(
  world: World,
  requests: readonly RoutingRequest[],
  profile: ProfileName | undefined,
): readonly {
  readonly id: string;
  readonly options: ControllerOptions;
  readonly traces: readonly Trace[];
}[] {
  return chooseControllers(world, { profile, options: {} }).map(({ id, profile: name, options }) => {
    const index = buildRoutingIndex(world, findProfile(name), options);
    return { id, options, traces: requests.map((request) => traceRequest(index, request)) };
  });
}

/** Holds both worlds against each other by every profile; says how often which outcome came. */
function compareWorlds(
  { fromFiles, live }: SameMoment,
  requests: readonly RoutingRequest[],
): ReadonlyMap<string, number> {
  const outcomes = new Map<string, number>();
  for (const profile of [undefined, ...profileNames]) {
    const answers = answersOf(live, requests, profile);
    expect(answersOf(fromFiles, requests, profile), profile).toEqual(answers);
    for (const { result, reason } of answers.flatMap(({ traces }) => traces))
      outcomes.set(reason ?? result, (outcomes.get(reason ?? result) ?? 0) + 1);
  }
  const counted = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  console.info(`files and live, ${requests.length} requests: ${counted}`);
  return outcomes;
}

/** What the rules of a world speak of, by http and https, and a little beside it. */
const requestsOf = ({ reader }: World): readonly RoutingRequest[] =>
  [
    ...new Set(
      reader
        .list('Ingress')
        .flatMap(listIngressPaths)
        .flatMap(({ host, path: { path = '/' } }) =>
          [path, `${path}/x`].map((each) => `${host.replace('*', 'any') || 'nobody.example'} ${each}`),
        ),
    ),
  ].flatMap((text) => {
    const [host = '', path = '/'] = text.split(' ');
    return (['http', 'https'] as const).map((scheme) => ({ method: 'GET', scheme, host, path }));
  });

const urlOf = ({ scheme, host, path }: RoutingRequest): string => `${scheme}://${host}${path}`;

interface Printed {
  readonly request: object;
  readonly controller: { readonly profile: string; readonly options: object };
  readonly others: object;
  readonly tls?: { readonly notBefore?: string; readonly notAfter?: string };
}

/** What a batch prints of a single trace's certificate: all but its dates. */
function inBatch(tls: Printed['tls']): object {
  if (tls === undefined) return {};
  const { notBefore: _notBefore, notAfter: _notAfter, ...kept } = tls;
  return { tls: kept };
}

/** A trace from files equals the trace from the live control plane that holds the same objects. */
export function describeFilesAndLive(title: string, kubeconfig: string): void {
  describe(title, () => {
    const author = new Author(kubeconfig);
    beforeAll(() => author.arrive(), patienceMs);
    afterAll(() => author.leave(), patienceMs);

    test.each([1, 2, 3])(
      'what files say is what the live control plane says that holds them (world %i)',
      async (seed) => {
        await author.writeWorld(seed);
        const random = createRandom(seed + 1_000);
        const requests = Array.from({ length: requestCount }, () => randomRequest(random));
        const outcomes = compareWorlds(await author.readBoth(), requests);
        expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['ok', 'REDIRECT', 'EXTERNALNAME']));
        expect(outcomes.size).toBeGreaterThan(10);
      },
      patienceMs,
    );

    test(
      'trace --file, --kubeconfig and --batch print the same',
      async () => {
        await author.writeWorld(4);
        const random = createRandom(2_000);
        const asked = profileNames.flatMap((profile) =>
          [0, 1].map(() => ({ profile, request: { ...randomRequest(random), method: 'GET' } })),
        );
        const { objects, answers } = await author.lookWhileStill(async (text) => {
          const found: { readonly live: Ran; readonly fromFile: Ran }[] = [];
          for (const { profile, request } of asked) {
            const args = [urlOf(request), '--profile', profile];
            const live = await author.traceLive(...args);
            found.push({ live, fromFile: await author.trace(...args, '--file', author.dump) });
          }
          const { items } = JSON.parse(text) as { items: readonly object[] };
          return { objects: items, answers: found };
        });
        const lines: string[] = [];
        const wanted: object[] = [];
        for (const [index, { live, fromFile }] of answers.entries()) {
          expect(JSON.parse(fromFile.out)).toEqual(JSON.parse(live.out));
          expect(fromFile.status).toBe(live.status);
          const { request, controller, others: _others, tls, ...fields } = JSON.parse(live.out) as Printed;
          const { profile, options: controllerOptions } = controller;
          lines.push(JSON.stringify({ id: String(index), profile, controllerOptions, objects, request }));
          wanted.push({ id: String(index), ...fields, ...inBatch(tls) });
        }
        expect(new Set(answers.map(({ live }) => live.status))).toEqual(new Set([0, 1]));
        const batch = await runForTest(trace, ['--batch', '-', '--format', 'json'], {
          input: lines.join('\n'),
        });
        expect(batch.status).toBe(0);
        expect(
          batch.out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as object),
        ).toEqual(wanted);
      },
      patienceMs,
    );

    test.skipIf(manifests === undefined)(
      'so it is with manifests from elsewhere (FAIRLEAD_TEST_MANIFESTS names them)',
      async () => {
        if (manifests !== undefined) await author.applyFolder(manifests);
        const worlds = await author.readBoth();
        const requests = requestsOf(worlds.live);
        expect(requests.length).toBeGreaterThan(20);
        compareWorlds(worlds, requests);
      },
      patienceMs,
    );
  });
}
