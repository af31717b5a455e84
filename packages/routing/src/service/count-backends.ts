import type { ServiceEndpoint } from './service-endpoints.ts';

/** [SVC-7] What an endpoint is good for: `serving-terminating` ones are used only where no ready one is left. */
export type EndpointState = 'ready' | 'serving-terminating' | 'not-ready';

export function endpointStateOf(
  endpoint: Pick<ServiceEndpoint, 'isReady' | 'isServing' | 'isTerminating'>,
): EndpointState {
  if (endpoint.isReady) return 'ready';
  return endpoint.isServing && endpoint.isTerminating ? 'serving-terminating' : 'not-ready';
}

const rank: Readonly<Record<EndpointState, number>> = { ready: 0, 'serving-terminating': 1, 'not-ready': 2 };

export const isBetterState = (one: EndpointState, other: EndpointState): boolean => rank[one] < rank[other];

/** [SVC-17] A Pod is one backend however many addresses it has; an address without a Pod is one of its own. */
function backendIdOf({ endpoint, slice, address }: ServiceEndpoint): string {
  const { targetRef } = endpoint;
  if (targetRef?.kind !== 'Pod' || targetRef.name === undefined) return `address ${address}`;
  return `pod ${targetRef.namespace ?? slice.metadata.namespace ?? ''}/${targetRef.name}`;
}

/** [SVC-17] Distinct backends by state; one that is published in several states counts in its best. */
export function countBackends(
  endpoints: readonly ServiceEndpoint[],
): Readonly<Record<EndpointState, number>> {
  const states = new Map<string, EndpointState>();
  for (const endpoint of endpoints) {
    const id = backendIdOf(endpoint);
    const state = endpointStateOf(endpoint);
    const known = states.get(id);
    if (known === undefined || isBetterState(state, known)) states.set(id, state);
  }
  const counts = { ready: 0, 'serving-terminating': 0, 'not-ready': 0 };
  for (const state of states.values()) counts[state] += 1;
  return counts;
}
