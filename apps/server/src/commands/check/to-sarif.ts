import { sep } from 'node:path';
import { listChecks, type Finding, type Severity } from '@fairlead/diagnostics';
import { keyOfRef } from '@fairlead/kube-objects';
import { refusalId } from './find-refusals.ts';
import type { FindingLocation } from './locate-finding.ts';
import type { CheckReport, LocatedFinding } from './print-findings.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const toUri = (file: string): string => encodeURI(file.replaceAll(sep, '/')).replaceAll('#', '%23');

function toLocation({ place }: Finding, location: FindingLocation | undefined): object {
  const logical = { fullyQualifiedName: keyOfRef(place.ref), kind: 'resource' };
  if (location === undefined) return { logicalLocations: [logical] };
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(location.file) },
      region: { startLine: location.line },
    },
    logicalLocations: [logical],
  };
}

function toResult({ finding, location }: LocatedFinding): object {
  const { checkId, severity, title, happens, why, id } = finding;
  return {
    ruleId: checkId,
    level: levels[severity],
    message: { text: `${title} ${happens} ${why}` },
    locations: [toLocation(finding, location)],
    partialFingerprints: { 'findingId/v1': id },
  };
}

/** [SARIF 2.1.0] A report for tools that show findings beside the lines of a change. */
export function toSarif({ findings }: CheckReport, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fairlead',
            version,
            rules: [
              { id: refusalId, defaultConfiguration: { level: 'error' } },
              ...listChecks().map(({ id, severity, effect }) => ({
                id,
                defaultConfiguration: { level: levels[severity] },
                properties: { effect },
              })),
            ],
          },
        },
        results: findings.map(toResult),
      },
    ],
  };
}
