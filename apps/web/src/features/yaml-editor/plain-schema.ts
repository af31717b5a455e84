import type { JSONSchema } from 'monaco-yaml';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Markup in a text from the cluster means nothing: it is shown as it stands. */
const asPlainText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function plain(value: unknown, key: string | undefined): unknown {
  if (typeof value === 'string') return key === 'description' ? asPlainText(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, undefined));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('markdown'))
      .map(([name, inner]) => [name, plain(inner, name)]),
  );
}

/** A cluster's schema for the editor, with its texts as plain text: they are not ours to trust as Markdown or HTML. */
export const toPlainSchema = (schema: Readonly<Record<string, unknown>>): JSONSchema => {
  const made = plain(schema, undefined);
  return isRecord(made) ? made : {};
};
