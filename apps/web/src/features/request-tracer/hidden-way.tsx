import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { TracedWay } from '../../trace-view/trace-view.ts';
import { Button } from '../../ui/button.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import { findHiddenParts, showParts } from './find-hidden-parts.ts';
import styles from './trace-panel.module.css';

/** Says what of the traced way the page's filters hide, and offers to show it; nothing where they hide nothing of it. */
export function HiddenWay({ way }: { readonly way: TracedWay | undefined }): ReactNode {
  const { requestTracer } = useMessages();
  const filters = useUrlState();
  const setUrl = useSetUrlState();
  const parts = way === undefined ? [] : findHiddenParts(way, filters);
  if (parts.length === 0) return null;
  return (
    <div className={styles.hiddenWay} data-hidden-way="">
      <p>
        <RichText text={requestTracer.hidden.sentence(parts)} />
      </p>
      <Button size="small" onPress={() => setUrl(showParts(parts, filters))}>
        {requestTracer.hidden.show()}
      </Button>
    </div>
  );
}
