import type { IngressBackend, IngressServiceBackend, ServiceBackendPort } from '@fairlead/kube-objects';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import type { Suggestion } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { IngressFormFacts, ServiceChoice, ServicePortChoice } from '../../workers/ingress-form-facts.ts';

type Words = IngressFormMessages['rules'];

export const portText = (port: ServiceBackendPort | undefined): string =>
  port?.name !== undefined && port.name !== ''
    ? port.name
    : port?.number === undefined
      ? ''
      : String(port.number);

/** A port as one sets it: a number where the text is one, else a name. */
export const toPort = (text: string): ServiceBackendPort => {
  if (text === '') return {};
  return /^\d+$/.test(text) ? { number: Number(text) } : { name: text };
};

/** What a backend is called in a line: `orders:http`, `StorageBucket/static`. */
export function backendText({ service, resource }: IngressBackend): string {
  if (service !== undefined) return `${service.name}:${portText(service.port)}`;
  return resource === undefined ? '' : `${resource.kind}/${resource.name}`;
}

/** The text that names a port best: by its name, where an Ingress can name it. */
const bestPortText = (port: ServicePortChoice): string =>
  port.canBeNamed && port.name !== undefined ? port.name : String(port.number);

const podsText = (service: ServiceChoice, words: Words): string => {
  if (service.type === 'ExternalName') return words.external(service.type);
  return service.isCounted ? words.pods(service.readyPods, service.allPods) : words.podsUnknown();
};

const isSilent = ({ isCounted, isAnswering, type }: ServiceChoice): boolean =>
  isCounted && !isAnswering && type !== 'ExternalName';

export const suggestServices = (facts: IngressFormFacts | undefined, words: Words): readonly Suggestion[] =>
  (facts?.services ?? []).map((service) => ({
    value: service.name,
    detail: words.serviceDetail(
      service.ports.map(({ name, number }) => (name === undefined ? String(number) : `${name} ${number}`)),
      podsText(service, words),
    ),
    ...(isSilent(service) ? { tone: 'warning' as const } : {}),
  }));

const findService = (facts: IngressFormFacts | undefined, name: string): ServiceChoice | undefined =>
  facts?.services.find((service) => service.name === name);

/** Names first, for they outlive a change of number, then numbers. Only TCP can be a backend. */
export function suggestPorts(
  facts: IngressFormFacts | undefined,
  serviceName: string,
  words: Words,
): readonly Suggestion[] {
  const ports = (findService(facts, serviceName)?.ports ?? []).filter(({ protocol }) => protocol === 'TCP');
  const named = ports.flatMap(({ name, number, readyPods, canBeNamed }) =>
    canBeNamed && name !== undefined
      ? [{ value: name, detail: `${number} · ${words.podsReady(readyPods)}` }]
      : [],
  );
  const numbered = ports.map(({ name, number, readyPods, canBeNamed }) => {
    const called = name === undefined ? undefined : canBeNamed ? words.called(name) : words.numbered(name);
    return {
      value: String(number),
      detail: called === undefined ? words.podsReady(readyPods) : `${called} · ${words.podsReady(readyPods)}`,
    };
  });
  return [...named, ...numbered];
}

const findPort = (service: ServiceChoice, text: string): ServicePortChoice | undefined =>
  service.ports.find(({ name, number }) => name === text || String(number) === text);

/** The port to go with a Service: the one that was there if it has it, else its first for TCP. */
export function portForService(
  facts: IngressFormFacts | undefined,
  serviceName: string,
  port: ServiceBackendPort | undefined,
): ServiceBackendPort | undefined {
  const service = findService(facts, serviceName);
  const first = service?.ports.find(({ protocol }) => protocol === 'TCP');
  if (service === undefined || first === undefined) return port;
  return findPort(service, portText(port)) === undefined ? toPort(bestPortText(first)) : port;
}

interface BackendWords {
  readonly words: Words;
  readonly onUsePort: (port: ServiceBackendPort) => void;
}

function portNotes(
  service: ServiceChoice,
  text: string,
  { words, onUsePort }: BackendWords,
): readonly FieldNote[] {
  if (text === '' || service.type === 'ExternalName') return [];
  const port = findPort(service, text);
  if (port !== undefined)
    return port.protocol === 'TCP' ? [] : [{ severity: 'warning', message: words.notTcp(port.protocol) }];
  const message = words.noPort(service.name, text, service.ports.map(bestPortText));
  const first = service.ports.find(({ protocol }) => protocol === 'TCP');
  if (first === undefined) return [{ severity: 'warning', message }];
  const best = bestPortText(first);
  return [
    {
      severity: 'warning',
      message,
      fix: { label: words.takePort(best), run: () => onUsePort(toPort(best)) },
    },
  ];
}

/** Why nobody behind a port answers, as far as that is known. */
function silenceNotes(service: ServiceChoice, text: string, words: Words): readonly FieldNote[] {
  const target = service.isCounted ? findPort(service, text)?.missingTarget : undefined;
  if (target !== undefined) return [{ severity: 'warning', message: words.noTarget(service.name, target) }];
  if (!isSilent(service)) return [];
  const message =
    service.readyPods > 0 ? words.noEndpoint(service.name) : words.noneReady(service.name, service.allPods);
  return [{ severity: 'warning', message }];
}

/** What the cluster says of a backend as it stands: that it is not there, or that nobody behind it answers. */
export function backendNotes(
  { service }: IngressBackend,
  facts: IngressFormFacts | undefined,
  backendWords: BackendWords,
): readonly FieldNote[] {
  const { words } = backendWords;
  if (service === undefined || service.name === '' || facts === undefined) return [];
  const known = findService(facts, service.name);
  if (known === undefined)
    return facts.areServicesKnown && facts.moreServices === 0
      ? [{ severity: 'warning', message: words.noService(service.name) }]
      : [];
  const text = portText(service.port);
  const ofPort = portNotes(known, text, backendWords);
  return ofPort.length === 0 ? silenceNotes(known, text, words) : ofPort;
}

/** How many Pods answer for a backend, in words; `undefined` where that is not known. */
export function endpointText(
  { service }: IngressBackend,
  facts: IngressFormFacts | undefined,
  words: Words,
): string | undefined {
  const known = service === undefined ? undefined : findService(facts, service.name);
  return known === undefined || service === undefined
    ? undefined
    : `${service.name}: ${podsText(known, words)}.`;
}

/** A backend for a Service, with the port that goes with it where the Service is known. */
export function withPort(
  service: IngressServiceBackend,
  facts: IngressFormFacts | undefined,
): IngressBackend {
  const port = portForService(facts, service.name, service.port);
  return { service: { ...service, ...(port === undefined ? {} : { port }) } };
}

/** What a new path leads to where no other path shows the way: the first Service that answers. */
export const firstBackend = (facts: IngressFormFacts | undefined): IngressBackend =>
  withPort({ name: facts?.services[0]?.name ?? '' }, facts);
