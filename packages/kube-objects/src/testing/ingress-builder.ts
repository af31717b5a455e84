import type { Ingress, IngressBackend, IngressRule, IngressSpec } from '../objects/ingress.ts';
import type { LoadBalancerIngress } from '../objects/object-meta.ts';
import { namespacedMeta, ObjectBuilder } from './object-builder.ts';

type PathType = 'Exact' | 'Prefix' | 'ImplementationSpecific';

const backendOf = (service: string, port: number | string): IngressBackend => ({
  service: { name: service, port: typeof port === 'number' ? { number: port } : { name: port } },
});

class IngressBuilder extends ObjectBuilder<Ingress> {
  withClass(ingressClassName: string): this {
    return this.withSpec({ ingressClassName });
  }

  /** The annotation that named the class before the field did. */
  withClassAnnotation(name: string): this {
    return this.annotated({ 'kubernetes.io/ingress.class': name });
  }

  /** A path to a Service; it joins the last rule when that has the same host. An empty host is any host. */
  withPath(host: string, path: string, pathType: PathType, service: string, port: number | string): this {
    return this.withPathTo(host, { path, pathType, backend: backendOf(service, port) });
  }

  withPathTo(
    host: string,
    path: { readonly path?: string; readonly pathType: string; readonly backend: IngressBackend },
  ): this {
    const rules = this.draft.spec.rules ?? [];
    const last = rules.at(-1);
    if (last?.http !== undefined && (last.host ?? '') === host) {
      const grown: IngressRule = { ...last, http: { paths: [...last.http.paths, path] } };
      return this.withSpec({ rules: [...rules.slice(0, -1), grown] });
    }
    return this.withRule({ ...(host === '' ? {} : { host }), http: { paths: [path] } });
  }

  withRule(rule: IngressRule): this {
    return this.withSpec({ rules: [...(this.draft.spec.rules ?? []), rule] });
  }

  withDefaultBackend(service: string, port: number | string): this {
    return this.withSpec({ defaultBackend: backendOf(service, port) });
  }

  /** A TLS entry; without hosts it covers all. */
  withTls(hosts: readonly string[] = [], secretName?: string): this {
    const entry = {
      ...(hosts.length > 0 ? { hosts } : {}),
      ...(secretName === undefined ? {} : { secretName }),
    };
    return this.withSpec({ tls: [...(this.draft.spec.tls ?? []), entry] });
  }

  /** An address that the controller has written into the status. */
  withAddress(entry: LoadBalancerIngress): this {
    const ingress = [...(this.draft.status?.loadBalancer?.ingress ?? []), entry];
    return this.next({ ...this.draft, status: { loadBalancer: { ingress } } });
  }

  withSpec(spec: Partial<IngressSpec>): this {
    return this.next({ ...this.draft, spec: { ...this.draft.spec, ...spec } });
  }
}

export type { IngressBuilder };

/** An Ingress without class and rules. */
export const anIngress = (place: string): IngressBuilder =>
  new IngressBuilder({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: namespacedMeta('Ingress', place),
    spec: {},
  });
