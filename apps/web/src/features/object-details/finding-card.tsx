import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { Finding, FindingFix } from '@fairlead/diagnostics';
import type { ReactNode } from 'react';
import { FixAction } from '../../drafts/fix-action.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { toDiffLines } from './diff-lines.ts';
import styles from './finding-card.module.css';
import { ObjectLink } from './object-link.tsx';

/** One field before and after, as the lines of YAML that go and come. */
function FixDiff({ change }: { readonly change: NonNullable<FindingFix['change']> }): ReactNode {
  const { details } = useMessages();
  return (
    <figure className={styles.change}>
      <figcaption className={styles.field}>{details.changeOf(change)}</figcaption>
      <div className={styles.diff}>
        {toDiffLines(change).map(({ sign, text }) => (
          <div key={`${sign}${text}`} className={sign === '-' ? styles.removed : styles.added}>
            <span aria-hidden>{sign}</span>
            <span className="visually-hidden">{sign === '-' ? details.removed() : details.added()}: </span>
            {text}
          </div>
        ))}
      </div>
    </figure>
  );
}

function Fix({ fix }: { readonly fix: FindingFix }): ReactNode {
  return (
    <li className={styles.fix}>
      <p className={styles.fixTitle}>
        <RichText text={fix.title} />
      </p>
      <p className={styles.explanation}>
        <RichText text={fix.explanation} />
      </p>
      {fix.change === undefined ? null : <FixDiff change={fix.change} />}
      <FixAction fix={fix.edits} />
    </li>
  );
}

/** The other objects that the finding is about. */
function Related({ refs }: { readonly refs: readonly ObjectRef[] }): ReactNode {
  return refs.length === 0 ? null : (
    <p className={styles.related}>
      {refs.map((ref) => (
        <ObjectLink key={keyOfRef(ref)} target={ref} hasIcon />
      ))}
    </p>
  );
}

export interface FindingCardProps {
  readonly finding: Finding;
  /** All ways to fix it and the requests it touches; otherwise only the first way. */
  readonly isWhole?: boolean;
  /** What the panel shows: no link leads to it. */
  readonly shown: ObjectRef;
}

const shownRequests = 6;
const mostRelated = 6;

/** A finding: what is wrong and what happens to requests in the head, then why, and how to fix it as a small diff. */
export function FindingCard({ finding, shown, isWhole = false }: FindingCardProps): ReactNode {
  const { details, common, format } = useMessages();
  const age = format.age(finding.since, useNow('minute'));
  const { severity, title, happens, why, checkId, requests, requestCount } = finding;
  const fixes = isWhole ? finding.fixes : finding.fixes.slice(0, 1);
  const related = [finding.place.ref, ...finding.related].filter((ref) => keyOfRef(ref) !== keyOfRef(shown));
  const listed = requests.slice(0, shownRequests);
  return (
    <article
      className={styles.card}
      aria-label={`${common.severity(severity)}: ${title.replaceAll('`', '')}`}
    >
      <div className={classNames(styles.head, styles[severity])}>
        <StatusIcon tone={severity} size={16} label={common.severity(severity)} />
        <div className={styles.words}>
          <h3 className={styles.title}>
            <RichText text={title} />
          </h3>
          <p className={styles.happens}>
            <RichText text={happens} />
          </p>
        </div>
      </div>
      <div className={styles.body}>
        <p>
          <RichText text={why} />
        </p>
        <Related refs={related.slice(0, mostRelated)} />
        {fixes.length === 0 ? null : (
          <>
            <h4 className={styles.caption}>{details.fixes(fixes.length)}</h4>
            <ul className={styles.fixes}>
              {fixes.map((fix) => (
                <Fix key={fix.title} fix={fix} />
              ))}
            </ul>
          </>
        )}
        {isWhole && listed.length > 0 ? (
          <>
            <h4 className={styles.caption}>{details.requests()}</h4>
            <ul className={styles.requests}>
              {listed.map((request) => (
                <li key={request}>{request}</li>
              ))}
              {requestCount > listed.length ? (
                <li className={styles.rest}>{details.moreRequests(requestCount - listed.length)}</li>
              ) : null}
            </ul>
          </>
        ) : null}
        <p className={styles.foot}>
          <span>{checkId}</span>
          {age === undefined ? null : <span>{details.since(age)}</span>}
        </p>
      </div>
    </article>
  );
}
