import type { Service, ServicePort } from '@fairlead/kube-objects';
import { protocolOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { Suggestion } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';

export interface NodePortOffer {
  readonly words: ServiceFormMessages;
  readonly onUse: (port: number) => void;
}

/** The next free node ports that the Service itself does not have yet. */
export function listFreeNodePorts(object: Service, facts: ServiceFormFacts | undefined): readonly number[] {
  const own = new Set((object.spec.ports ?? []).map(({ nodePort }) => nodePort));
  return (facts?.freeNodePorts ?? []).filter((port) => !own.has(port));
}

export const suggestNodePorts = (
  object: Service,
  facts: ServiceFormFacts | undefined,
  { ports }: ServiceFormMessages,
): readonly Suggestion[] =>
  listFreeNodePorts(object, facts).map((port) => ({ value: String(port), detail: ports.freeDetail() }));

/** Who has the node port already, with the next free one to use instead. */
export function listTakenNotes(
  port: ServicePort,
  { facts, free }: { readonly facts: ServiceFormFacts | undefined; readonly free: number | undefined },
  { words, onUse }: NodePortOffer,
): readonly FieldNote[] {
  const taken = facts?.takenNodePorts.find(
    (other) => other.port === port.nodePort && other.protocol === protocolOf(port),
  );
  if (taken === undefined) return [];
  const { service } = taken;
  return [
    {
      severity: 'error',
      message: words.ports.takenBy(taken.port, `${service.namespace ?? ''}/${service.name}`),
      ...(free === undefined ? {} : { fix: { label: words.ports.nextFree(free), run: () => onUse(free) } }),
    },
  ];
}
