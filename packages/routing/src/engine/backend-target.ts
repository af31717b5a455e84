import type { IngressBackend, ObjectReader, Service, ServicePort } from '@fairlead/kube-objects';
import { findServiceEndpoints } from '../service/find-service-endpoints.ts';
import type {
  ServiceEndpoint,
  ServiceEndpoints,
  ServicePortEndpoints,
} from '../service/service-endpoints.ts';
import { findServicePort, protocolOf, targetPortOf } from '../service/service-port.ts';
import type { TraceReason } from '../trace.ts';

/** Where a backend leads: ready endpoints, a DNS name, or nowhere and why. */
export type BackendTarget =
  | {
      readonly kind: 'ready';
      readonly service: Service;
      readonly port: ServicePort;
      readonly endpoints: readonly ServiceEndpoint[];
    }
  | {
      readonly kind: 'external';
      readonly service: Service;
      readonly port: number | undefined;
      readonly externalName: string;
    }
  | {
      readonly kind: 'failed';
      readonly stage: 'backend' | 'endpoints';
      readonly reason: TraceReason;
      readonly serviceName: string | undefined;
      readonly port: ServicePort | undefined;
      /** Endpoints that serve but are terminating, where nothing else is left. */
      readonly hasServing: boolean;
    };

/** How a controller reads Services, where it differs from the API's letter. */
export interface BackendRules {
  /** The Service port that a number or name of an Ingress means. By default its `port` or name. */
  readonly findPort?: (service: Service, wanted: number | string) => ServicePort | undefined;
  /** Takes a numeric targetPort where no slice port has the Service port's name. */
  readonly usesTargetPort?: boolean;
  /** Only endpoints that say so are ready; by default an absent condition means ready. */
  readonly needsExplicitReady?: boolean;
  /** An endpoint that says it is terminating gets nothing, ready or not. */
  readonly refusesTerminating?: boolean;
}

type Failed = Extract<BackendTarget, { kind: 'failed' }>;

const failed = (
  stage: Failed['stage'],
  reason: TraceReason,
  { serviceName, port }: { readonly serviceName?: string; readonly port?: ServicePort } = {},
): Failed => ({ kind: 'failed', stage, reason, serviceName, port, hasServing: false });

/** [TRC-14] Why no endpoint of a Service port is ready, the first cause that holds. */
function whyNotReady(found: ServiceEndpoints, behind: ServicePortEndpoints): TraceReason {
  const { form, selectedPods, slices, isKnown } = found;
  if (isKnown && form !== 'no-selector' && selectedPods.length === 0) return 'SELECTOR_MATCHES_NO_PODS';
  if (slices.length === 0) return 'NO_ENDPOINTSLICES';
  if (behind.endpoints.length > 0) return 'NO_READY_ENDPOINTS';
  if (behind.podsWithoutTarget.length > 0) return 'TARGET_PORT_UNRESOLVED';
  const published = slices.filter(({ endpoints = [] }) => endpoints.length > 0);
  if (published.length === 0) return 'NO_READY_ENDPOINTS';
  const hasPorts = published.some(({ ports = [] }) => ports.length > 0);
  return hasPorts || typeof targetPortOf(behind.port) === 'number'
    ? 'ENDPOINT_PORT_NAME_MISMATCH'
    : 'TARGET_PORT_UNRESOLVED';
}

/** Endpoints at the Service port's numeric targetPort, whatever names the slices give their ports. */
function endpointsAtTargetPort(found: ServiceEndpoints, port: ServicePort): readonly ServiceEndpoint[] {
  const target = targetPortOf(port);
  return typeof target === 'number'
    ? found.unusedEndpoints.map((endpoint) => ({ ...endpoint, port: target }))
    : [];
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** [TRC-24] Slices list endpoints in no order. */
const compareEndpoints = (a: ServiceEndpoint, b: ServiceEndpoint): number =>
  compareText(a.address, b.address) || (a.port ?? 0) - (b.port ?? 0);

const isReadyBy = (
  { needsExplicitReady, refusesTerminating }: BackendRules,
  { isReady, isTerminating, endpoint }: ServiceEndpoint,
): boolean =>
  isReady &&
  (needsExplicitReady !== true || endpoint.conditions?.ready === true) &&
  (refusesTerminating !== true || !isTerminating);

function resolveEndpoints(
  reader: ObjectReader,
  service: Service,
  { port, rules }: { readonly port: ServicePort; readonly rules: BackendRules },
): BackendTarget {
  const at = { serviceName: service.metadata.name, port };
  if (protocolOf(port) !== 'TCP') return failed('endpoints', 'PROTOCOL_MISMATCH', at);
  const found = findServiceEndpoints(reader, service);
  const behind = found.ports.find((each) => each.port === port);
  if (behind === undefined) return failed('endpoints', 'NO_ENDPOINTSLICES', at);
  const all =
    behind.endpoints.length === 0 && rules.usesTargetPort === true
      ? endpointsAtTargetPort(found, port)
      : behind.endpoints;
  const ready = all.filter((endpoint) => isReadyBy(rules, endpoint)).toSorted(compareEndpoints);
  if (ready.length > 0) return { kind: 'ready', service, port, endpoints: ready };
  const hasServing = all.some(({ isServing, isTerminating }) => isServing && isTerminating);
  return { ...failed('endpoints', whyNotReady(found, behind), at), hasServing };
}

const toExternal = (service: Service, port: number | undefined): BackendTarget => ({
  kind: 'external',
  service,
  port,
  externalName: service.spec.externalName ?? '',
});

/** [TRC-12] [TRC-14] Where a backend of an Ingress of this namespace leads. */
export function resolveBackendTarget(
  reader: ObjectReader,
  { namespace, backend }: { readonly namespace: string; readonly backend: IngressBackend },
  rules: BackendRules = {},
): BackendTarget {
  if (backend.service === undefined) return failed('backend', 'RESOURCE_BACKEND_UNSUPPORTED');
  const { name, port: reference = {} } = backend.service;
  const service = reader.find('Service', namespace, name);
  if (service === undefined) return failed('backend', 'SERVICE_NOT_FOUND', { serviceName: name });
  const wanted = reference.name || (reference.number ?? 0);
  const port = (rules.findPort ?? findServicePort)(service, wanted);
  if (service.spec.type === 'ExternalName') return toExternal(service, port?.port ?? reference.number);
  if (port === undefined) return failed('backend', 'SERVICE_PORT_NOT_FOUND', { serviceName: name });
  return resolveEndpoints(reader, service, { port, rules });
}
