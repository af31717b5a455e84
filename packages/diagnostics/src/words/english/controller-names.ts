import type { ProfileName } from '@fairlead/routing';

/** How a controller is called in a sentence. */
export const controllerNames: Readonly<Record<ProfileName, string>> = {
  spec: 'the controller',
  'ingress-nginx': 'ingress-nginx',
  'f5-nginx': 'F5 NGINX Ingress Controller',
  traefik: 'Traefik',
  haproxytech: 'HAProxy Kubernetes Ingress Controller',
  'haproxy-ingress': 'haproxy-ingress',
  kong: 'Kong',
  istio: 'Istio',
  contour: 'Contour',
  alb: 'the AWS load balancer',
  gce: 'the Google load balancer',
};

/** The same at the beginning of a sentence. */
export function atStart(text: string): string {
  return text.startsWith('the ') ? `T${text.slice(1)}` : text;
}
