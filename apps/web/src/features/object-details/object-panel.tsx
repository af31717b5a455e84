import type { ObjectRef } from '@fairlead/kube-objects';
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Selection } from '../../url-state/selection.ts';
import { useUrlState } from '../../url-state/use-url-state.ts';
import { findSelectedElement } from './find-selected-element.ts';
import { ObjectDetails } from './object-details.tsx';
import styles from './object-panel.module.css';
import { titleId } from './panel-head.tsx';
import { PictureDetails } from './picture-details.tsx';

export interface ObjectPanelProps {
  readonly selection: Selection;
  readonly onClose: () => void;
  /** What can be done with an object, beside its name. */
  readonly renderActions?: (target: ObjectRef) => ReactNode;
}

/**
 * Keeps the focus in the panel when a link in it opens something else in it: the link is gone then, and the focus with
 * it. Focus that is elsewhere is left alone.
 */
function useKeptFocus(): (isInside: boolean) => void {
  const isInside = useRef(false);
  // Synchronises with the browser's focus, which another object or another tab may have taken away.
  useEffect(() => {
    if (!isInside.current || document.activeElement !== document.body) return;
    document.getElementById(titleId)?.focus({ preventScroll: true });
  });
  return (next) => {
    isInside.current = next;
  };
}

/**
 * What is known of the selected object, or of what stands in the picture without being one. Escape within it closes it;
 * the focus goes back to what was selected. Updates never move the focus.
 */
export function ObjectPanel({ selection, onClose, renderActions }: ObjectPanelProps): ReactNode {
  // Another tab of the panel is another render of it: see the focus above.
  useUrlState();
  const setInside = useKeptFocus();
  const close = (): void => {
    const origin = findSelectedElement(document, selection);
    onClose();
    origin?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void =>
    setInside(currentTarget.contains(relatedTarget));
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens to the keys of what is inside it
    <div className={styles.frame} onKeyDown={onKeyDown} onFocus={() => setInside(true)} onBlur={onBlur}>
      {selection.ref === undefined ? (
        <PictureDetails selection={selection} onClose={close} />
      ) : (
        <ObjectDetails
          target={selection.ref}
          row={selection.row}
          onClose={close}
          actions={renderActions?.(selection.ref)}
        />
      )}
    </div>
  );
}
