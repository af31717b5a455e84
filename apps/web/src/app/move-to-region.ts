/** Moves the focus to the next or previous region of the page: bars, content, details. */
export function moveToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  if (regions.length === 0) return;
  // Regions may lie in one another: the innermost one that holds the focus is where we are.
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(current + step + regions.length) % regions.length];
  const inside = next?.querySelector<HTMLElement>('[data-region-entry], [role="grid"][tabindex="0"]');
  (inside ?? next)?.focus();
}
