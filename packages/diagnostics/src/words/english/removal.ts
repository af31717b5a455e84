import type { RemovalExtent } from '../../subjects/remove-paths.ts';

export interface Removal {
  readonly extent: RemovalExtent;
  /** The Ingress, with its namespace. */
  readonly ingress: string;
}

/** A removal of paths, told as a deletion where nothing would be left of the Ingress. */
export const removalTitle = ({ extent, ingress }: Removal, ofPaths: string): string =>
  extent === 'ingress' ? `Delete Ingress ${ingress}` : ofPaths;

export const removalExplanation = ({ extent }: Removal, ofPaths: string): string =>
  extent === 'ingress' ? `It has no other path. ${ofPaths}` : ofPaths;
