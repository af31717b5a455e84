import type { StringMap } from '@fairlead/kube-objects';
import {
  checkAnnotationValue,
  findAnnotationCatalogue,
  findControllerAnnotation,
  listAnnotationFamilies,
  type ControllerAnnotation,
  type ControllerFamily,
} from '@fairlead/routing';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';

/** An option of the controller that the draft sets, or that it takes out (`value` is then `undefined`). */
export interface SetOption {
  readonly annotation: ControllerAnnotation;
  readonly value: string | undefined;
  readonly before: string | undefined;
}

/** Options of the controller among the annotations, in the order of its catalogue. */
export function listSetOptions(
  family: ControllerFamily | undefined,
  now: StringMap,
  before: StringMap,
): readonly SetOption[] {
  const catalogue = family === undefined ? undefined : findAnnotationCatalogue(family);
  const [values, oldValues] = [new Map(Object.entries(now)), new Map(Object.entries(before))];
  return (catalogue?.annotations ?? []).flatMap((annotation) => {
    const value = values.get(annotation.key);
    const old = oldValues.get(annotation.key);
    return value === undefined && old === undefined ? [] : [{ annotation, value, before: old }];
  });
}

/** Options that the draft does not set yet and that an Ingress can set. */
export const listFreeOptions = (family: ControllerFamily, now: StringMap): readonly ControllerAnnotation[] =>
  (findAnnotationCatalogue(family)?.annotations ?? []).filter(
    ({ key, on }) => on === 'Ingress' && !Object.hasOwn(now, key),
  );

/** Whether an annotation has a field among the controller's options. */
export const isOption = (family: ControllerFamily | undefined, key: string): boolean =>
  family !== undefined && findControllerAnnotation(family, key) !== undefined;

/** What is wrong with an option of the controller as it is set. */
export function optionNotes(
  { annotation, value }: SetOption,
  words: IngressFormMessages['options'],
): readonly FieldNote[] {
  const code = value === undefined ? undefined : checkAnnotationValue(annotation.value, value);
  return [
    ...(annotation.on === 'Service' ? [{ severity: 'warning', message: words.onService() } as const] : []),
    ...(code === undefined ? [] : [{ severity: 'warning', message: words.check(code) } as const]),
  ];
}

/** That the controller of the class ignores an annotation of another controller. */
export function foreignNotes(
  key: string,
  family: ControllerFamily | undefined,
  words: IngressFormMessages['options'],
): readonly FieldNote[] {
  const readBy = listAnnotationFamilies(key);
  return family === undefined || readBy.length === 0 || readBy.includes(family)
    ? []
    : [{ severity: 'warning', message: words.foreign(readBy, family) }];
}

/** What an option begins with: the opposite of the default where there are two, else the default itself. */
export function firstValueOf({ value, byDefault }: ControllerAnnotation): string {
  if (value.kind === 'boolean') return byDefault === 'true' ? 'false' : 'true';
  if (value.kind === 'choice') return byDefault ?? value.choices[0] ?? '';
  return byDefault ?? '';
}
