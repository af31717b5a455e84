import type { ObjectEventEntry } from '@fairlead/api-contract';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useObjectEvents } from '../../server-state/use-object.ts';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './events-tab.module.css';
import { RequestFailure } from './request-failure.tsx';
import panel from './object-panel.module.css';

function EventItem({
  event,
  nowMs,
}: {
  readonly event: ObjectEventEntry;
  readonly nowMs: number;
}): ReactNode {
  const { details, format } = useMessages();
  const isWarning = event.type === 'Warning';
  const age = format.age(event.lastSeen ?? event.firstSeen, nowMs);
  return (
    <li className={styles.event}>
      <StatusIcon
        tone={isWarning ? 'warning' : 'info'}
        label={isWarning ? details.events.type.warning() : details.events.type.normal()}
      />
      <div className={styles.words}>
        <p className={styles.head}>
          <span className={styles.reason}>{event.reason}</span>
          {age === undefined ? null : (
            <time dateTime={event.lastSeen ?? event.firstSeen} className={styles.age}>
              {details.events.age(age)}
            </time>
          )}
        </p>
        <p className={styles.message}>{event.message}</p>
        <p className={styles.foot}>
          {event.count > 1 ? <span>{details.events.times(event.count)}</span> : null}
          {event.reporter === '' ? null : <span>{details.events.by(event.reporter)}</span>}
        </p>
      </div>
    </li>
  );
}

interface EventsTabProps {
  readonly target: ObjectRef;
  /** `undefined` shows what is said of any object of the name. */
  readonly uid: string | undefined;
}

/** The Kubernetes Events about the object, newest first. */
export function EventsTab({ target, uid }: EventsTabProps): ReactNode {
  const { details } = useMessages();
  const { data, error, refetch } = useObjectEvents(target, uid);
  const nowMs = useNow('minute');
  if (data === undefined)
    return error === null ? (
      <output className={panel.quiet}>{details.events.loading()}</output>
    ) : (
      <RequestFailure target={target} error={error} onRetry={() => void refetch()} />
    );
  return (
    <div className={panel.stack}>
      {error === null ? null : (
        <RequestFailure target={target} error={error} onRetry={() => void refetch()} />
      )}
      {data.events.length === 0 ? (
        <p className={panel.quiet}>
          {details.events.none(target)} {details.events.noneHint()}
        </p>
      ) : (
        <ul aria-label={details.events.label(target)} className={styles.events}>
          {data.events.map((event, index) => (
            <EventItem key={event.uid === '' ? index : event.uid} event={event} nowMs={nowMs} />
          ))}
        </ul>
      )}
    </div>
  );
}
