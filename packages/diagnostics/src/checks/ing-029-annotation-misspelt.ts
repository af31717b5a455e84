import { labelValue, refOf, type Ingress } from '@fairlead/kube-objects';
import { findMeantAnnotation } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import { listAnnotationEntries, listAnnotationReaders } from '../subjects/annotation-reader.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import type { CheckWords } from '../words/check-words.ts';

interface Slip {
  readonly key: string;
  readonly value: string;
  readonly meant: string;
}

function fixFor(ingress: Ingress, { key, value, meant }: Slip, words: CheckWords['ing029']): FindingFix {
  const removal = editAnnotation(ingress, key, undefined);
  return labelValue(ingress.metadata.annotations, meant) === undefined
    ? buildEditFix(ingress, { title: words.rename.title(meant), explanation: words.rename.explanation() }, [
        removal,
        editAnnotation(ingress, meant, value),
      ])
    : buildEditFix(ingress, { title: words.remove.title(), explanation: words.remove.explanation(meant) }, [
        removal,
      ]);
}

/** An annotation below the prefix of the controller that it does not know, and nearly one that it does. */
export const ing029: Check<'Ingress'> = {
  id: 'ING-029',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const [reader] = listAnnotationReaders(context, ingress) ?? [];
    if (reader === undefined) return nothingFound;
    const words = context.words.ing029;
    const findings = listAnnotationEntries(ingress).flatMap(([key, value]) => {
      const meant = findMeantAnnotation(reader.family, key);
      if (meant === undefined) return [];
      return [
        buildFinding(ing029, {
          place: { ref: refOf(ingress), field: 'metadata.annotations' },
          row: key,
          label: words.label(),
          title: words.title({ ingress: fullNameOf(refOf(ingress)), key, profile: reader.profile }),
          happens: words.happens(),
          why: words.why(meant),
          fixes: [fixFor(ingress, { key, value, meant }, words)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
