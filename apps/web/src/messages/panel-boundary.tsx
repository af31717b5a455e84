import type { ReactNode } from 'react';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useMessages } from './use-messages.ts';

export interface PanelBoundaryProps {
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** Keeps a crash within one panel of a page. */
export function PanelBoundary({ resetKey, children }: PanelBoundaryProps): ReactNode {
  const { common } = useMessages();
  const texts = {
    failed: common.panelFailed(),
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
