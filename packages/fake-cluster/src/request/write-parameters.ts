import type { WriteOptions } from '../registry/write-context.ts';
import { notSupported } from '../status/field-error.ts';
import type { Refusal } from '../status/refusal.ts';
import { invalidObject } from '../status/refusals.ts';
import type { FakeRequest } from './fake-request.ts';

/** What a writer wants done about fields the type does not have. */
export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';

export interface WriteParameters {
  readonly options: WriteOptions;
  readonly fieldValidation: FieldValidation;
}

const isFieldValidation = (text: string): text is FieldValidation =>
  ['Strict', 'Warn', 'Ignore'].includes(text);

/** Who writes: what the request calls itself, else the program's name. */
function managerOf(request: FakeRequest, query: ReadonlyMap<string, string>): string {
  const agent = request.headers?.['user-agent'] ?? 'unknown';
  return query.get('fieldManager') || (agent.split('/')[0] ?? agent);
}

/** Reads `dryRun`, `fieldValidation` and `fieldManager`. `kind` is the options' kind: `CreateOptions` and so on. */
export function parseWriteParameters(
  request: FakeRequest,
  query: ReadonlyMap<string, string>,
  { kind, isStatus }: { readonly kind: string; readonly isStatus: boolean },
): WriteParameters | Refusal {
  const dryRun = query.get('dryRun') ?? '';
  const validation = query.get('fieldValidation') || 'Warn';
  const subject = { group: 'meta.k8s.io', kind, name: '' };
  if (dryRun !== '' && dryRun !== 'All')
    return invalidObject(subject, [notSupported('dryRun', [dryRun], ['All'])]);
  if (!isFieldValidation(validation)) {
    const error = notSupported('fieldValidation', validation, ['', 'Ignore', 'Strict', 'Warn']);
    return invalidObject(subject, [error]);
  }
  return {
    options: { manager: managerOf(request, query), isDryRun: dryRun === 'All', isStatus },
    fieldValidation: validation,
  };
}
