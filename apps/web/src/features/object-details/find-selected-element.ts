import type { Selection } from '../../url-state/selection.ts';

type Match = (target: string) => boolean;

/** Best first: the row of the picture, then its node, then the row that shows a Pod. */
function listMatches({ id, ref, row }: Selection): readonly Match[] {
  const [first, path] = row;
  const matches: Match[] = [(target) => target === id];
  if (ref?.kind === 'Pod') matches.push((target) => target.endsWith(`#pod:${ref.name}`));
  if (first !== undefined && path === undefined)
    matches.unshift((target) => target === `${id}#host:${first}` || target === `${id}#port:${first}`);
  if (first !== undefined && path !== undefined)
    matches.unshift((target) => target.startsWith(`${id}#path:${first}|`) && target.endsWith(`|${path}`));
  return matches;
}

/**
 * The element that stands for the selection and can have the focus: what carries its `data-target`, else the list or
 * picture as a whole. `undefined` on a page that has neither.
 */
export function findSelectedElement(page: ParentNode, selection: Selection): HTMLElement | undefined {
  const elements = [...page.querySelectorAll<HTMLElement>('[data-target]')];
  for (const matches of listMatches(selection)) {
    const found = elements.find((element) => matches(element.dataset['target'] ?? ''));
    if (found !== undefined) return found;
  }
  return page.querySelector<HTMLElement>('[role="grid"]') ?? undefined;
}
