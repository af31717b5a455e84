import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { FactList } from './fact-list.tsx';
import { FindingCard } from './finding-card.tsx';
import { ObjectLink } from './object-link.tsx';
import { PanelSection } from './panel-section.tsx';
import { RouteList } from './route-list.tsx';

/** The Service that addresses or a name outside the cluster belong to, with its facts and routes. */
export function ServiceBehind({ target }: { readonly target: ObjectRef }): ReactNode {
  const { details } = useMessages();
  const { data, isPlaceholderData } = useAnswer({ kind: 'details', ref: target });
  const answer = isPlaceholderData ? undefined : data;
  return (
    <>
      <PanelSection title={details.picture.belongsTo()}>
        <p>
          <ObjectLink target={target} hasIcon>
            {details.inNamespace(target)}
          </ObjectLink>
        </p>
      </PanelSection>
      {answer?.findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} shown={target} />
      ))}
      <RouteList routes={answer?.routes ?? []} />
      <FactList facts={answer?.facts ?? []} />
    </>
  );
}
