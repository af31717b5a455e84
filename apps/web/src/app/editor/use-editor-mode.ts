import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EditorMode } from './editor-header.tsx';

const modes: readonly EditorMode[] = ['form', 'yaml', 'graph'];

/** Which editor the address asks for; the form is the default and left out of it. */
export function useEditorMode(): readonly [EditorMode, (mode: EditorMode) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const mode = modes.find((candidate) => candidate === search['mode']) ?? 'form';
  const setMode = (next: EditorMode): void => {
    const others = Object.fromEntries(
      Object.entries(search).filter(
        (pair): pair is [string, string] => pair[0] !== 'mode' && typeof pair[1] === 'string',
      ),
    );
    void navigate({ to: '.', search: next === 'form' ? others : { ...others, mode: next }, replace: true });
  };
  return [mode, setMode];
}
