import { expect, test } from 'vitest';
import { textOf } from '../../drafts/use-open-draft.ts';
import { buildTextPair, compareTexts } from './compare-texts.ts';
import { anObject, buildOpenDraft } from './testing/build-open-draft.ts';

const base = anObject(`apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  resourceVersion: "7"
spec:
  clusterIP: 10.96.0.9
  clusterIPs: [10.96.0.9]
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`);
const changed = (text: string, isNoiseShown = false) => {
  const { lines, ...counts } = compareTexts(
    buildTextPair(buildOpenDraft({ base, text }), 'live'),
    isNoiseShown,
  );
  return {
    ...counts,
    lines: lines.filter(({ kind }) => kind !== 'same').map((line) => `${line.kind} ${line.text.trim()}`),
  };
};

test('one changed field is one line out and one line in, with the numbers of the draft', () => {
  const text = textOf(base).replace('8080', '9090');
  expect(changed(text)).toEqual({
    added: 1,
    removed: 1,
    noiseCount: 3,
    lines: ['removed targetPort: 8080', 'added targetPort: 9090'],
  });
});

test('what the API server would fill in again is folded away until it is asked for', () => {
  const text = textOf(base)
    .split('\n')
    .filter((line) => !/clusterIP|10\.96/.test(line))
    .join('\n');
  expect(changed(text).lines).toEqual([]);
  expect(changed(text, true).lines).toContain('removed clusterIP: 10.96.0.9');
});

test('a comment is a line of the text, and of the text only', () => {
  expect(changed(`# mind the port\n${textOf(base)}`).lines).toEqual(['added # mind the port']);
});

test('what changed on the cluster meanwhile is on both sides', () => {
  const live = anObject(
    textOf(base)
      .replace('app: web', 'app: web2')
      .replace('name: web\n', 'name: web\n  resourceVersion: "8"\n'),
  );
  const text = `# kept\n${textOf(base).replace('8080', '9090')}`;
  const pair = buildTextPair(buildOpenDraft({ base, text, live }), 'live');
  expect(pair.before).toContain('app: web2');
  expect(pair.after).toContain('app: web2');
  expect(pair.after).toContain('# kept');
  expect(pair.after).toContain('targetPort: 9090');
});

test('a new object is all added', () => {
  const text = textOf(base);
  const { before, after } = buildTextPair(buildOpenDraft({ base, text, operation: 'create' }), 'live');
  expect([before, after]).toEqual(['', text]);
});

test('a text that cannot be followed is compared as it is', () => {
  expect(changed(`${textOf(base)}  - [`).lines).toEqual(['added - [']);
});
