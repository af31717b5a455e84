import type { LoserReason, TraceReason } from '@fairlead/routing';

/** What a reason means, as the end of a request. */
export const reasonSentences: { readonly [R in TraceReason]: string } = {
  INVALID_INGRESS: 'The API server refuses the Ingress that would take it.',
  CLASS_NOT_FOUND: 'The Ingress that would take it names an IngressClass that does not exist.',
  CLASS_OTHER_CONTROLLER: 'The Ingress that would take it belongs to another controller.',
  NO_CLASS: 'The Ingress that would take it names no class, and this controller takes only those that do.',
  NO_HOST_MATCH: 'No rule is for this host, and there is no default backend.',
  NO_PATH_MATCH: 'The host has rules, but none of them takes this path.',
  SHADOWED: 'Another Ingress owns host and path.',
  SERVICE_NOT_FOUND: 'The Service of the rule does not exist.',
  RESOURCE_BACKEND_UNSUPPORTED: 'The rule leads to a resource that is no Service.',
  SERVICE_PORT_NOT_FOUND: 'The Service has no such port.',
  EXTERNALNAME: 'The Service is a DNS name outside of the cluster.',
  NO_ENDPOINTSLICES: 'The Service has no EndpointSlices.',
  SELECTOR_MATCHES_NO_PODS: "The Service's selector matches no Pods.",
  NO_READY_ENDPOINTS: 'The Service has endpoints, but none of them is ready.',
  TARGET_PORT_UNRESOLVED: 'No Pod declares the port that the Service names as its target.',
  ENDPOINT_PORT_NAME_MISMATCH: "No EndpointSlice has a port with the name of the Service's port.",
  PROTOCOL_MISMATCH: "The Service's port does not speak TCP.",
  TLS_SECRET_NOT_FOUND:
    'The Secret of the certificate does not exist or cannot be used; a fallback certificate is shown.',
  TLS_HOST_NOT_COVERED: 'The certificate is not good for this host.',
  REDIRECT: 'The controller sends the client elsewhere.',
  NO_LISTENER: 'No listener is open for it.',
  NOT_ATTACHED: 'The route is not attached to the Gateway.',
  REF_NOT_PERMITTED: 'No ReferenceGrant permits the reference.',
  BACKEND_NOT_FOUND: 'The backend of the route does not exist.',
};

const loserWords: { readonly [R in Exclude<LoserReason, TraceReason>]: string } = {
  OTHER_PATH: 'another path',
  LESS_SPECIFIC_HOST: 'matches, but another host is more specific',
  LATER_IN_ORDER: 'matches, but comes later in the order',
  ROUTE_NOT_BUILT: 'the controller makes no route of it',
};

const shortReasons: { readonly [R in TraceReason]?: string } = {
  INVALID_INGRESS: 'the API server refuses it',
  CLASS_NOT_FOUND: 'its IngressClass does not exist',
  CLASS_OTHER_CONTROLLER: 'belongs to another controller',
  NO_CLASS: 'names no class',
  SHADOWED: 'another Ingress owns host and path',
};

/** Why a rule lost, in a few words. */
export function loserText(reason: LoserReason): string {
  if (reason in loserWords) return new Map(Object.entries(loserWords)).get(reason) ?? reason;
  return new Map(Object.entries(shortReasons)).get(reason) ?? reason;
}

/** A warning by its code; codes of later engines are printed as they are. */
export const warningText = (code: string): string =>
  code === 'SHADOWED'
    ? 'Another Ingress has the same host and path and never gets such requests.'
    : (new Map<string, string>(Object.entries(reasonSentences)).get(code) ?? code);
