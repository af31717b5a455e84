import type { KindSchemaReply } from '@fairlead/api-contract';
import { rangeOfField, readManifest, type FieldPath } from '@fairlead/manifests';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { YamlEditorMessages } from '../../messages/en-yaml-editor.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useShownTheme } from '../../ui/use-shown-theme.ts';
import { defineTheme } from './define-themes.ts';
import { loadMonaco, type LoadedMonaco } from './load-monaco.ts';
import { openText, type OpenText } from './open-text.ts';
import type { YamlMark } from './to-markers.ts';
import { isLongText } from './yaml-languages.ts';
import styles from './yaml-editor.module.css';

export interface YamlEditorProps {
  readonly kind: 'Service' | 'Ingress';
  /** The draft's text: the only truth. */
  readonly text: string;
  /** `isContinuation`: typing that goes on belongs to the step before. */
  readonly onChange: (text: string, isContinuation: boolean) => void;
  readonly marks: readonly YamlMark[];
  /** `undefined`: not known (yet), or the text is too long for it; only our own marks are shown then. */
  readonly schema: KindSchemaReply | undefined;
  readonly isReadOnly: boolean;
  /** One history for form and text, and the page's other keys, which the editor would swallow. */
  readonly keys: Pick<EditorKeys, 'undo' | 'redo' | 'check' | 'apply'>;
  /** Where to put the cursor; a new object asks again. */
  readonly reveal: { readonly path: FieldPath } | undefined;
}

interface EditorKeys {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly check: () => void;
  readonly apply: () => void;
}

interface Opened {
  readonly loaded: LoadedMonaco;
  readonly text: OpenText;
}

/** Loads the editor and opens the text in its host; what it does is told to the latest props. */
function useOpened(props: YamlEditorProps, words: YamlEditorMessages) {
  const host = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | undefined>();
  const [failure, setFailure] = useState<Error | undefined>();
  const [attempt, setAttempt] = useState(0);
  const onTyped = useEffectEvent((text: string, isContinuation: boolean) =>
    props.onChange(text, isContinuation),
  );
  const onUndo = useEffectEvent(() => props.keys.undo());
  const onRedo = useEffectEvent(() => props.keys.redo());
  const onCheck = useEffectEvent(() => props.keys.check());
  const onApply = useEffectEvent(() => props.keys.apply());
  const readText = useEffectEvent(() => props.text);
  const { kind } = props;
  // Synchronises with the editor, which lives outside React.
  useEffect(() => {
    let text: OpenText | undefined;
    let isClosed = false;
    const start = async (): Promise<void> => {
      try {
        const loaded = await loadMonaco();
        if (isClosed || host.current === null) return;
        text = openText(
          loaded,
          { host: host.current, kind, text: readText(), words },
          { onTyped, onUndo, onRedo, onCheck, onApply },
        );
        setOpened({ loaded, text });
      } catch (error) {
        if (!isClosed) setFailure(error instanceof Error ? error : new Error(String(error)));
      }
    };
    void start();
    return () => {
      isClosed = true;
      text?.close();
      setOpened(undefined);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another attempt is another loading
  }, [kind, words, attempt]);
  const retry = (): void => {
    setFailure(undefined);
    setAttempt(attempt + 1);
  };
  return { host, opened, failure, retry };
}

/** Brings an open editor up to date with what it is given. */
function useShown(opened: Opened | undefined, props: YamlEditorProps): void {
  const theme = useShownTheme();
  const { text, marks, schema, isReadOnly, reveal } = props;
  // Each synchronises one thing with the editor, which lives outside React.
  useEffect(() => opened?.text.show(text), [opened, text]);
  useEffect(() => opened?.text.mark(marks), [opened, marks]);
  useEffect(() => opened?.text.setReadOnly(isReadOnly), [opened, isReadOnly]);
  useEffect(() => opened?.text.setSchema(schema), [opened, schema]);
  useEffect(() => {
    if (opened !== undefined) opened.loaded.monaco.editor.setTheme(defineTheme(opened.loaded.monaco, theme));
  }, [opened, theme]);
  const readText = useEffectEvent(() => text);
  useEffect(() => {
    if (opened === undefined || reveal === undefined) return;
    const range = rangeOfField(readManifest(readText()), reveal.path);
    opened.text.reveal(range?.startLine ?? 1, range?.startColumn ?? 1);
  }, [opened, reveal]);
}

/** The text of a draft, with completion, hover and marks by the cluster's schema. Loaded when it is first needed. */
export function YamlEditor(props: YamlEditorProps): ReactNode {
  const { yamlEditor: words } = useMessages();
  const { kind, schema, text } = props;
  const { host, opened, failure, retry } = useOpened(props, words);
  useShown(opened, props);
  const isLong = isLongText(text.length);
  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <span>
          {schema === undefined || isLong
            ? words.noSchema(kind, isLong)
            : words.schema(kind, schema.serverVersion)}
        </span>
        <span className={styles.keys}>{words.tabHint()}</span>
        <Button
          size="small"
          variant="ghost"
          isDisabled={opened === undefined || isLong || props.isReadOnly}
          onPress={() => opened?.text.format()}
        >
          {words.format()}
        </Button>
      </div>
      {failure === undefined ? null : (
        <ErrorPanel
          title={words.failed()}
          quote={failure.message}
          actions={<Button onPress={retry}>{words.tryAgain()}</Button>}
        />
      )}
      {opened === undefined && failure === undefined ? (
        <output className={styles.loading}>{words.loading()}</output>
      ) : null}
      <div ref={host} className={styles.host} />
    </div>
  );
}
