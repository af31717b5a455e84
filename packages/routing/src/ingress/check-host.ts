import { isIpAddress } from '@fairlead/kube-objects';
import { isDnsSubdomain } from '../dns-name.ts';

export type HostCode =
  | 'host-is-an-address'
  | 'host-not-lower-case'
  | 'host-with-port'
  | 'host-with-final-dot'
  | 'wildcard-not-first-label'
  | 'host-not-a-name';

function checkWildcard(host: string): HostCode | undefined {
  const rest = host.slice(2);
  if (!host.startsWith('*.') || rest.includes('*')) return 'wildcard-not-first-label';
  return isDnsSubdomain(rest) ? undefined : 'host-not-a-name';
}

/**
 * [ING-22] Why a host cannot stand in a rule or a TLS entry: the reason that helps most, `undefined` when it can. An empty
 * host, which means any, is for the caller to look at.
 */
export function checkHost(host: string): HostCode | undefined {
  if (isIpAddress(host)) return 'host-is-an-address';
  if (/:\d*$/.test(host)) return 'host-with-port';
  if (host.endsWith('.')) return 'host-with-final-dot';
  if (host !== host.toLowerCase()) return 'host-not-lower-case';
  if (host.includes('*')) return checkWildcard(host);
  return isDnsSubdomain(host) ? undefined : 'host-not-a-name';
}
