export type * from './service/service-endpoints.ts';
export { findServiceEndpoints } from './service/find-service-endpoints.ts';
export { predictSliceChanges } from './service/predict-slices.ts';
export { isHeadless, serviceFormOf } from './service/service-form.ts';
export {
  findServicePort,
  listServingPorts,
  protocolOf,
  resolveTargetPort,
  servicePortId,
  targetPortOf,
} from './service/service-port.ts';
export { checkServiceFields, isPortName } from './service/check-service-fields.ts';
export type { ServiceFieldCode } from './service/service-check.ts';
export type { FieldCheck } from './service/field-check.ts';
export { hasEnded, isPodReady, isTerminatingPod } from './service/pod-state.ts';
export {
  defaultClusterDomain,
  dnsNameOf,
  listServiceAddresses,
  type ServiceAddress,
} from './service/list-service-addresses.ts';
export { countBackends, endpointStateOf, type EndpointState } from './service/count-backends.ts';

export type * from './ingress/ingress-references.ts';
export { findIngressReferences } from './ingress/find-ingress-references.ts';
export { listIngressHosts, listIngressPaths } from './ingress/list-ingress-paths.ts';
export { checkHost, type HostCode } from './ingress/check-host.ts';
export { checkIngressFields, pathTypes, type IngressFieldCode } from './ingress/check-ingress-fields.ts';
export { orderPathClaims, type PathClaim } from './ingress/order-paths.ts';
export { resolveBackend } from './ingress/resolve-backend.ts';
export { isTlsHost, isWildcardHost, matchesWildcardHost } from './ingress/ingress-host.ts';
export {
  classAnnotation,
  findDefaultIngressClass,
  findIngressClass,
  findIngressClassOnCreation,
  ingressClassNameOf,
  isDefaultIngressClass,
} from './ingress/resolve-ingress-class.ts';
export { listRequestLines, type RequestLineAt } from './ingress/list-request-lines.ts';
export { listRuleUrls, type RulePlace, type RuleUrl } from './ingress/list-rule-urls.ts';

export type * from './controller/ingress-controller.ts';
export { findIngressControllers } from './controller/find-ingress-controllers.ts';
export { controllerFamilyOf } from './controller/controller-profile.ts';
export {
  comparedPathOf,
  listPathExamples,
  pathReachOf,
  type PathExamples,
  type PathReach,
} from './controller/path-reach.ts';
export { samePathRuleOf, type SamePathRule } from './controller/same-path-winner.ts';
export {
  findMeantAnnotation,
  listAnnotationTroubles,
  type AnnotationTrouble,
} from './controller/annotations/annotation-trouble.ts';
export type * from './controller/annotations/controller-annotation.ts';
export { checkAnnotationValue, type AnnotationValueCode } from './controller/annotations/check-annotation.ts';
export {
  findAnnotationCatalogue,
  findControllerAnnotation,
  listAnnotationFamilies,
} from './controller/annotations/find-annotation.ts';

export type { NormalizedRequest, RoutingRequest } from './request.ts';
export { normalizeRequest } from './request.ts';
export { parseRequestLine, type RequestLine } from './request-line/parse-request-line.ts';
export type { RequestLineCode, RequestLineProblem } from './request-line/request-problem.ts';
export type * from './trace.ts';
export type { ControllerOptions } from './controllers/options.ts';
export type { CertificateFacts, ProfileName, RoutingProfile } from './controllers/routing-profile.ts';
export {
  familyOfProfileName,
  profileNameOfFamily,
  findProfile,
  isProfileName,
  profileNameOfController,
  profileNames,
} from './controllers/find-profile.ts';
export { readConfigMapOptions } from './controllers/read-config-map-options.ts';
export { readControllerOptions } from './controllers/read-controller-options.ts';
export { findControllerConfigMap } from './controller/find-controller-config-map.ts';
export {
  findServingControllers,
  listServingControllers,
  listTracedControllers,
  type ServingController,
  type TracedController,
} from './controller/list-traced-controllers.ts';
export { runsController } from './controller/controller-arguments.ts';
export {
  traceCluster,
  traceTables,
  type ClusterTrace,
  type ControllerTable,
  type ControllerTrace,
} from './controller/trace-cluster.ts';
export { f5NginxProfile } from './controllers/f5-nginx.ts';
export { haproxyIngressProfile } from './controllers/haproxy-ingress.ts';
export { haproxytechProfile } from './controllers/haproxytech.ts';
export { ingressNginxProfile } from './controllers/ingress-nginx.ts';
export { istioProfile } from './controllers/istio.ts';
export { kongProfile } from './controllers/kong.ts';
export { specProfile } from './controllers/spec.ts';
export { traefikProfile } from './controllers/traefik.ts';
export { buildRoutingIndex, type RoutingIndex, type RoutingWorld } from './engine/routing-index.ts';
export { updateRoutingIndex } from './engine/update-routing-index.ts';
export { withCertificates } from './engine/with-certificates.ts';
export { listTlsSecrets } from './engine/find-tls.ts';
export { traceRequest } from './engine/trace-request.ts';
export { findVerdict } from './engine/find-verdict.ts';
export type { Verdict } from './engine/verdict.ts';
export { compareRoutes } from './difference/compare-routes.ts';
export type { IncompleteComparison, RequestChange, RouteDifference } from './difference/route-difference.ts';
export { listRouteConflicts } from './conflicts/list-route-conflicts.ts';
export type {
  ConflictClaim,
  ConflictWhy,
  RouteConflict,
  RouteConflictCode,
} from './conflicts/route-conflict.ts';
export type * from './breakers/configuration-breaker.ts';
export { listConfigurationBreakers } from './breakers/list-configuration-breakers.ts';
export { findPatternFault, type PatternFault } from './breakers/find-pattern-fault.ts';
export { listPathsLostToCanaries, type PathsLostToCanary } from './breakers/list-paths-lost-to-canaries.ts';
export { findPathPattern } from './breakers/find-path-pattern.ts';
export { listHostConflicts, type HostController } from './conflicts/list-host-conflicts.ts';
export { listNearHosts } from './conflicts/near-hosts.ts';
export { isNginxFlagSet, nginxAnnotation } from './controllers/ingress-nginx-annotations.ts';
