import type { Ingress, IngressBackend } from '@fairlead/kube-objects';
import { isCanary } from './ingress-nginx-annotations.ts';

/** A Service port as nginx knows it: one upstream for all paths of a namespace that name it alike. */
export interface NginxUpstream {
  /** The canary that names it first, which says who is sent to it; `undefined`: an ordinary Ingress names it first. */
  readonly canary: { readonly ingress: Ingress; readonly backend: IngressBackend } | undefined;
  /** Upstreams of canaries that go with it, in the order in which they were found. The first one counts. */
  readonly alternatives: string[];
}

/** What names an upstream: namespace, Service, and port as written; `undefined`: a resource is asked for. */
export function upstreamNameOf(
  { metadata: { namespace = '' } }: Ingress,
  { service }: IngressBackend,
): string | undefined {
  if (service === undefined) return undefined;
  const { number = 0, name = '' } = service.port ?? {};
  const port = number > 0 ? `${number}` : name;
  return port === '' ? `${namespace}-INVALID` : `${namespace}-${service.name}-${port}`;
}

/**
 * [NGX-15] The upstreams of all Ingresses by name, the Ingresses in the order in which they are taken. A default backend opens
 * its own anew, whoever named it before.
 */
export function openUpstreams(ingresses: readonly Ingress[]): Map<string, NginxUpstream> {
  const upstreams = new Map<string, NginxUpstream>();
  for (const ingress of ingresses) {
    const open = (backend: IngressBackend, isAnew: boolean): void => {
      const name = upstreamNameOf(ingress, backend);
      if (name === undefined || (!isAnew && upstreams.has(name))) return;
      upstreams.set(name, { canary: isCanary(ingress) ? { ingress, backend } : undefined, alternatives: [] });
    };
    const { defaultBackend, rules = [] } = ingress.spec;
    if (defaultBackend !== undefined) open(defaultBackend, true);
    for (const { http } of rules) for (const { backend } of http?.paths ?? []) open(backend, false);
  }
  return upstreams;
}
