import type { EditedKind } from '@fairlead/edits';
import type { LegacyNote, LegacyNoteCode } from '@fairlead/manifests';

const noteWords: Readonly<Record<LegacyNoteCode, (details: LegacyNote['details']) => string>> = {
  'api-version': () =>
    'The API version becomes networking.k8s.io/v1; the others were removed in Kubernetes 1.22.',
  'default-backend': () => 'spec.backend becomes spec.defaultBackend.',
  'backend-service': () => 'serviceName and servicePort become service.name and service.port.',
  'port-number-from-text': () =>
    'A port number in quotes was a name for the old API. It becomes a number, which is what was meant.',
  'path-type-added': ({ pathType }) =>
    `Paths without pathType get ${String(pathType)}: that is what the old API filled in, and what your controller did so far. Prefix matches whole path elements and is the same with every controller; change it where that is what you mean.`,
  'path-missing': () => 'A path that is left out needs pathType ImplementationSpecific.',
  'host-any': () => 'The host * is left out: a rule without host takes every host.',
  'class-field': ({ className }) =>
    `The class annotation becomes spec.ingressClassName${className === undefined ? '' : ` ${String(className)}`}: an IngressClass of that name has to exist.`,
  'class-annotation-kept': () => 'The class annotation stays: this controller reads nothing else.',
  'legacy-field-dropped': () => 'A field of the old API that has the same in v1 beside it is left out.',
};

const typeNames: Readonly<Record<EditedKind, string>> = {
  Service: 'Service v1',
  Ingress: 'Ingress networking.k8s.io/v1',
};

/** Words of the YAML editor. */
export const buildYamlEditorMessages = () => ({
  label: (kind: string) => `YAML of the ${kind}`,
  loading: () => 'Loading the editor.',
  failed: () => 'The editor could not be loaded.',
  tryAgain: () => 'Try again',
  format: () => 'Format',
  tabHint: () => 'Tab indents. Ctrl+M makes Tab move the focus.',
  schema: (kind: EditedKind, version: string) => `${typeNames[kind]}, schema from this cluster (${version})`,
  noSchema: (kind: EditedKind, isLong: boolean) =>
    isLong
      ? `${typeNames[kind]}, without schema: the text is longer than 256 KB`
      : `${typeNames[kind]}, without the cluster’s schema`,
  hover: {
    /** How the type of a field is named; the names inside are those of the schema. */
    type: {
      oneOf: (names: readonly string[]) => names.join(' or '),
      /** `inner`: the type of its items, empty where it is not known. */
      list: (inner: string) => (inner === '' ? 'list' : `list of ${inner}`),
      map: (inner: string) => `map of ${inner}`,
    },
    allowed: (values: readonly string[]) => `One of: ${values.join(', ')}`,
    defaultValue: (value: string) => `Default: ${value}`,
  },
  namespace: {
    title: () => 'The text names no namespace',
    use: (namespace: string) => `Use namespace ${namespace}`,
  },
  legacy: {
    title: () => 'This Ingress is written for an older API',
    why: () =>
      'The API server does not take it as it is. It can be converted; nothing else in the text changes:',
    convert: () => 'Convert to networking.k8s.io/v1',
    note: ({ code, details }: LegacyNote): string => noteWords[code](details),
  },
});

export type YamlEditorMessages = ReturnType<typeof buildYamlEditorMessages>;
