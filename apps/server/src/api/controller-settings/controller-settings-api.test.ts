import { controllerSettingsPath, controllerSettingsReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import type { ObjectAddress } from '../../cluster/cluster-client.ts';
import { openTestApp } from '../../testing/test-app.ts';

const aController = (
  args: readonly string[],
  image = 'quay.io/jcmoraisjr/haproxy-ingress:v0.15',
): unknown => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { namespace: 'edge', name: 'haproxy' },
  spec: {
    selector: { matchLabels: { app: 'haproxy' } },
    template: {
      metadata: { labels: { app: 'haproxy' } },
      spec: { containers: [{ name: 'haproxy', image, args }] },
    },
  },
});

const aConfigMap = {
  kind: 'ConfigMap',
  metadata: { namespace: 'edge', name: 'haproxy-config' },
  data: { 'strict-host': 'true', 'auth-password': 'CANARY' },
};

const path = controllerSettingsPath('demo', { kind: 'DaemonSet', namespace: 'edge', name: 'haproxy' });

/** A cluster that has this workload and that ConfigMap. */
async function openWorld(workload: unknown, refusal?: ClusterProblem) {
  const { app, headers, directory } = await openTestApp();
  const asked: string[] = [];
  directory.client.getObject = ({ type, namespace, name }: ObjectAddress) => {
    asked.push(`${type.resource} ${namespace ?? '-'}/${name}`);
    if (type.resource === 'configmaps' && refusal !== undefined) return Promise.reject(refusal);
    return Promise.resolve({ json: '{}', object: type.resource === 'configmaps' ? aConfigMap : workload });
  };
  const ask = (url = path) => app.inject({ url, headers });
  return { ask, asked };
}

test('[CTL-14] the options of the ConfigMap that the workload’s arguments name are read, and nothing else of it', async () => {
  const { ask, asked } = await openWorld(aController(['--configmap=edge/haproxy-config']));
  const reply = await ask();
  expect(controllerSettingsReplySchema.parse(reply.json())).toEqual({
    configMap: 'edge/haproxy-config',
    options: { strictHost: true },
  });
  expect(reply.body).not.toContain('CANARY');
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(asked).toEqual(['daemonsets edge/haproxy', 'configmaps edge/haproxy-config']);
});

test('a controller without such an argument and a workload that is no controller lead to no ConfigMap', async () => {
  for (const workload of [
    aController([]),
    aController(['--configmap=edge/haproxy-config'], 'example.org/web:1'),
  ]) {
    const { ask, asked } = await openWorld(workload);
    expect((await ask()).json()).toEqual({ configMap: null, options: {} });
    expect(asked).toEqual(['daemonsets edge/haproxy']);
  }
});

test('a ConfigMap that is not there is an answer, not an error', async () => {
  const absent = new ClusterProblem('OBJECT_NOT_FOUND', 'No.', { hint: 'Look.' });
  const { ask } = await openWorld(aController(['--configmap=haproxy-config']), absent);
  const reply = await ask();
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toEqual({ configMap: 'edge/haproxy-config', isMissing: true, options: {} });
});

test('who may not read ConfigMaps is told so', async () => {
  const forbidden = new ClusterProblem('CLUSTER_FORBIDDEN', 'No.', { hint: 'Ask.' });
  const { ask } = await openWorld(aController(['--configmap=haproxy-config']), forbidden);
  expect((await ask()).json()).toMatchObject({ code: 'CLUSTER_FORBIDDEN', statusCode: 403 });
});

test.each([
  'Secret/edge/haproxy',
  'ConfigMap/edge/haproxy-config',
  'DaemonSet/edge/..',
  'DaemonSet/Edge/haproxy',
])('%s is no workload one may ask for', async (place) => {
  const { ask, asked } = await openWorld(aController([]));
  const reply = await ask(`/api/contexts/demo/controller-settings/${place}`);
  expect([400, 404]).toContain(reply.statusCode);
  expect(asked).toEqual([]);
});
