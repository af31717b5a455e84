import {
  boolean,
  count,
  listAnnotations,
  oneOf,
  ranges,
  seconds,
  size,
  snippet,
  text,
  time,
  type AnnotationRow,
  type SwitchRow,
} from './annotation-values.ts';
import type { AnnotationCatalogue } from './controller-annotation.ts';

const prefix = 'haproxy-ingress.github.io/';

const onIngress: readonly AnnotationRow[] = [
  ['ssl-redirect', 'https-redirect', boolean, 'true'],
  ['rewrite-target', 'rewrite-match', text],
  ['path-type', 'path-type', oneOf('begin', 'exact', 'prefix', 'regex'), 'begin'],
  ['app-root', 'app-root', text],
  ['backend-protocol', 'backend-protocol', oneOf('h1', 'h2', 'h1-ssl', 'h2-ssl'), 'h1'],
  ['secure-backends', 'backend-tls', boolean, 'false'],
  ['balance-algorithm', 'load-balance', text, 'roundrobin'],
  ['affinity', 'session-cookie', oneOf('cookie')],
  ['session-cookie-name', 'session-cookie-name', text, 'INGRESSCOOKIE'],
  ['service-upstream', 'service-upstream', boolean, 'false'],
  ['proxy-body-size', 'body-size', size],
  ['timeout-connect', 'connect-timeout', time, '5s'],
  ['timeout-server', 'read-timeout', time, '50s'],
  ['timeout-queue', 'queue-timeout', time, '5s'],
  ['timeout-tunnel', 'tunnel-timeout', time, '1h'],
  ['limit-rps', 'rate-limit', count],
  ['limit-connections', 'connection-limit', count],
  ['maxconn-server', 'pod-connections', count],
  ['allowlist-source-range', 'allow-ranges', ranges],
  ['denylist-source-range', 'deny-ranges', ranges],
  ['auth-secret', 'auth-secret', text],
  ['auth-realm', 'auth-realm', text],
  ['auth-url', 'auth-url', text],
  ['auth-signin', 'auth-signin', text],
  ['cors-enable', 'cors', boolean, 'false'],
  ['cors-allow-origin', 'cors-origin', text],
  ['cors-allow-methods', 'cors-methods', text],
  ['redirect-to', 'redirect', text],
  ['server-alias', 'host-aliases', text],
  ['hsts', 'hsts', boolean, 'true'],
  ['hsts-max-age', 'hsts-age', seconds, '15768000'],
  ['ssl-passthrough', 'tls-passthrough', boolean, 'false'],
  ['proxy-protocol', 'proxy-protocol', oneOf('v1', 'v2', 'v2-ssl', 'v2-ssl-cn')],
  ['config-backend', 'location-snippet', snippet],
];

const switches: readonly SwitchRow[] = [
  { of: ['cors-allow-origin', 'cors-allow-methods'], needs: ['cors-enable'] },
  { of: ['session-cookie-name'], needs: ['affinity'] },
  { of: ['auth-realm'], needs: ['auth-secret'] },
  { of: ['auth-signin'], needs: ['auth-url'] },
];

/** As documented for HAProxy Ingress: configuration keys. */
export const haproxyIngressAnnotations: AnnotationCatalogue = {
  family: 'haproxy-ingress',
  prefixes: [prefix],
  annotations: listAnnotations(prefix, 'Ingress', { rows: onIngress, switches }),
};
