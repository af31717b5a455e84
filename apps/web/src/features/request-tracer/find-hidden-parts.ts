import type { TracedWay } from '../../trace-view/trace-view.ts';
import type { UrlState } from '../../url-state/url-state.ts';

type Filters = Pick<UrlState, 'namespaces' | 'classNames' | 'onlyProblems' | 'folded' | 'view'>;

/** Why a part of a request's way is not shown. `class`: its class, empty for none. */
export type HiddenPart =
  | { readonly kind: 'namespace' | 'class' | 'folded'; readonly name: string }
  | { readonly kind: 'without-problem' };

/** What the page's filters and folded lanes hide of a way. Lanes are folded in the picture alone. */
export function findHiddenParts(
  { namespace, className, hasProblem }: TracedWay,
  { namespaces, classNames, onlyProblems, folded, view }: Filters,
): readonly HiddenPart[] {
  const parts: HiddenPart[] = [];
  if (namespaces?.includes(namespace) === false) parts.push({ kind: 'namespace', name: namespace });
  if (classNames?.includes(className) === false) parts.push({ kind: 'class', name: className });
  if (onlyProblems && !hasProblem) parts.push({ kind: 'without-problem' });
  if (view === 'graph' && folded.includes(namespace)) parts.push({ kind: 'folded', name: namespace });
  return parts;
}

/** The filters that show what they hid, and all that they showed before. */
export function showParts(parts: readonly HiddenPart[], filters: Filters): Partial<Filters> {
  const { namespaces = [], classNames = [], folded } = filters;
  return Object.assign(
    {},
    ...parts.map((part): Partial<Filters> => {
      switch (part.kind) {
        case 'namespace':
          return { namespaces: [...namespaces, part.name] };
        case 'class':
          // No filter names what has no class.
          return { classNames: part.name === '' ? undefined : [...classNames, part.name] };
        case 'without-problem':
          return { onlyProblems: false };
        case 'folded':
          return { folded: folded.filter((name) => name !== part.name) };
      }
    }),
  );
}
