import type { Ingress } from '@fairlead/kube-objects';
import { annotationOf } from './routing-profile.ts';

const mergeableKey = 'nginx.org/mergeable-ingress-type';

/** The text of an annotation of `nginx.org`; empty text is none. */
export const f5Annotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `nginx.org/${name}`) || undefined;

/** The part that an Ingress plays: on its own, as the master of a host, or as one of its minions. */
export function partOf(ingress: Ingress): 'standard' | 'master' | 'minion' {
  const part = annotationOf(ingress, mergeableKey);
  return part === 'master' || part === 'minion' ? part : 'standard';
}

const trueTexts: readonly string[] = ['1', 't', 'true'];
const falseTexts: readonly string[] = ['0', 'f', 'false'];

/** A boolean of the first of several annotations, by their whole names, that is set and one. */
export function f5Flag(ingress: Ingress, keys: readonly string[]): boolean | undefined {
  for (const key of keys) {
    const text = annotationOf(ingress, key)?.toLowerCase();
    if (text === undefined) continue;
    if (trueTexts.includes(text)) return true;
    if (falseTexts.includes(text)) return false;
  }
  return undefined;
}

function refusedRule({ spec: { rules = [] } }: Ingress): string | undefined {
  const hosts = new Set<string>();
  for (const [at, { host = '', http }] of rules.entries()) {
    if (host === '' || hosts.has(host)) return `spec.rules[${at}].host`;
    hosts.add(host);
    const path = (http?.paths ?? []).findIndex(({ backend }) => backend.resource !== undefined);
    if (path !== -1) return `spec.rules[${at}].http.paths[${path}].backend.resource`;
  }
  return undefined;
}

/** A master has a host and nothing else, a minion the paths of one host and no TLS. */
function refusedPart(ingress: Ingress): string | undefined {
  const { rules = [], tls = [] } = ingress.spec;
  const part = partOf(ingress);
  if (part === 'standard') return undefined;
  if (part === 'minion' && tls.length > 0) return 'spec.tls';
  if (rules.length !== 1) return 'spec.rules';
  const hasPaths = (rules[0]?.http?.paths ?? []).length > 0;
  return hasPaths === (part === 'minion') ? undefined : 'spec.rules[0].http.paths';
}

/** [F5N-4] [F5N-6] What the controller refuses of an Ingress that the API server takes. */
export function findF5RefusedField(ingress: Ingress): string | undefined {
  const { rules = [], defaultBackend } = ingress.spec;
  const part = annotationOf(ingress, mergeableKey);
  if (part !== undefined && part !== 'master' && part !== 'minion')
    return `metadata.annotations[${mergeableKey}]`;
  if (defaultBackend?.resource !== undefined) return 'spec.defaultBackend.resource';
  if (rules.length === 0) return 'spec.rules';
  return refusedRule(ingress) ?? refusedPart(ingress);
}
