import { Box } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { MultiSelectFilter } from '../../ui/multi-select-filter.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { FindingsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './findings.module.css';

/** Title, how many there are, where one looks. */
export function FindingsHead({ answer }: { readonly answer: FindingsAnswer | undefined }): ReactNode {
  const { findings, lists, common, format } = useMessages();
  const { namespaces, text, checkId } = useUrlState();
  const setUrlState = useSetUrlState();
  const { data: summary } = useAnswer({ kind: 'summary' });
  const namespaceCount = namespaces?.length ?? summary?.namespaces.length ?? 0;
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{findings.title()}</h1>
      <output className={styles.count}>
        {answer && findings.counts({ ...answer.counts.severity, namespaces: namespaceCount })}
      </output>
      {checkId === undefined ? null : (
        <Button size="small" onPress={() => setUrlState({ checkId: undefined })}>
          {findings.check()} <Chip tone="accent">{checkId}</Chip>
        </Button>
      )}
      <div className={styles.headEnd}>
        <SearchField
          label={lists.filter.label()}
          placeholder={findings.filterHint()}
          clearLabel={common.clearFilter()}
          value={text}
          onChange={(next) => setUrlState({ text: next }, { isReplacing: true })}
        />
        <MultiSelectFilter
          label={lists.namespaces()}
          icon={<Box size={14} aria-hidden />}
          options={(summary?.namespaces ?? []).map(({ name, services, ingresses }) => ({
            id: name,
            label: name,
            detail: format.count(services + ingresses),
          }))}
          selected={namespaces}
          onChange={(selected) => setUrlState({ namespaces: selected })}
          texts={{
            all: lists.allNamespaces(),
            filter: lists.findNamespace(),
            showAll: lists.showAllNamespaces(),
            nothing: lists.noNamespace(),
          }}
        />
      </div>
    </div>
  );
}
