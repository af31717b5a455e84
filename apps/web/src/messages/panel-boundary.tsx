import type { ReactNode } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useMessages } from './use-messages.ts';

export interface PanelBoundaryProps {
  readonly resetKey?: string | undefined;
  /** What is said of the crash; by default that this panel failed. */
  readonly failed?: string;
  readonly children: ReactNode;
}

/** Keeps a crash within one panel of a page. */
export function PanelBoundary({ resetKey, failed, children }: PanelBoundaryProps): ReactNode {
  const { common } = useMessages();
  const texts = {
    failed: failed ?? common.panelFailed(),
    tryAgain: common.tryAgain(),
    copyDetails: common.copyDetails(),
    copied: common.copied(),
  };
  return (
    <ErrorBoundary texts={texts} {...(resetKey === undefined ? {} : { resetKey })}>
      {children}
    </ErrorBoundary>
  );
}
