import type { ObjectRef } from '@fairlead/kube-objects';
import { createContext, use } from 'react';

/** Where a picture is part of another page: what it shows, whatever the address says. */
export interface GraphScope {
  readonly namespaces: readonly string[];
  /** What it is about: scrolled to when it opens. */
  readonly start: ObjectRef | undefined;
}

export const GraphScopeContext = createContext<GraphScope | undefined>(undefined);

export const useGraphScope = (): GraphScope | undefined => use(GraphScopeContext);
