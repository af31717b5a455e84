import { expect, test } from 'vitest';
import { toKindSchema } from './to-kind-schema.ts';

const thing = { group: 'example.com', version: 'v1', kind: 'Thing' };
const toRef = (name: string) => `#/components/schemas/${name}`;

const document = {
  openapi: '3.0.0',
  paths: { '/apis': {} },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        description: 'A thing.',
        properties: {
          apiVersion: { type: 'string', description: 'Its version.' },
          kind: { type: 'string' },
          metadata: { description: 'Its head.', default: {}, allOf: [{ $ref: toRef('Meta') }] },
          spec: { $ref: toRef('Spec') },
        },
        'x-kubernetes-group-version-kind': [{ group: 'example.com', version: 'v1', kind: 'Thing' }],
      },
      Meta: {
        type: 'object',
        properties: { labels: { type: 'object', additionalProperties: { type: 'string', default: '' } } },
      },
      Spec: {
        type: 'object',
        required: ['port'],
        properties: {
          port: { allOf: [{ $ref: toRef('IntOrString') }] },
          protocol: { type: 'string', default: 'TCP', enum: ['TCP', 'UDP'] },
          count: { type: 'integer', format: 'int32', default: 0 },
          since: { type: 'string', format: 'date-time' },
          anything: { type: 'object' },
          parts: {
            type: 'array',
            items: { $ref: toRef('Spec') },
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['port'],
          },
        },
      },
      IntOrString: { format: 'int-or-string', oneOf: [{ type: 'integer' }, { type: 'string' }] },
      Other: { type: 'object' },
    },
  },
};

test('a kind becomes a closed schema with what it leads to', () => {
  expect(toKindSchema(document, thing)).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    description: 'A thing.',
    type: 'object',
    properties: {
      apiVersion: { type: 'string', description: 'Its version.', enum: ['example.com/v1'] },
      kind: { type: 'string', enum: ['Thing'] },
      metadata: { description: 'Its head.', $ref: '#/definitions/Meta' },
      spec: { $ref: '#/definitions/Spec' },
    },
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata'],
    definitions: {
      Meta: {
        type: 'object',
        properties: { labels: { type: 'object', additionalProperties: { type: 'string' } } },
        additionalProperties: false,
      },
      Spec: {
        type: 'object',
        required: ['port'],
        properties: {
          port: { $ref: '#/definitions/IntOrString' },
          protocol: { type: 'string', enum: ['TCP', 'UDP'], default: 'TCP' },
          count: { type: 'integer' },
          since: { type: 'string', format: 'date-time' },
          anything: { type: 'object' },
          parts: { type: 'array', items: { $ref: '#/definitions/Spec' } },
        },
        additionalProperties: false,
      },
      IntOrString: { type: ['integer', 'string'] },
    },
  });
});

test.each([undefined, null, 'text', {}, { components: { schemas: [] } }, document])(
  'a document without the kind has no schema of it (%#)',
  (given) => {
    expect(toKindSchema(given, { ...thing, kind: 'Nothing' })).toBeUndefined();
  },
);

test('what does not belong into a schema is left out: foreign keys, references that lead away, odd values', () => {
  const schemas = {
    Thing: {
      ...document.components.schemas.Thing,
      markdownDescription: '<img src=x>',
      defaultSnippets: [{}],
      description: { html: 'x' },
      properties: JSON.parse(
        '{"a":{"$ref":"https://example.com/x"},"b":null,"__proto__":{"type":"string"},"c":{"type":["x"]}}',
      ),
    },
  };
  const schema = toKindSchema({ components: { schemas } }, thing);
  expect(Object.keys(schema ?? {})).toEqual([
    '$schema',
    'type',
    'properties',
    'additionalProperties',
    'required',
    'definitions',
  ]);
  expect(schema?.['properties']).toMatchObject({ a: {}, b: {}, c: {} });
  expect(schema?.['definitions']).toEqual({});
  expect(JSON.stringify(schema)).not.toContain('https://example.com');
});
