import { treeOf } from '@fairlead/edits';
import { type Ingress, type ObjectRef, type Service, type ServiceBackendPort } from '@fairlead/kube-objects';
import { findServicePort, type IngressReferences } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { backendPortOf, portsText } from '../subjects/backend-port.ts';
import { editBackend } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { answererOf } from '../subjects/ingress-answer.ts';
import { listIngressRows, type IngressRow } from '../subjects/ingress-row.ts';
import { failureOf } from '../subjects/request-failure.ts';
import { buildRemoval } from '../subjects/remove-paths.ts';
import { findNearText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { listed } from '../words/english/sentence.ts';

/** The backend's port where that Service has it, else the only one it has; `undefined`: somebody has to choose. */
function portAt(service: Service, wanted: ServiceBackendPort = {}): ServiceBackendPort | undefined {
  const named = wanted.name || wanted.number;
  if (named !== undefined && findServicePort(service, named) !== undefined) return wanted;
  const [only, ...others] = service.spec.ports ?? [];
  return only === undefined || others.length > 0 ? undefined : backendPortOf(only);
}

function pickFix(ingress: Ingress, row: IngressRow, { reader }: CheckContext): FindingFix {
  const { namespace = '' } = ingress.metadata;
  const { name: wanted = '', port: wantedPort } = row.source.service ?? {};
  const services = reader.list('Service', namespace);
  const names = services.map(({ metadata }) => metadata.name);
  const nearName = findNearText(wanted, names);
  const near = services.find(({ metadata }) => metadata.name === nearName);
  const explanation = `Services in ${namespace}: ${names.length === 0 ? 'none so far' : listed(names, 5)}.`;
  if (near === undefined) return { title: 'Send to another Service', explanation };
  const title = `Send to Service ${near.metadata.name}`;
  const port = portAt(near, wantedPort);
  if (port === undefined) return { title, explanation: `${explanation} ${portsText(near)}` };
  return buildEditFix(ingress, { title, explanation }, [
    editBackend(row, { serviceName: near.metadata.name, port: port === wantedPort ? undefined : port }),
  ]);
}

function removalFix(references: IngressReferences, row: IngressRow): FindingFix {
  const { ingress } = references;
  const explanation = `${code(row.request)} is then left to other rules, or answers 404.`;
  if (row.path !== undefined)
    return buildRemoval(references, [row.path], { title: 'Remove the path', explanation });
  const words = { title: 'Remove the default backend', explanation };
  return (ingress.spec.rules ?? []).length === 0
    ? { ...words, title: 'Delete the Ingress' }
    : buildEditFix(ingress, words, [
        { kind: 'set-field', field: 'defaultBackend', from: treeOf(row.source), to: undefined },
      ]);
}

function fixesFor(ingress: Ingress, row: IngressRow, context: CheckContext): readonly FindingFix[] {
  const { namespace = '' } = ingress.metadata;
  const pick = pickFix(ingress, row, context);
  const create: FindingFix = {
    title: `Create Service ${row.source.service?.name ?? ''}`,
    explanation: `In namespace ${namespace}, in front of the Pods that are to answer.`,
  };
  const remove = removalFix(context.referencesOf(ingress), row);
  return pick.edits === undefined ? [create, pick, remove] : [pick, create, remove];
}

function report(ingress: Ingress, row: IngressRow, context: CheckContext): Finding {
  const { namespace = '' } = ingress.metadata;
  const { name = '', port } = row.source.service ?? {};
  const wanted: ObjectRef = { kind: 'Service', namespace, name };
  const elsewhere = context.lookups
    .listServicesNamed(name)
    .map(({ metadata }) => metadata.namespace ?? '')
    .filter((other) => other !== namespace);
  const answerer = answererOf(context.referencesOf(ingress).class);
  const portText = port?.name || port?.number;
  return buildFinding(ing001, {
    place: row.place,
    row: row.id,
    related: [wanted],
    label: 'no Service',
    title: `Service ${name} does not exist`,
    ...failureOf(context.words, { texts: [row.request], answerer }),
    why: [
      `The ${row.place.path === undefined ? 'default backend' : 'rule'} sends to Service ${code(name)}${portText === undefined ? '' : `, port ${code(`${portText}`)}`}.`,
      `Namespace ${namespace} has no Service of that name.`,
      elsewhere.length === 0
        ? 'An Ingress can only use Services of its own namespace.'
        : `There is one in ${listed(elsewhere)}, but an Ingress can only use Services of its own namespace.`,
    ].join(' '),
    fixes: fixesFor(ingress, row, context),
    requests: [row.request],
    since: ingress.metadata.creationTimestamp,
  });
}

/** A backend names a Service that the Ingress's namespace does not have. One finding per path. */
export const ing001: Check<'Ingress'> = {
  id: 'ING-001',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'Service'],
  run: (ingress, context) => ({
    findings: listIngressRows(context.referencesOf(ingress))
      .filter(({ backend }) => backend.kind === 'no-service')
      .map((row) => report(ingress, row, context)),
  }),
};
