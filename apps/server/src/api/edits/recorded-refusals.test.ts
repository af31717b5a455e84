import { readdirSync, readFileSync } from 'node:fs';
import { storedObjectSchema } from '@fairlead/api-contract';
import { expect, onTestFinished, test } from 'vitest';
import { buildFixedConnectionSource } from '../../cluster/fixed-connection-source.ts';
import { KubeClusterClient } from '../../cluster/kube-cluster-client.ts';
import { sendJson, startScriptedApiServer } from '../../cluster/testing/scripted-api-server.ts';
import { dryRunEdit } from './dry-run-edit.ts';

interface Recorded {
  readonly case: string;
  readonly request: { readonly method?: string; readonly path?: string; readonly body?: unknown };
  readonly response: {
    readonly statusCode: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: {
      readonly message: string;
      readonly details?: {
        readonly causes?: readonly { readonly field?: string; readonly message: string }[];
      };
    };
  };
}

/** Refusals of writes that no edit of ours can run into, and why. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['body-empty', 'there is always a body'],
  ['body-wrong-kind', 'the address follows from the kind'],
  ['dry-run-value-invalid', 'dryRun is always All'],
  ['ingress-v1beta1-path', 'the address is always that of v1'],
  ['json-invalid', 'bodies are printed, not typed'],
  ['method-not-allowed', 'only POST, PUT and DELETE are sent'],
  ['put-ingress-missing', 'an update of what is gone is answered with deleted'],
  ['service-name-missing', 'an edit without a name is no edit'],
  ['too-large', 'more than 3 MiB is refused by Fairlead itself'],
  ['wrong-content-type', 'bodies are JSON'],
]);

/** Refusals that are about the object as a whole or about its surroundings: they name no field. */
const withoutField: readonly string[] = [
  'denied-by-admission-policy',
  'forbidden-quota',
  'webhook-unreachable',
];

const folders = ['../../../../../packages/fake-cluster/src/replies/', './testing/replies/'];

const isRefusedWrite = ({ request, response }: Recorded): boolean =>
  ['POST', 'PUT', 'PATCH'].includes(request.method ?? '') &&
  /\/(services|ingresses)(\/|$)/.test(request.path ?? '') &&
  response.statusCode >= 400 &&
  response.statusCode !== 409;

const recorded = folders
  .map((folder) => new URL(folder, import.meta.url))
  .flatMap((folder) =>
    readdirSync(folder).map((file): Recorded => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  )
  .filter(isRefusedWrite)
  // A patch that is no patch, or none that fits, is nothing Fairlead sends; its immutable fields are as those of a PUT.
  .filter(({ request, response }) => request.method !== 'PATCH' || response.statusCode === 422)
  .filter(
    ({ case: name }) => !/^(json-patch|apply|patch)-/.test(name) && !/^forbidden-(viewer|editor)/.test(name),
  );

const live = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop', uid: 'u', resourceVersion: '1' },
  spec: { ports: [{ port: 80 }] },
} as const;

/** A client of an API server that has one Service and answers every write as recorded. */
async function openClient({ response }: Recorded): Promise<KubeClusterClient> {
  const server = await startScriptedApiServer((request, reply) => {
    if (request.method === 'GET') return sendJson(reply, 200, live);
    for (const [name, value] of Object.entries(response.headers ?? {})) reply.setHeader(name, value);
    return sendJson(reply, response.statusCode, response.body);
  });
  const source = buildFixedConnectionSource({ contextName: 'x', server: server.url });
  const client = new KubeClusterClient({
    contextName: 'x',
    server: server.url,
    connect: async () => (await source.connect('x')).connection,
  });
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return client;
}

type Body = { readonly kind: string; readonly metadata: object; readonly spec?: object };

/** What the page would have sent: the recorded object as a new one, or as a changed one where it was a patch or a PUT. */
function tryRecorded(client: KubeClusterClient, { request }: Recorded) {
  const body = request.body as Body;
  if (request.method !== 'POST') {
    const mine = { ...live, spec: { ...live.spec, ...body.spec, type: 'NodePort' } };
    return dryRunEdit(client, { operation: 'update', base: storedObjectSchema.parse(live), mine });
  }
  const { namespace: _, ...metadata } = body.metadata as { name: string; namespace?: string };
  const kind = body.kind === 'Ingress' ? 'Ingress' : 'Service';
  const mine = { apiVersion: 'v1', ...body, kind, metadata: { ...metadata, namespace: 'shop' } } as const;
  return dryRunEdit(client, { operation: 'create', mine });
}

test('there are many recorded refusals of edits', () => {
  const names = new Set(recorded.map((reply) => reply.case));
  expect([...leftOut.keys()].filter((name) => !names.has(name))).toEqual([]);
  expect(names.size - leftOut.size).toBeGreaterThan(60);
});

test.each(recorded.filter((reply) => !leftOut.has(reply.case)).map((reply) => [reply.case, reply] as const))(
  '%s is refused at its field in the API server’s words',
  async (name, reply) => {
    const { message, details } = reply.response.body;
    const causes = details?.causes?.filter(({ field }) => field !== undefined);
    const said = await tryRecorded(await openClient(reply), reply);
    expect(said).toMatchObject({
      outcome: 'refused',
      statusCode: reply.response.statusCode,
      kubernetesMessage: message,
      ...(causes !== undefined && causes.length > 0 && { fieldErrors: causes }),
    });
    const fieldErrors = said.outcome === 'refused' ? said.fieldErrors : [];
    const known = [message, ...(causes ?? []).map((cause) => cause.message)].join('\n');
    for (const error of fieldErrors) expect(known).toContain(error.message);
    expect(fieldErrors.length > 0).toBe(!withoutField.includes(name));
  },
);

const asRefused = (statusCode: number, message: string, more: object = {}): Recorded => ({
  case: '',
  request: { method: 'PUT', path: '/api/v1/namespaces/shop/services/web', body: live },
  response: {
    statusCode,
    headers: { warning: '299 - "deprecated"' },
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message,
      code: statusCode,
      ...more,
    } as never,
  },
});

test('what an admission webhook says against it is passed on whole, with warnings', async () => {
  const message =
    'admission webhook "validate.nginx.ingress.kubernetes.io" denied the request: host "shop.example.com" and path "/" is already defined in ingress shop/other';
  const reply = asRefused(400, message, { reason: 'BadRequest' });
  expect(await tryRecorded(await openClient(reply), reply)).toEqual({
    outcome: 'refused',
    statusCode: 400,
    reason: 'BadRequest',
    kubernetesMessage: message,
    fieldErrors: [],
    warnings: ['deprecated'],
  });
});

test.each([
  [429, 'CLUSTER_THROTTLED'],
  [401, 'CLUSTER_UNAUTHORIZED'],
])('an answer of %i is no refusal of the object', async (statusCode, code) => {
  const reply = asRefused(statusCode, 'no');
  await expect(tryRecorded(await openClient(reply), reply)).rejects.toMatchObject({ code });
});
