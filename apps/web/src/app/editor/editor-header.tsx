import type { EditedKind } from '@fairlead/edits';
import { ChevronLeft, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import styles from './editor.module.css';

export type EditorMode = 'form' | 'yaml' | 'graph';

export interface EditorHeaderProps {
  readonly title: { readonly kind: EditedKind; readonly name: string; readonly subtitle: string };
  readonly chips: ReactNode;
  readonly mode: EditorMode | undefined;
  readonly onMode: (mode: EditorMode) => void;
  readonly history: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly undo: () => void;
    readonly redo: () => void;
  };
  readonly actions: ReactNode;
  readonly onBack: () => void;
}

/** The bar of the editor: what is edited, where the draft stands, and what can be done with it. */
export function EditorHeader(props: EditorHeaderProps): ReactNode {
  const { title, chips, mode, onMode, history, actions, onBack } = props;
  const { editor } = useMessages();
  const modes = (['form', 'yaml', 'graph'] as const).map((id) => ({ id, label: editor.modes[id]() }));
  return (
    <header className={styles.head}>
      <IconButton label={editor.back()} onPress={onBack}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <KindIcon name={title.kind === 'Ingress' ? 'ingress' : 'service'} size={18} />
      <div className={styles.names}>
        <h1 className={styles.title}>{title.name}</h1>
        <p className={styles.subtitle}>{title.subtitle}</p>
      </div>
      <div className={styles.chips}>{chips}</div>
      <div className={styles.tools}>
        {mode === undefined ? null : (
          <ToggleGroup label={editor.mode()} options={modes} value={mode} onChange={onMode} />
        )}
        <IconButton label={editor.undo()} isDisabled={!history.canUndo} onPress={history.undo}>
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton label={editor.redo()} isDisabled={!history.canRedo} onPress={history.redo}>
          <Redo2 size={16} aria-hidden />
        </IconButton>
        {actions}
      </div>
    </header>
  );
}
