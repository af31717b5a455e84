import { findNearText, type Ingress, type ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  backendPortOf,
  findPortByTarget,
  findToleratedPort,
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

function fixFor(ingress: Ingress, missing: MissingPort, { words }: CheckContext): FindingFix {
  const { row, service } = missing;
  const meant = findMeant(missing);
  if (meant === undefined) return pickPortFix(words, service);
  const port = backendPortOf(meant);
  const { title, explanation } = words.ing003.usePort;
  return buildEditFix(
    ingress,
    { title: title(port), explanation: explanation(meant.port, service.metadata.name) },
    [editBackend(row, { port })],
  );
}

function report(ingress: Ingress, missing: MissingPort, context: CheckContext): Finding {
  const { row, service, wanted } = missing;
  const { words } = context;
  const answerer = answererOf(context.referencesOf(ingress).class);
  const byTarget = findPortByTarget(service, wanted);
  const shared = {
    ...missingPortParts(ingress, missing),
    why: words.ing003.why({ service: portsOf(service), wanted, isTargetPort: byTarget !== undefined }),
    fixes: [fixFor(ingress, missing, context)],
  };
  return buildFinding(ing003, {
    ...shared,
    label: words.ing003.label(wanted),
    title: words.ing003.title(service.metadata.name, wanted),
    ...failureOf(words, { texts: [row.request], answerer }),
  });
}

/** A backend names its port by a name that no port of the Service has. */
export const ing003: Check<'Ingress'> = {
  id: 'ING-003',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'Service'],
  run(ingress, context) {
    const references = context.referencesOf(ingress);
    const findings = listMissingPorts(listIngressRows(references))
      .filter((missing) => missing.isName && findToleratedPort(missing, references) === undefined)
      .map((missing) => report(ingress, missing, context));
    return { findings };
  },
};
