import { backendPortWords } from './english/backend-port.ts';
import { ing001Words } from './english/ing-001-service-missing.ts';
import { ing002Words } from './english/ing-002-port-number-not-found.ts';
import { ing003Words } from './english/ing-003-port-name-not-found.ts';
import { ing005Words } from './english/ing-005-class-missing.ts';
import { ing013Words } from './english/ing-013-path-claimed-twice.ts';
import { requestWords } from './english/requests.ts';
import { svc001Words } from './english/svc-001-no-pod-matches.ts';
import { svc002Words } from './english/svc-002-no-pod-ready.ts';
import { svc003Words } from './english/svc-003-target-port-not-found.ts';
import { svc012Words } from './english/svc-012-slice-port-name-differs.ts';
import { svc013Words } from './english/svc-013-endpoint-address-unusable.ts';
import { svc025Words } from './english/svc-025-external-name-is-address.ts';
import { svc042Words } from './english/svc-042-probe-port-not-found.ts';
import { ing006Words } from './english/ing-006-no-class.ts';
import { ing008Words } from './english/ing-008-class-said-twice.ts';
import { ing010Words } from './english/ing-010-controller-not-running.ts';
import { ing018Words } from './english/ing-018-path-matched-alone.ts';
import { ing019Words } from './english/ing-019-pattern-taken-literally.ts';
import { ing033Words } from './english/ing-033-resource-backend.ts';
import { ing034Words } from './english/ing-034-default-backend-ignored.ts';
import { ing035Words } from './english/ing-035-default-backend-of-few-hosts.ts';
import { ing038Words } from './english/ing-038-wildcard-of-many-labels.ts';
import { ing040Words } from './english/ing-040-prefix-takes-sibling.ts';
import { ing032Words } from './english/ing-032-snippets-not-allowed.ts';
import { ing047Words } from './english/ing-047-tls-port-in-plain-http.ts';
import { ing049Words } from './english/ing-049-load-balancer-internal.ts';
import { ing051Words } from './english/ing-051-class-of-two-controllers.ts';
import { ing048Words } from './english/ing-048-no-targets-for-load-balancer.ts';
import { tls013Words } from './english/tls-013-certificate-without-https.ts';
import { tls016Words } from './english/tls-016-redirected-by-another.ts';
import { ing014Words } from './english/ing-014-host-of-another.ts';
import { ing015Words } from './english/ing-015-path-twice-in-ingress.ts';
import { ing016Words } from './english/ing-016-path-never-reached.ts';
import { ing020Words } from './english/ing-020-pattern-faulty.ts';
import { ing021Words } from './english/ing-021-host-of-patterns.ts';
import { ing022Words } from './english/ing-022-rewrite-group-missing.ts';
import { ing023Words } from './english/ing-023-rewrite-loses-path.ts';
import { ing024Words } from './english/ing-024-pattern-with-plain-type.ts';
import { ing025Words } from './english/ing-025-canary-without-main.ts';
import { ing026Words } from './english/ing-026-second-canary.ts';
import { ing027Words } from './english/ing-027-canary-without-share.ts';
import { ing017Words } from './english/ing-017-host-of-two-controllers.ts';
import { ing028Words } from './english/ing-028-canary-options-ignored.ts';
import { ing029Words } from './english/ing-029-annotation-misspelt.ts';
import { ing030Words } from './english/ing-030-annotation-of-another.ts';
import { ing031Words } from './english/ing-031-annotation-value-not-understood.ts';
import { ing039Words } from './english/ing-039-host-out-of-wildcard.ts';
import { ing055Words } from './english/ing-055-configuration-refused.ts';
import { ing056Words } from './english/ing-056-canary-stops-controller.ts';
import { ing057Words } from './english/ing-057-canary-takes-service.ts';

/** What the checks say, in English: by the id of the check, after what several checks say. */
export const englishChecks = {
  requests: requestWords,
  backendPort: backendPortWords,
  svc001: svc001Words,
  svc002: svc002Words,
  svc003: svc003Words,
  svc012: svc012Words,
  svc013: svc013Words,
  svc025: svc025Words,
  svc042: svc042Words,
  ing001: ing001Words,
  ing002: ing002Words,
  ing003: ing003Words,
  ing005: ing005Words,
  ing013: ing013Words,
  ing006: ing006Words,
  ing008: ing008Words,
  ing010: ing010Words,
  ing018: ing018Words,
  ing019: ing019Words,
  ing033: ing033Words,
  ing034: ing034Words,
  ing035: ing035Words,
  ing038: ing038Words,
  ing040: ing040Words,
  ing032: ing032Words,
  ing047: ing047Words,
  ing048: ing048Words,
  ing049: ing049Words,
  ing051: ing051Words,
  tls013: tls013Words,
  tls016: tls016Words,
  ing014: ing014Words,
  ing015: ing015Words,
  ing016: ing016Words,
  ing020: ing020Words,
  ing021: ing021Words,
  ing022: ing022Words,
  ing023: ing023Words,
  ing024: ing024Words,
  ing025: ing025Words,
  ing026: ing026Words,
  ing027: ing027Words,
  ing017: ing017Words,
  ing028: ing028Words,
  ing029: ing029Words,
  ing030: ing030Words,
  ing031: ing031Words,
  ing039: ing039Words,
  ing055: ing055Words,
  ing056: ing056Words,
  ing057: ing057Words,
};
