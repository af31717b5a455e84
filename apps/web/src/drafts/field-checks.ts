import { listDangers, type EditedObject } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import {
  checkIngressFields,
  checkServiceFields,
  type FieldCheck,
  type IngressFieldCode,
  type ServiceFieldCode,
} from '@fairlead/routing';

type EditedService = Extract<EditedObject, { readonly kind: 'Service' }>;
type EditedIngress = Extract<EditedObject, { readonly kind: 'Ingress' }>;

const wordOf = ({ code, details }: FieldCheck): string => JSON.stringify([code, details]);

/** What is stored was accepted once, by whatever rules held then: only the API server knows whether it still is. */
function withoutStoredErrors<C extends FieldCheck>(own: readonly C[], before: readonly C[]): readonly C[] {
  const stored = new Set(before.map(wordOf));
  return own.map((check) => (stored.has(wordOf(check)) ? { ...check, severity: 'warning' } : check));
}

/** What a drafted Service itself tells of its fields; errors are what the API server refuses for certain. */
export const listServiceChecks = (
  object: EditedService,
  base: EditedService | undefined,
): readonly FieldCheck<ServiceFieldCode>[] =>
  withoutStoredErrors(checkServiceFields(object), base === undefined ? [] : checkServiceFields(base));

/** What a drafted Ingress itself tells of its fields; errors are what the API server refuses for certain. */
export const listIngressChecks = (
  object: EditedIngress,
  base: EditedIngress | undefined,
): readonly FieldCheck<IngressFieldCode>[] =>
  withoutStoredErrors(checkIngressFields(object), base === undefined ? [] : checkIngressFields(base));

/** Fields that only delete and create again would change. */
export const listFixedFields = (object: EditedObject, base: EditedObject | undefined): readonly FieldPath[] =>
  base === undefined
    ? []
    : listDangers(base, object).flatMap((danger) => (danger.code === 'immutable' ? [danger.keys] : []));

function listChecks(object: EditedObject, base: EditedObject | undefined): readonly FieldCheck[] {
  return object.kind === 'Service'
    ? listServiceChecks(object, base?.kind === 'Service' ? base : undefined)
    : listIngressChecks(object, base?.kind === 'Ingress' ? base : undefined);
}

/** How many fields of a draft the API server refuses for certain: what keeps it from being applied. */
export const countFieldErrors = (object: EditedObject, base: EditedObject | undefined): number =>
  listChecks(object, base).filter(({ severity }) => severity === 'error').length +
  listFixedFields(object, base).length;
