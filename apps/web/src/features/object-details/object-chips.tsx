import type { Finding, Severity } from '@fairlead/diagnostics';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The worst severity among findings; `undefined` for none. */
export const worstSeverityOf = (findings: readonly Finding[]): Severity | undefined =>
  severities.find((severity) => findings.some((finding) => finding.severity === severity));

/** What the head says of an object's state: how many problems, whether it is being deleted. Healthy says nothing. */
export function ObjectChips({ answer }: { readonly answer: DetailsAnswer }): ReactNode {
  const { details, common } = useMessages();
  const { findings, object } = answer;
  const worst = worstSeverityOf(findings);
  const isLeaving = object?.metadata.deletionTimestamp !== undefined;
  return (
    <>
      {worst === undefined ? null : (
        <Chip tone={worst}>
          <StatusIcon tone={worst} size={12} label={common.severity(worst)} />
          {details.problemCount(findings.length)}
        </Chip>
      )}
      {isLeaving ? <Chip>{details.beingDeleted()}</Chip> : null}
    </>
  );
}
