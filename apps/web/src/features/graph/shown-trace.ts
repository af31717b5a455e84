import { splitTarget } from '@fairlead/resource-graph';
import { createContext, use } from 'react';
import type { HopMark, RowNote, TraceAnswer } from '../../trace-view/trace-view.ts';
import { buildShownFocus, type ShownFocus } from './shown-focus.ts';

/** A traced request as the picture draws it and the table tells it. */
export interface ShownTrace {
  readonly answer: TraceAnswer;
  /** What the request passes stays as it is; everything else steps back. */
  readonly focus: ShownFocus;
  readonly edges: ReadonlySet<string>;
  readonly brokenEdge: string | undefined;
  readonly marks: readonly HopMark[];
  readonly notes: ReadonlyMap<string, RowNote>;
  /** Rows that the request passes. */
  readonly rows: ReadonlySet<string>;
  /** Where to scroll to, as questions about places name it. */
  readonly center: string | undefined;
  /** The Ingress that must show all its rules. */
  readonly expandedNode: string | undefined;
}

export function toShownTrace(answer: TraceAnswer): ShownTrace {
  const { targets, edges, brokenEdge, marks, notes, center } = answer.picture;
  const centerNode = center === undefined ? undefined : splitTarget(center).nodeId;
  return {
    answer,
    focus: buildShownFocus(targets, edges),
    edges: new Set(edges),
    brokenEdge,
    marks,
    notes: new Map(notes.map(({ target, note }) => [target, note])),
    rows: new Set(marks.filter(({ hop }) => hop >= 4).map(({ target }) => target)),
    center: center?.includes('~') === true ? centerNode : center,
    expandedNode: centerNode,
  };
}

/** `undefined`: nothing is traced, or the answer is not known yet. */
export const ShownTraceContext = createContext<ShownTrace | undefined>(undefined);

export const useShownTrace = (): ShownTrace | undefined => use(ShownTraceContext);
