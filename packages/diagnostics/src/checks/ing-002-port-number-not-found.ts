import type { Ingress, ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  findPortByTarget,
  findToleratedPort,
  isPortlessExternalName,
  listMissingPorts,
  missingPortParts,
  pickPortFix,
  portsOf,
  type MissingPort,
} from '../subjects/backend-port.ts';
import { editBackend } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { answererOf } from '../subjects/ingress-answer.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import { failureOf } from '../subjects/request-failure.ts';
import type { CheckWords } from '../words/check-words.ts';

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

function fixFor(
  ingress: Ingress,
  { row, service }: MissingPort,
  { words, meant }: { readonly words: CheckWords; readonly meant: ServicePort | undefined },
): FindingFix {
  if (meant === undefined) return pickPortFix(words, service);
  const { title, explanation } = words.ing002.usePort;
  return buildEditFix(
    ingress,
    { title: title(meant.port), explanation: explanation(service.metadata.name) },
    [editBackend(row, { port: { number: meant.port } })],
  );
}

function report(ingress: Ingress, missing: MissingPort, context: CheckContext): Finding {
  const { row, service, wanted } = missing;
  const { words } = context;
  const answerer = answererOf(context.referencesOf(ingress).class);
  const mistaken = findMistaken(missing);
  const ports = service.spec.ports ?? [];
  const meant = mistaken?.port ?? (ports.length === 1 ? ports[0] : undefined);
  const shared = {
    ...missingPortParts(ingress, missing),
    why: words.ing002.why({ service: portsOf(service), wanted, role: mistaken?.role }),
    fixes: [fixFor(ingress, missing, { words, meant })],
  };
  return buildFinding(ing002, {
    ...shared,
    label: words.ing002.label(wanted),
    title: words.ing002.title(service.metadata.name, wanted),
    ...failureOf(words, { texts: [row.request], answerer }),
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
      .filter((missing) => findToleratedPort(missing, references) === undefined)
      .map((missing) => report(ingress, missing, context));
    return { findings };
  },
};
