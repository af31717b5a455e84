import type { PathPlace } from '@fairlead/edits';
import type { SectionProps } from './section-props.ts';
import type { PathRow } from './list-rule-rows.ts';

/** A path of the draft with all that its row needs. */
export interface PathPlaceProps {
  readonly section: SectionProps;
  readonly row: PathRow & { readonly place: PathPlace };
  /** Puts the focus into the row that stands there once the draft has followed. */
  readonly focusRow: (row: string) => void;
}

/** What a row of a path is called for the focus. */
export const rowIdOf = ({ ruleIndex, pathIndex }: PathPlace): string => `${ruleIndex}.${pathIndex}`;
