import type { ObjectReader, ObjectStore } from '@fairlead/kube-objects';
import type { Diagnosis } from '@fairlead/diagnostics';
import type { GraphModel } from '@fairlead/resource-graph';
import type { WorkerMessages } from '../messages/en-worker.ts';
import type { DraftMarks } from './draft-marks.ts';
import type { MarkIndex } from './mark-index.ts';
import type { ControllerTables } from './routing-tables.ts';

/** What answers about the picture are made from: of the cluster as it is, or with a draft laid over it. */
export interface PictureModel {
  readonly store: ObjectReader;
  readonly diagnosis: Pick<Diagnosis, 'list' | 'listFor'>;
  readonly graph: GraphModel;
  /** Which nodes and rows of the picture have findings. The same object while no finding changed. */
  readonly marks: MarkIndex;
  readonly tables: ControllerTables;
  /** Of a picture with a draft laid over it: what the draft does. */
  readonly draftMarks?: DraftMarks;
  /** The texts of the page's language, for answers that hold words. */
  readonly messages: WorkerMessages;
}

/** Everything the worker knows of the cluster at one moment; what answers are made from. */
export interface ClusterModel extends PictureModel {
  readonly clusterId: string;
  readonly store: ObjectStore;
  readonly diagnosis: Diagnosis;
}
