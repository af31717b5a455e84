import { treeOf } from '@fairlead/edits';
import {
  findNearText,
  refOf,
  type Ingress,
  type ObjectRef,
  type Service,
  type ServiceBackendPort,
} from '@fairlead/kube-objects';
import { findServicePort, type IngressReferences } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { backendPortOf, portsOf } from '../subjects/backend-port.ts';
import { editBackend } from '../subjects/edit-backend.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { answererOf } from '../subjects/ingress-answer.ts';
import { listIngressRows, type IngressRow } from '../subjects/ingress-row.ts';
import { failureOf } from '../subjects/request-failure.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { buildRemoval } from '../subjects/remove-paths.ts';

/** The backend's port where that Service has it, else the only one it has; `undefined`: somebody has to choose. */
function portAt(service: Service, wanted: ServiceBackendPort = {}): ServiceBackendPort | undefined {
  const named = wanted.name || wanted.number;
  if (named !== undefined && findServicePort(service, named) !== undefined) return wanted;
  const [only, ...others] = service.spec.ports ?? [];
  return only === undefined || others.length > 0 ? undefined : backendPortOf(only);
}

function pickFix(ingress: Ingress, row: IngressRow, context: CheckContext): FindingFix {
  const { namespace = '' } = ingress.metadata;
  const { name: wanted = '', port: wantedPort } = row.source.service ?? {};
  const services = context.reader.list('Service', namespace);
  const names = services.map(({ metadata }) => metadata.name);
  const nearName = findNearText(wanted, names);
  const near = services.find(({ metadata }) => metadata.name === nearName);
  const told = { namespace, names, choice: undefined };
  const words = context.words.ing001.sendElsewhere;
  if (near === undefined) return { title: words.title(undefined), explanation: words.explanation(told) };
  const title = words.title(near.metadata.name);
  const port = portAt(near, wantedPort);
  if (port === undefined)
    return { title, explanation: words.explanation({ ...told, choice: portsOf(near) }) };
  return buildEditFix(ingress, { title, explanation: words.explanation(told) }, [
    editBackend(row, { serviceName: near.metadata.name, port: port === wantedPort ? undefined : port }),
  ]);
}

function removalFix(references: IngressReferences, row: IngressRow, { words }: CheckContext): FindingFix {
  const { ingress } = references;
  const { removePath, removeDefaultBackend } = words.ing001;
  const ingressName = fullNameOf(refOf(ingress));
  if (row.path !== undefined)
    return buildRemoval(references, [row.path], (extent) => ({
      title: removePath.title({ extent, ingress: ingressName }),
      explanation: removePath.explanation({ extent, ingress: ingressName }, row.request),
    }));
  const explanation = removeDefaultBackend.explanation(row.request);
  return (ingress.spec.rules ?? []).length === 0
    ? { title: removeDefaultBackend.titleWhereNothingIsLeft(), explanation }
    : buildEditFix(ingress, { title: removeDefaultBackend.title(), explanation }, [
        { kind: 'set-field', field: 'defaultBackend', from: treeOf(row.source), to: undefined },
      ]);
}

function fixesFor(ingress: Ingress, row: IngressRow, context: CheckContext): readonly FindingFix[] {
  const { namespace = '' } = ingress.metadata;
  const pick = pickFix(ingress, row, context);
  const words = context.words.ing001.create;
  const create: FindingFix = {
    title: words.title(row.source.service?.name ?? ''),
    explanation: words.explanation(namespace),
  };
  const remove = removalFix(context.referencesOf(ingress), row, context);
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
  const namedPort = port?.name || port?.number;
  const words = context.words.ing001;
  return buildFinding(ing001, {
    place: row.place,
    row: row.id,
    related: [wanted],
    label: words.label(),
    title: words.title(name),
    ...failureOf(context.words, { texts: [row.request], answerer }),
    why: words.why({
      isDefaultBackend: row.place.path === undefined,
      name,
      port: namedPort === undefined ? undefined : `${namedPort}`,
      namespace,
      elsewhere,
    }),
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
