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
};
