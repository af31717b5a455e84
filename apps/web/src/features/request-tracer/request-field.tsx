import type { RequestLineCode } from '@fairlead/routing';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useMessages } from '../../messages/use-messages.ts';
import type { KnownRequest } from '../../workers/trace-questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import styles from './tracer-bar.module.css';

const mostSuggestions = 12;

/** What completion looks for: the address without its scheme. A curl line is not completed. */
const wantedOf = (text: string): string =>
  /\s/.test(text.trim()) ? text : text.trim().replace(/^https?:\/\//i, '');

const urlOf = ({ scheme, host, path }: KnownRequest): string => `${scheme}://${host}${path}`;

const hasChosenOption = (input: EventTarget): boolean =>
  input instanceof Element && input.getAttribute('aria-activedescendant') !== null;

export interface RequestFieldProps {
  readonly value: string;
  readonly problem: RequestLineCode | undefined;
  readonly onChange: (text: string) => void;
  readonly onSubmit: (text: string) => void;
}

/** The text of a request with completion of the hosts and paths that rules know. Enter traces what stands there. */
export function RequestField({ value, problem, onChange, onSubmit }: RequestFieldProps): ReactNode {
  const { requestTracer } = useMessages();
  const problemId = useId();
  const known =
    useAnswer({ kind: 'knownRequests', text: wantedOf(value), limit: mostSuggestions }).data ?? [];
  /** Without a chosen option Enter means the text; the list then closes by itself. */
  const submitAtOnce = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || hasChosenOption(event.target)) return;
    onSubmit(value);
  };
  return (
    <div className={styles.typed} onKeyDownCapture={submitAtOnce}>
      <ComboBox
        aria-label={requestTracer.field()}
        allowsCustomValue
        menuTrigger="input"
        inputValue={value}
        onInputChange={(text) => {
          if (text !== value) onChange(text);
        }}
        onSelectionChange={(key) => {
          if (key !== null) onChange(String(key));
        }}
        items={known.map((request) => ({ ...request, id: urlOf(request) }))}
        className={styles.combo ?? ''}
      >
        <Input
          className={styles.input ?? ''}
          data-tracer-input=""
          aria-label={requestTracer.field()}
          aria-invalid={problem !== undefined}
          {...(problem === undefined ? {} : { 'aria-describedby': problemId })}
          placeholder={requestTracer.placeholder()}
          spellCheck={false}
          autoComplete="off"
        />
        <Popover className={styles.popover ?? ''} offset={8} placement="bottom start">
          <ListBox aria-label={requestTracer.suggestions()} className={styles.list ?? ''}>
            {(request: KnownRequest & { readonly id: string }) => (
              <ListBoxItem id={request.id} textValue={request.id} className={styles.option ?? ''}>
                <Text slot="label" className={styles.optionUrl ?? ''}>
                  {request.id}
                </Text>
                <Text slot="description" className={styles.optionPlace ?? ''}>
                  {request.ingress}
                </Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {problem === undefined ? null : (
        <p id={problemId} role="alert" className={styles.problem}>
          {requestTracer.problem(problem)}
        </p>
      )}
    </div>
  );
}
