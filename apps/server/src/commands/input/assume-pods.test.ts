import { expect, test } from 'vitest';
import { runForTest } from '../testing/run-for-test.ts';
import { trace } from '../trace/trace.ts';
import { check } from '../check/check.ts';

const manifests = (template = 'app: web', more = '') => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules:
  - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {${template}}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
${more}`;

const run = (input: string, ...args: string[]) =>
  runForTest(
    trace,
    ['a.example', '-f', '-', '--option', 'watchIngressWithoutClass=true', '--profile', 'spec', ...args],
    {
      input,
    },
  );

test('without the flag nothing runs that is not there', async () => {
  const { status, out } = await run(manifests());
  expect(out).toContain('SELECTOR_MATCHES_NO_PODS');
  expect(status).toBe(1);
});

test('with it workloads have the Pods that they ask for, ready, behind their named ports', async () => {
  const { status, out, notices } = await run(manifests(), '--assume-pods');
  expect(out).toContain('reaches 2 ready endpoints');
  expect(out).toMatch(/100\.\d+\.\d+\.\d+:8080/);
  expect(out).toMatch(/pods +default\/web-assumed-(1|2), default\/web-assumed-(?!\1)[12]\n/);
  expect(notices).toBe('2 Pods are assumed to be ready (--assume-pods).');
  expect(status).toBe(0);
});

test('a selector that does not fit stays broken', async () => {
  expect((await run(manifests('app: wbe'), '--assume-pods')).out).toContain('SELECTOR_MATCHES_NO_PODS');
});

test('Pods that are there count, and none are added to them', async () => {
  const pod = `---
apiVersion: v1
kind: Pod
metadata: {name: web-1, labels: {app: web}}
spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
status: {phase: Pending}
`;
  const { out } = await run(manifests('app: web', pod), '--assume-pods');
  expect(out).not.toContain('assumed-1');
  expect(out).toContain('gets 503');
});

test('a repository of whole manifests has no findings then', async () => {
  const input = manifests();
  expect((await runForTest(check, ['-f', '-'], { input })).status).toBe(1);
  expect((await runForTest(check, ['-f', '-', '--assume-pods'], { input })).out).toBe('Nothing found.\n');
});

test('a live cluster has its own Pods', async () => {
  const { status, notices } = await runForTest(trace, ['a.example', '--context', 'a', '--assume-pods']);
  expect(status).toBe(2);
  expect(notices).toContain('--assume-pods is for files');
});
