import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './ingress-form.module.css';

function Head({ label, help }: { readonly label: string; readonly help: string }): ReactNode {
  const {
    ingressForm: { rules },
  } = useMessages();
  return (
    <span className={styles.head}>
      {label}
      <Popover
        label={rules.about(label)}
        trigger={
          <IconButton label={rules.about(label)} size="small">
            <Info size={12} aria-hidden />
          </IconButton>
        }
      >
        <p className={styles.about}>{help}</p>
      </Popover>
    </span>
  );
}

/** What the columns of the paths are called, each with what it means. */
export function ColumnHeads(): ReactNode {
  const {
    ingressForm: { rules },
  } = useMessages();
  return (
    <div className={styles.heads}>
      <span />
      <Head label={rules.path()} help={rules.pathHelp()} />
      <Head label={rules.pathType()} help={rules.pathTypeHelp()} />
      <span />
      <Head label={rules.service()} help={rules.serviceHelp()} />
      <Head label={rules.port()} help={rules.portHelp()} />
      <span />
    </div>
  );
}
