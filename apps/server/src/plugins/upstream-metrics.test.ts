import { channel } from 'node:diagnostics_channel';
import { expect, onTestFinished, test } from 'vitest';
import { toVerb, UpstreamMetrics } from './upstream-metrics.ts';

test.each([
  ['GET', '/api/v1/pods?limit=500', 'list'],
  ['GET', '/api/v1/pods?watch=1&resourceVersion=7', 'watch'],
  ['GET', '/api/v1/namespaces/shop/pods/web', 'get'],
  ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', 'create'],
  ['PUT', '/api/v1/namespaces/shop/services/web?dryRun=All', 'update'],
  ['CONNECT', 'proxy:443', 'other'],
])('%s %s is the verb %s', (method, path, verb) => {
  expect(toVerb({ method, path })).toBe(verb);
});

test('answers are counted by verb and status code, what got none as 0', async () => {
  const metrics = new UpstreamMetrics();
  metrics.start();
  onTestFinished(() => metrics.stop());
  const request = { method: 'GET', path: '/api/v1/pods?limit=500' };
  channel('undici:request:headers').publish({ request, response: { statusCode: 200 } });
  channel('undici:request:error').publish({ request, error: new Error('reset') });
  metrics.stop();
  channel('undici:request:headers').publish({ request, response: { statusCode: 200 } });
  const text = await metrics.registry.metrics();
  expect(text).toContain('fairlead_upstream_requests_total{verb="list",code="200"} 1');
  expect(text).toContain('fairlead_upstream_requests_total{verb="list",code="0"} 1');
});
