import {
  boolean,
  count,
  listAnnotations,
  oneOf,
  text,
  type AnnotationRow,
  type SwitchRow,
} from './annotation-values.ts';
import type { AnnotationCatalogue } from './controller-annotation.ts';

const prefix = 'traefik.ingress.kubernetes.io/';

const onIngress: readonly AnnotationRow[] = [
  ['router.entrypoints', 'entry-points', text],
  ['router.middlewares', 'middlewares', text],
  ['router.priority', 'priority', count],
  ['router.pathmatcher', 'path-matcher', oneOf('PathPrefix', 'Path', 'PathRegexp'), 'PathPrefix'],
  ['router.rulesyntax', 'rule-syntax', oneOf('v3', 'v2')],
  ['router.tls', 'tls-only', boolean, 'false'],
  ['router.tls.certresolver', 'certificate-resolver', text],
  ['router.tls.domains.0.main', 'certificate-domain', text],
  ['router.tls.domains.0.sans', 'certificate-names', text],
  ['router.tls.options', 'tls-options', text],
  ['router.observability.accesslogs', 'access-log', boolean, 'true'],
  ['router.observability.metrics', 'metrics', boolean, 'true'],
  ['router.observability.tracing', 'tracing', boolean, 'true'],
  ['router.observability.traceverbosity', 'trace-verbosity', oneOf('minimal', 'detailed'), 'minimal'],
];

const switches: readonly SwitchRow[] = [
  { of: ['router.tls.domains.0.main', 'router.tls.domains.0.sans'], needs: ['router.tls.certresolver'] },
];

/** Read on the Service only. */
const onService: readonly AnnotationRow[] = [
  ['service.serversscheme', 'backend-protocol', oneOf('http', 'https', 'h2c')],
  ['service.serverstransport', 'backend-tls', text],
  ['service.passhostheader', 'pass-host', boolean, 'true'],
  ['service.nativelb', 'service-upstream', boolean, 'false'],
  ['service.nodeportlb', 'node-ports', boolean, 'false'],
  ['service.sticky.cookie', 'session-cookie', boolean, 'false'],
  ['service.sticky.cookie.name', 'session-cookie-name', text],
  ['service.sticky.cookie.secure', 'cookie-secure', boolean, 'false'],
  ['service.sticky.cookie.httponly', 'cookie-hidden', boolean, 'false'],
  ['service.sticky.cookie.samesite', 'cookie-same-site', oneOf('none', 'lax', 'strict')],
  ['service.sticky.cookie.maxage', 'cookie-age', count, '0'],
];

/** As documented for Traefik v3: routing configuration, Kubernetes Ingress. */
export const traefikAnnotations: AnnotationCatalogue = {
  family: 'traefik',
  prefixes: [prefix],
  annotations: [
    ...listAnnotations(prefix, 'Ingress', { rows: onIngress, switches }),
    ...listAnnotations(prefix, 'Service', { rows: onService }),
  ],
};
