import type { FieldCheck } from './field-check.ts';

export type ServiceFieldCode =
  | 'name-not-dns-label'
  | 'name-starts-with-digit'
  | 'key-invalid'
  | 'label-value-invalid'
  | 'ports-required'
  | 'port-out-of-range'
  | 'port-name-required'
  | 'port-name-not-dns-label'
  | 'port-name-not-for-ingress'
  | 'port-name-taken'
  | 'port-taken'
  | 'protocol-unknown'
  | 'target-port-not-a-port-name'
  | 'app-protocol-invalid'
  | 'node-port-not-allowed'
  | 'node-port-out-of-range'
  | 'node-port-taken'
  | 'external-name-required'
  | 'external-name-not-a-name'
  | 'external-name-is-an-address'
  | 'not-for-external-name'
  | 'ignored-by-external-name'
  | 'headless-needs-cluster-ip-type'
  | 'not-an-address'
  | 'address-not-allowed'
  | 'not-a-cidr'
  | 'families-need-dual-stack'
  | 'family-twice'
  | 'value-unknown'
  | 'class-name-invalid'
  | 'only-for-load-balancer'
  | 'health-check-needs-local'
  | 'only-from-outside'
  | 'affinity-timeout-out-of-range'
  | 'affinity-timeout-without-affinity';

export type ServiceCheck = FieldCheck<ServiceFieldCode>;

type Path = ServiceCheck['path'];
type Details = ServiceCheck['details'];

/** Something the API server refuses. */
export const errorAt = (path: Path, code: ServiceFieldCode, details: Details = {}): ServiceCheck => ({
  path,
  severity: 'error',
  code,
  details,
});

/** Something it takes that does not do what it seems to. */
export const warningAt = (path: Path, code: ServiceFieldCode, details: Details = {}): ServiceCheck => ({
  path,
  severity: 'warning',
  code,
  details,
});
