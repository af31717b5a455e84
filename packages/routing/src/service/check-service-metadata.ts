import type { Service, StringMap } from '@fairlead/kube-objects';
import { isDnsLabel } from '../dns-name.ts';
import { isLabelValue, isQualifiedName } from './label-text.ts';
import { errorAt, warningAt, type ServiceCheck } from './service-check.ts';

/** [SVC-24] */
function checkName({ metadata: { name } }: Service): readonly ServiceCheck[] {
  const path = ['metadata', 'name'];
  if (!isDnsLabel(name)) return [errorAt(path, 'name-not-dns-label', { name })];
  return /^\d/.test(name) ? [warningAt(path, 'name-starts-with-digit', { name })] : [];
}

/** [SVC-34] Labels and selectors. */
const checkLabels = (owner: readonly string[], labels: StringMap | undefined): readonly ServiceCheck[] =>
  Object.entries(labels ?? {}).flatMap(([key, value]) => {
    if (!isQualifiedName(key)) return [errorAt([...owner, key], 'key-invalid', { key })];
    return isLabelValue(value) ? [] : [errorAt([...owner, key], 'label-value-invalid', { value })];
  });

/** [SVC-34] Annotations take any value, and capitals before the slash of a key. */
const checkAnnotations = (annotations: StringMap | undefined): readonly ServiceCheck[] =>
  Object.keys(annotations ?? {})
    .filter((key) => !isQualifiedName(key.toLowerCase()))
    .map((key) => errorAt(['metadata', 'annotations', key], 'key-invalid', { key }));

/** Name, labels, annotations and selector. */
export const checkServiceMetadata = (service: Service): readonly ServiceCheck[] => [
  ...checkName(service),
  ...checkLabels(['metadata', 'labels'], service.metadata.labels),
  ...checkAnnotations(service.metadata.annotations),
  ...checkLabels(['spec', 'selector'], service.spec.selector),
];
