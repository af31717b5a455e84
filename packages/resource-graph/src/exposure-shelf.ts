import type { AppliedChange, Kind, ObjectReader } from '@fairlead/kube-objects';
import { findIngressControllers, type IngressController } from '@fairlead/routing';
import { buildExposure } from './build-exposure.ts';
import type { GraphExposure } from './graph.ts';

const alwaysRead: ReadonlySet<Kind> = new Set(['Node', 'IngressClass', 'Ingress']);
const readAroundControllers: ReadonlySet<Kind> = new Set(['Pod', 'Service']);
const workloads: ReadonlySet<Kind> = new Set(['Deployment', 'DaemonSet', 'StatefulSet']);

const templateText = (object: AppliedChange['after']): string | undefined =>
  object !== undefined && workloads.has(object.kind) && 'spec' in object && 'template' in object.spec
    ? JSON.stringify(object.spec.template)
    : undefined;

/** Where a picture takes its Exposure column from. */
export interface ExposureStock {
  forget(applied: readonly AppliedChange[]): void;
  forgetAll(): void;
  exposure(reader: ObjectReader): GraphExposure;
  /** What it would be after some changes; `now` reads the cluster without them and `reader` with them. */
  preview(now: ObjectReader, reader: ObjectReader, applied: readonly AppliedChange[]): GraphExposure;
}

/** The Exposure column, kept until something changes that it tells of. */
export class ExposureShelf implements ExposureStock {
  #exposure: GraphExposure | undefined;
  #controllers: readonly IngressController[] | undefined;
  #namespaces: ReadonlySet<string> = new Set();

  forget(applied: readonly AppliedChange[]): void {
    if (applied.some((change) => this.#concernsControllers(change))) this.#controllers = undefined;
    if (this.#controllers === undefined || applied.some(({ kind }) => alwaysRead.has(kind)))
      this.#exposure = undefined;
  }

  forgetAll(): void {
    this.#controllers = undefined;
    this.#exposure = undefined;
  }

  exposure(reader: ObjectReader): GraphExposure {
    this.#controllers ??= this.#findControllers(reader);
    this.#exposure ??= buildExposure(reader, this.#controllers);
    return this.#exposure;
  }

  preview(now: ObjectReader, reader: ObjectReader, applied: readonly AppliedChange[]): GraphExposure {
    const exposure = this.exposure(now);
    const concernsControllers = applied.some((change) => this.#concernsControllers(change));
    if (!concernsControllers && !applied.some(({ kind }) => alwaysRead.has(kind))) return exposure;
    return buildExposure(reader, concernsControllers ? undefined : this.#controllers);
  }

  #findControllers(reader: ObjectReader): readonly IngressController[] {
    const controllers = findIngressControllers(reader);
    this.#namespaces = new Set(controllers.map(({ namespace }) => namespace));
    return controllers;
  }

  /** Elsewhere a workload matters only when its Pods may have become, or ceased to be, a controller's. */
  #concernsControllers({ kind, before, after }: AppliedChange): boolean {
    if (kind === 'Node' || kind === 'IngressClass') return true;
    const isNear = this.#namespaces.has((after ?? before)?.metadata.namespace ?? '');
    if (readAroundControllers.has(kind)) return isNear;
    return workloads.has(kind) && (isNear || templateText(before) !== templateText(after));
  }
}
