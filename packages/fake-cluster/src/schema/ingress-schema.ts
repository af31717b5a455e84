import { loadBalancerSchema, metadataSchema } from './metadata-schema.ts';
import { int32, listOf, optionalText, struct, text, type StructSchema } from './schema.ts';

const resourceReference = struct('TypedLocalObjectReference', {
  apiGroup: optionalText,
  kind: text,
  name: text,
});

const backend = struct('IngressBackend', {
  service: struct('IngressServiceBackend', {
    name: text,
    port: struct('ServiceBackendPort', { name: text, number: int32 }),
  }),
  resource: resourceReference,
});

const path = struct('HTTPIngressPath', { path: text, pathType: optionalText, backend });

const rule: StructSchema = {
  ...struct('IngressRule', { host: text, http: struct('HTTPIngressRuleValue', { paths: listOf(path) }) }),
  embeddedIn: { http: 'IngressRuleValue' },
};

/** networking.k8s.io/v1 Ingress. */
export const ingressSchema: StructSchema = struct('Ingress', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('IngressSpec', {
    ingressClassName: optionalText,
    defaultBackend: backend,
    tls: listOf(struct('IngressTLS', { hosts: listOf(text), secretName: text })),
    rules: listOf(rule),
  }),
  status: struct('IngressStatus', { loadBalancer: loadBalancerSchema }),
});

/** networking.k8s.io/v1 IngressClass. */
export const ingressClassSchema: StructSchema = struct('IngressClass', {
  kind: text,
  apiVersion: text,
  metadata: metadataSchema,
  spec: struct('IngressClassSpec', {
    controller: text,
    parameters: struct('IngressClassParametersReference', {
      apiGroup: optionalText,
      kind: text,
      name: text,
      scope: optionalText,
      namespace: optionalText,
    }),
  }),
});
