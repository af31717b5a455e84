import type { AppliedChange, ObjectReader, TrimmedObject } from '@fairlead/kube-objects';
import { listServingControllers, runsController, type ServingController } from '@fairlead/routing';

const isController = (object: TrimmedObject | undefined): boolean =>
  (object?.kind === 'Deployment' || object?.kind === 'DaemonSet' || object?.kind === 'StatefulSet') &&
  runsController(object);

/** What of an object decides about controllers; a rollout's progress does not. */
const decisivePartOf = (object: TrimmedObject | undefined): string =>
  object !== undefined && 'spec' in object ? JSON.stringify(object.spec) : '';

/** Whether a change may be one of who serves Ingresses, and how. */
const concernsControllers = ({ kind, before, after }: AppliedChange): boolean =>
  (kind === 'IngressClass' || isController(before) || isController(after)) &&
  decisivePartOf(before) !== decisivePartOf(after);

/** The controllers of a cluster, worked out anew only where classes or the workloads that run controllers change. */
export class ControllerIndex {
  readonly #reader: ObjectReader;
  #controllers: readonly ServingController[];

  constructor(reader: ObjectReader) {
    this.#reader = reader;
    this.#controllers = listServingControllers(reader);
  }

  list(): readonly ServingController[] {
    return this.#controllers;
  }

  /** Takes over what changed; whether the controllers are others now. */
  apply(applied: readonly AppliedChange[]): boolean {
    const after = this.listAfter(this.#reader, applied);
    const isSame = after === this.#controllers || JSON.stringify(after) === JSON.stringify(this.#controllers);
    this.#controllers = after;
    return !isSame;
  }

  /** The controllers as they would be after some changes; `reader` reads the cluster with these in it. */
  listAfter(reader: ObjectReader, applied: readonly AppliedChange[]): readonly ServingController[] {
    return applied.some(concernsControllers) ? listServingControllers(reader) : this.#controllers;
  }
}
