import { Reflector, type KindChanges } from '../reflector.ts';
import { FakeClock } from './fake-clock.ts';
import { ModelCluster } from './model-cluster.ts';
import { ScriptedSource } from './scripted-source.ts';

/** A reflector of Services on a scripted API server, with everything it said. */
export function buildWatchedServices(seed = 1) {
  const clock = new FakeClock(seed);
  const source = new ScriptedSource();
  const cluster = new ModelCluster();
  const changes: KindChanges[] = [];
  const states: string[] = [];
  const reflector: Reflector = new Reflector({
    kind: 'Service',
    namespace: undefined,
    source,
    clock,
    onChanges: (change) => changes.push(change),
    onState: () => states.push(`${reflector.access().state} ${reflector.feed().phase}`),
  });
  source.onList = (call) => cluster.answerList(call);
  source.onWatch = (call) => cluster.answerWatch(call);
  return { clock, source, cluster, changes, states, reflector };
}

/** What a store or a copy built from changes holds, in the words of {@link ModelCluster.truth}. */
export function describeObjects(objects: Iterable<{ key: string; json: string }>): Record<string, string> {
  return Object.fromEntries(
    [...objects].map(({ key, json }) => {
      const { metadata } = JSON.parse(json) as {
        metadata: { resourceVersion: string; labels: { note: string } };
      };
      return [key, `${metadata.resourceVersion} ${metadata.labels.note}`];
    }),
  );
}

/** What somebody holds who has applied all changes. */
export function describeChanges(changes: readonly KindChanges[]): Record<string, string> {
  const copy = new Map<string, string>();
  for (const { puts, removes } of changes) {
    for (const { key, json } of puts) copy.set(key, json);
    for (const key of removes) copy.delete(key);
  }
  return describeObjects([...copy].map(([key, json]) => ({ key, json })));
}
