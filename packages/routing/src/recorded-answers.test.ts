import { readdirSync, readFileSync } from 'node:fs';
import { kinds, ObjectStore, parseTrimmedObject } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { findProfile } from './controllers/find-profile.ts';
import type { ControllerOptions } from './controllers/options.ts';
import { readConfigMapOptions } from './controllers/read-config-map-options.ts';
import { readControllerOptions } from './controllers/read-controller-options.ts';
import type { CertificateFacts } from './controllers/routing-profile.ts';
import { buildRoutingIndex, type RoutingIndex } from './engine/routing-index.ts';
import { traceRequest } from './engine/trace-request.ts';
import type { RoutingRequest } from './request.ts';
import type { Trace } from './trace.ts';

/** What a real controller answered. `service`: who; `null`: the controller itself. */
interface RecordedAnswer {
  readonly request: RoutingRequest;
  readonly status: number;
  readonly service: string | null;
  readonly receivedPath?: string;
  readonly location?: string;
  /** Common name of the certificate that an https client was shown. */
  readonly certificate?: string;
  /** Changed from start to start. */
  readonly unstable?: boolean;
}

/** A world of cases/: objects as an API server returned them, facts of its TLS Secrets, and the answers. */
interface RecordedWorld {
  readonly of: {
    readonly controller: 'ingress-nginx' | 'traefik' | 'haproxy-ingress';
    readonly args: readonly string[];
    readonly configMap: Readonly<Record<string, string>>;
  };
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  readonly objects: readonly unknown[];
  readonly answers: readonly RecordedAnswer[];
}

const cases = new URL('../cases/', import.meta.url);
const controllers = ['ingress-nginx', 'traefik', 'haproxy-ingress'] as const;

const readWorld = (controller: string, file: string): RecordedWorld =>
  JSON.parse(readFileSync(new URL(`${controller}/${file}`, cases), 'utf8')) as RecordedWorld;

function indexOf({ of, certificates, objects }: RecordedWorld): RoutingIndex {
  const store = new ObjectStore();
  for (const raw of objects) {
    const object = parseTrimmedObject(raw);
    if (object.kind === 'Unreadable') throw new Error(object.reason);
    store.apply([{ op: 'put', object }]);
  }
  store.setAccess(kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' as const })));
  const options: ControllerOptions = {
    ...readControllerOptions(of.args, of.controller),
    ...readConfigMapOptions(of.configMap, of.controller),
  };
  const world = { reader: store, certificates: new Map(Object.entries(certificates)) };
  return buildRoutingIndex(world, findProfile(of.controller), options);
}

const pathOf = (text: string): string => text.split('?')[0] ?? '';

/** The common name of the certificate that the trace says is shown; those of controllers themselves are all one. */
const certificateOf = ({ tls }: Trace, { certificates }: RecordedWorld): string =>
  certificates[tls?.secret ?? '']?.commonName ?? 'own';

const isOwn = (certificate: string): boolean =>
  /^(TRAEFIK DEFAULT|Kubernetes Ingress Controller)/.test(certificate);

/** The same Service with the same path, or the same status and redirect of the controller itself. */
function isAgreed(
  trace: Trace,
  { request, service, status, receivedPath, location }: RecordedAnswer,
): boolean {
  if ((trace.result === 'ok' ? trace.service : null) !== service) return false;
  if (service !== null) return (trace.rewrittenPath ?? pathOf(request.path)) === pathOf(receivedPath ?? '');
  return trace.httpStatus === status && trace.location === location;
}

/** Which certificates were shown otherwise than the trace says; of unstable answers, too. */
const listWrongCertificates = (
  compared: readonly { readonly answer: RecordedAnswer; readonly trace: Trace; readonly text: string }[],
  world: RecordedWorld,
): readonly string[] =>
  compared.flatMap(({ answer: { certificate }, trace, text }) =>
    certificate === undefined || certificateOf(trace, world) === (isOwn(certificate) ? 'own' : certificate)
      ? []
      : [`${text}: ${certificate}`],
  );

interface Agreement {
  /** Requests that were shown a certificate. */
  readonly shown: number;
  readonly otherCertificates: readonly string[];
  readonly stable: number;
  readonly agreed: number;
  /** Not agreed, and the engine says that it rests on an assumption. */
  readonly assumed: number;
  readonly unstable: number;
  readonly unstableAssumed: number;
  readonly wrong: readonly string[];
}

function compareWorld(controller: string, file: string): Agreement {
  const world = readWorld(controller, file);
  const index = indexOf(world);
  const compared = world.answers.map((answer) => {
    const trace = traceRequest(index, answer.request);
    const { scheme, host, path } = answer.request;
    return { answer, trace, text: `${file} ${scheme} ${host} ${path}`, isSame: isAgreed(trace, answer) };
  });
  const unstable = compared.filter(({ answer }) => answer.unstable === true);
  const stable = compared.filter(({ answer }) => answer.unstable !== true);
  const others = stable.filter(({ isSame }) => !isSame);
  return {
    shown: world.answers.filter(({ certificate }) => certificate !== undefined).length,
    otherCertificates: listWrongCertificates(compared, world),
    stable: stable.length,
    agreed: stable.length - others.length,
    assumed: others.filter(({ trace }) => trace.assumed).length,
    unstable: unstable.length,
    unstableAssumed: unstable.filter(({ trace }) => trace.assumed).length,
    wrong: others.filter(({ trace }) => !trace.assumed).map(({ text }) => text),
  };
}

/** Nothing is wrong, and no certificate is another. */
const flawless = { otherCertificates: [], wrong: [] };

/** The figures of docs/controllers.md. */
const expected: Readonly<Record<(typeof controllers)[number], Agreement>> = {
  'ingress-nginx': {
    ...flawless,
    shown: 617,
    stable: 3101,
    agreed: 3101,
    assumed: 0,
    unstable: 0,
    unstableAssumed: 0,
  },
  traefik: {
    ...flawless,
    shown: 604,
    stable: 2446,
    agreed: 2415,
    assumed: 31,
    unstable: 183,
    unstableAssumed: 183,
  },
  'haproxy-ingress': {
    ...flawless,
    shown: 798,
    stable: 3412,
    agreed: 3412,
    assumed: 0,
    unstable: 7,
    unstableAssumed: 7,
  },
};

test.each(controllers)('what a real %s answered in all recorded worlds', (controller) => {
  const all = readdirSync(new URL(`${controller}/`, cases)).map((file) => compareWorld(controller, file));
  const sum = (of: (agreement: Agreement) => number): number =>
    all.reduce((total, each) => total + of(each), 0);
  expect({
    shown: sum(({ shown }) => shown),
    otherCertificates: all.flatMap(({ otherCertificates }) => otherCertificates),
    stable: sum(({ stable }) => stable),
    agreed: sum(({ agreed }) => agreed),
    assumed: sum(({ assumed }) => assumed),
    unstable: sum(({ unstable }) => unstable),
    unstableAssumed: sum(({ unstableAssumed }) => unstableAssumed),
    wrong: all.flatMap(({ wrong }) => wrong),
  }).toEqual(expected[controller]);
});
