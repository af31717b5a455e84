import { isDeepEqual, ownField, printFieldPath, type FieldPath, type JsonObject } from '@fairlead/manifests';
import { isAbsent, itemsAt, objectAt } from './json-tree.ts';

const assignedMetadata: readonly string[] = ['uid', 'resourceVersion', 'creationTimestamp'];
const assignedSpec: readonly string[] = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

function listNew(sent: JsonObject, result: JsonObject, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const value = ownField(sent, name);
    const isSent = !isAbsent(value) && value !== '' && value !== 0;
    return !isAbsent(ownField(result, name)) && !isSent;
  });
}

function listPortPaths(sent: JsonObject, result: JsonObject): readonly FieldPath[] {
  const given = itemsAt(sent, 'ports');
  return itemsAt(result, 'ports').flatMap((port, index): FieldPath[] =>
    listNew(given[index] ?? {}, port, ['nodePort']).map((name) => ['spec', 'ports', index, name]),
  );
}

/**
 * Fields of a dry run's answer that the API server allocated for it, as it writes paths (`spec.ports[0].nodePort`). They
 * are made up: applying the same gives other values, so they are shown as "assigned on apply". `sent` is what was given
 * to the dry run; ports stand in the same order in both.
 */
export function listAssignedFields(sent: JsonObject, dryRunResult: JsonObject): readonly string[] {
  const spec = [objectAt(sent, 'spec'), objectAt(dryRunResult, 'spec')] as const;
  const metadata = [objectAt(sent, 'metadata'), objectAt(dryRunResult, 'metadata')] as const;
  const isService = dryRunResult['kind'] === 'Service';
  const isHeadless = isDeepEqual(ownField(spec[1], 'clusterIP'), 'None');
  const specNames = isService && !isHeadless ? listNew(...spec, assignedSpec) : [];
  const paths: readonly FieldPath[] = [
    ...listNew(...metadata, assignedMetadata).map((name) => ['metadata', name]),
    ...specNames.map((name) => ['spec', name]),
    ...(isService ? listPortPaths(...spec) : []),
  ];
  return paths.map(printFieldPath);
}
