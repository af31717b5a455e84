import { refOf, type Ingress, type ObjectRef } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { answererOf, failureOf } from '../subjects/ingress-answer.ts';
import { listIngressRows, type IngressRow } from '../subjects/ingress-row.ts';
import { findNearText } from '../text/near-text.ts';
import { code, listed } from '../text/sentence.ts';

function fixesFor(ingress: Ingress, row: IngressRow, { reader }: CheckContext): readonly FindingFix[] {
  const { namespace = '' } = ingress.metadata;
  const wanted = row.source.service?.name ?? '';
  const names = reader.list('Service', namespace).map(({ metadata }) => metadata.name);
  const near = findNearText(wanted, names);
  const pick: FindingFix = {
    title: near === undefined ? 'Send to another Service' : `Send to Service ${near}`,
    explanation: `Services in ${namespace}: ${names.length === 0 ? 'none so far' : listed(names, 5)}.`,
    ...(near === undefined
      ? {}
      : {
          change: { ref: refOf(ingress), field: `${row.field}.service.name`, from: wanted, to: near },
        }),
  };
  const create: FindingFix = {
    title: `Create Service ${wanted}`,
    explanation: `In namespace ${namespace}, in front of the Pods that are to answer.`,
  };
  const remove: FindingFix = {
    title: row.place.path === undefined ? 'Remove the default backend' : 'Remove the path',
    explanation: `${code(row.request)} is then left to other rules, or answers 404.`,
  };
  return near === undefined ? [create, pick, remove] : [pick, create, remove];
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
    ...failureOf({ texts: [row.request], answerer }),
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
