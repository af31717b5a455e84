import { isIpAddress, refOf } from '@fairlead/kube-objects';
import { serviceFormOf } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { findRequestsTo } from '../subjects/requests-to-service.ts';

/** An ExternalName that looks like an address: cluster DNS answers with it as a name, which nobody can resolve. */
export const svc025: Check<'Service'> = {
  id: 'SVC-025',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Service',
  reads: ['Service'],
  run(service, context) {
    const { externalName = '' } = service.spec;
    const isAddress = isIpAddress(externalName.replace(/\.$/, ''));
    if (serviceFormOf(service) !== 'external-name' || !isAddress) return nothingFound;
    const { name, namespace = '' } = service.metadata;
    const words = context.words.svc025;
    const finding = buildFinding(svc025, {
      place: { ref: refOf(service), field: 'spec.externalName' },
      label: words.label(),
      title: words.title(externalName),
      happens: words.happens(name, namespace),
      effectNow: words.effectNow(),
      why: words.why(externalName),
      fixes: [
        {
          title: words.dropSelector.title(),
          explanation: words.dropSelector.explanation(name, externalName),
        },
        { title: words.useDnsName.title(), explanation: words.useDnsName.explanation() },
      ],
      requests: findRequestsTo(context, service).texts,
      since: service.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
