import { keyOf, kinds, ObjectStore, type ObjectChange } from '@fairlead/kube-objects';
import { convertStoredIngress, ownField, type JsonObject } from '@fairlead/manifests';
import type { CertificateFacts, RoutingWorld } from '@fairlead/routing';
import type { CertificateReader } from './certificate-reader.ts';
import { parseWorldObject } from './parse-world-object.ts';

const everythingIsKnown = kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' as const }));

/** Collects objects, the whole world of a question. */
export class WorldBuilder {
  readonly #changes: ObjectChange[] = [];
  readonly #certificates = new Map<string, CertificateFacts>();
  readonly #certificateReader: CertificateReader;

  constructor(certificateReader: CertificateReader) {
    this.#certificateReader = certificateReader;
  }

  /** The key of the object that was taken, why it cannot be read, or `undefined` for one that says nothing of routing. */
  add(raw: JsonObject): { readonly key: string } | { readonly reason: string } | undefined {
    if (ownField(raw, 'kind') === 'Secret') {
      const certificate = this.#certificateReader.read(raw);
      if (certificate !== undefined) this.#certificates.set(certificate.id, certificate.facts);
      return undefined;
    }
    const object = parseWorldObject(convertStoredIngress(raw)?.object ?? raw);
    if (object === undefined) return undefined;
    if (object.kind === 'Unreadable') return { reason: object.reason };
    this.#changes.push({ op: 'put', object });
    return { key: keyOf(object) };
  }

  build(): RoutingWorld & { readonly reader: ObjectStore } {
    const reader = new ObjectStore();
    reader.apply(this.#changes);
    reader.setAccess(everythingIsKnown);
    return { reader, certificates: this.#certificates };
  }
}
