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
import { ing005 } from './checks/ing-005-class-missing.ts';
import { ing013 } from './checks/ing-013-path-claimed-twice.ts';

/** The checks by the kind they are run on. */
export type Catalogue = { readonly [K in UnitKind]: readonly Check<K>[] };

/** All checks. */
export const catalogue: Catalogue = {
  Service: [svc001, svc002, svc003, svc012, svc025],
  EndpointSlice: [svc013],
  Pod: [svc042],
  Ingress: [ing001, ing002, ing003, ing005, ing013],
};

/** The kinds that have checks, in the order in which they are looked at. */
export const unitKinds: readonly UnitKind[] = ['Service', 'EndpointSlice', 'Pod', 'Ingress'];

/** The checks of a catalogue, by id. */
export const listChecks = (from: Catalogue = catalogue): readonly CheckInfo[] =>
  [...from.Service, ...from.EndpointSlice, ...from.Pod, ...from.Ingress].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
