import type { EditedObject } from '@fairlead/edits';
import type { IngressBackend, ServiceBackendPort } from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import type { ReviewMessages } from '../../messages/en-review.ts';
import type { IngressFormFacts, ServiceChoice } from '../../workers/ingress-form-facts.ts';

/** Services of the Ingress's namespace with the endpoints behind their ports. */
export type BackendFacts = Pick<IngressFormFacts, 'areServicesKnown' | 'services' | 'moreServices'>;

export interface BackendLine {
  readonly id: string;
  readonly tone: 'ok' | 'warning';
  readonly text: string;
}

interface Lead {
  /** `shop.example.com/cart`; `undefined`: any request that no rule takes. */
  readonly request: string | undefined;
  readonly pathType: string;
  readonly backend: IngressBackend;
}

function listLeads(object: EditedObject | undefined): readonly Lead[] {
  if (object?.kind !== 'Ingress') return [];
  const { defaultBackend } = object.spec;
  return [
    ...listIngressPaths(object).map(({ host, path }) => ({
      request: `${host === '' ? '*' : host}${path.path ?? ''}`,
      pathType: path.pathType,
      backend: path.backend,
    })),
    ...(defaultBackend === undefined ? [] : [{ request: undefined, pathType: '', backend: defaultBackend }]),
  ];
}

type Words = ReviewMessages['result'];

type Text = Pick<BackendLine, 'tone' | 'text'>;

function endpointLine(
  request: string | undefined,
  { name: portName = '', number }: ServiceBackendPort,
  { words, service }: { readonly words: Words; readonly service: ServiceChoice },
): Text | undefined {
  const port = portName === '' ? number : portName;
  if (service.type === 'ExternalName' || !service.isCounted || port === undefined) return undefined;
  const found = service.ports.find((each) => each.name === port || each.number === port);
  const ready = found?.readyPods ?? 0;
  const text = words.endpointsReady(request, `${service.name}:${port}`, ready);
  return { tone: ready === 0 ? 'warning' : 'ok', text };
}

function backendLine(
  { request, backend: { service } }: Lead,
  facts: BackendFacts,
  words: Words,
): Text | undefined {
  if (service === undefined) return undefined;
  const found = facts.services.find(({ name }) => name === service.name);
  if (found !== undefined) return endpointLine(request, service.port ?? {}, { words, service: found });
  return facts.areServicesKnown && facts.moreServices === 0
    ? { tone: 'warning', text: words.backendMissing(request, service.name) }
    : undefined;
}

/** Whether requests for what a change added or led elsewhere are answered: by endpoints that are ready. */
export function describeBackends(
  { before, after }: Pick<AppliedChange, 'before' | 'after'>,
  facts: BackendFacts | undefined,
  words: Words,
): readonly BackendLine[] {
  if (facts === undefined) return [];
  const old = new Set(listLeads(before).map((lead) => JSON.stringify(lead)));
  const changed = listLeads(after).filter((lead) => !old.has(JSON.stringify(lead)));
  const lines = changed.flatMap((lead) => backendLine(lead, facts, words) ?? []);
  return [...new Map(lines.map((line) => [line.text, { id: `backend ${line.text}`, ...line }])).values()];
}
