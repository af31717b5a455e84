import type { ListCall, WatchCall } from './scripted-source.ts';

interface Stored {
  readonly namespace: string;
  readonly name: string;
  readonly version: number;
  readonly note: string;
}

interface Happening {
  readonly version: number;
  readonly line: string;
}

/** The Services of a cluster with a history: the truth a reflector is compared with. */
export class ModelCluster {
  readonly objects = new Map<string, Stored>();
  version = 100;
  /** Watches from before this version are answered with 410. */
  oldestVersion = 100;
  #history: Happening[] = [];

  put(name: string, note: string, namespace = 'shop'): string {
    const key = `Service/${namespace}/${name}`;
    const type = this.objects.has(key) ? 'MODIFIED' : 'ADDED';
    this.version += 1;
    const stored = { namespace, name, version: this.version, note };
    this.objects.set(key, stored);
    return this.#remember(eventLine(type, serviceOf(stored)));
  }

  remove(name: string, namespace = 'shop'): string {
    const key = `Service/${namespace}/${name}`;
    const stored = this.objects.get(key);
    if (stored === undefined) return '';
    this.version += 1;
    this.objects.delete(key);
    return this.#remember(eventLine('DELETED', serviceOf({ ...stored, version: this.version })));
  }

  /** Forgets history: every watch from before now is too old. */
  compact(): void {
    this.#history = [];
    this.oldestVersion = this.version;
  }

  bookmark(version = this.version): string {
    return eventLine('BOOKMARK', {
      kind: 'Service',
      apiVersion: 'v1',
      metadata: { resourceVersion: String(version) },
    });
  }

  /** The lines a watch from `version` begins with. */
  linesSince(version: string): readonly string[] {
    if (Number(version) < this.oldestVersion) return [expiredLine()];
    return this.#history.filter((happening) => happening.version > Number(version)).map(({ line }) => line);
  }

  listBody(from = 0, limit = Infinity): string {
    const all = [...this.objects.values()];
    const page = all.slice(from, from + limit);
    const remaining = all.length - from - page.length;
    return JSON.stringify({
      kind: 'ServiceList',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: String(this.version),
        ...(remaining > 0 ? { continue: `at-${from + page.length}`, remainingItemCount: remaining } : {}),
      },
      items: page.map((stored) => ({ metadata: serviceOf(stored).metadata, spec: serviceOf(stored).spec })),
    });
  }

  /** Answers a list with all pages as asked for, and a watch with what has happened since. */
  answerList(call: ListCall, limit = Infinity): void {
    const from = Number(call.request.continueToken?.replace('at-', '') ?? 0);
    call.open();
    call.send(this.listBody(from, limit));
    call.end();
  }

  answerWatch(call: WatchCall): void {
    call.open();
    for (const line of this.linesSince(call.request.resourceVersion)) call.send(line);
  }

  /** What a reader should hold: versions by key. */
  truth(): Record<string, string> {
    return Object.fromEntries(
      [...this.objects].map(([key, { version, note }]) => [key, `${version} ${note}`]),
    );
  }

  #remember(line: string): string {
    this.#history.push({ version: this.version, line });
    return line;
  }
}

const serviceOf = ({ namespace, name, version, note }: Stored) => ({
  kind: 'Service',
  apiVersion: 'v1',
  metadata: {
    name,
    namespace,
    uid: `uid-${name}`,
    resourceVersion: String(version),
    labels: { note },
    managedFields: [{ manager: 'test' }],
  },
  spec: { selector: { app: name } },
});

const eventLine = (type: string, object: unknown): string => `${JSON.stringify({ type, object })}\n`;

/** As a real API server answers a watch from a version it has forgotten: HTTP 200 and one event. */
export const expiredLine = (): string =>
  eventLine('ERROR', {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'too old resource version: 354 (359)',
    reason: 'Expired',
    code: 410,
  });
