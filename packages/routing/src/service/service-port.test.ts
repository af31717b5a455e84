import { aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findServicePort, resolveTargetPort, servicePortId } from './service-port.ts';

const pod = aPod('shop/web-1').withContainerPort('http', 8080).build();

test('[SVC-8] a number is the target as it is, declared by a container or not', () => {
  expect(resolveTargetPort(pod, { port: 80, targetPort: 9999 })).toBe(9999);
});

test('[SVC-8] without targetPort the target is the port itself', () => {
  expect(resolveTargetPort(pod, { port: 80 })).toBe(80);
});

test('[SVC-9] a name is the container port of that name and protocol', () => {
  const dns = aPod('shop/dns')
    .withContainerPort('dns', 5353, { protocol: 'TCP' })
    .withContainerPort('dns', 5354, { protocol: 'UDP' })
    .build();
  expect(resolveTargetPort(dns, { port: 53, targetPort: 'dns', protocol: 'UDP' })).toBe(5354);
  expect(resolveTargetPort(dns, { port: 53, targetPort: 'dns' })).toBe(5353);
  expect(resolveTargetPort(dns, { port: 53, targetPort: 'dns', protocol: 'SCTP' })).toBeUndefined();
  expect(resolveTargetPort(dns, { port: 53, targetPort: 'DNS' })).toBeUndefined();
});

test('[SVC-9] text of digits is a name, not a number', () => {
  expect(resolveTargetPort(pod, { port: 80, targetPort: '8080' })).toBeUndefined();
});

test('[SVC-10] of equal names that of the first container counts, then that of a sidecar', () => {
  const first = aPod('shop/a')
    .withInitContainerPort('http', 1, 'Always')
    .withContainerPort('http', 2)
    .withContainer({ name: 'second', ports: [{ name: 'http', containerPort: 3 }] })
    .build();
  expect(resolveTargetPort(first, { port: 80, targetPort: 'http' })).toBe(2);
  const sidecar = aPod('shop/b').withInitContainerPort('http', 1, 'Always').build();
  expect(resolveTargetPort(sidecar, { port: 80, targetPort: 'http' })).toBe(1);
});

test('[SVC-10] an ordinary init container never counts', () => {
  const init = aPod('shop/a').withInitContainerPort('http', 1).build();
  expect(resolveTargetPort(init, { port: 80, targetPort: 'http' })).toBeUndefined();
});

test('[SVC-23] a port is called by its name, else by number and protocol', () => {
  expect(servicePortId({ name: 'http', port: 80 })).toBe('http');
  expect(servicePortId({ port: 80 })).toBe('80/TCP');
  expect(servicePortId({ name: '', port: 53, protocol: 'UDP' })).toBe('53/UDP');
});

test('[ING-9] of two ports with the same number the one for TCP is found', () => {
  const service = aService('kube-system/dns')
    .withPort(53, { name: 'dns', protocol: 'UDP' })
    .withPort(53, { name: 'dns-tcp', protocol: 'TCP' })
    .build();
  expect(findServicePort(service, 53)?.name).toBe('dns-tcp');
  expect(findServicePort(service, 'dns')?.protocol).toBe('UDP');
});
