import type { PathPlace } from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';
import { comparedPathOf, listPathExamples, pathReachOf } from '@fairlead/routing';
import { memo, useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { backendText, endpointText } from './backend-choices.ts';
import { ColumnHeads } from './column-heads.tsx';
import type { SectionProps } from './section-props.ts';
import { isSameRow, listDrawnProblems, type DrawnRow } from './drawn-row.ts';
import { HostClaimsList } from './host-claims.tsx';
import { HostHead } from './host-head.tsx';
import styles from './ingress-form.module.css';
import { listHostClaims } from './list-host-claims.ts';
import { addPathEdit } from './list-path-edits.ts';
import type { PathRow, RuleRow } from './list-rule-rows.ts';
import { PathRowFields } from './path-row.tsx';
import { RemovedRow } from './removed-row.tsx';

export interface HostCardProps extends DrawnRow {
  readonly row: RuleRow & { readonly index: number };
  readonly isOpenAtFirst: boolean;
  readonly focusRow: (row: string) => void;
}

/** What the path that has the focus matches, and who answers for it. Its place is kept when there is nothing to say. */
function Explanation({
  section,
  row,
}: {
  readonly section: SectionProps;
  readonly row: PathRow | undefined;
}): ReactNode {
  const {
    ingressForm: { rules },
  } = useMessages();
  const { facts } = section;
  if (row === undefined) return <p className={styles.explanation} />;
  const path = row.path.path ?? '/';
  const given = { path, pathType: row.path.pathType };
  const reach = pathReachOf(facts?.family, given);
  const matches =
    reach === undefined
      ? rules.matchesUnknown(path)
      : rules.matches(path, reach, listPathExamples(reach, comparedPathOf(facts?.family, given)));
  return (
    <p className={styles.explanation}>
      {matches} {endpointText(row.path.backend, facts, rules)}
    </p>
  );
}

const placeOf = ({ ruleIndex, pathIndex }: PathPlace): FieldPath => [
  'spec',
  'rules',
  ruleIndex,
  'http',
  'paths',
  pathIndex,
];

function HostBody({
  section,
  row,
  focusRow,
}: Pick<HostCardProps, 'section' | 'row' | 'focusRow'>): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, latest, isReadOnly, facts } = section;
  const host = row.rule.host ?? '';
  const claims = listHostClaims(object, host, facts);
  const [focused, setFocused] = useState(0);
  return (
    <>
      {claims === undefined || facts === undefined ? null : (
        <HostClaimsList host={host} claims={claims} facts={facts} />
      )}
      {row.paths.length === 0 ? null : <ColumnHeads />}
      <ul className={styles.paths}>
        {row.paths.map((path, position) =>
          path.place === undefined ? (
            <RemovedRow
              key={`removed ${position}`}
              text={`${path.path.path ?? ''} ${backendText(path.path.backend)}`}
              label={words.rules.restore(path.path.path ?? '')}
              isDisabled={isReadOnly}
              onRestore={() => {
                const place = { ruleIndex: row.index, pathIndex: path.front };
                const now = latest();
                now.onEdit([addPathEdit(now.object, place, path.path)], false);
              }}
            />
          ) : (
            <PathRowFields
              key={path.place.pathIndex}
              section={section}
              row={{ ...path, place: path.place }}
              drawn={JSON.stringify([path, claims, listDrawnProblems(section, placeOf(path.place))])}
              claims={claims}
              focusRow={focusRow}
              onFocus={() => setFocused(path.place?.pathIndex ?? 0)}
            />
          ),
        )}
      </ul>
      <Explanation section={section} row={row.paths.find(({ place }) => place?.pathIndex === focused)} />
    </>
  );
}

function HostCardParts({ isOpenAtFirst, ...props }: HostCardProps): ReactNode {
  const {
    ingressForm: { rules },
  } = useMessages();
  const { section, row } = props;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const ids = useFieldIds();
  const host = row.rule.host ?? '';
  const notes = [
    ...section.fields.notes('spec', 'rules', row.index, 'host'),
    ...section.fields.ownNotes('spec', 'rules', row.index),
    ...section.fields.ownNotes('spec', 'rules', row.index, 'http', 'paths'),
  ];
  return (
    <section
      className={styles.card}
      data-state={row.state}
      data-row={`host ${row.index}`}
      aria-label={rules.hostRule(host === '' ? rules.anyHost() : host)}
    >
      <HostHead {...props} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} notesId={ids.notes} />
      <div className={styles.hostNotes}>
        {row.isReordered ? <p className={styles.was}>{rules.reordered()}</p> : null}
        <FieldNotes id={ids.notes} notes={notes} />
      </div>
      {isOpen ? <HostBody {...props} /> : null}
    </section>
  );
}

/** One host with its paths. */
export const HostCard = memo(HostCardParts, isSameRow);
