import type { Service } from '@fairlead/kube-objects';
import type { CheckContext } from '../check.ts';
import type { CheckWords } from '../words/check-words.ts';
import { answererOf, type AffectedRequests, type IngressAnswerer } from './ingress-answer.ts';
import { listIngressRows } from './ingress-row.ts';
import { failureOf } from './request-failure.ts';

/**
 * The requests that Ingresses send to a Service, or to one port of it, each once. Ingresses whose class does not exist
 * are left out: they send nothing. The answerer is that of all of them, `unknown` when they differ.
 */
export function findRequestsTo(context: CheckContext, service: Service, portId?: string): AffectedRequests {
  const { name, namespace = '' } = service.metadata;
  const texts = new Set<string>();
  const answerers = new Set<IngressAnswerer>();
  for (const ingress of context.lookups.listIngressesTo(namespace, name)) {
    const references = context.referencesOf(ingress);
    const answerer = answererOf(references.class);
    if (answerer === 'nobody') continue;
    for (const { backend, request } of listIngressRows(references)) {
      if (backend.kind !== 'port' || backend.service.metadata.name !== name) continue;
      if (portId !== undefined && backend.portId !== portId) continue;
      texts.add(request);
      answerers.add(answerer);
    }
  }
  const [answerer = 'unknown', ...others] = answerers;
  return { texts: [...texts], answerer: others.length > 0 ? 'unknown' : answerer };
}

/** The parts of a finding that say what requests meet when the Service has nothing behind it. */
export function emptyServiceParts(
  words: CheckWords,
  service: Service,
  requests: AffectedRequests,
): { happens: string; effectNow: string; requests: readonly string[] } {
  if (requests.texts.length > 0) return { ...failureOf(words, requests), requests: requests.texts };
  const { name, namespace = '' } = service.metadata;
  const { nameHasNoAddress, noAddressNow, refused, refusedNow } = words.requests;
  return service.spec.clusterIP === 'None'
    ? { happens: nameHasNoAddress(`${name}.${namespace}`), effectNow: noAddressNow(), requests: [] }
    : { happens: refused(name), effectNow: refusedNow(), requests: [] };
}
