import type { ProxyHost } from './proxy-rules.ts';

/** A name as nginx compares it; a wildcard as a pattern, for nginx's own stands for several labels. */
function serverName(host: string): string {
  if (!host.startsWith('*.')) return host;
  return `"~^[^.]+${host.slice(1).replaceAll('.', String.raw`\.`)}$"`;
}

const location = (modifier: string, path: string, answer: string): string =>
  `location ${modifier}"${path}" { return 200 "${answer}"; }`;

function serverOf({ host, whole, beginnings }: ProxyHost, port: number): string {
  const listen = host === '' ? `listen 127.0.0.1:${port} default_server;` : `listen 127.0.0.1:${port};`;
  const name = host === '' ? 'server_name _;' : `server_name ${serverName(host)};`;
  const rules = [
    ...[...whole].map(([path, answer]) => location('= ', path, answer)),
    ...[...beginnings].map(([path, answer]) => location('', path, answer)),
  ];
  const rest = beginnings.has('/') ? [] : ['location / { return 404 "none"; }'];
  return `server { ${listen} ${name} ${[...rules, ...rest].join('\n')} }`;
}

/** The configuration of an nginx that answers each request with the name of its rule. */
export function writeNginxConfig(hosts: readonly ProxyHost[], folder: string, port: number): string {
  const rest = `server { listen 127.0.0.1:${port} default_server; server_name _; return 404 "none"; }`;
  const hasAny = hosts.some(({ host }) => host === '');
  return `daemon off;
master_process off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 1024; }
http {
  access_log off;
  merge_slashes off;
  keepalive_requests 100000000;
  server_names_hash_max_size 262144;
  server_names_hash_bucket_size 128;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  default_type text/plain;
  ${hosts.map((host) => serverOf(host, port)).join('\n')}
  ${hasAny ? '' : rest}
}
`;
}
