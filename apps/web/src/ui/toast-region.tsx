import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { IconButton } from './icon-button.tsx';
import styles from './overlay.module.css';

/** Results of actions a person started; nothing else is told by a toast. */
export const toasts = new ToastQueue<{ readonly text: string }>({ maxVisibleToasts: 3 });

export const showToast = (text: string): void => {
  toasts.add({ text }, { timeout: 6_000 });
};

export interface ToastRegionProps {
  readonly label: string;
  readonly closeLabel: string;
}

export function ToastRegion({ label, closeLabel }: ToastRegionProps): ReactNode {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className={styles.toasts ?? ''}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ''}>
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <IconButton label={closeLabel} size="small" slot="close">
            <X size={14} aria-hidden />
          </IconButton>
        </Toast>
      )}
    </AriaToastRegion>
  );
}
