import { objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { safeAlphabet } from '../random.ts';
import { ownerReferenceTo } from './controller-client.ts';

/** What sets one Pod of a workload apart from the others. */
export interface PodParticulars {
  /** Without a name one is generated after the owner's. */
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec?: JsonObject;
}

/** A Pod as the workload's template describes it, owned by the workload. */
export function podFromTemplate(owner: JsonObject, particulars: PodParticulars = {}): JsonObject {
  const template = objectAt(owner, 'spec', 'template');
  const { name, labels = {}, spec = {} } = particulars;
  const annotations = objectAt(template, 'metadata', 'annotations');
  return {
    metadata: {
      ...(name === undefined ? { generateName: `${textAt(owner, 'metadata', 'name')}-` } : { name }),
      namespace: textAt(owner, 'metadata', 'namespace'),
      labels: { ...objectAt(template, 'metadata', 'labels'), ...labels },
      annotations,
      ownerReferences: [ownerReferenceTo(owner)],
    },
    spec: { ...objectAt(template, 'spec'), ...spec },
  };
}

/** A short text that changes when the template does: FNV-1a, in the alphabet of generated names. */
export function templateHash(template: JsonObject): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(template)) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return String(hash)
    .split('')
    .map((digit) => safeAlphabet[digit.charCodeAt(0) % safeAlphabet.length])
    .join('');
}
