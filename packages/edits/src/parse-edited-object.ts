import {
  parseWholeObject,
  type HttpIngressPath,
  type IngressRule,
  type IngressTls,
  type ServicePort,
} from '@fairlead/kube-objects';
import type { FieldPath, JsonObject } from '@fairlead/manifests';
import type { EditedObject } from './edit.ts';

export type ObjectProblemCode =
  | 'kind-missing'
  | 'kind-not-editable'
  | 'api-version-wrong'
  | 'metadata-missing'
  | 'name-missing'
  | 'namespace-missing'
  | 'field-of-wrong-type';

/** Why a manifest cannot be taken as an object to edit; `details` holds what the wording needs. */
export interface ObjectProblem {
  readonly path: FieldPath;
  readonly code: ObjectProblemCode;
  readonly details: Readonly<Record<string, string>>;
}

export type ParsedEditedObject =
  | { readonly kind: 'object'; readonly object: EditedObject }
  | { readonly kind: 'problems'; readonly problems: readonly ObjectProblem[] };

const apiVersions = new Map([
  ['Service', 'v1'],
  ['Ingress', 'networking.k8s.io/v1'],
]);

const problem = (
  path: FieldPath,
  code: ObjectProblemCode,
  details: ObjectProblem['details'] = {},
): ObjectProblem => ({ path, code, details });

const isMissing = (value: unknown): boolean => typeof value !== 'string' || value === '';

function listHeadProblems(json: JsonObject): readonly ObjectProblem[] {
  const { apiVersion, kind, metadata } = json;
  const problems: ObjectProblem[] = [];
  const wanted = typeof kind === 'string' ? apiVersions.get(kind) : undefined;
  if (isMissing(kind)) problems.push(problem(['kind'], 'kind-missing'));
  else if (wanted === undefined)
    problems.push(problem(['kind'], 'kind-not-editable', { kind: typeof kind === 'string' ? kind : '' }));
  else if (apiVersion !== wanted)
    problems.push(
      problem(['apiVersion'], 'api-version-wrong', {
        wanted,
        found: typeof apiVersion === 'string' ? apiVersion : '',
      }),
    );
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
    return [...problems, problem(['metadata'], 'metadata-missing')];
  const { name, namespace } = metadata as JsonObject;
  if (isMissing(name)) problems.push(problem(['metadata', 'name'], 'name-missing'));
  if (isMissing(namespace)) problems.push(problem(['metadata', 'namespace'], 'namespace-missing'));
  return problems;
}

const lostField = /^its field (.+) is not of the type that the API gives it$/s;

/** `spec.ports[0].port` as the reader of whole objects says it; keys with dots stay one step only where they end it. */
function pathOfLostField(text: string): FieldPath {
  const map = /^metadata\.(labels|annotations)\.(.+)$/s.exec(text) ?? /^spec\.(selector)\.(.+)$/s.exec(text);
  if (map !== null) return [map[1] === 'selector' ? 'spec' : 'metadata', map[1] ?? '', map[2] ?? ''];
  return text.split('.').flatMap((step) => {
    const [, key = step, indexes = ''] = /^([^[]*)((?:\[\d+\])*)$/s.exec(step) ?? [];
    return [key, ...[...indexes.matchAll(/\d+/g)].map(([index]) => Number(index))];
  });
}

/**
 * Takes what a manifest says as an object to edit. Its head must be that of a Service or an Ingress with name and
 * namespace, and every field of the API must be of the type the API gives it; unknown fields are kept. Whether the values
 * are allowed is the API server's to say.
 */
export function parseEditedObject(json: JsonObject): ParsedEditedObject {
  const problems = listHeadProblems(json);
  if (problems.length > 0) return { kind: 'problems', problems };
  const parsed = parseWholeObject(json);
  if (parsed.kind === 'Service' || parsed.kind === 'Ingress') return { kind: 'object', object: parsed };
  const reason = parsed.kind === 'Unreadable' ? parsed.reason : '';
  const [, field] = lostField.exec(reason) ?? [];
  const path = field === undefined ? [] : pathOfLostField(field);
  return { kind: 'problems', problems: [problem(path, 'field-of-wrong-type', { reason })] };
}

/** Typed parts and plain JSON are the same data; only here is one called the other. */
export const treeOf = (value: object): JsonObject => value as unknown as JsonObject;
export const toObject = <O extends EditedObject>(tree: JsonObject, _like: O): O => tree as unknown as O;
export const toPort = (tree: JsonObject): ServicePort => tree as unknown as ServicePort;
export const toRule = (tree: JsonObject): IngressRule => tree;
export const toPath = (tree: JsonObject): HttpIngressPath => tree as unknown as HttpIngressPath;
export const toTls = (tree: JsonObject): IngressTls => tree;
