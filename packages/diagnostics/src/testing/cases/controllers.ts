import type { IngressClass } from '@fairlead/kube-objects';
import { aDeployment, anIngressClass, type Buildable } from '@fairlead/kube-objects/testing';

const controllerOf = {
  nginx: 'k8s.io/ingress-nginx',
  traefik: 'traefik.io/ingress-controller',
  f5: 'nginx.org/ingress-controller',
  kong: 'ingress-controllers.konghq.com/kong',
  istio: 'istio.io/ingress-controller',
  contour: 'projectcontour.io/ingress-controller',
  haproxy: 'haproxy-ingress.github.io/controller',
  alb: 'ingress.k8s.aws/alb',
  eks: 'eks.amazonaws.com/alb',
  own: 'example.com/own',
} as const;

export type ClassName = keyof typeof controllerOf;

/** The classes of these names, each of the controller that it sounds like. */
export const classesOf = (...names: readonly ClassName[]): readonly Buildable<IngressClass>[] =>
  names.map((name) => anIngressClass(name).withController(controllerOf[name]));

export const allClasses = classesOf(
  'nginx',
  'traefik',
  'f5',
  'kong',
  'istio',
  'contour',
  'haproxy',
  'alb',
  'eks',
  'own',
);

/** Traefik where it runs, started with these arguments. */
export const runningTraefik = (...args: readonly string[]) =>
  aDeployment('edge/traefik').withPodSpec({
    containers: [
      { name: 'traefik', image: 'traefik:v3.7', args: ['--providers.kubernetesingress', ...args] },
    ],
  });

/** ingress-nginx where it runs. */
export const runningNginx = (...args: readonly string[]) =>
  aDeployment('edge/nginx').withPodSpec({
    containers: [{ name: 'controller', image: 'registry.k8s.io/ingress-nginx/controller:v1.15', args }],
  });
