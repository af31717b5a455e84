import type { ProfileName } from '@fairlead/routing';
import { code } from '../../text/code.ts';
import { atStart, controllerNames } from './controller-names.ts';

const switchOf: Readonly<Partial<Record<ProfileName, string>>> = {
  'ingress-nginx':
    'With `use-regex` every path of the host, of other Ingresses too, is a pattern in any case of letters.',
  'f5-nginx': 'With the annotation `nginx.org/path-regex`.',
  traefik: 'With `router.pathmatcher: PathRegexp`, which counts for all paths of the Ingress.',
  'haproxy-ingress': 'With `path-type: regex`, which counts for all such paths of the Ingress.',
  kong: 'With `/~` in front of the pattern.',
  contour: 'Contour reads it as a pattern then.',
  alb: '`*` and `?` stand for any letters then.',
  gce: 'Only `/*` at the end is understood.',
};

export const ing019Words = {
  label: (pathType: string) => `pattern as ${pathType}`,
  title: (path: string, pathType: string) =>
    `${code(path)} looks like a pattern, but pathType ${pathType} compares it letter by letter`,
  happens: (request: string, controller: ProfileName) =>
    controller === 'ingress-nginx'
      ? `Only requests that spell out ${code(request)} come here, and the webhook of ingress-nginx refuses such a path by default.`
      : controller === 'alb' || controller === 'gce'
        ? `${atStart(controllerNames[controller])} may refuse the whole Ingress for it.`
        : `Only requests that spell out ${code(request)} come here.`,
  effectNow: () => 'never matches',
  why: (pathType: string, controller: ProfileName) =>
    controller === 'spec'
      ? `Only ImplementationSpecific paths can be patterns, if the controller knows any. ${pathType} never is one.`
      : `Only ImplementationSpecific paths can be patterns to ${controllerNames[controller]}. ${pathType} never is one.`,
  usePattern: {
    title: 'Use pathType ImplementationSpecific',
    explanation: (controller: ProfileName) => switchOf[controller] ?? 'If the controller knows patterns.',
  },
};
