import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
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

const descriptionOf = (path: readonly (string | number)[]) =>
  describeField(schema, path, messagesOf('en').yamlEditor.hover.type);

test('a field has its type, its text, its values and its default', () => {
  expect(descriptionOf(['spec', 'type'])).toEqual({
    type: 'string',
    text: 'How.',
    allowed: ['ClusterIP', 'NodePort'],
    defaultValue: 'ClusterIP',
  });
});

test('fields of list items are found behind references', () => {
  expect(descriptionOf(['spec', 'ports', 3, 'targetPort'])).toMatchObject({
    type: 'integer or string',
    text: 'Where to.',
  });
  expect(descriptionOf(['spec', 'ports'])?.type).toBe('list of object');
});

test('a key of a map is described by what all its values are', () => {
  expect(descriptionOf(['metadata', 'labels'])?.type).toBe('map of string');
  expect(descriptionOf(['metadata', 'labels', 'constructor'])?.type).toBe('string');
});

test('the words beside a reference go before those of what it refers to', () => {
  expect(descriptionOf(['metadata'])?.text).toBe('Of this object.');
  expect(descriptionOf(['spec'])?.text).toBe('What is wished for.');
});

test.each([
  ['an unknown field', ['spec', 'replicas']],
  ['a field called as every object has one', ['spec', 'constructor']],
  ['a reference that leads to itself', ['loop']],
  ['a field below one that has none', ['spec', 'type', 'deeper']],
])('%s is not described', (_what, path) => {
  expect(descriptionOf(path)).toBeUndefined();
});
