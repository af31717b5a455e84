import { refOf, type Ingress } from '@fairlead/kube-objects';
import {
  checkAnnotationValue,
  findControllerAnnotation,
  type AnnotationValue,
  type AnnotationValueCode,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import {
  listAnnotationEntries,
  listAnnotationReaders,
  type AnnotationReader,
} from '../subjects/annotation-reader.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import type { CheckWords } from '../words/check-words.ts';

/** What ING-027 tells more closely. */
const ofCanaries = 'nginx.ingress.kubernetes.io/canary';
const yes = new Set(['yes', 'on', 'enabled', 'enable']);
const no = new Set(['no', 'off', 'disabled', 'disable']);

/** The values of a choice are complete for ingress-nginx only, which does not look at capitals. */
function findFault(
  { family }: AnnotationReader,
  kind: AnnotationValue,
  value: string,
): AnnotationValueCode | undefined {
  const fault = checkAnnotationValue(kind, value);
  if (kind.kind !== 'choice') return fault;
  const isOneOf = kind.choices.some((choice) => choice.toLowerCase() === value.trim().toLowerCase());
  return family === 'ingress-nginx' && !isOneOf ? fault : undefined;
}

/** haproxytech reads these words, with a warning. */
const isReadAnyway = ({ family }: AnnotationReader, { kind }: AnnotationValue, value: string): boolean =>
  family === 'haproxytech' && kind === 'boolean' && /^(?:on|off|enabled|disabled)$/i.test(value.trim());

interface WrongValue {
  readonly key: string;
  readonly value: string;
  readonly kind: AnnotationValue;
}

function fixFor(ingress: Ingress, { key, value, kind }: WrongValue, words: CheckWords['ing031']): FindingFix {
  const word = value.trim().toLowerCase();
  const meant = yes.has(word) ? 'true' : no.has(word) ? 'false' : undefined;
  return kind.kind === 'boolean' && meant !== undefined
    ? buildEditFix(ingress, { title: words.write.title(meant), explanation: words.write.explanation() }, [
        editAnnotation(ingress, key, meant),
      ])
    : { title: words.correct.title(), explanation: words.correct.explanation() };
}

/** The value of an annotation is none that the controller can read. */
export const ing031: Check<'Ingress'> = {
  id: 'ING-031',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const [reader] = listAnnotationReaders(context, ingress) ?? [];
    if (reader === undefined) return nothingFound;
    const words = context.words.ing031;
    const findings = listAnnotationEntries(ingress).flatMap(([key, value]) => {
      const known = findControllerAnnotation(reader.family, key);
      if (known === undefined || known.on === 'Service' || key.startsWith(ofCanaries)) return [];
      const fault = findFault(reader, known.value, value);
      if (fault === undefined || isReadAnyway(reader, known.value, value)) return [];
      return [
        buildFinding(ing031, {
          place: { ref: refOf(ingress), field: 'metadata.annotations' },
          row: key,
          label: words.label(),
          title: words.title({ ingress: fullNameOf(refOf(ingress)), key, value }),
          happens: words.happens(reader.profile),
          why: words.why(fault),
          fixes: [fixFor(ingress, { key, value, kind: known.value }, words)],
          since: ingress.metadata.creationTimestamp,
        }),
      ];
    });
    return { findings };
  },
};
