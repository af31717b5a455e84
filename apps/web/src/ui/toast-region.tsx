import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './overlay.module.css';

/** Results of actions a person started; nothing else is told by a toast. */
/** Something to do about what a toast tells. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export const toasts = new ToastQueue<{ readonly text: string; readonly action?: ToastAction }>({
  maxVisibleToasts: 3,
});

const shortMs = 6_000;

/** Tells the result of an action; with something to do about it for as long as `durationMs` says. */
export const showToast = (text: string, action?: ToastAction, durationMs: number = shortMs): void => {
  const key = toasts.add(
    {
      text,
      ...(action !== undefined && {
        action: {
          label: action.label,
          run: () => {
            toasts.close(key);
            action.run();
          },
        },
      }),
    },
    { timeout: durationMs },
  );
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
          {toast.content.action === undefined ? null : (
            <Button size="small" variant="link" onPress={toast.content.action.run}>
              {toast.content.action.label}
            </Button>
          )}
          <IconButton label={closeLabel} size="small" slot="close">
            <X size={14} aria-hidden />
          </IconButton>
        </Toast>
      )}
    </AriaToastRegion>
  );
}
