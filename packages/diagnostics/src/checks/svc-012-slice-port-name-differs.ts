import { refOf, type EndpointSlice, type Service, type ServicePort } from '@fairlead/kube-objects';
import { serviceFormOf, type ServicePortEndpoints } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import { code, listed, quoted } from '../text/sentence.ts';

const namesOf = ({ ports }: EndpointSlice): readonly string[] => (ports ?? []).map(({ name }) => name ?? '');

const portText = (name: string): string => (name === '' ? 'an unnamed port' : `a port named ${quoted(name)}`);

function sliceText(slice: EndpointSlice): string {
  const ports = (slice.ports ?? []).map(({ name, port }) =>
    name ? code(name) : `an unnamed port ${port ?? ''}`.trim(),
  );
  return `EndpointSlice ${slice.metadata.name} has ${ports.length === 0 ? 'no port' : listed(ports)}.`;
}

/** With one port on each side it is clear which one is meant. */
function fixFor(wanted: ServicePort, service: Service, slices: readonly EndpointSlice[]): FindingFix {
  const [slice] = slices;
  const [name, ...others] = slice === undefined ? [] : namesOf(slice);
  const text = {
    title: `Name the slice’s port ${quoted(wanted.name ?? '')}`,
    explanation: 'Names have to be equal, letter for letter; the number stays.',
  };
  const isClear = slices.length === 1 && others.length === 0 && (service.spec.ports ?? []).length === 1;
  if (slice === undefined || name === undefined || !isClear) return text;
  return { ...text, change: { ref: refOf(slice), field: 'ports[].name', from: name, to: wanted.name ?? '' } };
}

function report(context: CheckContext, service: Service, { port, id }: ServicePortEndpoints): Finding {
  const { slices } = context.endpointsOf(service);
  const name = port.name ?? '';
  const [first] = slices;
  const who = slices.length === 1 ? `EndpointSlice ${first?.metadata.name}` : 'No EndpointSlice';
  const verb = slices.length === 1 ? 'does not have' : 'has';
  return buildFinding(svc012, {
    place: { ref: refOf(service), portId: id, field: 'spec.ports' },
    row: id,
    related: slices.map(refOf),
    label: name === '' ? 'No unnamed slice port' : `No slice port ${quoted(name)}`,
    title: `${who} ${verb} ${portText(name)}`,
    ...emptyServiceParts(service, findRequestsTo(context, service, id)),
    why: `Ports of a Service and of its slices are paired by name. Service ${service.metadata.name} has ${portText(name)}. ${listed(slices.map(sliceText), 5)} What does not pair is ignored.`,
    fixes: [fixFor(port, service, slices)],
    since: service.metadata.creationTimestamp,
  });
}

/** A Service without selector has slices, but for one of its ports none has a port of the same name. */
export const svc012: Check<'Service'> = {
  id: 'SVC-012',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Service',
  reads: ['Service', 'EndpointSlice'],
  run(service, context) {
    if (serviceFormOf(service) !== 'no-selector') return nothingFound;
    const { slices, ports } = context.endpointsOf(service);
    if (slices.length === 0) return nothingFound;
    const published = new Set(slices.flatMap(namesOf));
    const findings = ports
      .filter(({ port }) => !published.has(port.name ?? ''))
      .map((found) => report(context, service, found));
    return { findings };
  },
};
