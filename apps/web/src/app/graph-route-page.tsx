import type { ReactNode } from 'react';
import { GraphPage } from '../features/graph/graph-page.tsx';
import { WithDetails } from './with-details.tsx';

/** The graph with the panel of what is selected in it. */
export function GraphRoutePage(): ReactNode {
  return (
    <WithDetails>
      <GraphPage />
    </WithDetails>
  );
}
