import type { Ingress } from '@fairlead/kube-objects';
import { isTlsHost } from './ingress-host.ts';
import type { IngressPathPlace } from './ingress-references.ts';

/** [ING-13] [ING-14] Every path in the order of the object. A rule without `http` has none: see `listIngressHosts`. */
export function listIngressPaths(ingress: Ingress): readonly IngressPathPlace[] {
  const seen = new Map<string, number>();
  return (ingress.spec.rules ?? []).flatMap((rule, ruleIndex) => {
    const host = rule.host ?? '';
    const hasTls = isTlsHost(ingress, host);
    return (rule.http?.paths ?? []).map((path, pathIndex) => {
      const id = JSON.stringify([host, path.path ?? '', path.pathType]);
      const ordinal = seen.get(id) ?? 0;
      seen.set(id, ordinal + 1);
      return { rule, path, ruleIndex, pathIndex, host, ordinal, hasTls };
    });
  });
}

/** [ING-15] Hosts in the order of their first rule, each once; a rule without host is empty text. */
export const listIngressHosts = (ingress: Ingress): readonly string[] => [
  ...new Set((ingress.spec.rules ?? []).map(({ host = '' }) => host)),
];
