import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import { manifestLimits } from './manifest-limits.ts';

export type ParsedDocument = Document.Parsed;

export type Composition =
  | { readonly kind: 'composed'; readonly documents: readonly ParsedDocument[] }
  | { readonly kind: 'too-deep'; readonly offset: number };

const isCollection = ({ type }: CST.Token): boolean =>
  type === 'block-map' || type === 'block-seq' || type === 'flow-collection';

const isTooDeep = ({ stack }: Parser): boolean =>
  stack.length > manifestLimits.depth && stack.filter(isCollection).length > manifestLimits.depth;

/**
 * A text's documents as the `yaml` package composes them, every scalar as text and no key compared with another: types
 * and duplicates are looked at afterwards, by Kubernetes' rules and in linear time. Stops at the first collection that
 * is nested too deeply, before anything recursive has seen it.
 */
export const composeDocuments = (text: string): Composition => {
  const lexer = new Lexer();
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of lexer.lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isTooDeep(parser)) return { kind: 'too-deep', offset: parser.offset - lexeme.length };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    keepSourceTokens: true,
    merge: false,
    prettyErrors: false,
    schema: 'failsafe',
    uniqueKeys: false,
  });
  return { kind: 'composed', documents: [...composer.compose(tokens, true, text.length)] };
};
