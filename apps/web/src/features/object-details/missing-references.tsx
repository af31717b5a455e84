import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { FindingCard } from './finding-card.tsx';
import styles from './object-panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { UsedByList } from './used-by-list.tsx';

/** Who names the object: as told, else the places of the findings that speak of it, each once. */
function listNamedBy({ usedBy, findings }: DetailsAnswer): DetailsAnswer['usedBy'] {
  if (usedBy.length > 0) return usedBy;
  const places = findings.map(({ place: { ref, path } }) => ({
    ref,
    label: path === undefined ? '' : `${path.host}${path.path}`,
  }));
  return [...new Map(places.map((entry) => [`${keyOfRef(entry.ref)} ${entry.label}`, entry])).values()];
}

/** What refers to an object that does not exist, and the findings about that. */
export function MissingReferences({ target }: { readonly target: ObjectRef }): ReactNode {
  const { details } = useMessages();
  const { data, isPlaceholderData } = useAnswer({ kind: 'details', ref: target });
  if (data === undefined || isPlaceholderData) return null;
  const namedBy = listNamedBy(data);
  return (
    <>
      <PanelSection title={details.picture.namedBy()}>
        {namedBy.length === 0 ? (
          <p className={styles.quiet}>{details.picture.nothingNamesIt()}</p>
        ) : (
          <UsedByList label={details.picture.namedBy()} usedBy={namedBy} />
        )}
      </PanelSection>
      {data.findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} shown={target} isWhole />
      ))}
    </>
  );
}
