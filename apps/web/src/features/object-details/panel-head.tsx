import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindIcon, type KindIconName } from '../../ui/kind-icon.tsx';
import type { Selection } from '../../url-state/selection.ts';
import { AddressLink } from './address-link.tsx';
import styles from './object-panel.module.css';
import { useAddresses } from './use-address.ts';

/** The name of what is shown: where the focus goes when somebody skips to the details. */
export const titleId = 'details-title';

export interface PanelHeadProps {
  readonly icon: KindIconName;
  readonly isMissing?: boolean;
  readonly title: string;
  readonly subtitle: string;
  /** Chips beside the name. */
  readonly chips?: ReactNode;
  readonly selection: Selection;
  /** What can be done with the object, in front of the links. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
}

/** Icon, name, state and what can be done. */
export function PanelHead(props: PanelHeadProps): ReactNode {
  const { icon, isMissing = false, title, subtitle, chips, selection, actions, onClose } = props;
  const { details, common } = useMessages();
  const { isOnGraph, graph, here } = useAddresses();
  const link = new URL(here({ selection }), location.href).href;
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <KindIcon name={icon} size={18} isMissing={isMissing} />
        <h2 id={titleId} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {chips}
        <span className={styles.close}>
          <IconButton label={details.close(title)} onPress={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <p className={styles.subtitle}>{subtitle}</p>
      <div className={styles.actions}>
        {actions}
        {isOnGraph ? null : (
          <AddressLink address={graph({ selection })} className={styles.action}>
            {details.showInGraph()}
          </AddressLink>
        )}
        <CopyButton text={link} label={common.copyLink()} copiedLabel={common.linkCopied()} hasWords />
      </div>
    </header>
  );
}
