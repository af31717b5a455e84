import type { Ingress } from '@fairlead/kube-objects';

export const isWildcardHost = (host: string): boolean => host.startsWith('*.');

/** [ING-17] `*.example.com` stands for one label before `.example.com`: not for none, not for two. */
export function matchesWildcardHost(pattern: string, host: string): boolean {
  if (!isWildcardHost(pattern)) return false;
  const suffix = pattern.slice(1).toLowerCase();
  const text = host.toLowerCase();
  const label = text.slice(0, -suffix.length);
  return text.endsWith(suffix) && label !== '' && !label.includes('.');
}

/**
 * [ING-16] Whether the Ingress asks for TLS on a rule's host: an entry lists it, a wildcard of an entry covers it, or an
 * entry lists no host at all. Says nothing about the certificate. An empty host, any host, is covered by the latter only.
 */
export function isTlsHost(ingress: Ingress, host: string): boolean {
  const wanted = host.toLowerCase();
  return (ingress.spec.tls ?? []).some(({ hosts = [] }) =>
    hosts.length === 0
      ? true
      : hosts.some((covered) => covered.toLowerCase() === wanted || matchesWildcardHost(covered, wanted)),
  );
}
