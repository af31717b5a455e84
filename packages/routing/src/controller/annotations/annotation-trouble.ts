import { findNearText, type StringMap } from '@fairlead/kube-objects';
import type { ControllerFamily } from '../ingress-controller.ts';
import type { ControllerAnnotation } from './controller-annotation.ts';
import { findAnnotationCatalogue } from './find-annotation.ts';

/** [CTL-18] What of an annotation, as it stands among the others of its object, is without effect or unknown. */
export type AnnotationTrouble =
  /** Text that says nothing. */
  | { readonly code: 'empty' }
  /** One of these keys must be set, and not to `false`, before it does anything. */
  | { readonly code: 'switched-off'; readonly needs: readonly string[] }
  | { readonly code: 'nginx-plus' };

const isOn = (annotations: StringMap, key: string): boolean => {
  const value = Object.hasOwn(annotations, key) ? annotations[key]?.trim() : undefined;
  return value !== undefined && value !== '' && value.toLowerCase() !== 'false';
};

/** Why an annotation does nothing although the controller knows it. The rules are those of {@link AnnotationTrouble}. */
export function listAnnotationTroubles(
  { key, value, needs, edition }: ControllerAnnotation,
  annotations: StringMap,
): readonly AnnotationTrouble[] {
  const isText = value.kind === 'text' || value.kind === 'snippet';
  const isEmpty = isText && Object.hasOwn(annotations, key) && annotations[key]?.trim() === '';
  const isOff = needs !== undefined && !needs.some((each) => isOn(annotations, each));
  return [
    ...(isEmpty ? [{ code: 'empty' } as const] : []),
    ...(isOff ? [{ code: 'switched-off', needs } as const] : []),
    ...(edition === undefined ? [] : [{ code: edition } as const]),
  ];
}

/**
 * [CTL-19] The annotation of the controller that was probably meant by a key below its prefix that is not known here:
 * at most two letters differ. Members of a list, `.1.`, are known when its first is. `undefined`: none is near, or the key is known or not below the controller's prefixes.
 */
export function findMeantAnnotation(family: ControllerFamily, key: string): string | undefined {
  const catalogue = findAnnotationCatalogue(family);
  const isOwn = catalogue?.prefixes.some((prefix) => key.startsWith(prefix)) === true;
  const keys = catalogue?.annotations.map((annotation) => annotation.key) ?? [];
  const isKnown = keys.includes(key.replaceAll(/\.\d+\./g, '.0.'));
  return isOwn && !isKnown ? findNearText(key, keys) : undefined;
}
