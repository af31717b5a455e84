import { ingressMergeCases } from './ingress-merge-cases.ts';
import type { MergeCase } from './merge-case.ts';
import { serviceMergeCases } from './service-merge-cases.ts';

export type { MergeCase };

/** Three-way merges as data, to be run here and against a real API server. */
export const mergeCases: readonly MergeCase[] = [...serviceMergeCases, ...ingressMergeCases];
export { anEditedObject, anIngressToEdit, aServiceToEdit, aVersionOf, editsOf } from './arbitraries.ts';
