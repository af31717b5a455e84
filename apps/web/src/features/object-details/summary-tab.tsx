import type { Finding } from '@fairlead/diagnostics';
import type { ClusterObject, ObjectRef } from '@fairlead/kube-objects';
import { use, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { AddressLink } from './address-link.tsx';
import { AddressList } from './address-list.tsx';
import { ConditionList } from './condition-list.tsx';
import { ContainerList } from './container-list.tsx';
import { FactList } from './fact-list.tsx';
import { FindingCard } from './finding-card.tsx';
import { LabelList } from './label-list.tsx';
import { worstSeverityOf } from './object-chips.tsx';
import styles from './object-panel.module.css';
import { PanelSection } from './panel-section.tsx';
import { ReachContext } from './reach-context.ts';
import { RouteList } from './route-list.tsx';
import { detailsOfRow, findSelectedRow, isFindingOfRow, type SelectedRow } from './selected-row.ts';
import { SelectedRowPart } from './selected-row-part.tsx';
import { useAddresses } from './use-address.ts';

/** The finding to show first: of the selected row if it has one, else the worst; among equals the first. */
function findLeading(findings: readonly Finding[], row: SelectedRow | undefined): Finding | undefined {
  const ofRow = row === undefined ? [] : findings.filter((finding) => isFindingOfRow(finding, row));
  const candidates = ofRow.length > 0 ? ofRow : findings;
  const worst = worstSeverityOf(candidates);
  return candidates.find(({ severity }) => severity === worst);
}

function OtherFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const { details, common } = useMessages();
  const { here } = useAddresses();
  if (findings.length === 0) return null;
  return (
    <PanelSection title={details.otherProblems()}>
      <ul className={styles.rows}>
        {findings.map(({ id, severity, title }) => (
          <li key={id}>
            <AddressLink address={here({ tab: 'problems' })} className={styles.findingRow}>
              <StatusIcon tone={severity} label={common.severity(severity)} />
              <span>
                <RichText text={title} />
              </span>
            </AddressLink>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

export interface SummaryTabProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
  readonly object: ClusterObject;
  readonly answer: DetailsAnswer;
}

/** The object in words: the selected row, the worst problem, the ways through it, facts, addresses to copy. */
export function SummaryTab({ target, row, object, answer }: SummaryTabProps): ReactNode {
  const { findings, routes, facts, addresses, summary } = answer;
  const drawReach = use(ReachContext);
  const selected = findSelectedRow(object, row);
  const leading = findLeading(findings, selected);
  const ofRow = selected === undefined ? [] : detailsOfRow(answer, selected).addresses;
  const { labels, annotations } = object.metadata;
  return (
    <div className={styles.stack}>
      {row.length === 0 ? null : (
        <SelectedRowPart target={target} row={row} selected={selected} answer={answer} />
      )}
      {summary === '' ? null : (
        <p>
          <RichText text={summary} />
        </p>
      )}
      {leading === undefined ? null : <FindingCard finding={leading} shown={target} />}
      <OtherFindings findings={findings.filter((finding) => finding !== leading)} />
      <RouteList routes={routes} />
      {drawReach?.(target, row)}
      <FactList facts={facts} />
      {object.kind === 'Pod' ? <ContainerList pod={object} /> : null}
      <ConditionList object={object} />
      <AddressList addresses={addresses.filter((address) => !ofRow.includes(address))} />
      <LabelList kind="labels" entries={labels} />
      <LabelList kind="annotations" entries={annotations} />
    </div>
  );
}
