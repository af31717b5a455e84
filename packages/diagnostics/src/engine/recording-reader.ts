import type { Kind, KindAccess, ObjectReader, StringMap, TrimmedObject } from '@fairlead/kube-objects';
import { listReadKey, namespacesReadKey, readKeyOf, slicesReadKey, type ReadLog } from './read-log.ts';

/**
 * Passes every question on and notes it. What may be read at all is not noted: when that changes, everything is looked
 * at again.
 */
export class RecordingReader implements ObjectReader {
  readonly #reader: ObjectReader;
  readonly #log: ReadLog;

  constructor(reader: ObjectReader, log: ReadLog) {
    this.#reader = reader;
    this.#log = log;
  }

  get revision(): number {
    return this.#reader.revision;
  }

  find<K extends Kind>(kind: K, namespace: string | undefined, name: string): TrimmedObject<K> | undefined {
    this.#log.keys.add(readKeyOf(kind, namespace, name));
    return this.#reader.find(kind, namespace, name);
  }

  list<K extends Kind>(kind: K, namespace?: string): readonly TrimmedObject<K>[] {
    this.#log.keys.add(listReadKey(kind, namespace));
    return this.#reader.list(kind, namespace);
  }

  count(kind: Kind): number {
    this.#log.keys.add(listReadKey(kind, undefined));
    return this.#reader.count(kind);
  }

  listNamespaces(): readonly string[] {
    this.#log.keys.add(namespacesReadKey);
    return this.#reader.listNamespaces();
  }

  listSlicesOf(namespace: string, serviceName: string): readonly TrimmedObject<'EndpointSlice'>[] {
    this.#log.keys.add(slicesReadKey(namespace, serviceName));
    return this.#reader.listSlicesOf(namespace, serviceName);
  }

  listPodsSelectedBy(namespace: string, selector: StringMap | undefined): readonly TrimmedObject<'Pod'>[] {
    if (selector !== undefined) this.#log.podSelectors.push({ namespace, pairs: selector });
    return this.#reader.listPodsSelectedBy(namespace, selector);
  }

  listServicesSelecting(
    namespace: string,
    labels: StringMap | undefined,
  ): readonly TrimmedObject<'Service'>[] {
    if (labels !== undefined) this.#log.podLabels.push({ namespace, pairs: labels });
    return this.#reader.listServicesSelecting(namespace, labels);
  }

  listAccess(): readonly KindAccess[] {
    return this.#reader.listAccess();
  }

  isKnown(kind: Kind, namespace?: string): boolean {
    return this.#reader.isKnown(kind, namespace);
  }
}
