import { isSelectedByPairs } from '@fairlead/kube-objects';
import { textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { listKeyOf, type StoredChange } from '../storage/storage.ts';
import { splitKey, type Controller } from './controller.ts';
import type { ControllerClient } from './controller-client.ts';
import { desiredSlices, type SliceContent } from './endpoint-slice-content.ts';
import { isManagedSliceOf, planSlices } from './endpoint-slice-plan.ts';

/** The Services of the Pod's namespace whose selector its labels satisfy. */
function servicesSelecting(client: ControllerClient, pod: JsonObject): string[] {
  const { labels } = parseStored('Pod', pod).metadata;
  return client
    .list('Service', textAt(pod, 'metadata', 'namespace'))
    .filter((service) => isSelectedByPairs(labels, parseStored('Service', service).spec.selector))
    .map(listKeyOf);
}

function keysFor(client: ControllerClient, { resource, object, previous }: StoredChange): string[] {
  switch (resource) {
    case 'services':
      return [listKeyOf(object)];
    case 'pods':
      return [object, ...(previous === undefined ? [] : [previous])].flatMap((pod) =>
        servicesSelecting(client, pod),
      );
    case 'endpointslices.discovery.k8s.io': {
      const service = textAt(object, 'metadata', 'labels', 'kubernetes.io/service-name');
      return service === '' ? [] : [`${textAt(object, 'metadata', 'namespace')}/${service}`];
    }
    default:
      return [];
  }
}

function carryOut(client: ControllerClient, service: JsonObject, wanted: readonly SliceContent[]): void {
  const owned = client
    .list('EndpointSlice', textAt(service, 'metadata', 'namespace'))
    .filter((slice) => isManagedSliceOf(slice, service));
  const plan = planSlices(service, owned, wanted);
  for (const slice of plan.removed) client.remove('EndpointSlice', slice);
  for (const { before, after } of plan.changed) client.replace('EndpointSlice', before, after);
  for (const slice of plan.added) client.create('EndpointSlice', slice);
}

/** Keeps the EndpointSlices of every Service with a selector, as the built-in controller does. */
export const createEndpointSliceController = (client: ControllerClient): Controller => ({
  keysFor: (change) => keysFor(client, change),
  reconcile: (key) => {
    const { namespace, name } = splitKey(key);
    const object = client.find('Service', namespace, name);
    if (object === undefined) return;
    const service = parseStored('Service', object);
    const hasSelector = Object.keys(service.spec.selector ?? {}).length > 0;
    if (!hasSelector || service.spec.type === 'ExternalName') return;
    const pods = client
      .list('Pod', namespace)
      .map((pod) => parseStored('Pod', pod))
      .filter((pod) => isSelectedByPairs(pod.metadata.labels, service.spec.selector));
    const families = textsAt(object, 'spec', 'ipFamilies');
    const zoneOf = (nodeName: string): string =>
      textAt(client.find('Node', '', nodeName), 'metadata', 'labels', 'topology.kubernetes.io/zone');
    carryOut(
      client,
      object,
      families.flatMap((family) => desiredSlices({ service, pods, family, zoneOf })),
    );
  },
});
