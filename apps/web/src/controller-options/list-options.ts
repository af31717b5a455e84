import type { StringMap } from '@fairlead/kube-objects';
import {
  checkAnnotationValue,
  findAnnotationCatalogue,
  findControllerAnnotation,
  listAnnotationFamilies,
  type ControllerAnnotation,
  type ControllerFamily,
  findMeantAnnotation,
  listAnnotationTroubles,
  type AnnotationTrouble,
} from '@fairlead/routing';
import type { ControllerOptionMessages } from '../messages/en-controller-options.ts';
import type { FieldNote } from '../ui/form/field-frame.tsx';

/** The kinds whose annotations controllers read. */
export type OptionKind = ControllerAnnotation['on'];

/** An option of the controller that the draft sets, or that it takes out (`value` is then `undefined`). */
export interface SetOption {
  readonly annotation: ControllerAnnotation;
  readonly value: string | undefined;
  readonly before: string | undefined;
}

/** Options of the controller among the annotations of an object of that kind, in the order of its catalogue. */
export function listSetOptions(
  family: ControllerFamily,
  kind: OptionKind,
  { now, before }: { readonly now: StringMap; readonly before: StringMap },
): readonly SetOption[] {
  const annotations = findAnnotationCatalogue(family)?.annotations ?? [];
  const [values, oldValues] = [new Map(Object.entries(now)), new Map(Object.entries(before))];
  const known = annotations.filter(({ key }) => isOption(family, kind, key));
  return known.flatMap((annotation) => {
    const value = values.get(annotation.key);
    const old = oldValues.get(annotation.key);
    return value === undefined && old === undefined ? [] : [{ annotation, value, before: old }];
  });
}

/** All that objects of that kind can set for the controller; none where it is not known. */
export const listOptionsOf = (family: ControllerFamily, kind: OptionKind): readonly ControllerAnnotation[] =>
  (findAnnotationCatalogue(family)?.annotations ?? []).filter(({ on }) => on === kind);

/** Options that the draft does not set yet and that objects of that kind can set. */
export const listFreeOptions = (
  family: ControllerFamily,
  kind: OptionKind,
  now: StringMap,
): readonly ControllerAnnotation[] =>
  listOptionsOf(family, kind).filter(({ key }) => !Object.hasOwn(now, key));

/** Whether options of the controller are known here. */
export const isOptionFamily = (family: ControllerFamily): boolean =>
  findAnnotationCatalogue(family) !== undefined;

/**
 * Whether an annotation has a field among the controller's options, on an object of that kind. On an Ingress those of
 * its Services have one too, which says that they do nothing there.
 */
export function isOption(family: ControllerFamily | undefined, kind: OptionKind, key: string): boolean {
  const annotation = family === undefined ? undefined : findControllerAnnotation(family, key);
  return annotation !== undefined && (kind === 'Ingress' || annotation.on === kind);
}

const toldAs = (trouble: AnnotationTrouble, words: ControllerOptionMessages): string =>
  trouble.code === 'switched-off' ? words.troubles['switched-off'](trouble) : words.troubles[trouble.code]();

/** What is wrong with an option of the controller as it is set among the annotations of an object of that kind. */
export function optionNotes(
  { annotation, value }: SetOption,
  { kind, now }: { readonly kind: OptionKind; readonly now: StringMap },
  words: ControllerOptionMessages,
): readonly FieldNote[] {
  if (value === undefined) return [];
  const code = checkAnnotationValue(annotation.value, value);
  const messages = [
    ...(annotation.on === 'Service' && kind === 'Ingress' ? [words.onService()] : []),
    ...(code === undefined ? [] : [words.check(code)]),
    ...listAnnotationTroubles(annotation, now).map((trouble) => toldAs(trouble, words)),
  ];
  return messages.map((message) => ({ severity: 'warning', message }));
}

/** That the controller of the class ignores an annotation of another controller, or does not know it by that name. */
export function foreignNotes(
  key: string,
  family: ControllerFamily | undefined,
  words: ControllerOptionMessages,
): readonly FieldNote[] {
  if (family === undefined) return [];
  const readBy = listAnnotationFamilies(key);
  const meant = findMeantAnnotation(family, key);
  if (meant !== undefined) return [{ severity: 'warning', message: words.meant(meant) }];
  return readBy.length === 0 || readBy.includes(family)
    ? []
    : [{ severity: 'warning', message: words.foreign(readBy, family) }];
}

/** What an option begins with: the opposite of the default where there are two, else the default itself. */
export function firstValueOf({ value, byDefault }: ControllerAnnotation): string {
  if (value.kind === 'boolean') return byDefault === 'true' ? 'false' : 'true';
  if (value.kind === 'choice') return byDefault ?? value.choices[0] ?? '';
  return byDefault ?? '';
}
