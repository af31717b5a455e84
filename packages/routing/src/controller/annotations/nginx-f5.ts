import {
  boolean,
  count,
  errorCode,
  listAnnotations,
  oneOf,
  seconds,
  size,
  snippet,
  text,
  time,
  type AnnotationRow,
  type SwitchRow,
} from './annotation-values.ts';
import type { AnnotationCatalogue } from './controller-annotation.ts';

const prefix = 'nginx.org/';

const onIngress: readonly AnnotationRow[] = [
  ['redirect-to-https', 'force-https', boolean, 'false'],
  ['ingress.kubernetes.io/ssl-redirect', 'https-redirect', boolean, 'true'],
  ['rewrites', 'rewrite-services', text],
  ['path-regex', 'path-matcher', oneOf('case_sensitive', 'case_insensitive', 'exact')],
  ['client-max-body-size', 'body-size', size, '1m'],
  ['proxy-connect-timeout', 'connect-timeout', time, '60s'],
  ['proxy-read-timeout', 'read-timeout', time, '60s'],
  ['proxy-send-timeout', 'send-timeout', time, '60s'],
  ['proxy-buffering', 'buffering', boolean, 'true'],
  ['proxy-buffer-size', 'buffer-size', size],
  ['ssl-services', 'tls-services', text],
  ['grpc-services', 'grpc-services', text],
  ['websocket-services', 'websocket-services', text],
  ['lb-method', 'load-balance', text, 'random two least_conn'],
  ['keepalive', 'keep-alive', count, '0'],
  ['max-fails', 'max-fails', count, '1'],
  ['fail-timeout', 'fail-timeout', time, '10s'],
  ['max-conns', 'pod-connections', count, '0'],
  ['use-cluster-ip', 'service-upstream', boolean, 'false'],
  ['mergeable-ingress-type', 'mergeable', oneOf('master', 'minion')],
  ['basic-auth-secret', 'auth-secret', text],
  ['hsts', 'hsts', boolean, 'false'],
  ['hsts-max-age', 'hsts-age', seconds, '2592000'],
  ['limit-req-rate', 'rate-limit', text],
  ['limit-req-burst', 'rate-burst', count],
  ['limit-req-reject-code', 'rate-status', errorCode],
  ['nginx.com/sticky-cookie-services', 'session-cookie', text],
  ['nginx.com/health-checks', 'health-check', boolean, 'false'],
  ['location-snippets', 'location-snippet', snippet],
  ['server-snippets', 'server-snippet', snippet],
];

const switches: readonly SwitchRow[] = [
  { of: ['hsts-max-age'], needs: ['hsts'] },
  { of: ['limit-req-burst', 'limit-req-reject-code'], needs: ['limit-req-rate'] },
];

/** As documented for F5 NGINX Ingress Controller: configuration of Ingress resources with annotations. */
export const nginxF5Annotations: AnnotationCatalogue = {
  family: 'nginx-f5',
  prefixes: [prefix, 'nginx.com/', 'appprotect.f5.com/', 'appprotectdos.f5.com/'],
  annotations: listAnnotations(prefix, 'Ingress', { rows: onIngress, switches }),
};
