import { convertLegacyBackend, isLegacyBackend } from './convert-legacy-backend.ts';
import {
  isJsonList,
  isJsonObject,
  ownField,
  toJsonObject,
  type FieldPath,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';
import { withField, withObjectField, withoutKeys } from './json-fields.ts';
import type { LegacyNote } from './legacy-note.ts';

export interface LegacyConversion {
  readonly object: JsonObject;
  readonly notes: readonly LegacyNote[];
}

const currentVersion = 'networking.k8s.io/v1';
const removedVersions: ReadonlySet<JsonValue | undefined> = new Set([
  'extensions/v1beta1',
  'networking.k8s.io/v1beta1',
]);
const classAnnotation = 'kubernetes.io/ingress.class';
/** GKE's controller reads the annotation only and ignores `ingressClassName`. */
const annotationOnlyClasses: ReadonlySet<JsonValue | undefined> = new Set(['gce', 'gce-internal']);
const classNameForm = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

type Note = (note: LegacyNote) => void;

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (isJsonList(value) ? value : []);

const listPaths = (rule: JsonValue): readonly JsonValue[] =>
  listOf(ownField(ownField(rule, 'http'), 'paths'));

const hasLegacyFields = (spec: JsonValue | undefined): boolean =>
  ownField(spec, 'backend') !== undefined ||
  isLegacyBackend(ownField(spec, 'defaultBackend')) ||
  listOf(ownField(spec, 'rules')).some((rule) =>
    listPaths(rule).some((path) => isLegacyBackend(ownField(path, 'backend'))),
  );

const convertPath = (path: JsonValue, place: FieldPath, note: Note): JsonValue => {
  if (!isJsonObject(path)) return path;
  const converted = withBackend(path, [...place, 'backend'], note);
  const pathType = ownField(path, 'pathType');
  if (pathType === undefined || pathType === null) {
    note({
      code: 'path-type-added',
      field: [...place, 'pathType'],
      details: { pathType: 'ImplementationSpecific' },
    });
    return behindPath(withoutKeys(converted, new Set(['pathType'])));
  }
  if (ownField(path, 'path') === undefined && pathType !== 'ImplementationSpecific')
    note({
      code: 'path-missing',
      field: place,
      details: { pathType: typeof pathType === 'string' ? pathType : '' },
    });
  return converted;
};

/** `pathType` is read together with `path`, so it stands behind it. */
const behindPath = (path: JsonObject): JsonObject => {
  const added = ['pathType', 'ImplementationSpecific'] as const;
  if (!Object.hasOwn(path, 'path')) return toJsonObject([added, ...Object.entries(path)]);
  return toJsonObject(
    Object.entries(path).flatMap((entry) => (entry[0] === 'path' ? [entry, added] : [entry])),
  );
};

const withBackend = (object: JsonObject, path: FieldPath, note: Note): JsonObject => {
  const key = String(path.at(-1) ?? '');
  const backend = ownField(object, key);
  return backend === undefined ? object : withField(object, key, convertLegacyBackend(backend, path, note));
};

const convertRule = (rule: JsonValue, place: FieldPath, note: Note): JsonValue => {
  if (!isJsonObject(rule)) return rule;
  const isAnyHost = ownField(rule, 'host') === '*';
  if (isAnyHost) note({ code: 'host-any', field: place, details: { host: '*' } });
  const hosted = isAnyHost ? withoutKeys(rule, new Set(['host'])) : rule;
  return withObjectField(hosted, 'http', (http) => {
    const paths = ownField(http, 'paths');
    if (!isJsonList(paths)) return http;
    const converted = paths.map((path, index) => convertPath(path, [...place, 'http', 'paths', index], note));
    return withField(http, 'paths', converted);
  });
};

const renameBackend = (spec: JsonObject, note: Note): JsonObject => {
  if (!Object.hasOwn(spec, 'backend')) return spec;
  if (Object.hasOwn(spec, 'defaultBackend')) {
    note({
      code: 'legacy-field-dropped',
      field: ['spec', 'defaultBackend'],
      details: { field: 'spec.backend' },
    });
    return withoutKeys(spec, new Set(['backend']));
  }
  note({ code: 'default-backend', field: ['spec', 'defaultBackend'], details: {} });
  return toJsonObject(
    Object.entries(spec).map(([key, value]) => [key === 'backend' ? 'defaultBackend' : key, value]),
  );
};

const convertSpec = (spec: JsonObject, note: Note): JsonObject => {
  const renamed = withBackend(renameBackend(spec, note), ['spec', 'defaultBackend'], note);
  const rules = ownField(renamed, 'rules');
  if (!isJsonList(rules)) return renamed;
  return withField(
    renamed,
    'rules',
    rules.map((rule, index) => convertRule(rule, ['spec', 'rules', index], note)),
  );
};

/** The annotation becomes the field that replaced it, where a class can have that name and its controller reads it. */
const convertClass = (object: JsonObject, note: Note): JsonObject => {
  const className = ownField(ownField(ownField(object, 'metadata'), 'annotations'), classAnnotation);
  if (typeof className !== 'string') return object;
  const named = ownField(ownField(object, 'spec'), 'ingressClassName');
  const field = ['metadata', 'annotations', classAnnotation];
  const canMove =
    classNameForm.test(className) && !annotationOnlyClasses.has(className) && isJsonObject(object['spec']);
  if (!canMove || (named !== undefined && named !== className)) {
    note({ code: 'class-annotation-kept', field, details: { className } });
    return object;
  }
  note({ code: 'class-field', field: ['spec', 'ingressClassName'], details: { className } });
  const metadata = withObjectField(object, 'metadata', (inner) => {
    const annotations = ownField(inner, 'annotations');
    const kept = isJsonObject(annotations) ? withoutKeys(annotations, new Set([classAnnotation])) : {};
    return Object.keys(kept).length > 0
      ? withField(inner, 'annotations', kept)
      : withoutKeys(inner, new Set(['annotations']));
  });
  return withObjectField(metadata, 'spec', (spec) =>
    toJsonObject([['ingressClassName', className], ...Object.entries(spec)]),
  );
};

/**
 * An Ingress or IngressClass of an API version that was removed in Kubernetes 1.22, or a v1 Ingress that still uses
 * fields of one, as `networking.k8s.io/v1` wants it, doing the same as before: a missing `pathType` becomes
 * `ImplementationSpecific`, which the old API meant by it. `undefined` where there is nothing to convert. Rules:
 * kubernetes.io, "Deprecated API Migration Guide", v1.22.
 */
export const convertLegacyIngress = (object: JsonObject): LegacyConversion | undefined => {
  const { apiVersion, kind } = object;
  const isRemoved = removedVersions.has(apiVersion);
  const isIngress =
    kind === 'Ingress' && (isRemoved || (apiVersion === currentVersion && hasLegacyFields(object['spec'])));
  if (!isIngress && !(kind === 'IngressClass' && apiVersion === 'networking.k8s.io/v1beta1'))
    return undefined;
  const notes: LegacyNote[] = [];
  const note: Note = (found) => notes.push(found);
  if (isRemoved)
    note({
      code: 'api-version',
      field: ['apiVersion'],
      details: { from: typeof apiVersion === 'string' ? apiVersion : '', to: currentVersion },
    });
  const current = withField(object, 'apiVersion', currentVersion);
  if (!isIngress) return { object: current, notes };
  const converted = withObjectField(current, 'spec', (spec) => convertSpec(spec, note));
  return { object: isRemoved ? convertClass(converted, note) : converted, notes };
};
