import { refOf, type EndpointSlice, type Service, type ServicePort } from '@fairlead/kube-objects';
import { serviceFormOf, type ServicePortEndpoints } from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { buildEditFix, setPortField } from '../subjects/edit-fix.ts';
import { listIngressRows } from '../subjects/ingress-row.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';

const namesOf = ({ ports }: EndpointSlice): readonly string[] => (ports ?? []).map(({ name }) => name ?? '');

/** The only port of the only slice, where the Service has one port too: it is clear then which one is meant. */
function findCounterpart(
  service: Service,
  [slice, ...others]: readonly EndpointSlice[],
): { readonly slice: EndpointSlice; readonly name: string } | undefined {
  if (slice === undefined || others.length > 0 || (service.spec.ports ?? []).length !== 1) return undefined;
  const [name, ...names] = namesOf(slice);
  return name === undefined || names.length > 0 ? undefined : { slice, name };
}

/** Whether the name means something to an Ingress: renamed, the port would be missing there. */
const isNamedByIngress = (context: CheckContext, { metadata }: Service, name: string): boolean =>
  context.lookups
    .listIngressesTo(metadata.namespace ?? '', metadata.name)
    .flatMap((ingress) => listIngressRows(context.referencesOf(ingress)))
    .some(({ source: { service } }) => service?.name === metadata.name && service.port?.name === name);

function fixesFor(context: CheckContext, wanted: ServicePort, service: Service): readonly FindingFix[] {
  const wantedName = wanted.name ?? '';
  const { renameSlicePort, renameServicePort } = context.words.svc012;
  const texts = { title: renameSlicePort.title(wantedName), explanation: renameSlicePort.explanation() };
  const counterpart = findCounterpart(service, context.endpointsOf(service).slices);
  if (counterpart === undefined) return [texts];
  const { slice, name } = counterpart;
  const renameSlice = {
    ...texts,
    change: { ref: refOf(slice), field: 'ports[].name', from: name, to: wantedName },
  };
  if (wantedName !== '' && isNamedByIngress(context, service, wantedName)) return [renameSlice];
  const renamePort = buildEditFix(
    service,
    { title: renameServicePort.title(name), explanation: renameServicePort.explanation() },
    [setPortField(wanted, 'name', name === '' ? undefined : name)],
  );
  return [renameSlice, renamePort];
}

function report(context: CheckContext, service: Service, { port, id }: ServicePortEndpoints): Finding {
  const { slices } = context.endpointsOf(service);
  const name = port.name ?? '';
  const words = context.words.svc012;
  const unpaired = {
    serviceName: service.metadata.name,
    name,
    slices: slices.map(({ metadata, ports }) => ({ name: metadata.name, ports: ports ?? [] })),
  };
  return buildFinding(svc012, {
    place: { ref: refOf(service), portId: id, field: 'spec.ports' },
    row: id,
    related: slices.map(refOf),
    label: words.label(name),
    title: words.title(unpaired),
    ...emptyServiceParts(context.words, service, findRequestsTo(context, service, id)),
    why: words.why(unpaired),
    fixes: fixesFor(context, port, service),
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
