import type { ObjectRef } from '@fairlead/kube-objects';
import { targetPortOf } from '@fairlead/routing';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../ui/rich-text.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { AddressRows } from './address-list.tsx';
import { FactGrid, type Fact } from './fact-list.tsx';
import { ObjectLink } from './object-link.tsx';
import { PanelSection } from './panel-section.tsx';
import { detailsOfRow, type SelectedRow, type ShownPath } from './selected-row.ts';
import styles from './object-panel.module.css';

type RulesRow = Extract<SelectedRow, { kind: 'rules' }>;
type PortRow = Extract<SelectedRow, { kind: 'port' }>;

function Backend({ path: { backend, backendRef } }: { readonly path: ShownPath }): ReactNode {
  const { details } = useMessages();
  if (backend === '') return details.selectedRule.noBackend();
  return backendRef === undefined ? backend : <ObjectLink target={backendRef}>{backend}</ObjectLink>;
}

/** What a route says of its end: which Pods, how many ready. */
function endsOf(routes: DetailsAnswer['routes']): readonly string[] {
  const ends = routes.flatMap((hops) => {
    const last = hops.at(-1);
    return last === undefined ? [] : [`${last.label}: ${last.detail}`];
  });
  return [...new Set(ends)];
}

function useLeadsTo(answer: DetailsAnswer, selected: SelectedRow): readonly Fact[] {
  const { details } = useMessages();
  return endsOf(detailsOfRow(answer, selected).routes).map((text) => ({
    label: details.selectedRule.leadsTo(),
    content: <RichText text={text} />,
  }));
}

function RulesPart({
  selected,
  answer,
}: {
  readonly selected: RulesRow;
  readonly answer: DetailsAnswer;
}): ReactNode {
  const { details } = useMessages();
  const words = details.selectedRule;
  const host = selected.host === '' ? words.anyHost() : selected.host;
  const rules = selected.paths.flatMap((path): readonly Fact[] => [
    {
      label: words.request(),
      content: `${host}${path.path === '' ? ` ${words.everyPath()}` : path.path} ${path.pathType}`,
      isMono: true,
    },
    { label: words.backend(), content: <Backend path={path} />, isMono: true },
  ]);
  const tls = { label: words.tls(), content: selected.hasTls ? words.tlsOn() : words.tlsOff() };
  return <FactGrid facts={[...rules, tls, ...useLeadsTo(answer, selected)]} />;
}

function PortPart({
  selected,
  answer,
}: {
  readonly selected: PortRow;
  readonly answer: DetailsAnswer;
}): ReactNode {
  const { details } = useMessages();
  const words = details.selectedRule;
  const { name, port, protocol = 'TCP', nodePort } = selected.port;
  const numbers = `${port}/${protocol}`;
  const facts: readonly Fact[] = [
    {
      label: words.port(),
      content: name === undefined || name === '' ? numbers : `${name} ${numbers}`,
      isMono: true,
    },
    { label: words.targetPort(), content: targetPortOf(selected.port), isMono: true },
    ...(nodePort === undefined ? [] : [{ label: words.nodePort(), content: nodePort, isMono: true }]),
  ];
  return <FactGrid facts={[...facts, ...useLeadsTo(answer, selected)]} />;
}

export interface SelectedRowPartProps {
  readonly target: ObjectRef;
  readonly row: readonly string[];
  /** `undefined`: the object has no such row. */
  readonly selected: SelectedRow | undefined;
  readonly answer: DetailsAnswer;
}

function titleOf(
  selected: SelectedRow,
  words: { ruleTitle(): string; hostTitle(): string; portTitle(): string },
): string {
  if (selected.kind === 'port') return words.portTitle();
  return selected.path === undefined ? words.hostTitle() : words.ruleTitle();
}

/** The selected rule or port before all else: what it takes, where it leads, what to type. */
export function SelectedRowPart({ row, selected, answer }: SelectedRowPartProps): ReactNode {
  const { details } = useMessages();
  if (selected === undefined)
    return (
      <p className={styles.quiet}>
        <RichText text={details.selectedRule.gone(row.join(''))} />
      </p>
    );
  const { addresses } = detailsOfRow(answer, selected);
  return (
    <PanelSection title={titleOf(selected, details.selectedRule)}>
      {selected.kind === 'port' ? (
        <PortPart selected={selected} answer={answer} />
      ) : (
        <RulesPart selected={selected} answer={answer} />
      )}
      {addresses.length === 0 ? null : <AddressRows addresses={addresses} />}
    </PanelSection>
  );
}
