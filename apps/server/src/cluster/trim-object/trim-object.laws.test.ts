import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldNode, FieldRule } from './field-node.ts';
import { ListPageScanner } from './list-page-scanner.ts';
import { trimFields } from './trim-fields.ts';
import { WatchEventReader, type WatchEvent } from './watch-event-reader.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What trimming means, said on parsed values. */
function pickValue(value: Json, rule: FieldRule): Json {
  if (rule === 'keep' || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => pickValue(one, rule));
  if (rule === 'drop') return null;
  const kept = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    const found = ruleFor(rule, key);
    return found === 'drop' ? [] : [[key, pickValue(inner, found)]];
  });
  return Object.fromEntries(kept);
}

function ruleFor(node: FieldNode, key: string): FieldRule {
  const rule = node.fields.get(key);
  if (rule !== undefined) return rule;
  return node.keepsOthers || node.keptPrefixes.some((prefix) => key.startsWith(prefix)) ? 'keep' : 'drop';
}

function expected(kind: Kind, object: { [key: string]: Json }): Json {
  const rest = Object.fromEntries(
    Object.entries(object).filter(([key]) => key !== 'kind' && key !== 'apiVersion'),
  );
  const picked = pickValue(rest, trimFields[kind]);
  return { apiVersion: apiVersionOf(kindInfo(kind)), kind, ...(picked as { [key: string]: Json }) };
}

/** Names that the lists know, beside names they do not: an object without any of them would prove little. */
const knownNames = (() => {
  const names = new Set<string>([
    'managedFields',
    'kubectl.kubernetes.io/last-applied-configuration',
    'fairlead.dev/fake',
  ]);
  const collect = (node: FieldNode): void => {
    for (const [name, rule] of node.fields) {
      names.add(name);
      if (typeof rule !== 'string') collect(rule);
    }
  };
  for (const kind of kinds) collect(trimFields[kind]);
  return [...names].filter((name) => name !== 'kind' && name !== 'apiVersion');
})();

const aName = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...knownNames) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  )
  .filter((name) => name !== '__proto__' && name !== 'kind' && name !== 'apiVersion');

const { value: aValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(aName, tie('value'), { maxKeys: 6 }),
  ),
}));

const anObject = fc
  .tuple(
    fc.dictionary(aName, aValue, { maxKeys: 6 }),
    fc.dictionary(aName, aValue, { maxKeys: 6 }),
    fc.constantFrom('web', 'a-é', 'x"y\\z'),
  )
  .map(([object, metadata, name]): { [key: string]: Json } => ({
    ...object,
    metadata: { ...metadata, name },
  }));

const aLayout = fc.constantFrom(undefined, 1, '\t');
const someCuts = fc.array(fc.nat(), { maxLength: 12 });

function cut(text: string, cuts: readonly number[]): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

const listOf = (kind: Kind, items: readonly Json[], layout: number | string | undefined): string =>
  JSON.stringify(
    {
      kind: `${kind}List`,
      apiVersion: apiVersionOf(kindInfo(kind)),
      metadata: { resourceVersion: '7' },
      items,
    },
    null,
    layout,
  );

test('a trimmed list holds exactly what the list of fields says, however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(anObject, { maxLength: 4 }),
      aLayout,
      someCuts,
      (kind, items, layout, cuts) => {
        const scanner = new ListPageScanner(kind);
        for (const chunk of cut(listOf(kind, items, layout), cuts)) scanner.push(chunk);
        const page = scanner.finish();
        expect(page.objects.map(({ json }) => JSON.parse(json) as Json)).toEqual(
          items.map((item) => expected(kind, item)),
        );
        expect(page.objects.map(({ name }) => name)).toEqual(
          items.map((item) => (item['metadata'] as { name: string }).name),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('trimmed text is compact and of one line', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), anObject, aLayout, (kind, item, layout) => {
      const scanner = new ListPageScanner(kind);
      scanner.push(Buffer.from(listOf(kind, [item], layout)));
      for (const { json } of scanner.finish().objects)
        expect(json).toHaveLength(JSON.stringify(JSON.parse(json)).length);
    }),
  );
});

test('a watch event gives the same object as a list, however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      anObject,
      fc.boolean(),
      someCuts,
      (kind, item, isTypeFirst, cuts) => {
        const event = isTypeFirst ? { type: 'ADDED', object: item } : { object: item, type: 'ADDED' };
        const events: WatchEvent[] = [];
        const reader = new WatchEventReader(kind, (found) => events.push(found));
        for (const chunk of cut(`${JSON.stringify(event)}\n`, cuts)) reader.push(chunk);
        reader.finish();
        const [found] = events;
        expect(found?.type === 'put' && (JSON.parse(found.object.json) as Json)).toEqual(
          expected(kind, item),
        );
      },
    ),
  );
});

test('a list cut short anywhere is refused', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(anObject, { maxLength: 2 }),
      fc.nat(),
      (kind, items, place) => {
        const bytes = Buffer.from(listOf(kind, items, undefined));
        const scanner = new ListPageScanner(kind);
        expect(() => {
          scanner.push(bytes.subarray(0, place % bytes.length));
          scanner.finish();
        }).toThrow(expect.objectContaining({ code: 'CLUSTER_ANSWER_BROKEN' }));
      },
    ),
  );
});

test('whatever bytes come, they are a list of valid JSON or CLUSTER_ANSWER_BROKEN', () => {
  const damaged = fc
    .tuple(
      fc.constantFrom(...kinds),
      fc.array(anObject, { minLength: 1, maxLength: 2 }),
      fc.nat(),
      fc.uint8Array({ maxLength: 3 }),
    )
    .map(([kind, items, place, noise]) => {
      const bytes = Buffer.from(listOf(kind, items, undefined));
      const at = place % bytes.length;
      return {
        kind,
        bytes: Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at + noise.length)]),
      };
    });
  fc.assert(
    fc.property(damaged, ({ kind, bytes }) => {
      const scanner = new ListPageScanner(kind);
      try {
        scanner.push(bytes);
        for (const { json } of scanner.finish().objects) JSON.parse(json);
      } catch (error) {
        expect(error).toMatchObject({ code: 'CLUSTER_ANSWER_BROKEN' });
      }
    }),
    { numRuns: 500 },
  );
});
