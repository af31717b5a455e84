import { listOf, literal, needed, number, shape, text } from '../parse-shape.ts';
import type {
  HttpIngressPath,
  Ingress,
  IngressBackend,
  IngressClass,
  IngressRule,
  IngressServiceBackend,
  IngressSpec,
  IngressTls,
  ServiceBackendPort,
  TypedLocalObjectReference,
} from './ingress.ts';
import { checkLoadBalancerIngress, checkMeta } from './parse-meta.ts';

const referenceFields = { apiGroup: text, kind: needed(text), name: needed(text) };

const checkBackend = shape<IngressBackend>({
  service: shape<IngressServiceBackend>({
    name: needed(text),
    port: shape<ServiceBackendPort>({ name: text, number }),
  }),
  resource: shape<TypedLocalObjectReference>(referenceFields),
});

/** A path without backend stays, with an empty one: views and checks say what is wrong with it. */
const checkPath = shape<HttpIngressPath>({
  path: text,
  pathType: needed(text, 'ImplementationSpecific'),
  backend: needed(checkBackend, {}),
});

const checkRule = shape<IngressRule>({
  host: text,
  http: shape<NonNullable<IngressRule['http']>>({ paths: needed(listOf(checkPath)) }),
});

const checkSpec = shape<IngressSpec>({
  ingressClassName: text,
  defaultBackend: checkBackend,
  rules: listOf(checkRule),
  tls: listOf(shape<IngressTls>({ hosts: listOf(text), secretName: text })),
});

type IngressStatus = NonNullable<Ingress['status']>;

export const checkIngress = shape<Ingress>({
  apiVersion: needed(literal('networking.k8s.io/v1')),
  kind: needed(literal('Ingress')),
  metadata: needed(checkMeta),
  spec: needed(checkSpec, {}),
  status: shape<IngressStatus>({
    loadBalancer: shape<NonNullable<IngressStatus['loadBalancer']>>({
      ingress: listOf(checkLoadBalancerIngress),
    }),
  }),
});

type ClassSpec = IngressClass['spec'];

export const checkIngressClass = shape<IngressClass>({
  apiVersion: needed(literal('networking.k8s.io/v1')),
  kind: needed(literal('IngressClass')),
  metadata: needed(checkMeta),
  spec: needed(
    shape<ClassSpec>({
      controller: text,
      parameters: shape<NonNullable<ClassSpec['parameters']>>({
        ...referenceFields,
        scope: text,
        namespace: text,
      }),
    }),
    {},
  ),
});
