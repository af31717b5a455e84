import type { Kind } from '@fairlead/kube-objects';
import { fieldOf, listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { createObject } from '../registry/create-object.ts';
import { deleteObject, plainDelete } from '../registry/delete-object.ts';
import { inTypeOrder } from '../registry/judge-object.ts';
import { replaceObject } from '../registry/update-object.ts';
import { keyFor, timeNow, type WriteContext } from '../registry/write-context.ts';
import { resourceOfKind, type ServedKind } from '../resources/resource-table.ts';
import { Refusal } from '../status/refusal.ts';

/** What a controller's own object looks like to its dependents. */
export function ownerReferenceTo(owner: JsonObject): JsonObject {
  return {
    apiVersion: textAt(owner, 'apiVersion'),
    kind: textAt(owner, 'kind'),
    name: textAt(owner, 'metadata', 'name'),
    uid: textAt(owner, 'metadata', 'uid'),
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** The uid of the object that controls this one, empty when none does. */
export function controllerUidOf(object: JsonObject): string {
  const owner = listAt(object, 'metadata', 'ownerReferences').find(
    (entry) => fieldOf(entry, 'controller') === true,
  );
  return textAt(owner, 'uid');
}

const placeLabels = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'];

/** Reading and writing as the cluster's own controllers do, without HTTP but by the same rules. */
export class ControllerClient {
  readonly context: WriteContext;
  readonly #manager: string;

  constructor(context: WriteContext, manager: string) {
    this.context = context;
    this.#manager = manager;
  }

  get now(): string {
    return timeNow(this.context);
  }

  find(kind: ServedKind, namespace: string, name: string): JsonObject | undefined {
    return this.context.storage.find(keyFor(resourceOfKind(kind), namespace, name));
  }

  /** In no particular order. */
  list(kind: ServedKind, namespace = ''): readonly JsonObject[] {
    return this.context.storage.listUnsorted(resourceOfKind(kind).key, namespace);
  }

  /** The objects of the kind that `owner` controls. */
  listOwned(kind: Kind, owner: JsonObject): JsonObject[] {
    const uid = textAt(owner, 'metadata', 'uid');
    return this.list(kind, textAt(owner, 'metadata', 'namespace')).filter(
      (object) => controllerUidOf(object) === uid,
    );
  }

  /** `undefined` when the API server refuses, for one because the namespace is going away: the controller tries later. */
  create(kind: ServedKind, given: JsonObject): JsonObject | undefined {
    const created = createObject(this.context, { served: resourceOfKind(kind), given }, this.#options(false));
    return created instanceof Refusal ? undefined : created;
  }

  /** Replaces all but the status, unless somebody was faster: that change brings the controller here again. */
  replace(kind: Kind, before: JsonObject, given: JsonObject): void {
    if (this.#current(kind, before) !== before) return;
    replaceObject(this.context, { served: resourceOfKind(kind), given, before }, this.#options(false));
  }

  /** Writes the status of an object as it stands now, whatever it was when the controller looked at it. */
  setStatus(kind: Kind, seen: JsonObject, status: JsonObject): void {
    const before = this.#current(kind, seen);
    if (before === undefined) return;
    const given = { ...before, status };
    replaceObject(this.context, { served: resourceOfKind(kind), given, before }, this.#options(true));
  }

  /** Binds a Pod to a Node: spec, status and the labels of the Node's place in one go. */
  bind(pod: JsonObject, nodeName: string, status: JsonObject): void {
    const served = resourceOfKind('Pod');
    const nodeLabels = objectAt(this.find('Node', '', nodeName), 'metadata', 'labels');
    const place = Object.entries(nodeLabels).filter(([key]) => placeLabels.includes(key));
    const labels = { ...objectAt(pod, 'metadata', 'labels'), ...Object.fromEntries(place) };
    const metadata = { ...objectAt(pod, 'metadata'), labels };
    const bound = { ...pod, metadata, spec: { ...objectAt(pod, 'spec'), nodeName }, status };
    const { namespace, name } = this.#placeOf(pod);
    this.context.storage.put(keyFor(served, namespace, name), inTypeOrder(served, bound));
  }

  remove(kind: ServedKind, object: JsonObject, gracePeriodSeconds?: number): void {
    const place = this.#placeOf(object);
    deleteObject(
      this.context,
      { served: resourceOfKind(kind), ...place },
      { ...plainDelete, gracePeriodSeconds },
    );
  }

  #current(kind: Kind, seen: JsonObject): JsonObject | undefined {
    const { namespace, name } = this.#placeOf(seen);
    const found = this.find(kind, namespace, name);
    return textAt(found, 'metadata', 'uid') === textAt(seen, 'metadata', 'uid') ? found : undefined;
  }

  #placeOf(object: JsonObject): { namespace: string; name: string } {
    return { namespace: textAt(object, 'metadata', 'namespace'), name: textAt(object, 'metadata', 'name') };
  }

  #options(isStatus: boolean): { manager: string; isDryRun: boolean; isStatus: boolean } {
    return { manager: this.#manager, isDryRun: false, isStatus };
  }
}
