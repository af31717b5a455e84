import { labelValue, type Ingress } from '@fairlead/kube-objects';
import { familyOfProfileName, type ControllerFamily, type ProfileName } from '@fairlead/routing';
import type { CheckContext } from '../check.ts';

/** A controller that takes an Ingress, and whose annotations are known. */
export interface AnnotationReader {
  readonly profile: ProfileName;
  readonly family: ControllerFamily;
}

/** Who reads the annotations of the Ingress; `undefined` where a controller that is not known may read them, too. */
export function listAnnotationReaders(
  context: CheckContext,
  ingress: Ingress,
): readonly AnnotationReader[] | undefined {
  const servers = context.controllersOf(ingress);
  const readers = servers.flatMap(({ profile, isKnown }): readonly AnnotationReader[] => {
    const family = isKnown ? familyOfProfileName(profile) : undefined;
    return family === undefined ? [] : [{ profile, family }];
  });
  return readers.length === servers.length && readers.length > 0 ? readers : undefined;
}

/** Annotations by key, in the order of letters. */
export const listAnnotationEntries = ({ metadata }: Ingress): readonly (readonly [string, string])[] =>
  Object.keys(metadata.annotations ?? {})
    .toSorted()
    .map((key) => [key, labelValue(metadata.annotations, key) ?? '']);
