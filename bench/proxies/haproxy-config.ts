import type { ProxyHost } from './proxy-rules.ts';

/** The files of an haproxy that answers each request with the name of its rule, by their names. */
export function writeHaproxyFiles(
  hosts: readonly ProxyHost[],
  folder: string,
  port: number,
): ReadonlyMap<string, string> {
  const lines = (list: readonly string[]): string => `${list.join('\n')}\n`;
  const mapOf = (pick: (host: ProxyHost) => ReadonlyMap<string, string>): string =>
    lines(hosts.flatMap((host, at) => [...pick(host)].map(([path, answer]) => `t${at}#${path} ${answer}`)));
  const config = `global
  nbthread 1
  maxconn 1000
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
  timeout http-keep-alive 60s
frontend rules
  bind 127.0.0.1:${port}
  http-request set-var(txn.host) req.hdr(host),field(1,:),lower,regsub([.]$,)
  http-request set-var(txn.parent) var(txn.host),regsub(^[^.]+,*)
  http-request set-var(txn.path) path
  http-request set-var(txn.table) var(txn.host),map_str(${folder}/hosts.map)
  http-request set-var(txn.table) var(txn.parent),map_str(${folder}/hosts.map) if !{ var(txn.table) -m found }
  http-request set-var(txn.table) str(any),map_str(${folder}/hosts.map) if !{ var(txn.table) -m found }
  http-request set-var(txn.key) var(txn.table),concat(\\#,txn.path)
  http-request set-var(txn.answer) var(txn.key),map_str(${folder}/whole.map)
  http-request set-var(txn.answer) var(txn.key),map_beg(${folder}/beginnings.map) if !{ var(txn.answer) -m found }
  http-request return status 404 content-type text/plain string none if !{ var(txn.answer) -m found }
  http-request return status 200 content-type text/plain lf-string %[var(txn.answer)]
`;
  return new Map([
    ['haproxy.cfg', config],
    ['hosts.map', lines(hosts.map(({ host }, at) => `${host === '' ? 'any' : host} t${at}`))],
    ['whole.map', mapOf(({ whole }) => whole)],
    ['beginnings.map', mapOf(({ beginnings }) => beginnings)],
  ]);
}
