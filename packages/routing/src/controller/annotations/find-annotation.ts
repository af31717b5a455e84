import type { ControllerFamily } from '../ingress-controller.ts';
import type { AnnotationCatalogue, ControllerAnnotation } from './controller-annotation.ts';
import { haproxyIngressAnnotations } from './haproxy-ingress.ts';
import { haproxytechAnnotations } from './haproxytech.ts';
import { ingressNginxAnnotations } from './ingress-nginx.ts';
import { kongAnnotations } from './kong.ts';
import { nginxF5Annotations } from './nginx-f5.ts';
import { traefikAnnotations } from './traefik.ts';

export const annotationCatalogues: readonly AnnotationCatalogue[] = [
  ingressNginxAnnotations,
  nginxF5Annotations,
  traefikAnnotations,
  haproxytechAnnotations,
  haproxyIngressAnnotations,
  kongAnnotations,
];

/** Prefixes of controllers that have no catalogue, and the one that several share. */
const otherPrefixes: readonly { readonly prefix: string; readonly families: readonly ControllerFamily[] }[] =
  [
    { prefix: 'projectcontour.io/', families: ['contour'] },
    { prefix: 'ingress.kubernetes.io/', families: ['haproxytech', 'haproxy-ingress'] },
  ];
/** Contour reads this one of the shared prefix too. */
const sharedKeys: ReadonlyMap<string, readonly ControllerFamily[]> = new Map([
  ['ingress.kubernetes.io/force-ssl-redirect', ['contour']],
]);

const byFamily = new Map(annotationCatalogues.map((catalogue) => [catalogue.family, catalogue]));
const keysOfFamily = new Map(
  annotationCatalogues.map(({ family, annotations }) => [
    family,
    new Map(annotations.map((annotation) => [annotation.key, annotation])),
  ]),
);

/** What a controller reads, most needed first; `undefined` for controllers without a catalogue. */
export const findAnnotationCatalogue = (family: ControllerFamily): AnnotationCatalogue | undefined =>
  byFamily.get(family);

/** What the controller makes of the annotation; `undefined` where that is not known here. */
export const findControllerAnnotation = (
  family: ControllerFamily,
  key: string,
): ControllerAnnotation | undefined => keysOfFamily.get(family)?.get(key);

/**
 * [CTL-8] The controllers that read annotations with this key, by its prefix. None: the key is no controller's, or of one
 * that is not known here.
 */
export function listAnnotationFamilies(key: string): readonly ControllerFamily[] {
  const own = annotationCatalogues
    .filter(
      ({ prefixes, family }) =>
        prefixes.some((prefix) => key.startsWith(prefix)) ||
        findControllerAnnotation(family, key) !== undefined,
    )
    .map(({ family }) => family);
  const shared = otherPrefixes
    .filter(({ prefix }) => key.startsWith(prefix))
    .flatMap(({ families }) => families);
  return [...new Set([...own, ...shared, ...(sharedKeys.get(key) ?? [])])];
}
