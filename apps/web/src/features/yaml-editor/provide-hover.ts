import type { KindSchemaReply } from '@fairlead/api-contract';
import { fieldAt, printFieldPath, rangeOfField, readManifest } from '@fairlead/manifests';
import type * as monacoApi from 'monaco-editor/esm/vs/editor/editor.api.js';
import type { YamlEditorMessages } from '../../messages/en-yaml-editor.ts';
import { describeField } from './describe-field.ts';
import { plainMarkdown } from './plain-markdown.ts';

type Model = monacoApi.editor.ITextModel;

export interface HoverSource {
  readonly schema: () => KindSchemaReply | undefined;
  readonly words: YamlEditorMessages['hover'];
}

/** What the schema says of the field under the pointer, as plain text; nothing while the text cannot be read. */
export function describeAt(
  model: Model,
  position: monacoApi.IPosition,
  { schema, words }: HoverSource,
): monacoApi.languages.Hover | undefined {
  const reply = schema();
  if (reply === undefined) return undefined;
  const manifest = readManifest(model.getValue());
  const path = fieldAt(manifest, model.getOffsetAt(position));
  const description = path.length === 0 ? undefined : describeField(reply.schema, path, words.type);
  const range = description === undefined ? undefined : rangeOfField(manifest, path, 'key');
  if (description === undefined || range === undefined) return undefined;
  const { type, text, allowed, defaultValue } = description;
  const facts = [
    ...(allowed.length > 0 ? [words.allowed(allowed)] : []),
    ...(defaultValue === undefined ? [] : [words.defaultValue(defaultValue)]),
  ];
  const parts = [[printFieldPath(path), type].filter((part) => part !== '').join(' · '), text, ...facts];
  return {
    contents: parts.filter((part) => part !== '').map((part) => ({ value: plainMarkdown(part) })),
    range: {
      startLineNumber: range.startLine,
      startColumn: range.startColumn,
      endLineNumber: range.endLine,
      endColumn: range.endColumn,
    },
  };
}
