import type { SourceProblem } from '@fairlead/manifests';

type Details = SourceProblem['details'];

const sentences: { readonly [C in SourceProblem['code']]: (details: Details) => string } = {
  'too-large': ({ sizeBytes, limitBytes }) =>
    `The text is too large: ${sizeBytes} bytes, at most ${limitBytes}.`,
  'not-utf-8': () => 'A character cannot be written in UTF-8.',
  'control-character': ({ character }) => `The control character ${character} may not stand here.`,
  'tab-indent': () => 'A tab indents here; YAML takes blanks only.',
  'duplicate-key': ({ key = '' }) => `The field ${key} stands here for the second time.`,
  'too-many-aliases': () => 'The aliases would grow the text beyond all bounds.',
  'too-deep': ({ limit }) => `The text is nested deeper than ${limit} levels.`,
  'unsupported-tag': ({ tag = '' }) => `The tag ${tag} has no meaning to Kubernetes.`,
  'unsupported-value': () => 'This value cannot be written in JSON.',
  'several-documents': () => 'There is more than one document.',
  'no-document': () => 'It holds no document.',
  'not-an-object': ({ found = '' }) => `A Kubernetes object is expected, this is a ${found}.`,
  'unlike-yaml-1.1': () => 'Kubernetes reads this value by the rules of YAML 1.1, other tools may not.',
  'imprecise-number': () => 'This number cannot be kept exactly.',
  syntax: ({ message = '' }) => `This is no YAML: ${message}`,
  'api-version': ({ from, to }) => `${from} was removed in Kubernetes 1.22; read as ${to}.`,
  'default-backend': () => 'spec.backend is read as spec.defaultBackend.',
  'backend-service': () => 'serviceName and servicePort are read as service.name and service.port.',
  'port-number-from-text': () => 'The quoted port is read as a number.',
  'path-type-added': ({ pathType }) =>
    `The missing pathType is read as ${pathType}, which the old API meant by it.`,
  'path-missing': ({ pathType }) => `A path of type ${pathType} needs a path.`,
  'host-any': () => 'The host * is read as any host.',
  'class-field': () => 'The class is read from its annotation.',
  'class-annotation-kept': () => 'The class stays in its annotation.',
  'legacy-field-dropped': ({ field }) => `${field} is not read, the new field stands beside it.`,
  'kind-missing': () => 'This is no Kubernetes object: kind or apiVersion is missing.',
  'path-type-missing': () => 'The pathType is missing; the API server refuses this Ingress.',
};

/** `shop.yaml:12:3: The field kind stands here for the second time.` */
export function describeSourceProblem({ file, line, column, code, details }: SourceProblem): string {
  const sentence = sentences[code](details).trim();
  const told = /\.json$/i.test(file)
    ? sentence.replace('This is no YAML', 'This is no JSON, nor YAML')
    : sentence;
  return `${file}:${line}:${column}: ${/[.!?]$/.test(told) ? told : `${told}.`}`;
}
