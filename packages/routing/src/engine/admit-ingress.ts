import type { Ingress, ObjectReader } from '@fairlead/kube-objects';
import type { BuildContext, RoutingProfile } from '../controllers/routing-profile.ts';
import { checkIngressFields } from '../ingress/check-ingress-fields.ts';
import { findIngressClassOnCreation, isYetToBeCreated } from '../ingress/resolve-ingress-class.ts';
import type { LoserReason, TraceStage } from '../trace.ts';

/** An Ingress that the controller does not serve. */
export interface RejectedIngress {
  readonly ingress: Ingress;
  readonly stage: Extract<TraceStage, 'admission' | 'class'>;
  readonly reason: Extract<
    LoserReason,
    'INVALID_INGRESS' | 'CLASS_NOT_FOUND' | 'CLASS_OTHER_CONTROLLER' | 'NO_CLASS'
  >;
  readonly field: string | undefined;
}

/** `spec.rules[0].host` for the place of a field. */
const fieldText = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** [TRC-2] What the API server would refuse, with the first field it would name: `spec` where it has neither kind of rule. */
function findRefusal(ingress: Ingress): RejectedIngress | undefined {
  const wrong = checkIngressFields(ingress).find(({ severity }) => severity === 'error');
  if (wrong === undefined) return undefined;
  const field = wrong.code === 'rules-or-default-required' ? 'spec' : fieldText(wrong.path);
  return { ingress, stage: 'admission', reason: 'INVALID_INGRESS', field };
}

/** [TRC-17] What the controller itself refuses. */
function findOwnRefusal(ingress: Ingress, profile: RoutingProfile): RejectedIngress | undefined {
  const field = profile.findRefusedField?.(ingress);
  return field === undefined ? undefined : { ingress, stage: 'admission', reason: 'INVALID_INGRESS', field };
}

/** What becomes of an Ingress before its rules are looked at. */
export interface AdmittedIngress {
  readonly ingress: Ingress;
  /** Absent for one that the controller serves. */
  readonly rejection: RejectedIngress | undefined;
  /** That the controller takes it is an assumption. */
  readonly isAssumed: boolean;
}

/** [TRC-3] As controllers will see it: the API server writes the default class into an Ingress that it is yet to create. */
function asStored(ingress: Ingress, reader: ObjectReader): Ingress {
  if (!isYetToBeCreated(ingress)) return ingress;
  const resolution = findIngressClassOnCreation(reader, ingress);
  return resolution.kind === 'resolved' && resolution.source === 'default'
    ? { ...ingress, spec: { ...ingress.spec, ingressClassName: resolution.name } }
    : ingress;
}

/** Whether the API server and the controller take an Ingress. */
export function admitIngress(
  ingress: Ingress,
  profile: RoutingProfile,
  context: BuildContext,
): AdmittedIngress {
  const refusal = findRefusal(ingress);
  if (refusal !== undefined) return { ingress, rejection: refusal, isAssumed: false };
  const answer = profile.findClass(asStored(ingress, context.reader), context);
  if (!answer.isTaken) {
    const { reason } = answer;
    return { ingress, rejection: { ingress, stage: 'class', reason, field: undefined }, isAssumed: false };
  }
  return {
    ingress,
    rejection: findOwnRefusal(ingress, profile),
    isAssumed: answer.isAssumed === true,
  };
}
