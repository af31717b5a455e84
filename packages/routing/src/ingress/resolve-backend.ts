import type { IngressBackend, IngressServiceBackend, ObjectReader, Service } from '@fairlead/kube-objects';
import { findServicePort, servicePortId } from '../service/service-port.ts';
import type { BackendResolution } from './ingress-references.ts';

/** [ING-9] [ING-10] A name, where there is one, is the Service port's name, a number its `port`; never its targetPort. */
function resolvePort(service: Service, { port = {} }: IngressServiceBackend): BackendResolution {
  const isName = port.name !== undefined && port.name !== '';
  const wanted = isName ? port.name : port.number;
  const found = wanted === undefined ? undefined : findServicePort(service, wanted);
  return found === undefined
    ? { kind: 'no-port', service, wanted: `${wanted ?? ''}`, isName }
    : { kind: 'port', service, port: found, portId: servicePortId(found) };
}

/** [ING-8] to [ING-12] Where a backend of an Ingress of this namespace leads, by the letter of the API. */
export function resolveBackend(
  reader: ObjectReader,
  namespace: string,
  backend: IngressBackend,
): BackendResolution {
  if (backend.service !== undefined) {
    const { name } = backend.service;
    const service = reader.find('Service', namespace, name);
    if (service !== undefined) return resolvePort(service, backend.service);
    return reader.isKnown('Service', namespace) ? { kind: 'no-service', name } : { kind: 'hidden', name };
  }
  if (backend.resource === undefined) return { kind: 'empty' };
  const { apiGroup, kind, name } = backend.resource;
  return { kind: 'resource', apiGroup, resourceKind: kind, name };
}
