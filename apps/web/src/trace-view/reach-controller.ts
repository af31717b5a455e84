import type { WayIn } from '@fairlead/routing';

/** How requests come to a controller. */
export interface ReachController {
  readonly name: string;
  readonly way: WayIn;
  readonly addresses: readonly string[];
  readonly nodes: number;
}
