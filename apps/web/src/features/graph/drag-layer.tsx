import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './drag-layer.module.css';
import type { ConnectDrag } from './use-connect-drag.ts';

/** The connection that is being drawn, over everything; what it can be dropped on is framed and named. */
export function DragLayer({ drag }: { readonly drag: ConnectDrag }): ReactNode {
  const { connect } = useMessages();
  const { start, end, over } = drag;
  const bend = Math.max(24, Math.abs(end.x - start.x) / 2);
  const path = `M${start.x},${start.y} C${start.x + bend},${start.y} ${end.x - bend},${end.y} ${end.x},${end.y}`;
  return (
    <div className={styles.layer} aria-hidden data-can-drop={over !== undefined}>
      <svg className={styles.line}>
        <path d={path} />
        {over === undefined ? null : (
          <rect
            x={over.frame.x}
            y={over.frame.y}
            width={over.frame.width}
            height={over.frame.height}
            rx={5}
          />
        )}
      </svg>
      {over === undefined ? null : (
        <span className={styles.words} style={{ left: end.x + 14, top: end.y + 14 }}>
          {connect.dropHint(over.drop.name)}
        </span>
      )}
    </div>
  );
}
