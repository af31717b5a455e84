import type { Service } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import type { BackendFacts } from './describe-backends.ts';
import { describeOutcome, type PodCounts } from './describe-outcome.ts';
import styles from './review.module.css';

export interface ApplyResultProps {
  readonly change: AppliedChange;
  /** Left out where the change is taken back already or cannot be. */
  readonly onUndo?: (() => void) | undefined;
  /** It is all that the page shows: its title is the page's. */
  readonly isWholePage?: boolean;
}

interface LinesProps {
  readonly change: AppliedChange;
  readonly details: DetailsAnswer | undefined;
  readonly pods: PodCounts | undefined;
  readonly backends?: BackendFacts | undefined;
}

function Lines({ change, details, pods, backends }: LinesProps): ReactNode {
  const { review } = useMessages();
  const { lines } = describeOutcome({ change, details, pods, backends }, review.result);
  return (
    <ul className={styles.outcome} aria-live="polite">
      {lines.map(({ id, tone, text }) => (
        <li key={id} className={styles.warning}>
          <StatusIcon tone={tone} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function ServiceLines(props: LinesProps & { readonly service: Service }): ReactNode {
  const { service, ...rest } = props;
  const { name, namespace = '' } = service.metadata;
  const { selector = {} } = service.spec;
  const { data } = useAnswer({ kind: 'serviceFormFacts', namespace, name, selector });
  return <Lines {...rest} pods={data} />;
}

/** An Ingress is followed to the endpoints behind the paths that were changed. */
function IngressLines(props: LinesProps): ReactNode {
  const { name, namespace = '' } = props.change.ref;
  const { data } = useAnswer({ kind: 'ingressFormFacts', namespace, name, className: '', hosts: [] });
  return <Lines {...props} backends={data} />;
}

/** What became of an applied change, followed until it is true: the cluster shows it, Pods answer, an address is there. */
export function ApplyResult({ change, onUndo, isWholePage = false }: ApplyResultProps): ReactNode {
  const { review } = useMessages();
  const { data } = useAnswer({ kind: 'details', ref: change.ref });
  const Title = isWholePage ? 'h1' : 'h2';
  const title = review.result.title[change.operation](change.ref.name);
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <StatusIcon tone="ok" size={16} />
        <Title className={styles.title}>{title}</Title>
        <span className={styles.tools}>
          {onUndo === undefined ? null : (
            <Button size="small" onPress={onUndo}>
              {review.result.undo()}
            </Button>
          )}
        </span>
      </div>
      <div className={styles.body}>
        {data?.object?.kind === 'Service' && change.operation !== 'delete' ? (
          <ServiceLines change={change} details={data} pods={undefined} service={data.object} />
        ) : data?.object?.kind === 'Ingress' && change.operation !== 'delete' ? (
          <IngressLines change={change} details={data} pods={undefined} />
        ) : (
          <Lines change={change} details={data} pods={undefined} />
        )}
      </div>
    </section>
  );
}
