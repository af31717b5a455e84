import type { Ingress, IngressBackend, ObjectReader, Service } from '@fairlead/kube-objects';
import {
  findServiceEndpoints,
  listIngressPaths,
  type ServiceEndpoints,
  type ServicePortEndpoints,
  type Trace,
} from '@fairlead/routing';

/** `namespace/name`, as traces name objects. */
export function splitName(text: string): { readonly namespace: string; readonly name: string } {
  const slash = text.indexOf('/');
  return { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
}

/** What the winning rule leads to. */
export interface TracedBackend {
  readonly ingress: Ingress | undefined;
  readonly backend: IngressBackend | undefined;
  readonly service: Service | undefined;
  readonly endpoints: ServiceEndpoints | undefined;
  readonly port: ServicePortEndpoints | undefined;
}

function findRuleBackend(ingress: Ingress, trace: Trace): IngressBackend | undefined {
  if (trace.viaDefaultBackend) return ingress.spec.defaultBackend;
  return listIngressPaths(ingress).find(
    ({ host, path }) =>
      host === (trace.hostRule ?? '') &&
      (path.path ?? '') === (trace.path ?? '') &&
      path.pathType === trace.pathType,
  )?.path.backend;
}

/** The rule's backend, or the one that the controller asks in its place. */
function findBackend(ingress: Ingress, trace: Trace): IngressBackend | undefined {
  const backend = findRuleBackend(ingress, trace);
  const { service, servicePort } = trace;
  if (service === null || servicePort === null || backend?.service === undefined) return backend;
  const { name } = splitName(service);
  return name === backend.service.name ? backend : { service: { name, port: { number: servicePort } } };
}

/** The objects behind the rule that a trace names; all `undefined` where no rule takes the request. */
export function findTracedBackend(reader: ObjectReader, trace: Trace): TracedBackend {
  const nothing = { backend: undefined, service: undefined, endpoints: undefined, port: undefined };
  if (trace.ingress === null) return { ingress: undefined, ...nothing };
  const { namespace, name } = splitName(trace.ingress);
  const ingress = reader.find('Ingress', namespace, name);
  if (ingress === undefined || (trace.path === null && trace.pathType === null && !trace.viaDefaultBackend))
    return { ingress, ...nothing };
  const backend = findBackend(ingress, trace);
  const service =
    backend?.service === undefined ? undefined : reader.find('Service', namespace, backend.service.name);
  const endpoints = service === undefined ? undefined : findServiceEndpoints(reader, service);
  const port = endpoints?.ports.find((each) => each.port.port === trace.servicePort);
  return { ingress, backend, service, endpoints, port };
}
