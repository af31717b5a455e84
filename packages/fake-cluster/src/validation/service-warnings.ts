import { listAt, textAt, type JsonObject } from '../json/json-value.ts';

/** What the API server warns of when a Service is written, though it takes it. */
export function serviceWarnings(service: JsonObject): string[] {
  const isHeadless = textAt(service, 'spec', 'clusterIP') === 'None';
  const hasExternalIps = listAt(service, 'spec', 'externalIPs').length > 0;
  const isExternalName = textAt(service, 'spec', 'type') === 'ExternalName';
  const isNamed = textAt(service, 'spec', 'externalName') !== '';
  return [
    ...(isHeadless && textAt(service, 'spec', 'loadBalancerIP') !== ''
      ? ['spec.loadBalancerIP is ignored for headless services']
      : []),
    ...(isHeadless && hasExternalIps ? ['spec.externalIPs is ignored for headless services'] : []),
    ...(isHeadless && textAt(service, 'spec', 'sessionAffinity') !== 'None'
      ? ['spec.SessionAffinity is ignored for headless services']
      : []),
    ...(isNamed && !isExternalName
      ? ['spec.externalName is ignored when spec.type is not "ExternalName"']
      : []),
    ...(hasExternalIps
      ? ['spec.externalIPs is deprecated and may no longer be implemented in some clusters']
      : []),
  ];
}

const classAnnotation = 'kubernetes.io/ingress.class';

/** What the API server warns of when an Ingress is made. */
export const ingressWarnings = (ingress: JsonObject): string[] =>
  textAt(ingress, 'metadata', 'annotations', classAnnotation) !== '' &&
  textAt(ingress, 'spec', 'ingressClassName') === ''
    ? [`annotation "${classAnnotation}" is deprecated, please use 'spec.ingressClassName' instead`]
    : [];
