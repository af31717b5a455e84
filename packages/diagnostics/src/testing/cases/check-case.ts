import type { Buildable } from '@fairlead/kube-objects/testing';

/** A small cluster, and what a check says of it: how many findings, or how severe the first one is. */
export type CheckCase<Expected = number> = readonly [
  title: string,
  objects: readonly Buildable[],
  expected: Expected,
];

/** One finding, and what its first fix sets; `undefined`: somebody has to choose. */
export type FixCase = CheckCase<string | undefined>;
