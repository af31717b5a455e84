import { objectKey, type Kind, type ObjectKey } from '@fairlead/kube-objects';
import type { StoredObject } from './context-reader.ts';
import { isOlderVersion } from './resource-version.ts';
import type { TrimmedText } from './trim-object/object-trimmer.ts';

interface Entry {
  readonly resourceVersion: string;
  readonly json: string;
  /** The list that saw it last. */
  readonly listNumber: number;
}

/** The objects of one kind (in one namespace, or all) as text. Says of each step what it changed. */
export class KindStore {
  readonly #kind: Kind;
  readonly #entries = new Map<ObjectKey, Entry>();
  #listNumber = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  get size(): number {
    return this.#entries.size;
  }

  *objects(): IterableIterator<StoredObject> {
    for (const [key, { json }] of this.#entries) yield { key, json };
  }

  startList(): void {
    this.#listNumber += 1;
  }

  /** A list is right about what it names, even where its versions are older: a cluster may have been restored. */
  putListed(object: TrimmedText): StoredObject | undefined {
    const key = this.#keyOf(object);
    const entry = this.#entries.get(key);
    const isSame =
      entry !== undefined &&
      object.resourceVersion !== '' &&
      entry.resourceVersion === object.resourceVersion;
    this.#entries.set(key, {
      resourceVersion: object.resourceVersion,
      json: isSame ? entry.json : object.json,
      listNumber: this.#listNumber,
    });
    return isSame ? undefined : { key, json: object.json };
  }

  /** Drops what the list under way has not named. Only after its last page. */
  finishList(): readonly ObjectKey[] {
    const gone: ObjectKey[] = [];
    for (const [key, { listNumber }] of this.#entries) if (listNumber !== this.#listNumber) gone.push(key);
    for (const key of gone) this.#entries.delete(key);
    return gone;
  }

  /** A watch may repeat what is known: `undefined` when the event tells nothing new. */
  putWatched(object: TrimmedText): StoredObject | undefined {
    const key = this.#keyOf(object);
    const entry = this.#entries.get(key);
    const { resourceVersion, json } = object;
    if (entry !== undefined) {
      if (entry.resourceVersion === resourceVersion && resourceVersion !== '') return undefined;
      if (isOlderVersion(resourceVersion, entry.resourceVersion)) return undefined;
    }
    this.#entries.set(key, { resourceVersion, json, listNumber: this.#listNumber });
    return { key, json };
  }

  removeWatched(object: TrimmedText): ObjectKey | undefined {
    const key = this.#keyOf(object);
    const entry = this.#entries.get(key);
    if (entry === undefined || isOlderVersion(object.resourceVersion, entry.resourceVersion))
      return undefined;
    this.#entries.delete(key);
    return key;
  }

  /** Forgets everything; the keys it held. */
  clear(): readonly ObjectKey[] {
    const keys = [...this.#entries.keys()];
    this.#entries.clear();
    return keys;
  }

  #keyOf({ namespace, name }: TrimmedText): ObjectKey {
    return objectKey(this.#kind, namespace, name);
  }
}
