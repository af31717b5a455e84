import type { Finding } from '@fairlead/diagnostics';
import { refOf, type Ingress, type Service } from '@fairlead/kube-objects';
import { printFieldPath } from '@fairlead/manifests';
import { checkIngressFields, checkServiceFields, type FieldCheck } from '@fairlead/routing';
import type { World } from '../input/world.ts';

/** The id of what the API server refuses, beside those of the checks' catalogue. */
export const refusalId = 'API-001';

/** `port-name-taken` with its values, as words. */
function describeCode({ code, details }: FieldCheck): string {
  const values = Object.entries(details).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${code.replaceAll('-', ' ')}${values.length === 0 ? '' : ` (${values.join(', ')})`}`;
}

function toFinding(object: Ingress | Service, check: FieldCheck): Finding {
  const ref = refOf(object);
  const field = printFieldPath(check.path);
  const name = `${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  return {
    checkId: refusalId,
    id: `${refusalId} ${object.kind}/${object.metadata.namespace ?? '-'}/${object.metadata.name} ${field} ${check.code}`,
    severity: 'error',
    effect: 'requests-fail',
    place: { ref, field },
    related: [],
    label: 'Refused by the API server',
    title: `The API server refuses ${name}: ${field}`,
    happens: 'The object cannot be applied as it is; nothing of it takes effect.',
    why: `Field ${field}: ${describeCode(check)}.`,
    fixes: [],
    requests: [],
    requestCount: 0,
  };
}

const isRefused = ({ severity }: FieldCheck): boolean => severity === 'error';

/** What of Ingresses and Services in files the API server would refuse; those of a live cluster it has taken already. */
export function findRefusals({ reader, sources }: World): readonly Finding[] {
  if (sources.size === 0) return [];
  return [
    ...reader.list('Ingress').flatMap((ingress) =>
      checkIngressFields(ingress)
        .filter(isRefused)
        .map((check) => toFinding(ingress, check)),
    ),
    ...reader.list('Service').flatMap((service) =>
      checkServiceFields(service)
        .filter(isRefused)
        .map((check) => toFinding(service, check)),
    ),
  ];
}
