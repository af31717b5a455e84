import { anIngressClass, type Buildable } from '@fairlead/kube-objects/testing';
import { ing001Cases, ing001FixCases } from './ing-001.ts';
import { ing002Cases } from './ing-002.ts';
import { ing003Cases, ing003FixCases } from './ing-003.ts';
import { ing005Cases } from './ing-005.ts';
import { ing013Cases } from './ing-013.ts';
import { svc001Cases, svc001ClosestCases } from './svc-001.ts';
import { svc003Cases, svc003FixCases } from './svc-003.ts';
import { svc012Cases } from './svc-012.ts';
import { classes } from './web-ingress.ts';

type CaseTable = readonly (readonly [title: string, objects: readonly Buildable[], expected: unknown])[];

const withObjects = (table: CaseTable, ...objects: readonly Buildable[]): CaseTable =>
  table.map(([title, others, expected]) => [title, [...objects, ...others], expected]);

/** The cases of the checks that know a fix by edits, by check. */
export const caseTables: ReadonlyMap<string, CaseTable> = new Map<string, CaseTable>([
  ['SVC-001', [...svc001Cases, ...svc001ClosestCases]],
  ['SVC-003', [...svc003Cases, ...svc003FixCases]],
  ['SVC-012', svc012Cases],
  ['ING-001', withObjects([...ing001Cases, ...ing001FixCases], anIngressClass('nginx'))],
  ['ING-002', withObjects(ing002Cases, ...classes)],
  ['ING-003', withObjects([...ing003Cases, ...ing003FixCases], ...classes)],
  ['ING-005', ing005Cases],
  ['ING-013', withObjects(ing013Cases, ...classes)],
]);
