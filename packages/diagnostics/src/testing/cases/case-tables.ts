import { anIngressClass, aService, type Buildable } from '@fairlead/kube-objects/testing';
import { ing001Cases, ing001FixCases } from './ing-001.ts';
import { ing002Cases } from './ing-002.ts';
import { ing003Cases, ing003FixCases } from './ing-003.ts';
import { ing004Cases } from './ing-004.ts';
import { ing005Cases } from './ing-005.ts';
import { ing006Cases } from './ing-006.ts';
import { ing008Cases } from './ing-008.ts';
import { ing013Cases } from './ing-013.ts';
import { ing015Cases } from './ing-015.ts';
import { ing016Cases } from './ing-016.ts';
import { ing018Cases } from './ing-018.ts';
import { ing019Cases } from './ing-019.ts';
import { ing022Cases, ing022Others, ing023Cases, ing024Cases } from './ing-022.ts';
import { ing025Cases, ing025Others, ing027Cases } from './ing-025.ts';
import { ing028Cases, ing029Cases, ing030Cases, ing031Cases } from './ing-028.ts';
import { ing034Cases, ing035Cases } from './ing-034.ts';
import { ing032Cases } from './ing-032.ts';
import { ing047Cases } from './ing-047.ts';
import { ing049Cases } from './ing-049.ts';
import { ing048Cases } from './ing-048.ts';
import { ing055Cases, ing056Cases } from './ing-055.ts';
import { svc001Cases, svc001ClosestCases } from './svc-001.ts';
import { svc003Cases, svc003FixCases } from './svc-003.ts';
import { svc012Cases } from './svc-012.ts';
import { tls013Cases } from './tls-013.ts';
import { tls016Cases } from './tls-016.ts';
import { classes } from './web-ingress.ts';

type CaseTable = readonly (readonly [title: string, objects: readonly Buildable[], expected: unknown])[];

const withObjects = (table: CaseTable, ...objects: readonly Buildable[]): CaseTable =>
  table.map(([title, others, expected]) => [title, [...objects, ...others], expected]);

const backends = ['shop/web', 'shop/rest', 'other/web'].map((place) =>
  aService(place).withPort(80).withType('NodePort'),
);

/** The cases of the checks that know a fix by edits, by check. */
export const caseTables: ReadonlyMap<string, CaseTable> = new Map<string, CaseTable>([
  ['SVC-001', [...svc001Cases, ...svc001ClosestCases]],
  ['SVC-003', [...svc003Cases, ...svc003FixCases]],
  ['SVC-012', svc012Cases],
  ['ING-001', withObjects([...ing001Cases, ...ing001FixCases], anIngressClass('nginx'))],
  ['ING-002', withObjects(ing002Cases, ...classes)],
  ['ING-003', withObjects([...ing003Cases, ...ing003FixCases], ...classes)],
  ['ING-004', withObjects(ing004Cases, ...classes)],
  ['ING-005', ing005Cases],
  ['ING-006', withObjects(ing006Cases, ...backends)],
  ['ING-008', withObjects(ing008Cases, ...backends)],
  ['ING-013', withObjects(ing013Cases, ...classes)],
  ['ING-015', withObjects(ing015Cases, ...backends)],
  ['ING-016', ing016Cases],
  ['ING-018', withObjects(ing018Cases, ...backends)],
  ['ING-019', withObjects(ing019Cases, ...backends)],
  ['ING-022', withObjects([...ing022Cases, ...ing022Others], ...backends)],
  ['ING-023', withObjects(ing023Cases, ...backends)],
  ['ING-024', withObjects(ing024Cases, ...backends)],
  ['ING-025', withObjects([...ing025Cases, ...ing025Others], ...backends)],
  ['ING-027', withObjects(ing027Cases, ...backends)],
  ['ING-028', withObjects(ing028Cases, ...backends)],
  ['ING-029', withObjects(ing029Cases, ...backends)],
  ['ING-030', withObjects(ing030Cases, ...backends)],
  ['ING-031', withObjects(ing031Cases, ...backends)],
  ['ING-032', withObjects(ing032Cases, ...backends)],
  ['ING-034', withObjects(ing034Cases, ...backends)],
  ['ING-035', withObjects(ing035Cases, ...backends)],
  ['ING-047', ing047Cases],
  ['ING-048', ing048Cases],
  ['ING-049', withObjects(ing049Cases, ...backends)],
  ['ING-055', withObjects(ing055Cases, ...backends)],
  ['ING-056', withObjects(ing056Cases, ...backends)],
  ['TLS-013', withObjects(tls013Cases, ...backends)],
  ['TLS-016', withObjects(tls016Cases, ...backends)],
]);
