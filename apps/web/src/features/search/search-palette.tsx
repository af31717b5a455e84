import { keyOfRef, type Kind } from '@fairlead/kube-objects';
import { CornerDownLeft } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useMessages } from '../../messages/use-messages.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { KindIcon, type KindIconName } from '../../ui/kind-icon.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { SearchHit } from '../../workers/questions.ts';
import styles from './search-palette.module.css';
import { useHits } from './use-hits.ts';
import { useOpenHit } from './use-open-hit.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface SearchPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly PaletteCommand[];
}

const iconOf: Readonly<Record<Kind, KindIconName>> = {
  Namespace: 'namespace',
  Node: 'node',
  IngressClass: 'class',
  Service: 'service',
  Ingress: 'ingress',
  EndpointSlice: 'service',
  Pod: 'pods',
  Deployment: 'pods',
  ReplicaSet: 'pods',
  StatefulSet: 'pods',
  DaemonSet: 'pods',
  Job: 'pods',
};

const itemIdOf = ({ sel, label }: SearchHit): string => `hit ${sel} ${label}`;

function HitItem({ hit, onOpen }: { readonly hit: SearchHit; readonly onOpen: () => void }): ReactNode {
  const { search, common } = useMessages();
  const { ref, label, detail, matched, worst } = hit;
  return (
    <MenuItem id={itemIdOf(hit)} textValue={label} className={styles.item ?? ''} onAction={onOpen}>
      {matched === 'finding' && worst !== undefined ? (
        <StatusIcon tone={worst} size={16} />
      ) : (
        <KindIcon name={iconOf[ref.kind]} />
      )}
      <span className={styles.label}>{label}</span>
      {detail === '' ? null : (
        <span className={styles.detail}>
          {search.matched[matched]()} <code>{detail}</code>
        </span>
      )}
      <span className={styles.place}>
        {worst === undefined || matched === 'finding' ? null : (
          <StatusIcon tone={worst} size={12} label={common.severity(worst)} />
        )}
        {ref.kind}
        {ref.namespace === undefined ? '' : ` · ${ref.namespace}`}
      </span>
    </MenuItem>
  );
}

function CommandItem({
  command,
  onRun,
}: {
  readonly command: PaletteCommand;
  readonly onRun: () => void;
}): ReactNode {
  const { id, label, keys } = command;
  return (
    <MenuItem id={id} textValue={label} className={styles.item ?? ''} onAction={onRun}>
      <CornerDownLeft size={14} aria-hidden />
      <span className={styles.label}>{label}</span>
      {keys === undefined ? null : (
        <span className={styles.place}>
          <Kbd>{keys}</Kbd>
        </span>
      )}
    </MenuItem>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: readonly ReactNode[];
}): ReactNode {
  return children.length === 0 ? null : (
    <MenuSection>
      <Header className={styles.heading ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

function PaletteContent({ onClose, commands }: Omit<SearchPaletteProps, 'isOpen'>): ReactNode {
  const { search } = useMessages();
  const [text, setText] = useState('');
  const { hits, total } = useHits(text);
  const openHit = useOpenHit();
  const wanted = text.replace(/^>/, '').trim().toLowerCase();
  const shown = commands.filter(({ label }) => label.toLowerCase().includes(wanted));
  const open = (hit: SearchHit, isInGraph: boolean): void => {
    onClose();
    openHit(hit, isInGraph);
  };
  /**
   * The menu takes Enter alone, and only once one of its items has the virtual focus, which comes half a second after
   * typing: Ctrl Enter, and Enter before that, are taken here.
   */
  const openAtOnce = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const isForGraph = event.ctrlKey || event.metaKey;
    const focused = event.currentTarget.querySelector('[role="menuitem"][data-focused]');
    if (focused !== null && !isForGraph) return;
    const hit =
      focused === null
        ? hits[0]
        : hits.find((candidate) => itemIdOf(candidate) === focused.getAttribute('data-key'));
    if (hit === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    open(hit, isForGraph);
  };
  return (
    <div className={styles.content} onKeyDownCapture={openAtOnce}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the palette was opened to type */}
        <SearchField aria-label={search.title()} autoFocus className={styles.field ?? ''}>
          <Input className={styles.input ?? ''} placeholder={search.placeholder()} />
        </SearchField>
        <Menu
          aria-label={search.title()}
          className={styles.list ?? ''}
          render={(props) => (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a mouse the list scrolls by its focus
            <div {...props} tabIndex={0} />
          )}
          renderEmptyState={() => (
            <p className={styles.empty}>{text.trim() === '' ? search.nothingYet() : search.nothing(text)}</p>
          )}
        >
          <Section title={search.objects(total)}>
            {hits.map((hit) => (
              <HitItem key={`${keyOfRef(hit.ref)} ${hit.sel}`} hit={hit} onOpen={() => open(hit, false)} />
            ))}
          </Section>
          <Section title={search.commands()}>
            {shown.map((command) => (
              <CommandItem
                key={command.id}
                command={command}
                onRun={() => {
                  onClose();
                  command.run();
                }}
              />
            ))}
          </Section>
        </Menu>
      </Autocomplete>
      <p className={styles.foot}>{search.keys()}</p>
    </div>
  );
}

/** Search and commands: objects first, then what can be done. */
export function SearchPalette({ isOpen, onClose, commands }: SearchPaletteProps): ReactNode {
  const { search } = useMessages();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={styles.backdrop ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={search.title()} className={styles.dialog ?? ''}>
          <PaletteContent onClose={onClose} commands={commands} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
