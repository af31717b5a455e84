import { objectAt, type JsonObject } from '../json/json-value.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import type { Refusal } from '../status/refusal.ts';
import { badRequest } from '../status/refusals.ts';
import { matchesFields, parseFieldSelector } from './field-selector.ts';
import { matchesLabels, parseLabelSelector } from './label-selector.ts';

/** Which objects of a list or watch were asked for. */
export interface ObjectFilter {
  readonly isEmpty: boolean;
  readonly matches: (object: JsonObject) => boolean;
}

function labelsOf(object: JsonObject): Record<string, string> {
  const entries = Object.entries(objectAt(object, 'metadata', 'labels'));
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' ? value : '']));
}

/** Reads both selectors of a request. */
export function parseObjectFilter(
  query: ReadonlyMap<string, string>,
  served: ServedResource,
): ObjectFilter | Refusal {
  const labels = parseLabelSelector(query.get('labelSelector') ?? '');
  if ('problem' in labels) return badRequest(labels.problem);
  const fields = parseFieldSelector(query.get('fieldSelector') ?? '', served);
  if ('problem' in fields) return badRequest(fields.problem);
  const isEmpty = labels.filter.length === 0 && fields.filter.length === 0;
  return {
    isEmpty,
    matches: (object) =>
      isEmpty ||
      (matchesFields(object, fields.filter) &&
        (labels.filter.length === 0 || matchesLabels(labelsOf(object), labels.filter))),
  };
}
