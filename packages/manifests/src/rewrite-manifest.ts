import { isDeepEqual } from './deep-equal.ts';
import type { JsonObject } from './json-value.ts';
import { printManifest } from './print-manifest.ts';
import { readManifest } from './read-manifest.ts';
import { rewriteValue } from './rewrite-value.ts';
import { CannotRewriteError, Rewriter, type IdentifyItem } from './rewriter.ts';
import { applyTextEdits } from './text-edit.ts';
import type { MapNode, TextNode } from './text-node.ts';

interface Rewriting {
  readonly root: MapNode;
  readonly object: JsonObject;
  readonly identify: IdentifyItem;
}

/**
 * Values that are referred to from elsewhere and change make the references be written out, which may change further
 * ones: each round knows more of them, and there are no more than there are anchors.
 */
const rewriteTree = (text: string, { root, object, identify }: Rewriting): string => {
  let changing: ReadonlySet<TextNode> = new Set();
  for (;;) {
    const rewriter = new Rewriter(text, root, { identify, changing, rewriteValue });
    const edits = rewriter.rewriteRoot(root, object);
    if ([...rewriter.touched].every((node) => changing.has(node))) return applyTextEdits(text, edits);
    changing = new Set([...changing, ...rewriter.touched]);
  }
};

const tryToRewrite = (text: string, object: JsonObject, identify: IdentifyItem): string | undefined => {
  const { root } = readManifest(text);
  if (root?.kind !== 'map') return undefined;
  try {
    return rewriteTree(text, { root, object, identify });
  } catch (cause) {
    if (cause instanceof CannotRewriteError) return undefined;
    throw cause;
  }
};

/**
 * The text, saying `object`: only what says something else is changed, everything around it stays as it is written, to
 * the byte: comments, blank lines, the order of keys, quotes, brackets, anchors and line breaks. A text that already
 * says it comes back as it is. Entries that go take the comments on their lines and directly above them along. Where
 * that cannot be done, because the text cannot be read or the result would not read as `object`, the object is printed
 * anew: what is sent matters more than how it was written.
 */
export const rewriteManifest = (text: string, object: JsonObject, identify: IdentifyItem): string => {
  const rewritten = tryToRewrite(text, object, identify);
  if (rewritten === undefined) return printManifest(object);
  return isDeepEqual(readManifest(rewritten).object, object) ? rewritten : printManifest(object);
};
