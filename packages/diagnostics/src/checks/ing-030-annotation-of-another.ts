import { refOf } from '@fairlead/kube-objects';
import { listAnnotationFamilies, profileNameOfFamily, type ControllerFamily } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import {
  listAnnotationEntries,
  listAnnotationReaders,
  type AnnotationReader,
} from '../subjects/annotation-reader.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { fullNameOf } from '../subjects/object-name.ts';

/** Whom the annotation is for, where that is none of those who read the Ingress. */
function foreignFamiliesOf(key: string, readers: readonly AnnotationReader[]): readonly ControllerFamily[] {
  const families = listAnnotationFamilies(key);
  return readers.some(({ family }) => families.includes(family)) ? [] : families;
}

/** Annotations of one controller on an Ingress that another one serves: they have no effect. */
export const ing030: Check<'Ingress'> = {
  id: 'ING-030',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const readers = listAnnotationReaders(context, ingress);
    if (readers === undefined) return nothingFound;
    const foreign = listAnnotationEntries(ingress).flatMap(([key]) => {
      const [family] = foreignFamiliesOf(key, readers);
      return family === undefined ? [] : [{ key, family }];
    });
    const [first] = foreign;
    if (first === undefined) return nothingFound;
    const words = context.words.ing030;
    const keys = foreign.map(({ key }) => key);
    const finding = buildFinding(ing030, {
      place: { ref: refOf(ingress), field: 'metadata.annotations' },
      label: words.label(),
      title: words.title({
        ingress: fullNameOf(refOf(ingress)),
        meantFor: [...new Set(foreign.map(({ family }) => profileNameOfFamily(family)))],
        readers: readers.map(({ profile }) => profile),
      }),
      happens: words.happens(keys),
      why: words.why(),
      fixes: [
        buildEditFix(
          ingress,
          { title: words.remove.title(keys.length), explanation: words.remove.explanation() },
          keys.map((key) => editAnnotation(ingress, key, undefined)),
        ),
      ],
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
