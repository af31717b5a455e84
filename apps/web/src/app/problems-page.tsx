import type { ReactNode } from 'react';
import { FindingsView } from '../features/findings/findings-view.tsx';

export function ProblemsPage(): ReactNode {
  return <FindingsView />;
}
