import type { AccessPolicy, Identity } from '../access/access-policy.ts';
import { reviewAccess, reviewRules, reviewSelf } from '../access/self-reviews.ts';
import { timestampOf } from '../clock.ts';
import { objectAt, type JsonObject } from '../json/json-value.ts';
import { accessReviewSchema, rulesReviewSchema, selfReviewSchema } from '../schema/cluster-schema.ts';
import type { StructSchema } from '../schema/schema.ts';
import { invalid } from '../status/field-error.ts';
import { Refusal } from '../status/refusal.ts';
import { invalidObject, methodNotAllowed } from '../status/refusals.ts';
import type { BodyReply, FakeRequest } from './fake-request.ts';
import { readObject } from './read-object.ts';
import { objectReply, refusalReply } from './replies.ts';
import type { ResourceAddress } from './request-address.ts';

/** Who asks, and what the answer depends on. */
export interface ReviewContext {
  readonly policy: AccessPolicy;
  readonly identity: Identity;
  readonly nowMs: number;
}

interface Review {
  readonly kind: string;
  readonly schema: StructSchema;
  readonly answer: (context: ReviewContext, question: JsonObject) => JsonObject;
}

const reviews: ReadonlyMap<string, Review> = new Map<string, Review>([
  [
    'authorization.k8s.io/selfsubjectaccessreviews',
    {
      kind: 'SelfSubjectAccessReview',
      schema: accessReviewSchema,
      answer: ({ policy, identity }, question) => reviewAccess(policy, identity, question),
    },
  ],
  [
    'authorization.k8s.io/selfsubjectrulesreviews',
    {
      kind: 'SelfSubjectRulesReview',
      schema: rulesReviewSchema,
      answer: ({ policy, identity }, question) => reviewRules(policy, identity, question),
    },
  ],
  [
    'authentication.k8s.io/selfsubjectreviews',
    {
      kind: 'SelfSubjectReview',
      schema: selfReviewSchema,
      answer: ({ identity, nowMs }) => reviewSelf(identity, timestampOf(nowMs)),
    },
  ],
]);

/** Answers a question about the asker; `undefined` when the address is none for such questions. */
export function replyToReview(
  address: ResourceAddress,
  request: FakeRequest,
  context: ReviewContext,
): BodyReply | undefined {
  const { group, version, resource, name } = address;
  const review = version === 'v1' ? reviews.get(`${group}/${resource}`) : undefined;
  if (review === undefined) return undefined;
  if (request.method !== 'POST' || name !== '') return refusalReply(methodNotAllowed());
  const { kind, schema } = review;
  const read = readObject(request, { kind, group, version, schema }, 'Warn');
  if (read instanceof Refusal) return refusalReply(read);
  const spec = objectAt(read.object, 'spec');
  const asked = ['resourceAttributes', 'nonResourceAttributes'].filter((key) => spec[key] !== undefined);
  if (kind === 'SelfSubjectAccessReview' && asked.length !== 1) {
    const why = 'exactly one of nonResourceAttributes or resourceAttributes must be specified';
    return refusalReply(invalidObject({ group, kind: '', name: '' }, [invalid('spec', null, why)]));
  }
  const question = { kind, apiVersion: `${group}/${version}`, metadata: {}, ...read.object };
  return objectReply(201, review.answer(context, question), read.warnings);
}
