import { findingAbouts, type FindingEffect, type Severity } from '@fairlead/diagnostics';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { FindingsAnswer } from '../../workers/questions.ts';
import styles from './findings.module.css';

interface FilterChoice {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: ReactNode;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function FilterGroup({
  title,
  choices,
}: {
  readonly title: string;
  readonly choices: readonly FilterChoice[];
}): ReactNode {
  const { format } = useMessages();
  return (
    <section className={styles.group} aria-label={title}>
      <h2 className={styles.groupTitle}>{title}</h2>
      <ul>
        {choices.map(({ id, label, count, icon, isChosen, onChoose }) => (
          <li key={id}>
            <button type="button" aria-pressed={isChosen} className={styles.choice} onClick={onChoose}>
              {icon}
              <span>{label}</span>
              <span className={styles.choiceCount}>{format.count(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const effects: readonly FindingEffect[] = ['requests-fail', 'wrong-backend', 'tls', 'exposure', 'hygiene'];

/** Offered also where there is no problem about them; the others come with the first. */
const alwaysShown: ReadonlySet<string> = new Set(['Service', 'Ingress', 'Workload', 'Pod']);

/** Filters beside the list. A number says what choosing it would show. */
export function FindingFilters({
  counts,
}: {
  readonly counts: FindingsAnswer['counts'] | undefined;
}): ReactNode {
  const { findings } = useMessages();
  const { severity, effect, about } = useUrlState();
  const setUrlState = useSetUrlState();
  const severityNames = { error: findings.errors(), warning: findings.warnings(), info: findings.hints() };
  const all = severities.reduce((sum, id) => sum + (counts?.severity[id] ?? 0), 0);
  const shownKinds = findingAbouts.filter(
    (id) => alwaysShown.has(id) || about === id || (counts?.about[id] ?? 0) > 0,
  );
  return (
    <nav aria-label={findings.filters()} className={styles.filters}>
      <FilterGroup
        title={findings.severity()}
        choices={[
          {
            id: 'all',
            label: findings.all(),
            count: all,
            isChosen: severity === undefined,
            onChoose: () => setUrlState({ severity: undefined }),
          },
          ...severities.map((id) => ({
            id,
            label: severityNames[id],
            count: counts?.severity[id] ?? 0,
            icon: <StatusIcon tone={id} size={13} />,
            isChosen: severity === id,
            onChoose: () => setUrlState({ severity: severity === id ? undefined : id }),
          })),
        ]}
      />
      <FilterGroup
        title={findings.effect()}
        choices={effects.map((id) => ({
          id,
          label: findings.effectName(id),
          count: counts?.effect[id] ?? 0,
          isChosen: effect === id,
          onChoose: () => setUrlState({ effect: effect === id ? undefined : id }),
        }))}
      />
      <FilterGroup
        title={findings.about()}
        choices={shownKinds.map((id) => ({
          id,
          label: findings.aboutName(id),
          count: counts?.about[id] ?? 0,
          isChosen: about === id,
          onChoose: () => setUrlState({ about: about === id ? undefined : id }),
        }))}
      />
    </nav>
  );
}
