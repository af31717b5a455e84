import { boolean, count, listAnnotations, oneOf, text, type AnnotationRow } from './annotation-values.ts';
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
];

/** Read on the Service only. */
const onService: readonly AnnotationRow[] = [
  ['service.serversscheme', 'backend-protocol', oneOf('http', 'https', 'h2c')],
  ['service.serverstransport', 'backend-tls', text],
  ['service.passhostheader', 'pass-host', boolean, 'true'],
  ['service.nativelb', 'service-upstream', boolean, 'false'],
  ['service.sticky.cookie', 'session-cookie', boolean, 'false'],
  ['service.sticky.cookie.name', 'session-cookie-name', text],
];

/** As documented for Traefik v3: routing configuration, Kubernetes Ingress. */
export const traefikAnnotations: AnnotationCatalogue = {
  family: 'traefik',
  prefixes: [prefix],
  annotations: [
    ...listAnnotations(prefix, 'Ingress', onIngress),
    ...listAnnotations(prefix, 'Service', onService),
  ],
};
