import type { ImpactAnswer } from '../../../workers/draft-answers.ts';

/** Of a draft that changes one object, and nothing of the picture or of what is wrong. */
export const noImpact: ImpactAnswer = {
  nodesAdded: [],
  nodesRemoved: [],
  edgesAdded: [],
  edgesRemoved: [],
  rowsChanged: [],
  introduced: [],
  fixed: [],
  counts: { added: 0, changed: 1, removed: 0 },
  conflicts: [],
  findings: [],
};
