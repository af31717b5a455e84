import { billing } from './billing.ts';
import { defaultNamespace } from './default.ts';
import { edge } from './edge.ts';
import type { Manifest } from './manifests.ts';
import { sec, secNext } from './sec.ts';
import { shop } from './shop.ts';

/**
 * Everything in the demo cluster that somebody wrote, in chapters in which it came to be. The faults are those people
 * make most; each is marked where it stands with the check that finds it.
 */
export const demoHistory: readonly (readonly Manifest[])[] = [
  edge,
  shop,
  billing,
  defaultNamespace,
  sec,
  secNext,
];
