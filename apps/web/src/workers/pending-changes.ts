import { keyOf, type ObjectChange, type ObjectKey } from '@fairlead/kube-objects';

/** Changes that wait, the last one of each object only: held back, they take no more room than the cluster has objects. */
export class PendingChanges {
  readonly #byKey = new Map<ObjectKey, ObjectChange>();

  get size(): number {
    return this.#byKey.size;
  }

  add(changes: readonly ObjectChange[]): void {
    for (const change of changes) {
      const key = change.op === 'put' ? keyOf(change.object) : change.key;
      // Deleted first, so that the order is that of the last changes.
      this.#byKey.delete(key);
      this.#byKey.set(key, change);
    }
  }

  take(): readonly ObjectChange[] {
    const changes = [...this.#byKey.values()];
    this.#byKey.clear();
    return changes;
  }
}
