import type { WritableKind } from '@fairlead/api-contract';
import type { ClusterProblem } from './cluster-problem.ts';

/** Names one object of a kind that may be written. */
export interface WriteTarget {
  readonly kind: WritableKind;
  readonly namespace: string;
  readonly name: string;
}

/** `isDryRun`: the API server does all but store it (`dryRun=All`). */
export interface ObjectWrite extends WriteTarget {
  readonly object: Readonly<Record<string, unknown>>;
  readonly isDryRun: boolean;
}

/** Deletes exactly the object that was looked at. */
export interface ObjectDeletion extends WriteTarget {
  readonly uid: string;
  readonly resourceVersion: string;
  readonly isDryRun: boolean;
}

/** What became of a write that was sent. One that could not even be sent rejects with a `ClusterProblem`. */
export type WriteResult =
  /** `object`: what the API server answered: the object as stored, or the Status of a deletion. */
  | {
      readonly kind: 'accepted';
      readonly object: Readonly<Record<string, unknown>>;
      readonly warnings: readonly string[];
    }
  /** The API server answered with an error. A 5xx may still have stored it. */
  | { readonly kind: 'refused'; readonly problem: ClusterProblem; readonly warnings: readonly string[] }
  /** Nothing that can be read came back in time: it may have been stored or not. */
  | { readonly kind: 'unanswered'; readonly problem: ClusterProblem };

/**
 * Writes as `fieldManager=fairlead`, strict about unknown fields, each sent once. Other kinds than the contract's
 * `writableKinds` are a bug.
 */
export interface ObjectWriter {
  /** POST. The API server refuses what is there already. */
  createObject(write: ObjectWrite): Promise<WriteResult>;
  /** PUT of an object that names its uid and resourceVersion; without them it would overwrite or create, which is a bug. */
  putObject(write: ObjectWrite): Promise<WriteResult>;
  /** DELETE on condition that it is still that object in that version. */
  deleteObject(deletion: ObjectDeletion): Promise<WriteResult>;
}
