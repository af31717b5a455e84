import type { ReactNode } from 'react';
import { PanelBoundary } from '../messages/panel-boundary.tsx';
import { useMessages } from '../messages/use-messages.ts';

export interface PageBoundaryProps {
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** Keeps a crash within its page: the bars around it go on working. */
export function PageBoundary({ resetKey, children }: PageBoundaryProps): ReactNode {
  const { shell } = useMessages();
  return (
    <PanelBoundary failed={shell.pageFailed()} resetKey={resetKey}>
      {children}
    </PanelBoundary>
  );
}
