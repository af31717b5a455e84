import { isJsonList, isJsonObject, ownField } from './json-value.ts';
import type { Manifest } from './manifest.ts';
import { printManifest } from './print-manifest.ts';
import { TextLayout } from './text-layout.ts';
import type { ListItem, TextNode } from './text-node.ts';

const findItems = (root: TextNode | undefined): readonly ListItem[] | undefined => {
  const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'items') : undefined;
  const list = entry?.node;
  const areObjects = list?.kind === 'list' && list.items.every(({ node }) => isJsonObject(node.value));
  return areObjects && list.items.length > 0 ? list.items : undefined;
};

/** An item's text moved to the left edge, with the comments on its lines. An item on one line or by alias is printed. */
const textOf = (layout: TextLayout, { node, start }: ListItem): string => {
  const { value } = node;
  if (!isJsonObject(value)) return '';
  if (node.kind !== 'map' || node.isFlow || node.anchor !== undefined) return printManifest(value);
  const column = layout.columnOf(node.contentStart);
  const first = layout.lines.startOfLine(node.contentStart);
  const end = layout.endsLine(node.end) ? node.end : layout.lines.startOfNextLine(node.end);
  const head = layout.text.slice(Math.max(first, start), node.contentStart);
  const lines = layout.text.slice(node.contentStart, end).split('\n');
  const isMovable =
    /^[- ]*$/.test(head) &&
    lines.slice(1).every((line) => /^ *(?:#.*)?\r?$/.test(line) || line.startsWith(' '.repeat(column)));
  if (!isMovable) return printManifest(value);
  return lines
    .map((line, index) => (index === 0 || !line.startsWith(' '.repeat(column)) ? line : line.slice(column)))
    .join('\n');
};

/** The objects of a `kind: List`, each with its place in the text, as kubectl takes them; any other manifest is itself. */
export const listObjects = (manifest: Manifest): readonly Manifest[] => {
  const { object, root, text } = manifest;
  const isList = object?.['kind'] === 'List' && isJsonList(ownField(object, 'items'));
  const items = isList ? findItems(root) : undefined;
  if (items === undefined) return [manifest];
  const layout = new TextLayout(text);
  return items.map((item) => {
    const range = layout.lines.range(item.start, Math.max(item.start, item.node.end));
    const { value } = item.node;
    const isInside = (offset: number): boolean => range.startOffset <= offset && offset <= range.endOffset;
    return {
      text,
      documentRange: range,
      documentText: textOf(layout, item),
      object: isJsonObject(value) ? value : undefined,
      problems: manifest.problems.filter((problem) => isInside(problem.range.startOffset)),
      root: item.node.kind === 'alias' ? item.node.target : item.node,
    };
  });
};
