import type { ReactNode } from 'react';
import type { EditorState } from '../../features/review-changes/editor-state.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './editor.module.css';

type Tone = 'ok' | 'warning' | 'error' | 'plain';

const tones: Partial<Record<EditorState['kind'], Tone>> = {
  accepted: 'ok',
  invalid: 'error',
  refused: 'error',
  'other-cluster': 'error',
  failed: 'error',
  forbidden: 'warning',
  conflict: 'warning',
  unknown: 'warning',
  'not-applied': 'warning',
  'deleted-live': 'warning',
  exists: 'warning',
};

const toneOf = (state: EditorState): Tone =>
  state.kind === 'accepted' && state.warnings.length > 0 ? 'warning' : (tones[state.kind] ?? 'plain');

export interface EditorStatusLineProps {
  readonly state: EditorState;
  readonly words: string;
  /** What else is true of the draft, in short. */
  readonly notes: readonly string[];
  /** What can be done from here, in front of the keys. */
  readonly action?: ReactNode;
}

/** The line below the editor: the draft's state in words, spoken when it changes. */
export function EditorStatusLine({ state, words, notes, action }: EditorStatusLineProps): ReactNode {
  const { editor } = useMessages();
  const tone = toneOf(state);
  return (
    <footer className={styles.line} data-tone={tone}>
      <output className={styles.words}>
        {tone === 'plain' ? null : <StatusIcon tone={tone} size={14} />}
        {words}
      </output>
      {action}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      <span className={styles.keys}>
        <Kbd>Ctrl S</Kbd> {editor.keys.check()} <Kbd>Ctrl Enter</Kbd> {editor.keys.apply()}
      </span>
    </footer>
  );
}
