import type { Ingress, ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  backendPortOf,
  findToleratedPort,
  listMissingPorts,
  missingPortParts,
  portsOf,
  type MissingPort,
} from '../subjects/backend-port.ts';
import { editBackend } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import type { CheckWords } from '../words/check-words.ts';

interface Tolerated extends MissingPort {
  readonly port: ServicePort;
}

function fixFor(ingress: Ingress, { row, service, port, isName }: Tolerated, words: CheckWords): FindingFix {
  const { name } = service.metadata;
  const meant = isName ? backendPortOf(port) : { number: port.port };
  const told = isName
    ? {
        title: words.ing003.usePort.title(meant),
        explanation: words.ing003.usePort.explanation(port.port, name),
      }
    : {
        title: words.ing002.usePort.title(port.port),
        explanation: words.ing002.usePort.explanation(name),
      };
  return buildEditFix(ingress, told, [editBackend(row, { port: meant })]);
}

function report(ingress: Ingress, tolerated: Tolerated, { words }: CheckContext): Finding {
  const { row, service, wanted, isName, port } = tolerated;
  const { usesTargetPort } = words.backendPort;
  const called = isName ? port.name || `${port.port}` : `${port.port}`;
  return buildFinding(ing004, {
    ...missingPortParts(ingress, tolerated),
    label: usesTargetPort.label(),
    title: usesTargetPort.title({ serviceName: service.metadata.name, wanted, isName, port: called }),
    happens: usesTargetPort.happens(row.request),
    effectNow: usesTargetPort.effectNow(),
    why: isName
      ? words.ing003.why({ service: portsOf(service), wanted, isTargetPort: true })
      : words.ing002.why({ service: portsOf(service), wanted, role: 'targetPort' }),
    fixes: [fixFor(ingress, tolerated, words)],
  });
}

/** A backend names a port by its targetPort, which ingress-nginx accepts and other controllers do not. */
export const ing004: Check<'Ingress'> = {
  id: 'ING-004',
  severity: 'warning',
  effect: 'hygiene',
  unit: 'Ingress',
  reads: ['Ingress', 'Service'],
  run(ingress, context) {
    const references = context.referencesOf(ingress);
    const findings = listMissingPorts(listIngressRows(references)).flatMap((missing) => {
      const port = findToleratedPort(missing, references);
      return port === undefined ? [] : [report(ingress, { ...missing, port }, context)];
    });
    return { findings };
  },
};
