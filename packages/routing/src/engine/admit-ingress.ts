import type { Ingress } from '@fairlead/kube-objects';
import type { BuildContext, RoutingProfile } from '../controllers/routing-profile.ts';
import { checkIngressFields } from '../ingress/check-ingress-fields.ts';
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

/** [TRC-2] What the API server would refuse, with the first field it would name. */
function findRefusal(ingress: Ingress): RejectedIngress | undefined {
  const wrong = checkIngressFields(ingress).find(({ severity }) => severity === 'error');
  return wrong === undefined
    ? undefined
    : { ingress, stage: 'admission', reason: 'INVALID_INGRESS', field: fieldText(wrong.path) };
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

/** Whether the API server and the controller take an Ingress. */
export function admitIngress(
  ingress: Ingress,
  profile: RoutingProfile,
  context: BuildContext,
): AdmittedIngress {
  const refusal = findRefusal(ingress);
  if (refusal !== undefined) return { ingress, rejection: refusal, isAssumed: false };
  const answer = profile.findClass(ingress, context);
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
