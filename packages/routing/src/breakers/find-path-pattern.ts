import type { HttpIngressPath, Ingress } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import { readContourPath } from '../controllers/contour-paths.ts';
import { pathKindOf } from '../controllers/haproxy-ingress-paths.ts';
import { kongAnnotation } from '../controllers/kong-annotations.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';

const traefikMatcher = 'traefik.ingress.kubernetes.io/router.pathmatcher';

function kongPattern(ingress: Ingress, text: string): string | undefined {
  const prefix = kongAnnotation(ingress, 'regex-prefix') ?? '/~';
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

const isPlain = ({ pathType }: HttpIngressPath): boolean => pathType === 'Exact' || pathType === 'Prefix';

const isTraefikPattern = ({ metadata }: Ingress): boolean =>
  labelValue(metadata.annotations, traefikMatcher) === 'PathRegexp';

/**
 * [BRK-7] The regular expression that a path is to a controller, as it stands in the path; `undefined`: it is none, or only
 * together with other Ingresses of its host, as with ingress-nginx (BRK-4).
 */
export function findPathPattern(
  profile: ProfileName,
  ingress: Ingress,
  path: HttpIngressPath,
): string | undefined {
  const { path: text = '' } = path;
  if (text === '' || isPlain(path)) return undefined;
  switch (profile) {
    case 'contour':
      return readContourPath(path).kind === 'regex' ? text : undefined;
    case 'haproxy-ingress':
      return pathKindOf(ingress, path) === 'regex' ? text : undefined;
    case 'traefik':
      return isTraefikPattern(ingress) ? text : undefined;
    case 'kong':
      return kongPattern(ingress, text);
    default:
      return undefined;
  }
}
