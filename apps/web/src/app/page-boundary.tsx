import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';

export interface PageBoundaryProps {
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** Keeps a crash within its page: the bars around it go on working. */
export function PageBoundary({ resetKey, children }: PageBoundaryProps): ReactNode {
  const { common, shell } = useMessages();
  const texts = {
    failed: shell.pageFailed(),
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
