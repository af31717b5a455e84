import type { IncompleteComparison, RequestChange, RouteConflict } from '@fairlead/routing';
import type { ProposedChange } from './proposed-change.ts';
import type { ControllerChoice } from '../trace-view/trace-view.ts';
import type { ControllerSettings } from '../trace-view/traced-facts.ts';

/** Which requests a draft would send elsewhere. */
export interface RequestChangesQuestion {
  readonly kind: 'requestChanges';
  readonly changes: readonly ProposedChange[];
  /** What was read of the controllers' ConfigMaps: a trace with the same settings ends the same. */
  readonly settings?: readonly ControllerSettings[];
}

/** What a draft does to the requests of one controller. */
export interface ControllerChanges {
  readonly controller: ControllerChoice;
  /** Of its ConfigMap, where it has settings in one. */
  readonly settings: ControllerSettings | undefined;
  /** The first of them. */
  readonly changes: readonly RequestChange[];
  readonly changeCount: number;
  /** False: that nothing else changes is likely, not proven; `incomplete` says why. */
  readonly isComplete: boolean;
  readonly incomplete: readonly IncompleteComparison[];
  readonly requestCount: number;
  /** Rules that get into each other's way by the draft, an object of the draft among them. */
  readonly conflicts: readonly RouteConflict[];
}

export interface RequestChangesAnswer {
  /** Of every controller that serves an Ingress, now or with the draft. */
  readonly controllers: readonly ControllerChanges[];
}
