import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import { toMarkerRange, type MarkFix, type YamlMark } from './to-markers.ts';
import { yamlLanguages } from './yaml-languages.ts';

type Monaco = typeof monacoApi;

/** Offers the fixes of marks in one editor where its cursor is. */
export function provideFixes(
  { languages, Range }: Monaco,
  editor: monacoApi.editor.IStandaloneCodeEditor,
  listMarks: () => readonly YamlMark[],
): monacoApi.IDisposable {
  const command = editor.addCommand(0, (_accessor: unknown, fix: MarkFix) => fix.run());
  return languages.registerCodeActionProvider(Object.values(yamlLanguages), {
    provideCodeActions: (model, range) => {
      if (model !== editor.getModel() || command === null) return undefined;
      const actions = listMarks()
        .filter((mark) => Range.areIntersectingOrTouching(toMarkerRange(mark), range))
        .flatMap(({ fixes = [] }) => fixes)
        .map((fix) => ({
          title: fix.title,
          kind: 'quickfix',
          command: { id: command, title: fix.title, arguments: [fix] },
        }));
      return { actions, dispose: () => {} };
    },
  });
}
