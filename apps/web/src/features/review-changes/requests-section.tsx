import type { RequestChange } from '@fairlead/routing';
import { useDeferredValue, type ReactNode } from 'react';
import type { Messages } from '../../messages/en.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useKept } from '../../ui/use-kept.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { ControllerSettings } from '../../trace-view/traced-facts.ts';
import type { ProposedChange } from '../../workers/proposed-change.ts';
import type { ControllerChanges, RequestChangesAnswer } from '../../workers/request-changes-answers.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import requestStyles from './requests-section.module.css';
import styles from './review.module.css';

/** Header names and values that the example needs, to be read and traced. */
const listHeaders = ({ headers = {}, cookies = {} }: RequestChange['request']): readonly string[] => [
  ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ...Object.entries(cookies).map(([name, value]) => `Cookie: ${name}=${value}`),
];

export type OnTrace = (text: string, headers: readonly { name: string; value: string }[]) => void;

interface ChangeProps {
  readonly change: RequestChange;
  readonly onTrace: OnTrace;
}

function Change({ change, onTrace }: ChangeProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.changes;
  const { request, url, before, after } = change;
  const [now, drafted] = words.leads(before, after);
  const headers = listHeaders(request);
  const sent = Object.entries(request.headers ?? {}).map(([name, value]) => ({ name, value }));
  return (
    <li className={requestStyles.change}>
      <StatusIcon tone={after.result === 'fail' ? 'error' : before.result === 'fail' ? 'ok' : 'info'} />
      <div className={requestStyles.words}>
        <code className={requestStyles.url}>
          {request.method === 'GET' ? '' : `${request.method} `}
          {url}
        </code>
        {headers.length === 0 ? null : <p className={styles.note}>{words.headers(headers)}</p>}
        <p className={requestStyles.outcome}>
          <span className="visually-hidden">{words.from()}: </span>
          <del className={requestStyles.before}>
            <RichText text={now} />
          </del>{' '}
          <span aria-hidden>→</span> <span className="visually-hidden">{words.to()}: </span>
          <ins className={requestStyles.after}>
            <RichText text={drafted} />
          </ins>
        </p>
      </div>
      <Button
        size="small"
        aria-label={words.trace(url)}
        onPress={() => onTrace(`${request.method} ${url}`, sent)}
      >
        {words.traceShort()}
      </Button>
    </li>
  );
}

/** That nothing changes, and how sure that is. */
function Proof({ found }: { readonly found: ControllerChanges }): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.changes;
  const { changeCount, isComplete, incomplete, requestCount, controller } = found;
  const isByLetter = !controller.isKnown && controller.profile === 'spec';
  const proof = isByLetter ? words.provenByLetter() : words.proven(requestCount);
  return (
    <div className={requestStyles.proof}>
      <p>
        {changeCount === 0 ? <strong>{words.none()}</strong> : words.counted(changeCount)}{' '}
        {isComplete ? (changeCount === 0 ? proof : '') : words.notProven()}
      </p>
      {isByLetter ? <p className={styles.note}>{words.byLetter(controller.name)}</p> : null}
      {incomplete.map((each) => {
        const sentence = words.incomplete(each);
        return (
          <p key={sentence} className={styles.note}>
            <RichText text={sentence} />
          </p>
        );
      })}
    </div>
  );
}

function Controller({
  found,
  hasName,
  onTrace,
}: {
  readonly found: ControllerChanges;
  readonly hasName: boolean;
  readonly onTrace: OnTrace;
}): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.changes;
  const { changes, changeCount, conflicts, controller, settings } = found;
  return (
    <>
      {hasName ? (
        <h3 className={styles.small}>{words.by(requestTracer.controllerName(controller))}</h3>
      ) : null}
      {settings === undefined ? null : (
        <p className={styles.note}>
          <RichText text={requestTracer.settings(found)} />
        </p>
      )}
      <Proof found={found} />
      {changes.length === 0 ? null : (
        <ul>
          {changes.map((change) => (
            <Change
              key={`${change.url} ${JSON.stringify(change.request)}`}
              change={change}
              onTrace={onTrace}
            />
          ))}
        </ul>
      )}
      {changeCount > changes.length ? (
        <p className={styles.note}>{words.more(changeCount - changes.length)}</p>
      ) : null}
      {conflicts.length === 0 ? null : (
        <>
          <h3 className={styles.small}>{words.conflicts()}</h3>
          <ul className={styles.findings}>
            {conflicts.map((conflict) => (
              <li key={JSON.stringify(conflict)} className={styles.finding}>
                <StatusIcon tone="warning" />
                <span>
                  <RichText text={words.conflict(conflict)} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const noChanges: readonly ProposedChange[] = [];

/** No controller serves an Ingress: what that says of requests, and how sure it is. */
function Nobody({ controllers }: { readonly controllers: readonly ControllerChanges[] }): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.changes;
  const isNobodyKnown = controllers.every(({ controller }) => !controller.isKnown);
  return (
    <div className={requestStyles.proof}>
      <p>
        <strong>{words.none()}</strong> {isNobodyKnown ? words.notProven() : words.nobodyServes()}
      </p>
      {isNobodyKnown ? <p className={styles.note}>{words.noController()}</p> : null}
    </div>
  );
}

export interface RequestsSectionProps {
  /** What is drafted; the same array while it is the same. */
  readonly changes: readonly ProposedChange[];
  /** What the controllers' ConfigMaps say; `undefined`: they are still being read. */
  readonly settings: readonly ControllerSettings[] | undefined;
  /** Opens the trace of an example, with its headers. */
  readonly onTrace: OnTrace;
}

const isTouched = ({ changeCount, conflicts, controller }: ControllerChanges): boolean =>
  changeCount + conflicts.length > 0 || controller.ingressCount > 0;

const subtitleOf = (
  [first]: readonly ProposedChange[],
  words: Pick<Messages['requestTracer']['changes'], 'subtitle' | 'subtitleOfDeletion'>,
): string => (first?.operation === 'delete' ? words.subtitleOfDeletion() : words.subtitle());

/** What the worker answers; `undefined` while it has not, or does not know the settings yet. */
function useRequestChanges(
  changes: readonly ProposedChange[],
  settings: RequestsSectionProps['settings'],
): RequestChangesAnswer | undefined {
  const asked = useDeferredValue(changes);
  const { data, isPlaceholderData } = useAnswer({
    kind: 'requestChanges',
    changes: settings === undefined ? noChanges : asked,
    ...(settings === undefined || settings.length === 0 ? {} : { settings }),
  });
  return settings === undefined || isPlaceholderData ? undefined : data;
}

/** The requests that the draft sends elsewhere, with an example each, and rules that it sets in each other's way. */
export function RequestsSection({ changes, settings, onTrace }: RequestsSectionProps): ReactNode {
  const { requestTracer } = useMessages();
  const words = requestTracer.changes;
  const current = useRequestChanges(changes, settings);
  // What was found a moment ago stays while it is computed anew.
  const shown = useKept(changes.length === 0 ? undefined : current);
  if (changes.length === 0) return null;
  const touched = shown?.controllers.filter(isTouched);
  return (
    <section className={styles.section} aria-label={words.title()} aria-busy={current === undefined}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title()}</h2>
        <span className={styles.subtitle}>{subtitleOf(changes, words)}</span>
      </div>
      <div className={styles.body}>
        {touched === undefined ? <p className={styles.note}>{words.computing()}</p> : null}
        {touched?.length === 0 ? <Nobody controllers={shown?.controllers ?? []} /> : null}
        {touched?.map((found) => (
          <Controller
            key={found.controller.id}
            found={found}
            hasName={touched.length > 1}
            onTrace={onTrace}
          />
        ))}
      </div>
    </section>
  );
}
