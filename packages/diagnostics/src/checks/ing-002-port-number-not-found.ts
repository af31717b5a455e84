import type { Ingress, ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  findPortByTarget,
  isPortlessExternalName,
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
import { code } from '../text/code.ts';

/** A number that belongs to a port in another role. */
interface Mistaken {
  readonly port: ServicePort;
  readonly role: 'targetPort' | 'nodePort';
}

function findMistaken({ service, wanted }: MissingPort): Mistaken | undefined {
  const byTarget = findPortByTarget(service, wanted);
  if (byTarget !== undefined) return { port: byTarget, role: 'targetPort' };
  const byNode = (service.spec.ports ?? []).find(({ nodePort }) => `${nodePort}` === wanted);
  return byNode && { port: byNode, role: 'nodePort' };
}

function fixFor(ingress: Ingress, { row, service }: MissingPort, meant: ServicePort | undefined): FindingFix {
  if (meant === undefined) return pickPortFix(service);
  const words = {
    title: `Use port ${meant.port}`,
    explanation: `The port of Service ${service.metadata.name} itself, whatever stands behind it.`,
  };
  return buildEditFix(ingress, words, [editBackend(row, { port: { number: meant.port } })]);
}

function whyText({ service, wanted }: MissingPort, mistaken: Mistaken | undefined): string {
  const has = portsText(service);
  if (wanted === '') return `The backend names no port. ${has}`;
  if (mistaken === undefined) return `The backend asks for port ${code(wanted)}. ${has}`;
  const behind = mistaken.role === 'targetPort' ? 'the port of the Pods' : 'the port of the nodes';
  return `${has} ${code(wanted)} is its ${mistaken.role}, ${behind}; an Ingress names the port of the Service.`;
}

function report(ingress: Ingress, missing: MissingPort, context: CheckContext): Finding {
  const { row, service, wanted } = missing;
  const { name } = service.metadata;
  const answerer = answererOf(context.referencesOf(ingress).class);
  const mistaken = findMistaken(missing);
  const ports = service.spec.ports ?? [];
  const meant = mistaken?.port ?? (ports.length === 1 ? ports[0] : undefined);
  const shared = { ...missingPortParts(ingress, missing), fixes: [fixFor(ingress, missing, meant)] };
  if (answerer === 'ingress-nginx' && mistaken?.role === 'targetPort')
    return buildFinding(ing002, {
      ...shared,
      ...toleratedParts(missing, wanted, `${mistaken.port.port}`),
      why: whyText(missing, mistaken),
    });
  return buildFinding(ing002, {
    ...shared,
    label: wanted === '' ? 'no port' : `no port ${wanted}`,
    title: wanted === '' ? `No port of Service ${name} is named` : `Service ${name} has no port ${wanted}`,
    ...failureOf(context.words, { texts: [row.request], answerer }),
    why: whyText(missing, mistaken),
  });
}

/** A backend names its port by a number that is no port of the Service. */
export const ing002: Check<'Ingress'> = {
  id: 'ING-002',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'Service'],
  run(ingress, context) {
    const references = context.referencesOf(ingress);
    const isNginx = answererOf(references.class) === 'ingress-nginx';
    const findings = listMissingPorts(listIngressRows(references))
      .filter(({ isName, service }) => !isName && !(isNginx && isPortlessExternalName(service)))
      .map((missing) => report(ingress, missing, context));
    return { findings };
  },
};
