import type { ServicePort } from '@fairlead/kube-objects';
import { protocolOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { Suggestion } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';

/** Ports that the matching Pods declare for the protocol: by name first, then by number. */
export function suggestTargets(
  port: ServicePort,
  facts: ServiceFormFacts | undefined,
  { ports: words }: ServiceFormMessages,
): readonly Suggestion[] {
  if (facts === undefined) return [];
  const declared = facts.declaredPorts.filter(({ protocol }) => protocol === protocolOf(port));
  const named = declared.flatMap(({ name, number, pods }) =>
    name === undefined ? [] : [{ value: name, detail: words.declared(pods, facts.pods, number) }],
  );
  const numbered = declared.map(({ name, number, pods }) => ({
    value: String(number),
    detail: words.declaredNumber(pods, facts.pods, name),
  }));
  return [...new Map([...named, ...numbered].map((item) => [item.value, item])).values()];
}

/** What is to be said of a target by name that not all matching Pods have. A number needs no declaration. */
export function targetNotes(
  port: ServicePort,
  facts: ServiceFormFacts | undefined,
  { ports: words }: ServiceFormMessages,
): readonly FieldNote[] {
  const target = port.targetPort;
  if (typeof target !== 'string' || facts === undefined || !facts.isKnown || facts.pods === 0) return [];
  const pods = facts.declaredPorts
    .filter(({ name, protocol }) => name === target && protocol === protocolOf(port))
    .reduce((sum, declared) => sum + declared.pods, 0);
  if (pods === 0) return [{ severity: 'warning', message: words.nobodyDeclares(target) }];
  return pods < facts.pods
    ? [{ severity: 'warning', message: words.someDeclare(target, pods, facts.pods) }]
    : [];
}
