import { refOf, type ObjectRef } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { requestsFor } from '../words/english/requests.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import { findNearText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { listed, quoted } from '../words/english/sentence.ts';

/**
 * `spec.ingressClassName` names no IngressClass. A class named only by the old annotation is left alone: controllers
 * compare that with their own setting and need no object.
 */
export const ing005: Check<'Ingress'> = {
  id: 'ING-005',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass'],
  run(ingress, context) {
    const references = context.referencesOf(ingress);
    if (references.class.kind !== 'missing' || references.class.source !== 'field') return nothingFound;
    const { name } = references.class;
    const wanted: ObjectRef = { kind: 'IngressClass', namespace: undefined, name };
    const available = context.reader.list('IngressClass').map(({ metadata }) => metadata.name);
    const meant = findNearText(name, available) ?? (available.length === 1 ? available[0] : undefined);
    const requests = [...new Set(listIngressRows(references).map(({ request }) => request))];
    const finding = buildFinding(ing005, {
      place: { ref: refOf(ingress), field: 'spec.ingressClassName' },
      related: [wanted],
      label: `no class ${quoted(name)}`,
      title: `IngressClass ${quoted(name)} does not exist`,
      happens:
        requests.length === 0
          ? 'No controller takes this Ingress.'
          : `${requestsFor(requests)} are not served.`,
      effectNow: 'not served',
      why: `A controller takes an Ingress when the IngressClass it names is one of its own. ${
        available.length === 0
          ? 'The cluster has no IngressClass.'
          : `The cluster has ${available.length === 1 ? 'IngressClass' : 'IngressClasses'} ${listed(available.map(code), 5)}.`
      }`,
      fixes: [
        meant === undefined
          ? {
              title: available.length === 0 ? 'Install an ingress controller' : 'Pick a class',
              explanation:
                available.length === 0
                  ? 'Its installation brings an IngressClass.'
                  : `One of ${listed(available.map(code), 5)}.`,
            }
          : buildEditFix(
              ingress,
              { title: `Use class ${meant}`, explanation: 'Its controller then takes this Ingress.' },
              [{ kind: 'set-field', field: 'ingressClassName', from: name, to: meant }],
            ),
        {
          title: `Create IngressClass ${name}`,
          explanation:
            'If a controller for it runs here. Its documentation names the controller text to use.',
        },
      ],
      requests,
      since: ingress.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
