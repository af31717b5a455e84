import { keyOf, kinds, ObjectStore, type ObjectChange, type StringMap } from '@fairlead/kube-objects';
import { convertStoredIngress, ownField, type JsonObject } from '@fairlead/manifests';
import type { CertificateFacts, RoutingWorld } from '@fairlead/routing';
import { parseConfigMap } from '../../cluster/parse-config-map.ts';
import type { CertificateReader } from './certificate-reader.ts';
import type { World } from './world.ts';
import { parseWorldObject } from './parse-world-object.ts';

const everythingIsKnown = kinds.map((kind) => ({ kind, namespace: undefined, state: 'ready' as const }));

/** Collects objects, the whole world of a question. */
export class WorldBuilder {
  readonly #changes: ObjectChange[] = [];
  readonly #certificates = new Map<string, CertificateFacts>();
  readonly #configMaps = new Map<string, StringMap>();
  readonly #certificateReader: CertificateReader;

  constructor(certificateReader: CertificateReader) {
    this.#certificateReader = certificateReader;
  }

  /** The key of the object that was taken, why it cannot be read, or `undefined` for one that says nothing of routing. */
  add(raw: JsonObject): { readonly key: string } | { readonly reason: string } | undefined {
    if (this.#addSetting(raw)) return undefined;
    const object = parseWorldObject(convertStoredIngress(raw)?.object ?? raw);
    if (object === undefined) return undefined;
    if (object.kind === 'Unreadable') return { reason: object.reason };
    this.#changes.push({ op: 'put', object });
    return { key: keyOf(object) };
  }

  build(): RoutingWorld & Pick<World, 'configMaps'> & { readonly reader: ObjectStore } {
    const reader = new ObjectStore();
    reader.apply(this.#changes);
    reader.setAccess(everythingIsKnown);
    return { reader, certificates: this.#certificates, configMaps: this.#configMaps };
  }

  /** Secrets and ConfigMaps are no objects of the picture. */
  #addSetting(raw: JsonObject): boolean {
    const kind = ownField(raw, 'kind');
    if (kind === 'Secret') {
      const certificate = this.#certificateReader.read(raw);
      if (certificate !== undefined) this.#certificates.set(certificate.id, certificate.facts);
    } else if (kind === 'ConfigMap') {
      const { id, data } = parseConfigMap(raw);
      this.#configMaps.set(id, data);
    } else return false;
    return true;
  }
}
