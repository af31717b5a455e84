import type { AnnotationEffect, AnnotationValue, ControllerAnnotation } from './controller-annotation.ts';

export const text: AnnotationValue = { kind: 'text' };
export const snippet: AnnotationValue = { kind: 'snippet' };
export const boolean: AnnotationValue = { kind: 'boolean' };
export const count: AnnotationValue = { kind: 'number', least: 0 };
export const errorCode: AnnotationValue = { kind: 'number', least: 400, most: 599 };
export const seconds: AnnotationValue = { kind: 'duration', unit: 's' };
export const milliseconds: AnnotationValue = { kind: 'duration', unit: 'ms' };
export const time: AnnotationValue = { kind: 'time' };
export const size: AnnotationValue = { kind: 'size' };
export const ranges: AnnotationValue = { kind: 'ranges' };
export const oneOf = (...choices: readonly string[]): AnnotationValue => ({ kind: 'choice', choices });

/** Key without the catalogue's first prefix (or whole, where it has another), purpose, value, default. */
export type AnnotationRow = readonly [
  key: string,
  effect: AnnotationEffect,
  value: AnnotationValue,
  byDefault?: string,
];

/** What has to be set, one of them, for others to do anything. */
export interface SwitchRow {
  readonly of: readonly string[];
  readonly needs: readonly string[];
}

export interface AnnotationTable {
  readonly rows: readonly AnnotationRow[];
  readonly switches?: readonly SwitchRow[];
}

/** The annotations of a table, in its order. A key that holds a slash has its own prefix. */
export function listAnnotations(
  prefix: string,
  on: ControllerAnnotation['on'],
  { rows, switches = [] }: AnnotationTable,
): readonly ControllerAnnotation[] {
  const wholeKey = (key: string): string => (key.includes('/') ? key : `${prefix}${key}`);
  const needsOf = new Map(
    switches.flatMap(({ of, needs }) => of.map((key) => [wholeKey(key), needs.map(wholeKey)] as const)),
  );
  return rows.map(([name, effect, value, byDefault]) => {
    const key = wholeKey(name);
    const needs = needsOf.get(key);
    return {
      key,
      effect,
      value,
      ...(byDefault === undefined ? {} : { byDefault }),
      on,
      ...(needs === undefined ? {} : { needs }),
      ...(key.startsWith('nginx.com/') ? { edition: 'nginx-plus' } : {}),
    };
  });
}
