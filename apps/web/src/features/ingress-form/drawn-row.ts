import type { FieldPath } from '@fairlead/manifests';
import type { SectionProps } from './section-props.ts';

export interface DrawnRow {
  readonly section: SectionProps;
  /** All that the row shows of the draft, as a text. */
  readonly drawn: string;
}

/** Problems with that part of the draft, as they are told. */
export function listDrawnProblems({ fields, problems }: SectionProps, at: FieldPath): readonly unknown[] {
  const isBelow = (path: FieldPath): boolean => at.every((step, index) => step === path[index]);
  return [
    fields.notes(...at).map(({ path, severity, message, fix }) => [path, severity, message, fix?.label]),
    problems.flatMap(({ source, path }) => (isBelow(path) ? [source, path] : [])),
  ];
}

/** Whether a row would be drawn just as it is. Whatever is done in it asks for the draft as it is by then. */
export const isSameRow = (one: DrawnRow, other: DrawnRow): boolean =>
  one.drawn === other.drawn &&
  one.section.facts === other.section.facts &&
  one.section.base === other.section.base &&
  one.section.isReadOnly === other.section.isReadOnly;
