import {
  boolean,
  count,
  errorCode,
  listAnnotations,
  oneOf,
  snippet,
  text,
  time,
  type AnnotationRow,
  type SwitchRow,
} from './annotation-values.ts';
import type { AnnotationCatalogue } from './controller-annotation.ts';

const prefix = 'haproxy.org/';

const onIngress: readonly AnnotationRow[] = [
  ['ssl-redirect', 'https-redirect', boolean],
  ['ssl-redirect-code', 'https-code', oneOf('301', '302', '303'), '302'],
  ['path-rewrite', 'rewrite-pattern', text],
  ['set-host', 'set-host', text],
  ['request-redirect', 'redirect', text],
  ['request-redirect-code', 'redirect-code', count, '302'],
  ['allow-list', 'allow-ranges', text],
  ['deny-list', 'deny-ranges', text],
  ['auth-type', 'auth-type', oneOf('basic-auth')],
  ['auth-secret', 'auth-secret', text],
  ['auth-realm', 'auth-realm', text, 'Protected Content'],
  ['cors-enable', 'cors', boolean, 'false'],
  ['cors-allow-origin', 'cors-origin', text, '*'],
  ['cors-allow-methods', 'cors-methods', text, '*'],
  ['cors-allow-credentials', 'cors-credentials', boolean, 'false'],
  ['rate-limit-requests', 'rate-limit', count],
  ['rate-limit-period', 'rate-period', time, '1s'],
  ['rate-limit-status-code', 'rate-status', errorCode, '403'],
  ['load-balance', 'load-balance', text, 'roundrobin'],
  ['timeout-server', 'read-timeout', time, '50s'],
  ['pod-maxconn', 'pod-connections', count],
  ['check', 'health-check', boolean, 'true'],
  ['server-ssl', 'backend-tls', boolean, 'false'],
  ['server-proto', 'backend-protocol', oneOf('h2')],
  [
    'send-proxy-protocol',
    'proxy-protocol',
    oneOf('proxy', 'proxy-v1', 'proxy-v2', 'proxy-v2-ssl', 'proxy-v2-ssl-cn'),
  ],
  ['ssl-passthrough', 'tls-passthrough', boolean, 'false'],
  ['forwarded-for', 'forwarded-for', boolean, 'true'],
  ['request-set-header', 'request-headers', text],
  ['response-set-header', 'response-headers', text],
  ['backend-config-snippet', 'location-snippet', snippet],
];

const switches: readonly SwitchRow[] = [
  { of: ['cors-allow-origin', 'cors-allow-methods', 'cors-allow-credentials'], needs: ['cors-enable'] },
  { of: ['rate-limit-period', 'rate-limit-status-code'], needs: ['rate-limit-requests'] },
  { of: ['request-redirect-code'], needs: ['request-redirect'] },
  { of: ['auth-secret', 'auth-realm'], needs: ['auth-type'] },
];

/** Read on the Service only. */
const onService: readonly AnnotationRow[] = [['cookie-persistence', 'session-cookie', text]];

/** As documented for HAProxy Kubernetes Ingress Controller 3.2: annotations. */
export const haproxytechAnnotations: AnnotationCatalogue = {
  family: 'haproxytech',
  prefixes: [prefix, 'haproxy.com/'],
  annotations: [
    ...listAnnotations(prefix, 'Ingress', { rows: onIngress, switches }),
    ...listAnnotations(prefix, 'Service', { rows: onService }),
  ],
};
