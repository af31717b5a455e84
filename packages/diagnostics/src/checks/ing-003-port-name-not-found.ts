import type { Ingress, ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  backendPortOf,
  findPortByTarget,
  listMissingPorts,
  missingPortParts,
  pickPortFix,
  portsText,
  toleratedParts,
  type MissingPort,
} from '../subjects/backend-port.ts';
import { editBackend } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { answererOf } from '../subjects/ingress-answer.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import { failureOf } from '../subjects/request-failure.ts';
import { findNearText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { quoted } from '../words/english/sentence.ts';

/** A slip of the name, else the port behind the name, else the only port. */
function findMeant({ service, wanted }: MissingPort): ServicePort | undefined {
  const ports = service.spec.ports ?? [];
  const near = findNearText(
    wanted,
    ports.flatMap(({ name }) => (name ? [name] : [])),
  );
  return (
    ports.find(({ name }) => near !== undefined && name === near) ??
    findPortByTarget(service, wanted) ??
    (ports.length === 1 ? ports[0] : undefined)
  );
}

function fixFor(ingress: Ingress, missing: MissingPort): FindingFix {
  const { row, service } = missing;
  const meant = findMeant(missing);
  if (meant === undefined) return pickPortFix(service);
  const port = backendPortOf(meant);
  const words = {
    title: `Use port ${port.name === undefined ? port.number : quoted(port.name)}`,
    explanation: `Port ${meant.port} of Service ${service.metadata.name}.`,
  };
  return buildEditFix(ingress, words, [editBackend(row, { port })]);
}

function report(ingress: Ingress, missing: MissingPort, context: CheckContext): Finding {
  const { row, service, wanted } = missing;
  const { name } = service.metadata;
  const answerer = answererOf(context.referencesOf(ingress).class);
  const byTarget = findPortByTarget(service, wanted);
  const shared = { ...missingPortParts(ingress, missing), fixes: [fixFor(ingress, missing)] };
  const why = `The backend asks for the port named ${code(wanted)}. ${portsText(service)}${byTarget === undefined ? '' : ` ${code(wanted)} is its targetPort, the name of a port of the Pods.`}`;
  if (answerer === 'ingress-nginx' && byTarget !== undefined)
    return buildFinding(ing003, {
      ...shared,
      ...toleratedParts(missing, quoted(wanted), byTarget.name || `${byTarget.port}`),
      why,
    });
  return buildFinding(ing003, {
    ...shared,
    label: `no port ${quoted(wanted)}`,
    title: `Service ${name} has no port named ${quoted(wanted)}`,
    ...failureOf(context.words, { texts: [row.request], answerer }),
    why,
  });
}

/** A backend names its port by a name that no port of the Service has. */
export const ing003: Check<'Ingress'> = {
  id: 'ING-003',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'Service'],
  run: (ingress, context) => ({
    findings: listMissingPorts(listIngressRows(context.referencesOf(ingress)))
      .filter(({ isName }) => isName)
      .map((missing) => report(ingress, missing, context)),
  }),
};
