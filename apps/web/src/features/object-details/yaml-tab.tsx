import type { ObjectRef } from '@fairlead/kube-objects';
import { lazy, Suspense, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useObject } from '../../server-state/use-object.ts';
import panel from './object-panel.module.css';
import { RequestFailure } from './request-failure.tsx';

/** The writer of YAML comes with the first text that is shown. */
const ObjectText = lazy(async () => ({ default: (await import('./object-text.tsx')).ObjectText }));

export interface YamlTabProps {
  readonly target: ObjectRef;
  /** `metadata.resourceVersion` of the live object, to tell that the text is older. */
  readonly liveVersion: string | undefined;
}

/** The whole object as the API server sends it, asked for when the tab is opened. */
export function YamlTab({ target, liveVersion }: YamlTabProps): ReactNode {
  const { details } = useMessages();
  const { data, error, dataUpdatedAt, refetch } = useObject(target);
  const loading = <output className={panel.quiet}>{details.yaml.loading()}</output>;
  if (data === undefined)
    return error === null ? (
      loading
    ) : (
      <RequestFailure target={target} error={error} onRetry={() => void refetch()} />
    );
  return (
    <div className={panel.stack}>
      {error === null ? null : (
        <RequestFailure target={target} error={error} onRetry={() => void refetch()} />
      )}
      <Suspense fallback={loading}>
        <ObjectText
          target={target}
          object={data.object}
          readAtMs={dataUpdatedAt}
          liveVersion={liveVersion}
          onReload={() => void refetch()}
        />
      </Suspense>
    </div>
  );
}
