import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import type { IngressReferences } from './ingress-references.ts';
import { listIngressHosts, listIngressPaths } from './list-ingress-paths.ts';
import { resolveBackend } from './resolve-backend.ts';
import { findIngressClass } from './resolve-ingress-class.ts';

/** What an Ingress refers to: its class, and the Service port behind every path and the default backend (SPEC, ING rules). */
export function findIngressReferences(reader: ObjectReader, ingress: Ingress): IngressReferences {
  const namespace = ingress.metadata.namespace ?? '';
  const { defaultBackend } = ingress.spec;
  return {
    ingress,
    class: findIngressClass(reader, ingress),
    paths: listIngressPaths(ingress).map((place) => ({
      ...place,
      backend: resolveBackend(reader, namespace, place.path.backend),
    })),
    defaultBackend: defaultBackend && {
      source: defaultBackend,
      resolution: resolveBackend(reader, namespace, defaultBackend),
    },
    hosts: listIngressHosts(ingress),
  };
}
