import { z } from 'zod';
import { namespaceNameSchema, objectNameSchema } from './object-names.ts';

/** The one list of kinds that may be written. */
export const writableKinds = ['Service', 'Ingress'] as const;
export type WritableKind = (typeof writableKinds)[number];

/** An object of a kind that may be written; every other field is passed on as it is. */
export const writableObjectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.enum(writableKinds),
  metadata: z.looseObject({ name: objectNameSchema, namespace: namespaceNameSchema }),
});

/** As it was read from the cluster. */
export const storedObjectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.enum(writableKinds),
  metadata: z.looseObject({
    name: objectNameSchema,
    namespace: namespaceNameSchema,
    uid: z.string().min(1),
    resourceVersion: z.string().min(1),
  }),
});

/** `base` is the object as it was when the draft began or was last merged; `mine` is what the person made of it. */
const updateSchema = z.strictObject({
  operation: z.literal('update'),
  base: storedObjectSchema,
  mine: writableObjectSchema,
});
const createSchema = z.strictObject({ operation: z.literal('create'), mine: writableObjectSchema });
const deleteSchema = z.strictObject({ operation: z.literal('delete'), base: storedObjectSchema });

/** `POST /api/contexts/:context/edits/dry-run` */
export const dryRunRequestSchema = z.discriminatedUnion('operation', [
  updateSchema,
  createSchema,
  deleteSchema,
]);
export type DryRunRequest = z.infer<typeof dryRunRequestSchema>;

/**
 * `POST /api/contexts/:context/edits/apply`. `clusterId` is the cluster the draft belongs to: another one is refused. An
 * update carries the resourceVersion that was reviewed; when live has moved on, nothing is sent.
 */
export const applyRequestSchema = z.discriminatedUnion('operation', [
  updateSchema.extend({ clusterId: z.string(), reviewedResourceVersion: z.string().min(1) }),
  createSchema.extend({ clusterId: z.string() }),
  deleteSchema.extend({ clusterId: z.string(), reviewedResourceVersion: z.string().min(1) }),
]);
export type ApplyRequest = z.infer<typeof applyRequestSchema>;

const anyObjectSchema = z.record(z.string(), z.unknown());

/** One of the API server's field errors, word for word. `field` as it wrote it: `spec.ports[0].nodePort`. */
export const fieldErrorSchema = z.object({
  field: z.string(),
  message: z.string(),
  /** `FieldValueInvalid`, `FieldValueRequired`, … */
  reason: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** Base, mine and theirs as the merge of package `edits` names them; `field` is worded by the page. */
export const conflictSchema = z.object({
  /** Stable for the same field of the same part: what a choice refers to. */
  id: z.string(),
  /** The part by its meaning: keys of maps, names of ports, hosts and paths. */
  place: z.array(z.string()),
  base: z.unknown().optional(),
  mine: z.unknown().optional(),
  theirs: z.unknown().optional(),
});
export type ConflictEntry = z.infer<typeof conflictSchema>;

/** Answers that both requests share. Nothing was sent or nothing was stored in each of them. */
const sharedOutcomes = [
  /** Both sides changed the same: the person chooses. `live` is the new base. */
  z.object({ outcome: z.literal('conflict'), live: anyObjectSchema, conflicts: z.array(conflictSchema) }),
  /** The API server or an admission webhook refuses it; its own words. */
  z.object({
    outcome: z.literal('refused'),
    statusCode: z.number(),
    reason: z.string(),
    kubernetesMessage: z.string(),
    fieldErrors: z.array(fieldErrorSchema),
    warnings: z.array(z.string()),
  }),
  z.object({
    outcome: z.literal('forbidden'),
    verb: z.enum(['get', 'create', 'update', 'delete']),
    kubernetesMessage: z.string(),
  }),
  /** It was there and is gone, or was made anew under the same name (`live`): the draft is of something else. */
  z.object({ outcome: z.literal('deleted'), live: anyObjectSchema.optional() }),
  /** To be created and there already. */
  z.object({ outcome: z.literal('exists'), live: anyObjectSchema }),
  /** The merge leaves live as it is. */
  z.object({ outcome: z.literal('unchanged'), live: anyObjectSchema }),
] as const;

export const dryRunReplySchema = z.discriminatedUnion('outcome', [
  /** `object`: as it would be stored; what stands at `assignedOnApply` (field paths) is made up and differs then. */
  z.object({
    outcome: z.literal('accepted'),
    /** The live object this was checked against: the new base. Absent for a create. */
    live: anyObjectSchema.optional(),
    /** What would be sent: mine merged onto live. Absent for a delete. */
    merged: anyObjectSchema.optional(),
    object: anyObjectSchema.optional(),
    assignedOnApply: z.array(z.string()),
    warnings: z.array(z.string()),
    /** Live had moved since `base`, and the edits still fit. */
    isRebased: z.boolean(),
  }),
  ...sharedOutcomes,
]);
export type DryRunReply = z.infer<typeof dryRunReplySchema>;

export const applyReplySchema = z.discriminatedUnion('outcome', [
  /** Stored. `object` as stored; after a delete the object that stays for as long as its finalizers do, if any. */
  z.object({
    outcome: z.literal('applied'),
    object: anyObjectSchema.optional(),
    warnings: z.array(z.string()),
    /** The answer never came; reading again showed that the change had arrived. */
    isConfirmedByReading: z.boolean(),
  }),
  /** Live had moved and the edits still fit: nothing was sent, review `merged` (absent for a deletion) against `live`. */
  z.object({ outcome: z.literal('rebased'), live: anyObjectSchema, merged: anyObjectSchema.optional() }),
  /** No answer came, and reading again showed that the change had not arrived. */
  z.object({ outcome: z.literal('not-applied'), live: anyObjectSchema.optional() }),
  /** No answer came, and the cluster could not be read within 5 s. */
  z.object({ outcome: z.literal('unknown') }),
  /** The context leads to another cluster than the draft belongs to. Nothing was sent. */
  z.object({ outcome: z.literal('other-cluster'), clusterId: z.string() }),
  ...sharedOutcomes,
]);
export type ApplyReply = z.infer<typeof applyReplySchema>;

/** `details.request` of READ_ONLY and DEMO_READ_ONLY: what was not sent. `object` is absent for a deletion. */
export const refusedEditSchema = z.object({
  method: z.enum(['POST', 'PUT', 'DELETE']),
  path: z.string(),
  object: anyObjectSchema.optional(),
});
export type RefusedEdit = z.infer<typeof refusedEditSchema>;
