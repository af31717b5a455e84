import type { PlacedNode } from '@fairlead/resource-graph';
import { useMemo, type FocusEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { DragLayer } from './drag-layer.tsx';
import styles from './graph.module.css';
import { useConnectDrag } from './use-connect-drag.ts';

export interface PictureGridProps {
  readonly ref: Ref<HTMLDivElement>;
  /** Those of the window. */
  readonly nodes: readonly PlacedNode[];
  readonly keys: {
    readonly tabIndex: number;
    readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLDivElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  };
  readonly children: ReactNode;
}

/** What arrows move in and connections are drawn in. */
export function PictureGrid({ ref, nodes, keys, children }: PictureGridProps): ReactNode {
  const { graph } = useMessages();
  const { drag, onMouseDown } = useConnectDrag(useMemo(() => nodes.map(({ node }) => node), [nodes]));
  return (
    <>
      <div
        ref={ref}
        className={styles.canvas}
        role="grid"
        aria-label={graph.gridLabel()}
        aria-colcount={4}
        onMouseDownCapture={onMouseDown}
        {...keys}
      >
        {children}
      </div>
      {drag === undefined ? null : <DragLayer drag={drag} />}
    </>
  );
}
