import type {
  HttpIngressPath,
  Ingress,
  IngressRule,
  IngressSpec,
  Service,
  ServicePort,
  ServiceSpec,
  StringMap,
} from '@fairlead/kube-objects';
import { deepFreeze } from '@fairlead/kube-objects/testing';
import type { EditedObject } from '../edit.ts';

export interface Meta {
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly finalizers?: readonly string[];
}

/** `http 80>8080/UDP@30080`: name (`-` for none), port, targetPort, protocol (TCP), nodePort. */
export function portOf(text: string): ServicePort {
  const [, name = '', port, target, protocol = 'TCP', nodePort] =
    /^(\S+) (\d+)(?:>([\w-]+))?(?:\/(\w+))?(?:@(\d+))?$/.exec(text) ?? [];
  if (port === undefined) throw new Error(`no port: ${text}`);
  return {
    ...(name === '-' ? {} : { name }),
    protocol,
    port: Number(port),
    targetPort: target === undefined ? Number(port) : /^\d+$/.test(target) ? Number(target) : target,
    ...(nodePort === undefined ? {} : { nodePort: Number(nodePort) }),
  };
}

/** `/cart cart:80 Exact`: path (`-` for none), Service and port, pathType (Prefix). */
export function pathOf(text: string): HttpIngressPath {
  const [path = '', backend = '', pathType = 'Prefix'] = text.split(' ');
  const [name = '', port = ''] = backend.split(':');
  return {
    ...(path === '-' ? {} : { path }),
    pathType,
    backend: { service: { name, port: /^\d+$/.test(port) ? { number: Number(port) } : { name: port } } },
  };
}

/** A host (empty for any) with its paths; without paths a rule that has none. */
export function ruleOf([host = '', ...paths]: readonly string[]): IngressRule {
  return {
    ...(host === '' ? {} : { host }),
    ...(paths.length === 0 ? {} : { http: { paths: paths.map(pathOf) } }),
  };
}

const metadataOf = (name: string, meta: Meta) => ({ name, namespace: 'merge', ...meta });

export function serviceOf(
  name: string,
  ports: readonly string[],
  spec: Partial<ServiceSpec> = {},
  meta: Meta = {},
): EditedObject {
  const service: Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(name, meta),
    spec: {
      type: 'ClusterIP',
      selector: { app: 'web' },
      ...(ports.length === 0 ? {} : { ports: ports.map(portOf) }),
      ...spec,
    },
  };
  return deepFreeze(service) as EditedObject;
}

export function ingressOf(
  name: string,
  rules: readonly (readonly string[])[],
  spec: Partial<IngressSpec> = {},
  meta: Meta = {},
): EditedObject {
  const ingress: Ingress = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadataOf(name, meta),
    spec: { ...(rules.length === 0 ? {} : { rules: rules.map(ruleOf) }), ...spec },
  };
  return deepFreeze(ingress) as EditedObject;
}
