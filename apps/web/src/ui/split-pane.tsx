import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  readonly children: ReactNode;
  /** The panel at the right; `undefined`: closed. */
  readonly panel: ReactNode | undefined;
  readonly width: number;
  readonly onWidthChange: (width: number) => void;
  /** Accessible name of the bar between the two. */
  readonly resizeLabel: string;
  /** Accessible name of the panel as a landmark. */
  readonly panelLabel: string;
}

const minimum = 320;
const maximum = 640;
const initial = 400;
const step = 16;
const clamp = (width: number): number => Math.round(Math.min(maximum, Math.max(minimum, width)));

function widthAfterKey(key: string, width: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return clamp(width + step);
    case 'ArrowRight':
      return clamp(width - step);
    case 'Home':
      return maximum;
    case 'End':
      return minimum;
    default:
      return undefined;
  }
}

/** Content with a panel of 320 to 640 px at its right. Arrows on the bar move it by 16 px, a double click sets it back. */
export function SplitPane(props: SplitPaneProps): ReactNode {
  const { children, panel, width, onWidthChange, resizeLabel, panelLabel } = props;
  const [dragged, setDragged] = useState<number | undefined>();
  const start = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined);
  const shown = clamp(dragged ?? width);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    start.current = { x: event.clientX, width: shown };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current !== undefined) setDragged(clamp(start.current.width + start.current.x - event.clientX));
  };
  const onPointerUp = (): void => {
    start.current = undefined;
    if (dragged !== undefined) onWidthChange(dragged);
    setDragged(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = widthAfterKey(event.key, shown);
    if (next === undefined) return;
    event.preventDefault();
    onWidthChange(next);
  };

  return (
    <div className={styles.split}>
      <div className={styles.content}>{children}</div>
      {panel === undefined ? null : (
        <>
          <div
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an hr is no widget; a focusable separator is
            role="separator"
            aria-orientation="vertical"
            aria-label={resizeLabel}
            aria-valuenow={shown}
            aria-valuemin={minimum}
            aria-valuemax={maximum}
            tabIndex={0}
            className={styles.bar}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
            onPointerCancel={onPointerUp}
            onDoubleClick={() => onWidthChange(initial)}
            onKeyDown={onKeyDown}
          />
          <aside
            id="details"
            data-region=""
            aria-label={panelLabel}
            tabIndex={-1}
            className={styles.panel}
            style={{ width: shown }}
          >
            {panel}
          </aside>
        </>
      )}
    </div>
  );
}
