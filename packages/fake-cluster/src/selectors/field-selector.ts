import { fieldOf, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { quoteGo } from '../json/quote-go.ts';
import type { ServedResource } from '../resources/served-resource.ts';

interface FieldRequirement {
  readonly field: string;
  readonly isEqual: boolean;
  readonly value: string;
}

/** What `?fieldSelector=` asks for: all of the requirements. */
export type FieldFilter = readonly FieldRequirement[];

type Parsed = { readonly filter: FieldFilter } | { readonly problem: string };

const unescape = (text: string): string => text.replace(/\\([\\,=])/g, '$1');

function parseRequirement(text: string): FieldRequirement | undefined {
  const match = /^(.*?)(!=|==|=)(.*)$/s.exec(text);
  if (match === null) return undefined;
  const [, field = '', operator, value = ''] = match;
  return { field, isEqual: operator !== '!=', value: unescape(value) };
}

function unknownField(served: ServedResource, field: string): string {
  if (served.fieldLabels.length > 0) return `field label not supported: ${field}`;
  const known = served.isNamespaced ? '"metadata.name", "metadata.namespace"' : '"metadata.name"';
  return `${quoteGo(field)} is not a known field selector: only ${known}`;
}

/** Reads `metadata.name=web,status.phase!=Running` for a resource, which knows only some fields. */
export function parseFieldSelector(text: string, served: ServedResource): Parsed {
  const parts = text.split(/(?<!\\),/).filter((part) => part !== '');
  const filter: FieldRequirement[] = [];
  for (const part of parts) {
    const requirement = parseRequirement(part);
    if (requirement === undefined) {
      return { problem: `invalid selector: '${text}'; can't understand '${part}'` };
    }
    const { field } = requirement;
    const isKnown = ['metadata.name', 'metadata.namespace', ...served.fieldLabels].includes(field);
    if (!isKnown) return { problem: unknownField(served, field) };
    filter.push(requirement);
  }
  return { filter };
}

function valueOf(object: JsonObject, field: string): string {
  if (field === 'source')
    return textAt(object, 'source', 'component') || textAt(object, 'reportingComponent');
  const value = field.split('.').reduce((inner: JsonValue | undefined, key) => fieldOf(inner, key), object);
  if (value === undefined || value === null) return /hostNetwork|unschedulable/.test(field) ? 'false' : '';
  return typeof value === 'object' ? '' : String(value);
}

export const matchesFields = (object: JsonObject, filter: FieldFilter): boolean =>
  filter.every(({ field, isEqual, value }) => (valueOf(object, field) === value) === isEqual);
