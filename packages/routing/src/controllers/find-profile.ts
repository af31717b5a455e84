import { controllerFamilyOf } from '../controller/controller-profile.ts';
import type { ControllerFamily } from '../controller/ingress-controller.ts';
import { albProfile } from './alb.ts';
import { contourProfile } from './contour.ts';
import { f5NginxProfile } from './f5-nginx.ts';
import { gceProfile } from './gce.ts';
import { haproxyIngressProfile } from './haproxy-ingress.ts';
import { ingressNginxProfile } from './ingress-nginx.ts';
import type { ProfileName, RoutingProfile } from './routing-profile.ts';
import { specProfile } from './spec.ts';
import { traefikProfile } from './traefik.ts';

const profiles: ReadonlyMap<ProfileName, RoutingProfile> = new Map(
  [
    specProfile,
    ingressNginxProfile,
    f5NginxProfile,
    traefikProfile,
    haproxyIngressProfile,
    contourProfile,
    albProfile,
    gceProfile,
  ].map((profile) => [profile.name, profile]),
);

/** The names of all profiles there are, `spec` first. */
export const profileNames: readonly ProfileName[] = [...profiles.keys()];

/** Whether a text is the name of a profile that there is. */
export const isProfileName = (text: string): text is ProfileName =>
  profileNames.some((name) => name === text);

/** The profile of that name; never another one in its place. */
export function findProfile(name: ProfileName): RoutingProfile {
  const profile = profiles.get(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}`);
  return profile;
}

/** [CTL-12] The profile of a controller that runs in the cluster. */
export function profileNameOfFamily(family: ControllerFamily): ProfileName | undefined {
  const name = family === 'nginx-f5' ? 'f5-nginx' : family;
  return isProfileName(name) ? name : undefined;
}

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
  if (family !== undefined) return profileNameOfFamily(family);
  return otherNames.find(({ start }) => controller.startsWith(start))?.name;
}
