import type { ObjectStore } from '@fairlead/kube-objects';
import type { Diagnosis } from '@fairlead/diagnostics';
import type { GraphModel } from '@fairlead/resource-graph';
import type { Messages } from '../messages/en.ts';
import type { MarkIndex } from './mark-index.ts';

/** Everything the worker knows of the cluster at one moment; what answers are made from. */
export interface ClusterModel {
  readonly clusterId: string;
  readonly store: ObjectStore;
  readonly diagnosis: Diagnosis;
  readonly graph: GraphModel;
  /** Which nodes and rows of the picture have findings. The same object while no finding changed. */
  readonly marks: MarkIndex;
  /** The texts of the page's language, for answers that hold words. */
  readonly messages: Messages;
}
