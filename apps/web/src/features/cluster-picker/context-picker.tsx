import { ChevronDown, Layers, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useSession } from '../../server-state/server-context.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useCluster } from '../../workers/cluster-context.ts';
import styles from './context-picker.module.css';

export interface ContextPickerProps {
  readonly onChoose: (context: string) => void;
}

/** Which cluster this tab looks at, and the others of the kubeconfig. */
export function ContextPicker({ onChoose }: ContextPickerProps): ReactNode {
  const { shell } = useMessages();
  const { contexts } = useSession();
  const { context } = useCluster();
  const { contextPicker } = shell;
  const entries = contexts.map(({ name, server, skipsTlsVerification }) => ({
    id: name,
    label: name,
    icon: skipsTlsVerification ? <ShieldAlert size={14} aria-hidden /> : <Layers size={14} aria-hidden />,
    detail: name === context ? contextPicker.current() : (server ?? contextPicker.unusable()),
    isDisabled: server === undefined,
    onAction: () => onChoose(name),
  }));
  return (
    <Menu
      label={contextPicker.menu()}
      trigger={
        <Button size="small" aria-label={contextPicker.label(context)}>
          <Layers size={14} aria-hidden />
          <span className={styles.name}>{context}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      sections={[{ heading: contextPicker.heading(), entries }]}
    />
  );
}
