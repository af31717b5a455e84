import type { ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ApiFailure, ServerUnreachable } from '../../server-state/api-failure.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';

export interface RequestFailureProps {
  readonly target: ObjectRef;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** Why something asked of the server about an object did not come, and a way to try again. */
export function RequestFailure({ target, error, onRetry }: RequestFailureProps): ReactNode {
  const { details, common, errors } = useMessages();
  const retry = (
    <Button size="small" onPress={onRetry}>
      {common.tryAgain()}
    </Button>
  );
  if (error instanceof ServerUnreachable)
    return <ErrorPanel title={details.serverGone()} hint={details.serverGoneHint()} actions={retry} />;
  if (!(error instanceof ApiFailure))
    return <ErrorPanel title={details.unexpected()} quote={error.message} actions={retry} />;
  const { code, details: more } = error.error;
  const { title, hint } = errors.explain(error.error);
  const words = more?.['kubernetesMessage'];
  return (
    <ErrorPanel
      title={code === 'OBJECT_NOT_FOUND' ? details.gone(target) : title}
      hint={hint}
      quote={typeof words === 'string' ? words : undefined}
      actions={retry}
    />
  );
}
