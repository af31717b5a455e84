/** What of a controller's arguments and settings changes where requests go. Absent values are the controller's defaults. */
export interface ControllerOptions {
  /**
   * ingress-nginx and haproxy-ingress, `--watch-ingress-without-class`: takes Ingresses that name no class; haproxytech,
   * `--empty-ingress-class`: also where `ingressClass` is set. Default false.
   */
  readonly watchIngressWithoutClass?: boolean;
  /** The `spec.controller` of the IngressClasses it serves, where it is not the controller's usual one (`--controller-class`). */
  readonly controllerClass?: string;
  /**
   * The class name it goes by. Of the annotation with ingress-nginx (`nginx`), haproxy-ingress (`haproxy`), Istio (`istio`),
   * and AWS (`alb`; empty: Ingresses without class, too); of the class with F5 (`nginx`), Kong (`kong`) and Contour
   * (`contour`, and Ingresses without class; several with commas); with Traefik the only class it takes, by default every
   * one of its controller; with haproxytech the last part of its controller's name.
   */
  readonly ingressClass?: string;
  /** Traefik, `strictPrefixMatching`: a Prefix matches whole path elements. Default false. */
  readonly strictPrefixMatching?: boolean;
  /** Traefik, `allowEmptyServices`: a Service without endpoints answers 503 instead of losing its rule. Default false, in the Helm chart true. */
  readonly allowEmptyServices?: boolean;
  /** Traefik: the https entry point has TLS switched on (`entrypoints.websecure.http.tls`). Default false, in the Helm chart true. */
  readonly entryPointTls?: boolean;
  /** haproxy-ingress, `strict-host` of its ConfigMap: a request stays with the host that matched it best. Default false. */
  readonly strictHost?: boolean;
  /** Istio, `ingressControllerMode` of the mesh. Default STRICT: Ingresses without class are ignored. */
  readonly ingressControllerMode?: 'OFF' | 'DEFAULT' | 'STRICT';
  /** `spec`: only IngressClasses of this `spec.controller` count. By default all of them. */
  readonly tracedController?: string;
}
