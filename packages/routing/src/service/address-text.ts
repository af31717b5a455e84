/** `host:port`, an IPv6 address in brackets. */
export const addressText = (host: string, port: number): string => `${bracketed(host)}:${port}`;

export const isIpv6 = (host: string): boolean => host.includes(':');

export const bracketed = (host: string): string => (isIpv6(host) ? `[${host}]` : host);
