import type { ClusterObject, Condition } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { FactGrid } from './fact-list.tsx';
import { PanelSection } from './panel-section.tsx';

function conditionsOf(object: ClusterObject): readonly Condition[] {
  switch (object.kind) {
    case 'Pod':
    case 'Node':
    case 'Service':
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Job':
      return object.status?.conditions ?? [];
    default:
      return [];
  }
}

const textOf = ({ status, reason, message }: Condition): string =>
  [status, reason, message].filter((part) => part !== undefined && part !== '').join(' · ');

/** `status.conditions` of the object, in its own words. */
export function ConditionList({ object }: { readonly object: ClusterObject }): ReactNode {
  const { details } = useMessages();
  const conditions = conditionsOf(object);
  if (conditions.length === 0) return null;
  return (
    <PanelSection title={details.conditions()}>
      <FactGrid
        facts={conditions.map((condition) => ({ label: condition.type, content: textOf(condition) }))}
      />
    </PanelSection>
  );
}
