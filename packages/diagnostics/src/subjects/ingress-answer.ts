import type { ClassResolution } from '@fairlead/routing';
import { code, listed } from '../text/sentence.ts';

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

/** `Requests for a, b and 3 more`. */
export const requestsFor = (texts: readonly string[]): string => `Requests for ${listed(texts.map(code))}`;

/**
 * What requests get when their backend has no endpoint. ingress-nginx answers 503 itself; of other controllers only that
 * the request fails is sure.
 */
export function failureOf({ texts, answerer }: AffectedRequests): { happens: string; effectNow: string } {
  const requests = requestsFor(texts);
  if (answerer === 'ingress-nginx') return { happens: `${requests} get 503 now.`, effectNow: '503' };
  if (answerer === 'nobody')
    return { happens: `${requests} are not served: the class does not exist.`, effectNow: 'not served' };
  return { happens: `${requests} fail now.`, effectNow: 'fails' };
}
