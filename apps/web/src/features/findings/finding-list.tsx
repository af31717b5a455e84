import type { Finding } from '@fairlead/diagnostics';
import { useMemo, type ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type { FindingsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { useConnection } from '../../workers/use-connection.ts';
import styles from './findings.module.css';
import { PlaceName } from './place-name.tsx';
import { SkippedChecks } from './skipped-checks.tsx';

export interface FindingListProps {
  readonly answer: FindingsAnswer | undefined;
  readonly onRange: (range: { readonly from: number; readonly count: number }) => void;
}

function SinceCell({ since }: { readonly since: string | undefined }): ReactNode {
  const { format } = useMessages();
  const nowMs = useNow('minute');
  return <span className={styles.quiet}>{format.age(since, nowMs)}</span>;
}

function ProblemCell({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings } = useMessages();
  const { title, requests, requestCount } = finding;
  const [first] = requests;
  return (
    <div className={styles.problem}>
      <div className={styles.problemTitle}>
        <RichText text={title} />
      </div>
      {first === undefined ? null : (
        <div className={styles.request}>
          <code>{first}</code>
          {requestCount > 1 ? (
            <span className={styles.quiet}> {findings.moreRequests(requestCount - 1)}</span>
          ) : null}
        </div>
      )}
    </div>
  );
}

function buildColumns({ findings, common }: Messages): readonly DataColumn<Finding>[] {
  const { columns } = findings;
  return [
    {
      id: 'problem',
      header: columns.problem(),
      width: 'minmax(300px, 2.6fr)',
      render: (finding) => (
        <>
          <StatusIcon tone={finding.severity} label={common.severity(finding.severity)} />
          <ProblemCell finding={finding} />
        </>
      ),
    },
    {
      id: 'object',
      header: columns.object(),
      width: 'minmax(170px, 1.2fr)',
      render: ({ place }) => <PlaceName objectRef={place.ref} />,
    },
    {
      id: 'effect',
      header: columns.effect(),
      width: 'minmax(110px, .7fr)',
      render: ({ effectNow, effect }) => effectNow ?? findings.effectName(effect),
    },
    {
      id: 'since',
      header: columns.since(),
      width: '76px',
      isNumeric: true,
      render: ({ since }) => <SinceCell since={since} />,
    },
  ];
}

/** The words for an empty list: nothing is wrong, or nothing passes the filter. */
function NothingFound({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const { findings, common } = useMessages();
  const setUrlState = useSetUrlState();
  const { data: summary } = useAnswer({ kind: 'summary' });
  const { lastUpdateMs } = useConnection();
  if (isFiltered)
    return (
      <EmptyState
        title={findings.noneMatches()}
        actions={
          <Button
            onPress={() =>
              setUrlState({
                severity: undefined,
                effect: undefined,
                about: undefined,
                checkId: undefined,
                text: '',
                namespaces: undefined,
              })
            }
          >
            {common.clearFilter()}
          </Button>
        }
      />
    );
  const ran = summary?.checks.ran ?? 0;
  const hasSkipped = (summary?.checks.skipped.length ?? 0) > 0;
  return (
    <EmptyState
      picture={<StatusIcon tone="ok" size={32} />}
      title={hasSkipped ? findings.noneWithSkipped(ran) : findings.noneTitle()}
    >
      {hasSkipped || lastUpdateMs === undefined
        ? null
        : findings.noneText(ran, summary?.namespaces.length ?? 0, lastUpdateMs)}
    </EmptyState>
  );
}

/** Every problem, worst first. */
export function FindingList({ answer, onRange }: FindingListProps): ReactNode {
  const messages = useMessages();
  const columns = useMemo(() => buildColumns(messages), [messages]);
  const { finding } = useUrlState();
  const setUrlState = useSetUrlState();
  const reportRange = useMemo(
    () =>
      (from: number, count: number): void =>
        onRange({ from, count }),
    [onRange],
  );
  return (
    <>
      {answer?.total === 0 ? (
        <NothingFound isFiltered={answer.unfiltered > 0} />
      ) : (
        <DataTable
          label={messages.findings.listLabel()}
          columns={columns}
          rows={{
            total: answer?.total ?? 0,
            at: (index) => answer?.rows[index - answer.from],
            keyOf: ({ id }) => id,
            height: 46,
            onRange: reportRange,
          }}
          selectedKey={finding}
          onOpen={({ id }) => setUrlState({ finding: id })}
        />
      )}
      <SkippedChecks isAfterCount={answer?.unfiltered === 0} />
    </>
  );
}
