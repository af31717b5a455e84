import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReachController } from '../trace-view/reach-controller.ts';
import type { CopyableAddress } from './copyable-address.ts';

/** By which URLs something can be reached from outside. */
export interface ReachQuestion {
  readonly kind: 'reach';
  readonly ref: ObjectRef;
  /** The selected row: host and path of an Ingress, or the id of a Service port. */
  readonly row: readonly string[];
}

/** A rule that leads there, with lines to try it at every address of its controller. */
export interface ReachableUrl {
  readonly url: string;
  /** `namespace/name` of the Ingress. */
  readonly ingress: string;
  /** The host is a pattern: a part of the URL is the reader's to choose. */
  readonly hasPlaceholder: boolean;
  /** Another Ingress that gets these requests: its rule comes first. */
  readonly takenBy: string | undefined;
  readonly lines: readonly { readonly address: string | undefined; readonly curl: string }[];
}

export interface ReachAnswer {
  readonly urls: readonly ReachableUrl[];
  readonly urlCount: number;
  readonly controllers: readonly ReachController[];
  /** Classes for which no controller was found in the cluster; empty text: rules without a class. */
  readonly classesWithoutController: readonly string[];
  /** Addresses of the Services themselves, past every Ingress. */
  readonly direct: readonly CopyableAddress[];
}
