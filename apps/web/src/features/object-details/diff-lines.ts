import type { FindingFix } from '@fairlead/diagnostics';

type Change = NonNullable<FindingFix['change']>;

export interface DiffLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

const lastFieldOf = (field: string): string =>
  field
    .split('.')
    .at(-1)
    ?.replace(/\[.*\]$/, '') ?? field;

/** `a=b,c=d` as the lines `a: b` and `c: d`; another value as `field: value`; a value that names its field as it is. */
function linesOf(value: string, field: string): readonly string[] {
  if (value === '') return [];
  const pairs = value.split(',').map((pair) => /^([^=:\s]+)=([^=\s]*)$/.exec(pair));
  if (field.endsWith('elector') && pairs.every((pair) => pair !== null))
    return pairs.map((pair) => `${pair[1] ?? ''}: ${pair[2] ?? ''}`);
  return /^\w+: /.test(value) ? [value] : [`${lastFieldOf(field)}: ${value}`];
}

/** A change as the lines of YAML that go and come; lines that stay are left out. */
export function toDiffLines({ field, from, to }: Change): readonly DiffLine[] {
  const before = linesOf(from, field);
  const after = linesOf(to, field);
  return [
    ...before.filter((line) => !after.includes(line)).map((text): DiffLine => ({ sign: '-', text })),
    ...after.filter((line) => !before.includes(line)).map((text): DiffLine => ({ sign: '+', text })),
  ];
}
