import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { usePreferences } from '../preferences.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { listPages } from './pages.ts';
import styles from './shell.module.css';
import { searchKeyText } from './platform.ts';

export interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Shortcut = readonly [keys: readonly string[], words: string];

function Group({
  title,
  shortcuts,
}: {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}): ReactNode {
  return (
    <section>
      <h3 className={styles.keysHead}>{title}</h3>
      <dl className={styles.keys}>
        {shortcuts.map(([keys, words]) => (
          <div key={words} className={styles.keysRow}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All keys. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps): ReactNode {
  const messages = useMessages();
  const { hasSingleLetterKeys } = usePreferences();
  const { common, shell } = messages;
  const { shortcuts } = shell;
  const everywhere: readonly Shortcut[] = [
    [[searchKeyText], shortcuts.search()],
    ...listPages(messages).map(({ key, label }): Shortcut => [['G', key.toUpperCase()], shortcuts.go(label)]),
    [['F6'], shortcuts.region()],
    [['P'], shortcuts.pause()],
    [['[', ']'], shortcuts.problems()],
    [['E', 'Y'], shortcuts.edit()],
    [['C'], messages.connect.key()],
    [['Esc'], shortcuts.close()],
    [['?'], shortcuts.help()],
  ];
  const lists: readonly Shortcut[] = [
    [['/'], shortcuts.filter()],
    [['↑', '↓'], shortcuts.rows()],
    [['Page ↑', 'Page ↓'], shortcuts.pages()],
    [['Home', 'End'], shortcuts.ends()],
    [['Enter'], shortcuts.open()],
  ];
  const graph: readonly Shortcut[] = [
    [['T'], messages.requestTracer.key()],
    [['V'], shortcuts.view()],
    [['↑', '↓'], shortcuts.column()],
    [['←', '→'], shortcuts.along()],
    [['Home', 'End'], shortcuts.columnEnds()],
    [['Enter'], shortcuts.open()],
    [['Space'], shortcuts.expand()],
    [['F'], shortcuts.focus()],
    [['D'], messages.graphDraft.key()],
    [['+', '−', '0'], shortcuts.zoom()],
    [['Shift', '1'], shortcuts.zoomFit()],
  ];
  const editor: readonly Shortcut[] = [
    [['Ctrl', 'Z'], shortcuts.undo()],
    [['Ctrl', 'Shift', 'Z'], shortcuts.redo()],
    [['Ctrl', 'S'], shortcuts.check()],
    [['Ctrl', 'Enter'], shortcuts.apply()],
    [['Ctrl', '.'], shortcuts.quickFix()],
    [['N'], shortcuts.nextChoice()],
    [['1', '2', '3'], shortcuts.choose()],
  ];
  return (
    <Dialog title={shortcuts.title()} closeLabel={common.close()} isOpen={isOpen} onClose={onClose} isWide>
      {hasSingleLetterKeys ? null : <p className={styles.quiet}>{shortcuts.off()}</p>}
      <div className={styles.keysGroups}>
        <div>
          <Group title={shortcuts.groups.everywhere()} shortcuts={everywhere} />
          <Group title={shortcuts.groups.lists()} shortcuts={lists} />
        </div>
        <div>
          <Group title={shortcuts.groups.graph()} shortcuts={graph} />
          <Group title={shortcuts.groups.editor()} shortcuts={editor} />
        </div>
      </div>
    </Dialog>
  );
}
