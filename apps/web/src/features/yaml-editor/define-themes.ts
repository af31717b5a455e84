import type * as monaco from 'monaco-editor/esm/vs/editor/editor.api.js';

type Monaco = typeof monaco;

/** `#rgb` or `#rrggbb` as Monaco takes it; anything else is left to the theme it is based on. */
const hexOf = (value: string): string | undefined => {
  const text = value.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text;
  return /^#[0-9a-f]{3}$/i.test(text) ? text.replaceAll(/[0-9a-f]/gi, '$&$&') : undefined;
};

const colours = {
  'editor.background': '--surface',
  'editor.foreground': '--text',
  'editorLineNumber.foreground': '--subtle',
  'editorLineNumber.activeForeground': '--text',
  'editor.lineHighlightBackground': '--hover',
  'editorWidget.background': '--raised',
  'editorWidget.border': '--border',
  'editorHoverWidget.background': '--raised',
  'editorHoverWidget.border': '--border',
  'editorSuggestWidget.background': '--raised',
  'editorSuggestWidget.selectedBackground': '--accentSoft',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorError.foreground': '--errorMark',
  'editorWarning.foreground': '--warnMark',
  'editor.selectionBackground': '--accentSoft',
  'editorOverviewRuler.errorForeground': '--errorMark',
  'editorOverviewRuler.warningForeground': '--warnMark',
  'editorIndentGuide.background1': '--border',
  'editorIndentGuide.activeBackground1': '--borderStrong',
  'input.background': '--surface',
  'input.foreground': '--text',
  'input.border': '--borderStrong',
  'list.hoverBackground': '--hover',
  'list.focusBackground': '--accentSoft',
  'list.focusForeground': '--text',
  'list.activeSelectionBackground': '--accentSoft',
  'list.activeSelectionForeground': '--text',
  'list.highlightForeground': '--accentText',
  'editorSuggestWidget.highlightForeground': '--accentText',
  'editorSuggestWidget.focusHighlightForeground': '--accentText',
  'quickInput.background': '--raised',
  'quickInputList.focusBackground': '--accentSoft',
  'quickInputList.focusForeground': '--text',
  'menu.background': '--raised',
  'menu.foreground': '--text',
  'menu.selectionBackground': '--accentSoft',
  'menu.selectionForeground': '--text',
  focusBorder: '--accent',
} as const;

const tokens = [
  { token: 'type.yaml', variable: '--accentText' },
  { token: 'string.yaml', variable: '--ok' },
  { token: 'number.yaml', variable: '--draft' },
  { token: 'keyword.yaml', variable: '--draft' },
  { token: 'comment.yaml', variable: '--subtle' },
] as const;

/** The editor in the page's own colours, as they are now; returns the name of the theme. */
export function defineTheme({ editor }: Pick<Monaco, 'editor'>, theme: string): string {
  const style = getComputedStyle(document.documentElement);
  const read = (variable: string): string | undefined => hexOf(style.getPropertyValue(variable));
  const name = `fairlead-${theme}`;
  editor.defineTheme(name, {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    colors: Object.fromEntries(
      Object.entries(colours).flatMap(([colour, variable]) => {
        const value = read(variable);
        return value === undefined ? [] : [[colour, value]];
      }),
    ),
    rules: tokens.flatMap(({ token, variable }) => {
      const value = read(variable);
      return value === undefined ? [] : [{ token, foreground: value.slice(1) }];
    }),
  });
  return name;
}
