import type { FieldError } from '@fairlead/api-contract';
import type { ClusterProblemDetails } from '../../cluster/cluster-problem.ts';

/** The sentences in which the API server names a field outside of `details.causes`, and how it would class them. */
const sentences: readonly { readonly pattern: RegExp; readonly reason: string; readonly field?: string }[] = [
  { pattern: /unknown field "((?:[^"\\]|\\.)+)"/g, reason: 'FieldUnknown' },
  { pattern: /duplicate field "((?:[^"\\]|\\.)+)"/g, reason: 'FieldValueDuplicate' },
  {
    pattern: /json: cannot unmarshal .+? into Go struct field \w+\.([\w.]+) of type [\w.[\]*]+/g,
    reason: 'FieldValueInvalid',
  },
  {
    pattern: /the name of the object .*?does not match the name on the URL \(.*?\)/g,
    reason: 'FieldValueInvalid',
    field: 'metadata.name',
  },
  {
    pattern: /the namespace of the provided object does not match the namespace sent on the request/g,
    reason: 'FieldValueInvalid',
    field: 'metadata.namespace',
  },
  { pattern: /^namespaces ".+" not found$/g, reason: 'FieldValueNotFound', field: 'metadata.namespace' },
  {
    pattern: /the API version in the data \(.*?\) does not match the expected API version \(.*?\)/g,
    reason: 'FieldValueInvalid',
    field: 'apiVersion',
  },
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ownValue = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** What Go's decoder calls the type of a JSON value. */
function goTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

/**
 * A path as Go's decoder prints it, with the positions in lists that it leaves out and without the names of embedded
 * types that it puts in: `spec.ports.port` is `spec.ports[1].port` where that is the first value of the type it names.
 */
function locate(path: readonly string[], value: unknown, goType: string): string | undefined {
  const [key, ...rest] = path;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) {
      const found = locate(path, item, goType);
      if (found !== undefined) return `[${index}]${found === '' || found.startsWith('[') ? '' : '.'}${found}`;
    }
  }
  if (key === undefined) return goTypeOf(value) === goType ? '' : undefined;
  const found = locate(rest, ownValue(value, key), goType);
  if (found === undefined) return undefined;
  return found === '' || found.startsWith('[') ? `${key}${found}` : `${key}.${found}`;
}

function fieldOfDecodingError(sentence: string, printed: string, object: unknown): string {
  const path = printed.split('.').filter((part) => !/^[A-Z]/.test(part));
  const [, goType = ''] = /^json: cannot unmarshal (\w+)/.exec(sentence) ?? [];
  return locate(path, object, goType) ?? path.join('.');
}

function readSentences(text: string, object: unknown): readonly FieldError[] {
  return sentences.flatMap(({ pattern, reason, field }) =>
    [...text.matchAll(pattern)].map(([message, printed = '']) => ({
      field:
        field ??
        (message.startsWith('json:')
          ? fieldOfDecodingError(message, printed, object)
          : printed.replaceAll(/\\(.)/g, '$1')),
      message,
      reason,
    })),
  );
}

/** The API server's objections that belong to a field, in its words: the causes of its Status, else those its sentence names. */
export function listFieldErrors(
  { causes = [], kubernetesMessage = '' }: ClusterProblemDetails,
  object: unknown,
): readonly FieldError[] {
  const named = causes.flatMap(({ field, message = '', reason = '' }) =>
    field === undefined ? [] : [{ field, message, reason }],
  );
  return named.length > 0 ? named : readSentences(kubernetesMessage, object);
}
