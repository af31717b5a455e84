import type { ServicePort } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { listPortRows } from './list-port-rows.ts';
import { aStoredService } from './testing/render-service-form.tsx';

const withPorts = (...ports: readonly ServicePort[]) =>
  aStoredService({ type: 'ClusterIP', ports: ports.map((port) => ({ ...port })) });

const states = (before: readonly ServicePort[], now: readonly ServicePort[]): readonly string[] =>
  listPortRows(withPorts(...now), withPorts(...before)).map(
    ({ port, before: old, state }) => `${port.port} ${state}${old === undefined ? '' : ` of ${old.port}`}`,
  );

const http: ServicePort = { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' };
const admin: ServicePort = { name: 'admin', port: 8080, protocol: 'TCP', targetPort: 9000 };

test('a port that says the same is the same, wherever it stands', () => {
  expect(states([http, admin], [admin, http])).toEqual(['8080 same of 8080', '80 same of 80']);
});

test('a port with another target is changed, a new one added, a missing one removed and last', () => {
  expect(
    states(
      [http, admin],
      [
        { ...http, targetPort: 3000 },
        { name: 'grpc', port: 9090 },
      ],
    ),
  ).toEqual(['80 changed of 80', '9090 added', '8080 removed of 8080']);
  expect(states([http, admin], [http])).toEqual(['80 same of 80', '8080 removed of 8080']);
  expect(states([http], [http, admin])).toEqual(['80 same of 80', '8080 added']);
});

test('a port keeps its own past while its number is typed through that of another', () => {
  expect(states([http, admin], [http, { ...admin, port: 80 }])).toEqual([
    '80 same of 80',
    '80 changed of 8080',
  ]);
});

test('the same number for TCP and UDP are two ports', () => {
  const dns: ServicePort = { name: 'dns', port: 53, protocol: 'UDP' };
  const tcp: ServicePort = { name: 'dns-tcp', port: 53, protocol: 'TCP' };
  expect(states([dns, tcp], [tcp])).toEqual(['53 same of 53', '53 removed of 53']);
});

test('a port that is alone stays itself when number and name are others', () => {
  expect(states([{ port: 80 }], [{ name: 'web', port: 8080 }])).toEqual(['8080 changed of 80']);
});

test('a new Service has nothing to compare with', () => {
  expect(listPortRows(withPorts(http), undefined).map(({ state }) => state)).toEqual(['same']);
});
