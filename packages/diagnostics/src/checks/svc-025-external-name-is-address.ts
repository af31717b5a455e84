import { isIpAddress, refOf } from '@fairlead/kube-objects';
import { serviceFormOf } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import { findRequestsTo } from '../subjects/requests-to-service.ts';
import { code } from '../text/sentence.ts';

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
    const { name, namespace } = service.metadata;
    const finding = buildFinding(svc025, {
      place: { ref: refOf(service), field: 'spec.externalName' },
      label: 'External name is an address',
      title: `externalName ${code(externalName)} is treated as a DNS name, not as an address`,
      happens: `Who looks up ${code(`${name}.${namespace}`)} gets an alias to a name that does not exist.`,
      effectNow: 'no address',
      why: `Cluster DNS answers for an ExternalName Service with a CNAME record to ${code(externalName)}. A CNAME record holds a name; no name consists of numbers only.`,
      fixes: [
        {
          title: 'Make it a Service without selector',
          explanation: `Drop type and externalName, give it a port, and add an EndpointSlice labelled ${code(`kubernetes.io/service-name: ${name}`)} with address ${code(externalName)}.`,
        },
        {
          title: 'Use a DNS name',
          explanation: 'If the machine has one, externalName can hold it.',
        },
      ],
      requests: findRequestsTo(context, service).texts,
      since: service.metadata.creationTimestamp,
    });
    return { findings: [finding] };
  },
};
