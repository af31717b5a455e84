import {
  boolean,
  count,
  listAnnotations,
  milliseconds,
  oneOf,
  text,
  type AnnotationRow,
} from './annotation-values.ts';
import type { AnnotationCatalogue } from './controller-annotation.ts';

const prefix = 'konghq.com/';

const onIngress: readonly AnnotationRow[] = [
  ['strip-path', 'strip-path', boolean, 'false'],
  ['preserve-host', 'pass-host', boolean, 'true'],
  ['plugins', 'plugins', text],
  ['protocols', 'protocols', text, 'http,https'],
  ['ingress.kubernetes.io/force-ssl-redirect', 'force-https', boolean, 'false'],
  ['https-redirect-status-code', 'https-code', oneOf('301', '302', '307', '308', '426'), '426'],
  ['methods', 'methods', text],
  ['host-aliases', 'host-aliases', text],
  ['snis', 'snis', text],
  ['rewrite', 'rewrite', text],
  ['regex-priority', 'regex-priority', count, '0'],
  ['regex-prefix', 'regex-prefix', text, '/~'],
  ['path-handling', 'path-handling', oneOf('v0', 'v1'), 'v0'],
  ['request-buffering', 'request-buffering', boolean, 'true'],
  ['response-buffering', 'response-buffering', boolean, 'true'],
  ['tags', 'tags', text],
];

/** Read on the Service only. */
const onService: readonly AnnotationRow[] = [
  ['protocol', 'backend-protocol', oneOf('http', 'https', 'grpc', 'grpcs', 'tcp', 'tls'), 'http'],
  ['host-header', 'set-host', text],
  ['connect-timeout', 'connect-timeout', milliseconds, '60000'],
  ['read-timeout', 'read-timeout', milliseconds, '60000'],
  ['write-timeout', 'send-timeout', milliseconds, '60000'],
  ['retries', 'retries', count, '5'],
];

/** As documented for Kong Ingress Controller 3: annotation reference. */
export const kongAnnotations: AnnotationCatalogue = {
  family: 'kong',
  prefixes: [prefix],
  annotations: [
    ...listAnnotations(prefix, 'Ingress', { rows: onIngress }),
    ...listAnnotations(prefix, 'Service', { rows: onService }),
  ],
};
