import type { Finding, Severity } from '@fairlead/diagnostics';
import { memo, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { ImpactAnswer, ImpactEdge, ImpactNode, ImpactRow } from '../../workers/draft-answers.ts';
import styles from './review.module.css';

interface TileProps {
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
}

function Tile({ name, figure, unit }: TileProps): ReactNode {
  return (
    <div className={styles.tile}>
      <dt className={styles.tileName}>{name}</dt>
      <dd className={styles.tileValue}>
        <strong>{figure}</strong> {unit}
      </dd>
    </div>
  );
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

const worstOf = (findings: readonly Finding[]): Severity | undefined =>
  severities.find((severity) => findings.some((finding) => finding.severity === severity));

function FindingTile({
  name,
  findings,
}: {
  readonly name: string;
  readonly findings: readonly Finding[];
}): ReactNode {
  const { review, common, format } = useMessages();
  const worst = worstOf(findings);
  const unit =
    worst === undefined ? review.impact.none() : review.impact.worst(findings.length, common.severity(worst));
  return <Tile name={name} figure={format.count(findings.length)} unit={unit} />;
}

interface PartListProps {
  readonly parts: readonly (ImpactNode | ImpactEdge)[];
  readonly sign: '+' | '−';
  readonly word: string;
}

function PartList({ parts, sign, word }: PartListProps): ReactNode {
  return parts.map(({ id, label }) => (
    <li key={`${sign}${id}`} className={styles.part} data-sign={sign}>
      <span aria-hidden>{sign}</span>
      <span className={styles.place}>{label}</span>
      <span className={styles.noteEnd}>{word}</span>
    </li>
  ));
}

function ChangedRows({ rows }: { readonly rows: readonly ImpactRow[] }): ReactNode {
  const { review } = useMessages();
  return rows.map(({ id, label, was, value }) => (
    <li key={`~${id}`} className={styles.part} data-sign="~">
      <span aria-hidden>~</span>
      <span className={styles.place}>
        {label}: {was} → {value}
      </span>
      <span className={styles.noteEnd}>{review.impact.changes()}</span>
    </li>
  ));
}

function GraphParts({ impact }: { readonly impact: ImpactAnswer }): ReactNode {
  const { review } = useMessages();
  const { appears, vanishes, nothing, nothingRemoved } = review.impact;
  const added = [...impact.nodesAdded, ...impact.edgesAdded];
  const removed = [...impact.nodesRemoved, ...impact.edgesRemoved];
  if (added.length + removed.length + impact.rowsChanged.length === 0)
    return <p className={styles.note}>{nothing()}</p>;
  return (
    <>
      <ul className={styles.parts}>
        <PartList parts={added} sign="+" word={appears()} />
        <PartList parts={removed} sign="−" word={vanishes()} />
        <ChangedRows rows={impact.rowsChanged} />
      </ul>
      {removed.length === 0 ? <p className={styles.note}>{nothingRemoved()}</p> : null}
    </>
  );
}

export interface ImpactSectionProps {
  readonly impact: ImpactAnswer | undefined;
  /** That of the draft as it is is on its way. */
  readonly isComputing?: boolean;
  /** Of a deletion: what kind of object goes. */
  readonly deletedKind?: string;
}

function Impact({ impact, isComputing = false, deletedKind }: ImpactSectionProps): ReactNode {
  const { review } = useMessages();
  const words = review.impact;
  if (impact === undefined) return null;
  const edges = impact.edgesAdded.length - impact.edgesRemoved.length;
  const nodes = impact.nodesAdded.length - impact.nodesRemoved.length;
  const isOfNodes = edges === 0 && nodes !== 0;
  return (
    <section className={styles.section} aria-label={words.title()} aria-busy={isComputing}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title()}</h2>
        <span className={styles.subtitle}>
          {deletedKind === undefined ? words.subtitle() : words.subtitleOfDeletion(deletedKind)}
        </span>
      </div>
      <div className={styles.body}>
        <dl className={styles.tiles}>
          <FindingTile name={words.introduced()} findings={impact.introduced} />
          <FindingTile name={words.fixed()} findings={impact.fixed} />
          <Tile
            name={words.graph()}
            figure={words.gainAndLoss(
              isOfNodes ? impact.nodesAdded.length : impact.edgesAdded.length,
              isOfNodes ? impact.nodesRemoved.length : impact.edgesRemoved.length,
            )}
            unit={isOfNodes ? words.nodes(Math.abs(nodes)) : words.edges(Math.abs(edges))}
          />
        </dl>
        {impact.introduced.length + impact.fixed.length === 0 ? null : (
          <>
            <h3 className={styles.small}>{words.problems()}</h3>
            <ul className={styles.findings}>
              {impact.introduced.map(({ id, severity, title, checkId }) => (
                <li key={`new ${id}`} className={styles.finding}>
                  <StatusIcon tone={severity} />
                  <strong>{words.introducedOne()}</strong>
                  <span>
                    <RichText text={title} /> ({checkId})
                  </span>
                </li>
              ))}
              {impact.fixed.map(({ id, title, checkId }) => (
                <li key={`fixed ${id}`} className={styles.finding}>
                  <StatusIcon tone="ok" />
                  <strong>{words.fixedOne()}</strong>
                  <span>
                    <RichText text={title} /> ({checkId})
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        <h3 className={styles.small}>{words.inGraph()}</h3>
        <GraphParts impact={impact} />
      </div>
    </section>
  );
}

/** What would be different if the draft were applied, computed on the draft by the code of the live view. */
export const ImpactSection = memo(Impact);
