import type { ObjectKey } from '@fairlead/kube-objects';
import type { GraphExposure, GraphLane } from './graph.ts';

/** Keys of all objects that a lane or the Exposure column accounts for, each once, in no order that means anything. */
export const listAccounted = (part: GraphLane | GraphExposure): readonly ObjectKey[] => [
  ...('stands' in part ? part.stands : []),
  ...part.nodes.flatMap(({ stands }) => stands),
];
