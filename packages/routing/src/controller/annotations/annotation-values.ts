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

/** The annotations of a table, in its order. A key that holds a slash has its own prefix. */
export const listAnnotations = (
  prefix: string,
  on: ControllerAnnotation['on'],
  rows: readonly AnnotationRow[],
): readonly ControllerAnnotation[] =>
  rows.map(([key, effect, value, byDefault]) => ({
    key: key.includes('/') ? key : `${prefix}${key}`,
    effect,
    value,
    ...(byDefault === undefined ? {} : { byDefault }),
    on,
  }));
