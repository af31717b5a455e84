/**
 * The hosts whose rules can have a say about the requests of a host: itself, the wildcards above it, and any host (empty
 * text). In lower case, without deciding how far a controller's wildcards reach.
 */
export function listNearHosts(host: string): readonly string[] {
  if (host === '') return [''];
  const labels = (host.startsWith('*.') ? host.slice(2) : host).split('.');
  const wildcards = labels.slice(1).map((_label, index) => `*.${labels.slice(index + 1).join('.')}`);
  return [...new Set([host, ...wildcards, ''])];
}

/** Whether a rule's host is one of them. */
export const isRuleHostNear = (ruleHost: string, host: string): boolean =>
  listNearHosts(host).includes(ruleHost.toLowerCase());
