import type { Ingress } from '@fairlead/kube-objects';
import { annotationOf } from './routing-profile.ts';

/** The text of one of the controller's annotations; empty text is none. */
export const haproxytechAnnotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `haproxy.org/${name}`) ||
  annotationOf(ingress, `haproxy.com/${name}`) ||
  annotationOf(ingress, `ingress.kubernetes.io/${name}`) ||
  undefined;
