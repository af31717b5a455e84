import type { AnnotationEffect } from '@fairlead/routing';

/** What an option of a controller is called, and what setting it does. */
export interface AnnotationWords {
  readonly label: string;
  readonly help: string;
}

const words = (label: string, help: string): AnnotationWords => ({ label, help });

/** Options of ingress controllers, by what they are for. */
export const annotationWords: Readonly<Record<AnnotationEffect, AnnotationWords>> = {
  'access-log': words('Access log', 'Off: requests of these paths are not written to the access log.'),
  'allow-ranges': words('Allowed clients', 'Only these addresses and ranges get in; the others are refused.'),
  'app-root': words('Start page', 'Requests for / are redirected to this path.'),
  'auth-realm': words('Password prompt', 'The words a browser shows when it asks for the password.'),
  'auth-secret': words(
    'Password Secret',
    'Users and passwords of this Secret get in; without it nobody is asked.',
  ),
  'auth-signin': words('Sign-in page', 'Where requests go that the check of sign-in refuses.'),
  'auth-type': words(
    'Password check',
    'How the controller itself asks for a password. Needs the password Secret.',
  ),
  'auth-url': words(
    'Sign-in check',
    'Each request is first shown to this URL; only a 2xx answer lets it in.',
  ),
  'backend-protocol': words(
    'Protocol to the Pods',
    'What the controller speaks with them. A wrong one gives 502.',
  ),
  'backend-tls': words(
    'TLS to the Pods',
    'The controller connects to the Pods with TLS; Pods without TLS then fail.',
  ),
  'body-size': words('Largest request body', 'Larger uploads are refused with 413.'),
  'buffer-size': words('Response head buffer', 'Larger response heads, such as many cookies, give 502.'),
  buffering: words('Buffer responses', 'Off passes parts on as they come, which streams need.'),
  canary: words(
    'Canary',
    'This Ingress takes a part of the requests of another with the same host and path.',
  ),
  'canary-header': words(
    'Canary by header',
    'Requests whose header says always go to the canary, never keep away.',
  ),
  'canary-weight': words('Canary share', 'How many of 100 requests go to the canary.'),
  'certificate-resolver': words(
    'Certificate resolver',
    'Traefik gets the certificate from here instead of a Secret.',
  ),
  'certificate-domain': words('Certificate name', 'The main name asked for with the resolver.'),
  'certificate-names': words('More certificate names', 'Further names of the same certificate, with commas.'),
  'connect-timeout': words(
    'Connect timeout',
    'How long the controller waits for a Pod to take the connection, then 504.',
  ),
  'connection-limit': words('Connections per client', 'More at the same time from one address are refused.'),
  'cookie-age': words(
    'Life of the cookie',
    'After so many seconds a browser may get another Pod; 0 is until it closes.',
  ),
  'cookie-hidden': words('Cookie hidden from scripts', 'Scripts of the page cannot read the cookie.'),
  'cookie-same-site': words(
    'Cookie on other sites',
    'Whether browsers send it with requests that other sites start.',
  ),
  'cookie-secure': words(
    'Cookie over HTTPS only',
    'Browsers keep it back on plain HTTP, and sessions do not stick there.',
  ),
  cors: words('CORS', 'Browsers may call from pages of other origins.'),
  'cors-credentials': words('CORS with cookies', 'Whether such calls may carry cookies and passwords.'),
  'cors-methods': words('CORS methods', 'The methods that pages of other origins may use.'),
  'cors-origin': words('CORS origins', 'Which pages may call; * is every page.'),
  'custom-errors': words(
    'Replaced errors',
    'Answers with these codes are replaced by the default backend’s page.',
  ),
  'default-service': words(
    'Service for errors',
    'Answers where the backend has no endpoint; a Service of this namespace.',
  ),
  'deny-ranges': words('Refused clients', 'These addresses and ranges are refused.'),
  'entry-points': words(
    'Entry points',
    'On which of Traefik’s ports this is served. Without it: on all default ones.',
  ),
  'fail-timeout': words('Failure pause', 'How long a Pod that failed gets no requests.'),
  'force-https': words(
    'Always redirect to HTTPS',
    'Also without a certificate here: for TLS that ends in front of the controller.',
  ),
  'forwarded-for': words('Pass on the client address', 'Adds X-Forwarded-For with the client’s address.'),
  'grpc-services': words(
    'gRPC Services',
    'Names of Services that speak gRPC. Needs TLS and HTTP/2 at the front.',
  ),
  'hash-by': words(
    'Same Pod by value',
    'Requests with the same value, such as $request_uri, go to the same Pod.',
  ),
  'health-check': words('Check the Pods', 'The controller asks the Pods by itself whether they answer.'),
  'host-aliases': words('More hosts', 'Further hosts that are served as this one, with commas.'),
  hsts: words('HSTS', 'Browsers remember to use HTTPS only. Hard to take back.'),
  'hsts-age': words('HSTS duration', 'How long browsers remember it.'),
  'https-code': words('Code of the HTTPS redirect', 'The status code that plain HTTP gets.'),
  'https-redirect': words(
    'Redirect to HTTPS',
    'Plain HTTP is sent on to HTTPS where TLS is set up. Off: both are served.',
  ),
  'keep-alive': words('Kept connections', 'How many idle connections to the Pods are kept for reuse.'),
  'load-balance': words('Choice of the Pod', 'How the controller spreads requests over the Pods.'),
  'location-snippet': words(
    'Raw configuration',
    'Put into the proxy’s configuration as it is. Many installations refuse it.',
  ),
  'max-fails': words(
    'Failures before a pause',
    'So many failed tries, and a Pod gets no requests for a while.',
  ),
  mergeable: words(
    'Part of a host',
    'master holds host and TLS, minions hold paths: how several Ingresses share a host.',
  ),
  methods: words('Methods', 'Only requests with these methods are matched.'),
  metrics: words('Metrics', 'Off: requests of these paths are not counted.'),
  middlewares: words('Middlewares', 'Applied in this order. One that does not exist takes the route away.'),
  'node-ports': words(
    'Send to node ports',
    'Through node ports instead of Pod addresses: for a controller outside of the cluster.',
  ),
  'pass-host': words('Keep the Host header', 'Off: Pods see another Host than the client asked for.'),
  'path-handling': words('Joining of paths', 'How Kong joins the Service’s path with the request’s.'),
  'path-matcher': words(
    'How paths are read',
    'Applies to all paths here; patterns have to be written as such.',
  ),
  'path-type': words(
    'Paths left to the controller',
    'What ImplementationSpecific means here. The default ignores case.',
  ),
  plugins: words('Plugins', 'Names of KongPlugins of this namespace, with commas.'),
  'pod-connections': words('Connections per Pod', 'More requests wait or fail. 0 is no limit.'),
  priority: words('Priority', 'The higher one wins, whatever the paths. Without it the longer rule.'),
  protocols: words('Protocols', 'https alone: plain HTTP gets a redirect or 426.'),
  'proxy-protocol': words(
    'PROXY protocol to the Pods',
    'Tells Pods the client’s address; Pods that do not expect it fail.',
  ),
  'queue-timeout': words('Queue timeout', 'How long a request waits for a free connection, then 503.'),
  'rate-burst': words('Burst', 'How far above the rate a client may go for a moment.'),
  'rate-limit': words('Requests per client', 'More from one address in the period are refused.'),
  'rate-limit-minute': words(
    'Requests per client and minute',
    'More from one address in a minute are refused.',
  ),
  'rate-period': words('Period of the rate', 'Over which the requests are counted.'),
  'rate-status': words('Code above the rate', 'What refused requests get.'),
  'read-timeout': words('Read timeout', 'How long a Pod may stay silent, then 504. Long polls need more.'),
  redirect: words('Redirect everything', 'All requests are sent to this URL; the backend gets none.'),
  'redirect-code': words('Code of the redirect', 'The status code of that redirect.'),
  'redirect-temporary': words(
    'Redirect for now',
    'All requests are sent to this URL with 302; the backend gets none.',
  ),
  'regex-prefix': words('Mark of patterns', 'Paths that begin with this are patterns.'),
  'regex-priority': words('Order of patterns', 'Of several patterns the higher one is tried first.'),
  'request-buffering': words('Buffer requests', 'Off passes uploads on while they come.'),
  'request-headers': words('Set request headers', 'Added or replaced before the Pods see the request.'),
  'response-buffering': words('Buffer responses', 'Off passes parts on as they come, which streams need.'),
  'response-headers': words('Set response headers', 'Added or replaced before the client sees the answer.'),
  retries: words('Tries', 'How often a failed connection is tried again.'),
  rewrite: words(
    'Rewrite the path',
    'Pods see this path instead. Without a group such as $1 every request gets the same one.',
  ),
  'rewrite-match': words(
    'Rewrite the path',
    'Put in the place of the part that the rule matched; the rest of the path stays behind it.',
  ),
  'rewrite-pattern': words(
    'Rewrite the path',
    'One path for every request, or a pattern and what replaces it, with groups as in: /api/(.*) /\\1.',
  ),
  'rewrite-services': words(
    'Rewrite the path',
    'By Service, as in serviceName=a rewrite=/x/; replaces what the rule matched. More of them with semicolons.',
  ),
  'rule-syntax': words('Syntax of rules', 'Which version of Traefik’s rule language is used.'),
  'send-timeout': words('Send timeout', 'How long a Pod may take nothing of the request, then 504.'),
  'server-snippet': words(
    'Raw configuration of the host',
    'Put into the host’s part as it is. Many installations refuse it.',
  ),
  'service-upstream': words(
    'Send to the cluster IP',
    'kube-proxy picks the Pod; the controller’s choice and sessions do not apply.',
  ),
  'session-cookie': words('Stay on one Pod', 'A cookie keeps a browser on the same Pod.'),
  'session-cookie-name': words('Name of the cookie', 'A new name moves everybody to a new Pod.'),
  'session-mode': words('Sessions when scaling', 'balanced moves some to new Pods, persistent moves none.'),
  'set-host': words('Host for the Pods', 'Pods see this Host header instead of the client’s.'),
  snis: words('TLS names', 'Only TLS connections for these names are matched.'),
  'strip-path': words('Cut off the path', 'Pods see the rest behind the path of the rule.'),
  tags: words('Tags', 'Words by which Kong’s configuration can be filtered.'),
  'tls-only': words('Only over TLS', 'Plain HTTP then gets 404.'),
  'tls-options': words('TLS options', 'Versions and client certificates, from a TLSOption.'),
  'tls-passthrough': words(
    'Pass TLS through',
    'Pods end TLS themselves; paths and most other options have no effect.',
  ),
  'tls-services': words('TLS Services', 'Names of Services whose Pods are reached with TLS, with commas.'),
  'trace-verbosity': words('Detail of traces', 'detailed writes more spans for each request.'),
  tracing: words('Tracing', 'Off: requests of these paths are not traced.'),
  'tunnel-timeout': words('Tunnel timeout', 'How long a silent WebSocket stays open.'),
  'use-regex': words(
    'Paths are patterns',
    'All paths of the host, of other Ingresses too, become patterns that ignore case.',
  ),
  'websocket-services': words('WebSocket Services', 'Names of Services that speak WebSocket, with commas.'),
  'www-redirect': words('Redirect www', 'www and the bare domain are one: the other is redirected here.'),
};
