import { useRef, type FocusEvent, type MouseEvent } from 'react';

interface SelectOnVisit {
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLInputElement>) => void;
}

/**
 * Selects the whole text when a field is come to, so that what is typed replaces it. A press sets the caret after the
 * focus has come, so the click that brought the focus selects again; a second click sets the caret as usual.
 */
export function useSelectOnVisit(): SelectOnVisit {
  const hasJustCome = useRef(false);
  return {
    onFocus: ({ target }) => {
      hasJustCome.current = true;
      target.select();
    },
    onClick: ({ currentTarget }) => {
      const { selectionStart, selectionEnd } = currentTarget;
      if (hasJustCome.current && selectionStart === selectionEnd) currentTarget.select();
      hasJustCome.current = false;
    },
  };
}
