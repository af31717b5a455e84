import type { Check, CheckInfo, UnitKind } from './check.ts';
import { svc001 } from './checks/svc-001-no-pod-matches.ts';
import { svc002 } from './checks/svc-002-no-pod-ready.ts';
import { svc003 } from './checks/svc-003-target-port-not-found.ts';
import { svc012 } from './checks/svc-012-slice-port-name-differs.ts';
import { svc013 } from './checks/svc-013-endpoint-address-unusable.ts';
import { svc025 } from './checks/svc-025-external-name-is-address.ts';
import { svc042 } from './checks/svc-042-probe-port-not-found.ts';
import { ing001 } from './checks/ing-001-service-missing.ts';
import { ing002 } from './checks/ing-002-port-number-not-found.ts';
import { ing003 } from './checks/ing-003-port-name-not-found.ts';
import { ing004 } from './checks/ing-004-port-by-its-target.ts';
import { ing005 } from './checks/ing-005-class-missing.ts';
import { ing013 } from './checks/ing-013-path-claimed-twice.ts';
import { ing006 } from './checks/ing-006-no-class.ts';
import { ing008 } from './checks/ing-008-class-said-twice.ts';
import { ing010 } from './checks/ing-010-controller-not-running.ts';
import { ing018 } from './checks/ing-018-path-matched-alone.ts';
import { ing019 } from './checks/ing-019-pattern-taken-literally.ts';
import { ing033 } from './checks/ing-033-resource-backend.ts';
import { ing034 } from './checks/ing-034-default-backend-ignored.ts';
import { ing035 } from './checks/ing-035-default-backend-of-few-hosts.ts';
import { ing038 } from './checks/ing-038-wildcard-of-many-labels.ts';
import { ing040 } from './checks/ing-040-prefix-takes-sibling.ts';
import { ing032 } from './checks/ing-032-snippets-not-allowed.ts';
import { ing047 } from './checks/ing-047-tls-port-in-plain-http.ts';
import { ing049 } from './checks/ing-049-load-balancer-internal.ts';
import { ing051 } from './checks/ing-051-class-of-two-controllers.ts';
import { ing048 } from './checks/ing-048-no-targets-for-load-balancer.ts';
import { tls013 } from './checks/tls-013-certificate-without-https.ts';
import { tls016 } from './checks/tls-016-redirected-by-another.ts';
import { ing014 } from './checks/ing-014-host-of-another.ts';
import { ing015 } from './checks/ing-015-path-twice-in-ingress.ts';
import { ing016 } from './checks/ing-016-path-never-reached.ts';
import { ing020 } from './checks/ing-020-pattern-faulty.ts';
import { ing021 } from './checks/ing-021-host-of-patterns.ts';
import { ing022 } from './checks/ing-022-rewrite-group-missing.ts';
import { ing023 } from './checks/ing-023-rewrite-loses-path.ts';
import { ing024 } from './checks/ing-024-pattern-with-plain-type.ts';
import { ing025 } from './checks/ing-025-canary-without-main.ts';
import { ing026 } from './checks/ing-026-second-canary.ts';
import { ing027 } from './checks/ing-027-canary-without-share.ts';
import { ing017 } from './checks/ing-017-host-of-two-controllers.ts';
import { ing028 } from './checks/ing-028-canary-options-ignored.ts';
import { ing029 } from './checks/ing-029-annotation-misspelt.ts';
import { ing030 } from './checks/ing-030-annotation-of-another.ts';
import { ing031 } from './checks/ing-031-annotation-value-not-understood.ts';
import { ing039 } from './checks/ing-039-host-out-of-wildcard.ts';
import { ing055 } from './checks/ing-055-configuration-refused.ts';
import { ing056 } from './checks/ing-056-canary-stops-controller.ts';
import { ing057 } from './checks/ing-057-canary-takes-service.ts';

/** The checks by the kind they are run on. */
export type Catalogue = { readonly [K in UnitKind]: readonly Check<K>[] };

/** All checks. */
export const catalogue: Catalogue = {
  Service: [svc001, svc002, svc003, svc012, svc025],
  EndpointSlice: [svc013],
  Pod: [svc042],
  IngressClass: [ing010, ing051],
  Ingress: [
    ing001,
    ing002,
    ing003,
    ing004,
    ing005,
    ing006,
    ing008,
    ing013,
    ing018,
    ing019,
    ing033,
    ing034,
    ing035,
    ing038,
    ing040,
    ing032,
    ing047,
    ing048,
    ing049,
    ing014,
    ing015,
    ing016,
    ing020,
    ing021,
    ing022,
    ing023,
    ing024,
    ing025,
    ing026,
    ing027,
    ing017,
    ing028,
    ing029,
    ing030,
    ing031,
    ing039,
    ing055,
    ing056,
    ing057,
    tls013,
    tls016,
  ],
};

/** The kinds that have checks, in the order in which they are looked at. */
export const unitKinds: readonly UnitKind[] = ['Service', 'EndpointSlice', 'Pod', 'IngressClass', 'Ingress'];

/** The checks of a catalogue, by id. */
export const listChecks = (from: Catalogue = catalogue): readonly CheckInfo[] =>
  [...from.Service, ...from.EndpointSlice, ...from.Pod, ...from.IngressClass, ...from.Ingress].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
