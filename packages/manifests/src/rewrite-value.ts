import { isDeepEqual } from './deep-equal.ts';
import { isJsonList, isJsonObject } from './json-value.ts';
import { replaceScalar, replaceValue } from './replace-value.ts';
import { rewriteList } from './rewrite-list.ts';
import { rewriteMap } from './rewrite-map.ts';
import type { RewriteValue } from './rewriter.ts';

/** Goes into maps and lists that stay maps and lists; anything else that says something new is written anew. */
export const rewriteValue: RewriteValue = (rewriter, { node, next, path, slot }) => {
  if (node.kind === 'map' && isJsonObject(next)) return rewriteMap(rewriter, { node, next, path, slot });
  if (node.kind === 'list' && isJsonList(next)) return rewriteList(rewriter, { node, next, path, slot });
  const isChanging = node.kind === 'alias' && rewriter.isChanging(node.target);
  if (!isChanging && isDeepEqual(node.value, next)) return node.end;
  if (node.kind === 'scalar') return replaceScalar(rewriter, { node, next, slot });
  return replaceValue(rewriter, { node, next, slot });
};
