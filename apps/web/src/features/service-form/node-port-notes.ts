import type { ServicePort } from '@fairlead/kube-objects';
import { protocolOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';

export interface NodePortOffer {
  readonly words: ServiceFormMessages;
  readonly onUse: (port: number) => void;
}

/** Who has the node port already, and the next free one to use instead. */
export function nodePortNotes(
  port: ServicePort,
  facts: ServiceFormFacts | undefined,
  { words, onUse }: NodePortOffer,
): readonly FieldNote[] {
  const taken = facts?.takenNodePorts.find(
    (other) => other.port === port.nodePort && other.protocol === protocolOf(port),
  );
  if (taken === undefined) return [];
  const { service, portName } = taken;
  const message = words.ports.takenBy(`${service.namespace ?? ''}/${service.name}`, portName);
  const free = facts?.freeNodePorts[0];
  return [
    {
      severity: 'error',
      message,
      ...(free === undefined ? {} : { fix: { label: words.ports.useFree(free), run: () => onUse(free) } }),
    },
  ];
}
