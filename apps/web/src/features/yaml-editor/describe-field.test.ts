import { expect, test } from 'vitest';
import { describeField } from './describe-field.ts';

const schema = {
  properties: {
    metadata: { $ref: '#/definitions/meta', description: 'Of this object.' },
    spec: { $ref: '#/definitions/spec' },
    loop: { $ref: '#/definitions/loop' },
  },
  definitions: {
    meta: {
      description: 'Of all objects.',
      properties: { labels: { type: 'object', additionalProperties: { type: 'string' } } },
    },
    spec: {
      description: 'What is wished for.',
      properties: {
        type: {
          type: 'string',
          enum: ['ClusterIP', 'NodePort'],
          default: 'ClusterIP',
          description: ' How. ',
        },
        ports: { type: 'array', items: { $ref: '#/definitions/port' } },
      },
    },
    port: {
      type: 'object',
      properties: { targetPort: { type: ['integer', 'string'], description: 'Where to.' } },
    },
    loop: { $ref: '#/definitions/loop' },
  },
};

test('a field has its type, its text, its values and its default', () => {
  expect(describeField(schema, ['spec', 'type'])).toEqual({
    type: 'string',
    text: 'How.',
    allowed: ['ClusterIP', 'NodePort'],
    defaultValue: 'ClusterIP',
  });
});

test('fields of list items are found behind references', () => {
  expect(describeField(schema, ['spec', 'ports', 3, 'targetPort'])).toMatchObject({
    type: 'integer or string',
    text: 'Where to.',
  });
  expect(describeField(schema, ['spec', 'ports'])?.type).toBe('list of object');
});

test('a key of a map is described by what all its values are', () => {
  expect(describeField(schema, ['metadata', 'labels'])?.type).toBe('map of string');
  expect(describeField(schema, ['metadata', 'labels', 'constructor'])?.type).toBe('string');
});

test('the words beside a reference go before those of what it refers to', () => {
  expect(describeField(schema, ['metadata'])?.text).toBe('Of this object.');
  expect(describeField(schema, ['spec'])?.text).toBe('What is wished for.');
});

test.each([
  ['an unknown field', ['spec', 'replicas']],
  ['a field called as every object has one', ['spec', 'constructor']],
  ['a reference that leads to itself', ['loop']],
  ['a field below one that has none', ['spec', 'type', 'deeper']],
])('%s is not described', (_what, path) => {
  expect(describeField(schema, path)).toBeUndefined();
});
