import { controllerFamilyOf } from '../controller/controller-profile.ts';
import type { ControllerFamily } from '../controller/ingress-controller.ts';
import { albProfile } from './alb.ts';
import { contourProfile } from './contour.ts';
import { f5NginxProfile } from './f5-nginx.ts';
import { gceProfile } from './gce.ts';
import { haproxyIngressProfile } from './haproxy-ingress.ts';
import { haproxytechProfile } from './haproxytech.ts';
import { ingressNginxProfile } from './ingress-nginx.ts';
import { istioProfile } from './istio.ts';
import { kongProfile } from './kong.ts';
import type { ProfileName, RoutingProfile } from './routing-profile.ts';
import { specProfile } from './spec.ts';
import { traefikProfile } from './traefik.ts';

const profiles: Readonly<Record<ProfileName, RoutingProfile>> = {
  spec: specProfile,
  'ingress-nginx': ingressNginxProfile,
  'f5-nginx': f5NginxProfile,
  traefik: traefikProfile,
  haproxytech: haproxytechProfile,
  'haproxy-ingress': haproxyIngressProfile,
  kong: kongProfile,
  istio: istioProfile,
  contour: contourProfile,
  alb: albProfile,
  gce: gceProfile,
};

/** Whether a text is the name of a profile. */
export const isProfileName = (text: string): text is ProfileName => Object.hasOwn(profiles, text);

/** The names of all profiles, `spec` first. */
export const profileNames: readonly ProfileName[] = Object.keys(profiles).filter(isProfileName);

/** The profile of that name. */
export const findProfile = (name: ProfileName): RoutingProfile => profiles[name];

/** [CTL-12] The profile of a controller that runs in the cluster. */
export const profileNameOfFamily = (family: ControllerFamily): ProfileName =>
  family === 'nginx-f5' ? 'f5-nginx' : family;

/** The family whose annotations a controller of that profile reads; `undefined` for those that are no family of Ingress annotations here. */
export const familyOfProfileName = (name: ProfileName): ControllerFamily | undefined =>
  name === 'f5-nginx' ? 'nginx-f5' : name === 'spec' || name === 'alb' || name === 'gce' ? undefined : name;

/** What runs outside of the cluster, and ingress-nginx under names of its own: a second installation, and that of AKS. */
const otherNames: readonly { readonly start: string; readonly name: ProfileName }[] = [
  { start: 'ingress.k8s.aws/alb', name: 'alb' },
  { start: 'eks.amazonaws.com/alb', name: 'alb' },
  { start: 'k8s.io/ingress-nginx-', name: 'ingress-nginx' },
  { start: 'webapprouting.kubernetes.azure.com/nginx/', name: 'ingress-nginx' },
];

/** [CTL-12] The profile that an IngressClass's `spec.controller` asks for; `undefined`: a controller not known here. */
export function profileNameOfController(controller: string): ProfileName | undefined {
  const family = controllerFamilyOf(controller);
  return family === undefined
    ? otherNames.find(({ start }) => controller.startsWith(start))?.name
    : profileNameOfFamily(family);
}
