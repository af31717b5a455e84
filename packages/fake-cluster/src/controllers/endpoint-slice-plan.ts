import {
  fieldOf,
  isJsonObject,
  isSameJson,
  listAt,
  objectAt,
  textAt,
  type JsonObject,
} from '../json/json-value.ts';
import { ownerReferenceTo } from './controller-client.ts';
import { orNull, type SliceContent } from './endpoint-slice-content.ts';

const managedBy = 'endpointslice.kubernetes.io/managed-by';
const serviceName = 'kubernetes.io/service-name';
const controllerName = 'endpointslice-controller.k8s.io';
const maxEndpoints = 100;

/** What to do to the slices of one Service. */
export interface SlicePlan {
  readonly added: readonly JsonObject[];
  readonly changed: readonly { readonly before: JsonObject; readonly after: JsonObject }[];
  readonly removed: readonly JsonObject[];
}

/** Slices others have made for the Service are left alone. */
export function isManagedSliceOf(slice: JsonObject, service: JsonObject): boolean {
  const labels = objectAt(slice, 'metadata', 'labels');
  return (
    textAt(labels, serviceName) === textAt(service, 'metadata', 'name') &&
    textAt(labels, managedBy) === controllerName
  );
}

/** The Service's labels and those by which the slice is found. */
function labelsFor(service: JsonObject): JsonObject {
  const own = Object.entries(objectAt(service, 'metadata', 'labels'));
  const isHeadless = textAt(service, 'spec', 'clusterIP') === 'None';
  return Object.fromEntries([
    ...own,
    [managedBy, controllerName],
    [serviceName, textAt(service, 'metadata', 'name')],
    ...(isHeadless ? [['service.kubernetes.io/headless', '']] : []),
  ]);
}

function newSlice(
  service: JsonObject,
  { addressType, ports }: SliceContent,
  endpoints: readonly JsonObject[],
): JsonObject {
  return {
    metadata: {
      generateName: `${textAt(service, 'metadata', 'name')}-`,
      namespace: textAt(service, 'metadata', 'namespace'),
      labels: labelsFor(service),
      ownerReferences: [ownerReferenceTo(service)],
    },
    addressType,
    endpoints: orNull(endpoints),
    ports: ports === null ? null : orNull(ports),
  };
}

const podOf = (endpoint: JsonObject): string => textAt(endpoint, 'targetRef', 'uid');

/** Keeps every endpoint in the slice it is in, drops those that went, and says which are in none yet. */
function keep(
  slices: readonly JsonObject[],
  wanted: readonly JsonObject[],
): { readonly kept: { slice: JsonObject; endpoints: JsonObject[] }[]; readonly left: JsonObject[] } {
  const missing = new Map(wanted.map((endpoint) => [podOf(endpoint), endpoint]));
  const kept = slices.map((slice) => {
    const endpoints: JsonObject[] = [];
    for (const old of listAt(slice, 'endpoints').filter(isJsonObject)) {
      const now = missing.get(podOf(old));
      if (now === undefined) continue;
      missing.delete(podOf(old));
      endpoints.push(now);
    }
    return { slice, endpoints };
  });
  return { kept, left: [...missing.values()] };
}

function planGroup(service: JsonObject, slices: readonly JsonObject[], wanted: SliceContent): SlicePlan {
  const { kept, left } = keep(slices, wanted.endpoints);
  for (const { endpoints } of kept) endpoints.push(...left.splice(0, maxEndpoints - endpoints.length));
  const needsNone = wanted.endpoints.length === 0;
  const stays = kept.filter(({ endpoints }, index) => endpoints.length > 0 || (needsNone && index === 0));
  const added: JsonObject[] = needsNone && stays.length === 0 ? [newSlice(service, wanted, [])] : [];
  while (left.length > 0) added.push(newSlice(service, wanted, left.splice(0, maxEndpoints)));
  const changed = stays.map(({ slice, endpoints }) => ({
    before: slice,
    after: {
      ...slice,
      metadata: { ...objectAt(slice, 'metadata'), labels: labelsFor(service) },
      endpoints: orNull(endpoints),
      ports: wanted.ports === null ? null : orNull(wanted.ports),
    },
  }));
  return {
    added,
    changed: changed.filter(({ before, after }) => !isSameJson(before, after)),
    removed: kept.filter((entry) => !stays.includes(entry)).map(({ slice }) => slice),
  };
}

/**
 * What makes the present slices the wanted ones with few writes: endpoints stay where they are, a slice holds at most
 * 100 of them, and a Service without any has one empty slice.
 */
export function planSlices(
  service: JsonObject,
  present: readonly JsonObject[],
  wanted: readonly SliceContent[],
): SlicePlan {
  const unused = new Set(present);
  const plans = wanted.map((content) => {
    const slices = present.filter((slice) => {
      const isSamePorts = isSameJson(
        fieldOf(slice, 'ports') ?? null,
        content.ports === null ? null : orNull(content.ports),
      );
      return textAt(slice, 'addressType') === content.addressType && isSamePorts;
    });
    for (const slice of slices) unused.delete(slice);
    return planGroup(service, slices, content);
  });
  return {
    added: plans.flatMap(({ added }) => added),
    changed: plans.flatMap(({ changed }) => changed),
    removed: [...unused, ...plans.flatMap(({ removed }) => removed)],
  };
}
