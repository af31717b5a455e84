import type { EditedKind, ObjectEdit } from '@fairlead/edits';
import type { ObjectKey, ObjectRef } from '@fairlead/kube-objects';

export type Severity = 'error' | 'warning' | 'info';

/** What a finding does to requests, for filters. */
export type FindingEffect = 'requests-fail' | 'wrong-backend' | 'tls' | 'exposure' | 'hygiene';

/** Where in an object a finding sits, so that a picture can mark the row and a text the line. */
export interface FindingPlace {
  readonly ref: ObjectRef;
  /** The row: a Service port id, or the host and path of an Ingress rule. Absent: the object as a whole. */
  readonly portId?: string;
  readonly path?: {
    readonly host: string;
    readonly path: string;
    readonly pathType: string;
    readonly ordinal: number;
  };
  /** A field path such as `spec.selector`, for forms and texts. */
  readonly field?: string;
}

/** One field, with the value it has and the value that would mend a finding. */
export interface FieldChange {
  readonly ref: ObjectRef;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Edits of one object that carry a fix out, one after the other. They fit the object as the check saw it. */
export interface FixEdits {
  readonly ref: ObjectRef<EditedKind>;
  readonly edits: readonly ObjectEdit[];
}

/**
 * One way to mend a finding. `edits`, of a Service or an Ingress, take the finding away and bring no other; without them
 * somebody has to choose, or another kind of object is to be changed. `change` shows what is changed, where that is one
 * field: read from the edits where there are some.
 */
export interface FindingFix {
  readonly title: string;
  readonly explanation: string;
  readonly change?: FieldChange;
  readonly edits?: FixEdits;
}

/**
 * Something broken or risky. Texts are in the language the diagnosis was given words of, name objects and values, and are
 * complete sentences; `code` parts that one could paste stand between backticks.
 */
export interface Finding {
  /** Catalogue id, such as `SVC-001`. Permanent. */
  readonly checkId: string;
  /** Stable while the same thing is wrong: check id, object and row. */
  readonly id: string;
  readonly severity: Severity;
  readonly effect: FindingEffect;
  readonly place: FindingPlace;
  /** Other objects it speaks of: ghosts and edges are marked through these. */
  readonly related: readonly ObjectRef[];
  /** A few words for a row in the picture: `Selector matches no Pod`. */
  readonly label: string;
  /** One sentence that names objects and values. */
  readonly title: string;
  /** What happens to requests now. */
  readonly happens: string;
  /** The same in a few words, for a column: `503`, `not served`. */
  readonly effectNow?: string;
  readonly why: string;
  readonly fixes: readonly FindingFix[];
  /** Requests it touches, as `host/path`; at most 20, and how many in all. */
  readonly requests: readonly string[];
  readonly requestCount: number;
  /** RFC 3339 text: since when, as far as the objects tell. */
  readonly since?: string;
  /** `id` of the finding this one follows from: mend that and this is gone too, so a list may fold it there. */
  readonly causedBy?: string;
}

/** What changed between two runs. */
export interface FindingChanges {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  /** Still the same thing wrong (same `id`), but with another text or severity: as it is now. */
  readonly changed?: readonly Finding[];
  /** Objects whose findings changed. */
  readonly touched: readonly ObjectKey[];
  /** When to look again, as epoch milliseconds, for conditions that have a duration. */
  readonly lookAgainAtMs?: number;
}
