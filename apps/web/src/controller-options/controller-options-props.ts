import type { ObjectEdit } from '@fairlead/edits';
import type { StringMap } from '@fairlead/kube-objects';
import type { ControllerFamily } from '@fairlead/routing';
import type { FieldNote } from '../ui/form/field-frame.tsx';
import type { OptionKind } from './list-options.ts';

export interface ControllerOptionsProps {
  readonly kind: OptionKind;
  readonly family: ControllerFamily;
  /** As drafted. */
  readonly now: StringMap;
  /** When the draft began; `undefined` for a new object. */
  readonly before: StringMap | undefined;
  /** Problems with the annotation that were found elsewhere. */
  readonly notesOf: (key: string) => readonly FieldNote[];
  readonly onEdit: (edits: readonly ObjectEdit[], isContinuation: boolean) => void;
  readonly isReadOnly: boolean;
}
