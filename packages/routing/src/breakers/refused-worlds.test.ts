import { readdirSync, readFileSync } from 'node:fs';
import { kinds, ObjectStore, parseTrimmedObject } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { ingressNginxProfile } from '../controllers/ingress-nginx.ts';
import { readControllerOptions } from '../controllers/read-controller-options.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { listConfigurationBreakers } from './list-configuration-breakers.ts';

interface World {
  readonly of: { readonly args: readonly string[] };
  readonly objects: readonly unknown[];
}

/** An Ingress that could not be part of a world, and what nginx said of the configuration with it. */
interface Refused {
  readonly world: string;
  readonly message: string;
  readonly object: { readonly metadata: { readonly namespace: string; readonly name: string } };
}

const cases = new URL('../../cases/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, cases), 'utf8');
const readWorld = (file: string): World => JSON.parse(read(`ingress-nginx/${file}`)) as World;
const allRefused = JSON.parse(read('refused-by-ingress-nginx.json')) as readonly Refused[];

function linesOf({ of, objects }: World): readonly string[] {
  const store = new ObjectStore();
  for (const raw of objects) {
    const object = parseTrimmedObject(raw);
    if (object.kind === 'Unreadable') throw new Error(object.reason);
    store.apply([{ op: 'put', object }]);
  }
  store.setAccess(kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' as const })));
  const options = readControllerOptions(of.args, 'ingress-nginx');
  const { taken } = buildRoutingIndex({ reader: store }, ingressNginxProfile, options);
  return listConfigurationBreakers('ingress-nginx', taken).map(
    ({ code, at: { ingress } }) => `${ingress.metadata.namespace}/${ingress.metadata.name} ${code}`,
  );
}

test.each(readdirSync(new URL('ingress-nginx/', cases)))('nothing breaks the recorded world %s', (file) => {
  expect(linesOf(readWorld(file))).toEqual([]);
});

const codeOf = (message: string): string => {
  if (message.startsWith('duplicate location')) return 'LOCATION_TWICE';
  return message.startsWith('invalid server name') ? 'WWW_OF_WILDCARD' : 'PATH_NOT_WRITABLE';
};

test.each(allRefused.map((refused) => [refused.world, refused.message, refused] as const))(
  '[BRK-1] [BRK-2] [BRK-3] in %s nginx said: %s',
  (file, message, { object }) => {
    const world = readWorld(file);
    const { namespace, name } = object.metadata;
    const lines = linesOf({ ...world, objects: [...world.objects, object] });
    expect([...new Set(lines)]).toEqual([`${namespace}/${name} ${codeOf(message)}`]);
  },
);
