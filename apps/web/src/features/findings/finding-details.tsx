import type { Finding, FindingFix } from '@fairlead/diagnostics';
import { keyOfRef } from '@fairlead/kube-objects';
import { Link } from '@tanstack/react-router';
import { Link2, Network, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { FixAction } from '../../drafts/fix-action.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { showToast } from '../../ui/toast-region.tsx';
import { useNow } from '../../ui/use-now.ts';
import { printSelection } from '../../url-state/selection.ts';
import { useSetUrlState } from '../../url-state/use-url-state.ts';
import { useCluster } from '../../workers/cluster-context.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './findings.module.css';
import { PlaceName } from './place-name.tsx';

export interface FindingDetailsProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** What names the row in an address. */
function rowOf({ portId, path }: Finding['place']): readonly string[] {
  if (portId !== undefined) return [portId];
  return path === undefined ? [] : [path.host, path.path];
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{title}</h3>
      {children}
    </section>
  );
}

function FixCard({ fix: { title, explanation, change, edits } }: { readonly fix: FindingFix }): ReactNode {
  const { findings, common } = useMessages();
  return (
    <div className={styles.fix}>
      <div className={styles.fixHead}>
        <h4 className={styles.fixTitle}>
          <RichText text={title} />
        </h4>
        {change === undefined ? null : (
          <CopyButton text={change.to} label={findings.copyFix()} copiedLabel={common.copied()} hasWords />
        )}
      </div>
      <p className={styles.fixText}>
        <RichText text={explanation} />
      </p>
      {change === undefined ? null : (
        <div className={styles.change}>
          <div className={styles.changeField}>
            {change.ref.kind} {change.ref.name} <code>{change.field}</code>
          </div>
          <del className={styles.from}>{change.from === '' ? common.none() : change.from}</del>
          <ins className={styles.to}>{change.to}</ins>
        </div>
      )}
      <FixAction fix={edits} />
    </div>
  );
}

function SameObject({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings, common } = useMessages();
  const setUrlState = useSetUrlState();
  const { data } = useAnswer({ kind: 'details', ref: finding.place.ref });
  const others = (data?.findings ?? []).filter(({ id }) => id !== finding.id);
  if (others.length === 0) return null;
  return (
    <Section title={findings.sameObject()}>
      <ul>
        {others.map(({ id, title, severity, checkId }) => (
          <li key={id}>
            <button type="button" className={styles.same} onClick={() => setUrlState({ finding: id })}>
              <StatusIcon tone={severity} label={common.severity(severity)} />
              <span className={styles.sameTitle}>
                <RichText text={title} />
              </span>
              <span className={styles.quiet}>{checkId}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Head({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }): ReactNode {
  const { findings, common, format } = useMessages();
  const nowMs = useNow('minute');
  const { severity, checkId, since, title, place } = finding;
  const age = format.age(since, nowMs);
  return (
    <div className={styles.detailsHead}>
      <div className={styles.detailsFirst}>
        <StatusIcon tone={severity} />
        <span className={styles[severity]}>{common.severity(severity)}</span>
        <span className={styles.quiet}>
          {checkId} {age === undefined ? '' : findings.since(age)}
        </span>
        <span className={styles.closer}>
          <IconButton label={common.close()} onPress={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <h2 className={styles.detailsTitle}>
        <RichText text={title} />
      </h2>
      <p className={styles.detailsPlace}>
        <PlaceName objectRef={place.ref} />
        {place.path === undefined ? null : (
          <code>
            {place.path.host}
            {place.path.path}
          </code>
        )}
      </p>
    </div>
  );
}

function Actions({ finding }: { readonly finding: Finding }): ReactNode {
  const { findings, common } = useMessages();
  const { context } = useCluster();
  const { place } = finding;
  const sel = printSelection({ id: keyOfRef(place.ref), row: rowOf(place) });
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => showToast(common.linkCopied()),
      () => showToast(findings.linkNotCopied()),
    );
  };
  return (
    <div className={styles.actions}>
      <Link to="/c/$context/graph" params={{ context }} search={{ sel }} className={styles.action}>
        <Network size={14} aria-hidden />
        {findings.showInGraph()}
      </Link>
      <Button variant="link" size="small" onPress={copy}>
        <Link2 size={14} aria-hidden />
        {common.copyLink()}
      </Button>
    </div>
  );
}

/** What happens, why, and how to mend it. */
export function FindingDetails({ id, onClose }: FindingDetailsProps): ReactNode {
  const { findings, common } = useMessages();
  const { data: finding, isPending, isPlaceholderData } = useAnswer({ kind: 'finding', id });
  if (isPending || (isPlaceholderData && finding?.id !== id)) return null;
  if (finding === undefined)
    return (
      <EmptyState
        title={findings.gone()}
        picture={<StatusIcon tone="ok" size={24} />}
        actions={<Button onPress={onClose}>{common.close()}</Button>}
      >
        {findings.goneHint()}
      </EmptyState>
    );
  return (
    <>
      <Head finding={finding} onClose={onClose} />
      <div className={styles.detailsBody}>
        <Section title={findings.whatHappens()}>
          <p>
            <RichText text={finding.happens} />
          </p>
          {finding.requests.length > 1 ? (
            <ul className={styles.requests}>
              {finding.requests.map((request) => (
                <li key={request}>
                  <code>{request}</code>
                </li>
              ))}
              {finding.requestCount > finding.requests.length ? (
                <li className={styles.quiet}>
                  {findings.moreRequests(finding.requestCount - finding.requests.length)}
                </li>
              ) : null}
            </ul>
          ) : null}
        </Section>
        <Section title={findings.why()}>
          <p>
            <RichText text={finding.why} />
          </p>
        </Section>
        {finding.fixes.length === 0 ? null : (
          <Section title={findings.howToFix()}>
            {finding.fixes.map((fix) => (
              <FixCard key={fix.title} fix={fix} />
            ))}
          </Section>
        )}
        <SameObject finding={finding} />
        <Actions finding={finding} />
      </div>
    </>
  );
}
