/** Whether text is being typed there. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="textbox"], [role="searchbox"]'));

/** Whether it lies in something that has keys of its own and closes with Escape. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null;

/** Whether keys of the page rest while this has the focus. */
export const keepsKeys = (target: EventTarget | null): boolean => isTyping(target) || isInDialog(target);
