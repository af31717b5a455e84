import type { ClassResolution } from '@fairlead/routing';

export const nginxController = 'k8s.io/ingress-nginx';

/** What is known of the controller that serves an Ingress. `nobody`: its class is not there. */
export type IngressAnswerer = 'ingress-nginx' | 'nobody' | 'unknown';

/** A class named by the annotation alone is served by some controllers without an IngressClass object. */
export function answererOf(resolution: ClassResolution): IngressAnswerer {
  if (resolution.kind === 'missing') return resolution.source === 'field' ? 'nobody' : 'unknown';
  return resolution.kind === 'resolved' && resolution.ingressClass.spec.controller === nginxController
    ? 'ingress-nginx'
    : 'unknown';
}

/** Requests by host and path, and who answers them. */
export interface AffectedRequests {
  readonly texts: readonly string[];
  readonly answerer: IngressAnswerer;
}
