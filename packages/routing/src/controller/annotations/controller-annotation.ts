import type { ControllerFamily } from '../ingress-controller.ts';

/** What a controller makes of the text of an annotation. */
export type AnnotationValue =
  | { readonly kind: 'text' }
  /** Several lines of the proxy's own configuration language. */
  | { readonly kind: 'snippet' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
  /** A whole number of this unit, without it. */
  | { readonly kind: 'duration'; readonly unit: 's' | 'ms' }
  /** A number with a unit: `30s`, `5m`. */
  | { readonly kind: 'time' }
  /** Bytes, or with `k`, `m` or `g`: `20m`. */
  | { readonly kind: 'size' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** Addresses and ranges with commas between them. */
  | { readonly kind: 'ranges' };

/** What an annotation is for. The same need has the same code whichever controller serves it. */
export type AnnotationEffect =
  | 'access-log'
  | 'allow-ranges'
  | 'app-root'
  | 'auth-realm'
  | 'auth-secret'
  | 'auth-signin'
  | 'auth-type'
  | 'auth-url'
  | 'backend-protocol'
  | 'backend-tls'
  | 'body-size'
  | 'buffer-size'
  | 'buffering'
  | 'canary'
  | 'canary-header'
  | 'canary-weight'
  | 'certificate-resolver'
  | 'certificate-domain'
  | 'certificate-names'
  | 'cookie-age'
  | 'cookie-hidden'
  | 'cookie-same-site'
  | 'cookie-secure'
  | 'connect-timeout'
  | 'connection-limit'
  | 'cors'
  | 'cors-credentials'
  | 'cors-methods'
  | 'cors-origin'
  | 'custom-errors'
  | 'default-service'
  | 'deny-ranges'
  | 'entry-points'
  | 'fail-timeout'
  | 'force-https'
  | 'forwarded-for'
  | 'grpc-services'
  | 'hash-by'
  | 'health-check'
  | 'host-aliases'
  | 'hsts'
  | 'hsts-age'
  | 'https-code'
  | 'https-redirect'
  | 'keep-alive'
  | 'load-balance'
  | 'location-snippet'
  | 'max-fails'
  | 'mergeable'
  | 'methods'
  | 'metrics'
  | 'middlewares'
  | 'node-ports'
  | 'pass-host'
  | 'path-handling'
  | 'path-matcher'
  | 'path-type'
  | 'plugins'
  | 'pod-connections'
  | 'priority'
  | 'protocols'
  | 'proxy-protocol'
  | 'queue-timeout'
  | 'rate-burst'
  | 'rate-limit'
  | 'rate-limit-minute'
  | 'rate-period'
  | 'rate-status'
  | 'read-timeout'
  | 'redirect'
  | 'redirect-code'
  | 'redirect-temporary'
  | 'regex-prefix'
  | 'regex-priority'
  | 'request-buffering'
  | 'request-headers'
  | 'response-buffering'
  | 'response-headers'
  | 'retries'
  | 'rewrite'
  | 'rewrite-match'
  | 'rewrite-pattern'
  | 'rewrite-services'
  | 'rule-syntax'
  | 'send-timeout'
  | 'server-snippet'
  | 'service-upstream'
  | 'session-cookie'
  | 'session-cookie-name'
  | 'session-mode'
  | 'set-host'
  | 'snis'
  | 'strip-path'
  | 'tags'
  | 'tls-only'
  | 'tls-options'
  | 'tls-passthrough'
  | 'tls-services'
  | 'trace-verbosity'
  | 'tracing'
  | 'tunnel-timeout'
  | 'use-regex'
  | 'websocket-services'
  | 'www-redirect';

/** An annotation that a controller reads, as its documentation says. */
export interface ControllerAnnotation {
  /** With its prefix, as it stands in `metadata.annotations`. */
  readonly key: string;
  readonly effect: AnnotationEffect;
  readonly value: AnnotationValue;
  /** What holds without it, unless the controller's own settings say otherwise. `undefined`: nothing. */
  readonly byDefault?: string;
  /** Where it is read. On the other kind it does nothing. */
  readonly on: 'Ingress' | 'Service';
  /** Keys of which one has to be set, and not to `false`, for it to do anything. */
  readonly needs?: readonly string[];
  /** The program that it needs where the free one ignores it. */
  readonly edition?: 'nginx-plus';
}

/** What one controller reads: the annotations that matter most, not all of them. */
export interface AnnotationCatalogue {
  readonly family: ControllerFamily;
  /** Everything below one of these is the controller's, whether it is listed or not. */
  readonly prefixes: readonly string[];
  readonly annotations: readonly ControllerAnnotation[];
}
