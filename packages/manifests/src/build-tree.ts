import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type CST,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { readScalar } from './build-scalar.ts';
import { toJsonObject } from './json-value.ts';
import { listMapEntries } from './map-entries.ts';
import { readProps, type NodeProps } from './source-tokens.ts';
import type {
  AliasNode,
  ListItem,
  ListNode,
  MapEntry,
  MapNode,
  ScalarNode,
  TextNode,
  TextPlace,
} from './text-node.ts';
import type { TreeReport } from './tree-report.ts';

const scalarStyles: Readonly<Record<Scalar.Type, ScalarNode['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const noProps = readProps();

/** Turns the nodes of one parsed document into our tree, by Kubernetes' reading of types, keys and merges. */
export class TreeBuilder {
  readonly #text: string;
  readonly #report: TreeReport;

  constructor(text: string, report: TreeReport) {
    this.#text = text;
    this.#report = report;
  }

  /** `node` is absent where a key has no value at all. */
  build(node: ParsedNode | null, props: NodeProps = noProps, emptyAt = 0): TextNode {
    const before = this.#report.open();
    const built = this.#buildAny(node, props, emptyAt);
    this.#report.close(built, before);
    return built;
  }

  #buildAny(node: ParsedNode | null, props: NodeProps, emptyAt: number): TextNode {
    if (node === null)
      return { kind: 'scalar', style: 'plain', value: null, ...placeAt(emptyAt, emptyAt, props) };
    if (isAlias(node)) return this.#buildAlias(node, props);
    if (isMap(node)) return this.#buildMap(node, props);
    if (isSeq(node)) return this.#buildList(node, props);
    return this.#buildScalar(node, props);
  }

  #buildScalar(node: Scalar.Parsed, props: NodeProps): ScalarNode {
    const style = scalarStyles[node.type ?? 'PLAIN'];
    const place = this.#placeOfScalar(node, style, props);
    const source = { text: node.source, style, tag: node.tag };
    const value = readScalar(source, (code, severity, details) => {
      this.#report.add({ code, severity, details }, place.start, place.end);
    });
    this.#report.countText(node.source.length + 1);
    return { kind: 'scalar', style, value, ...place, hasTag: node.tag !== undefined };
  }

  #placeOfScalar(node: Scalar.Parsed, style: ScalarNode['style'], props: NodeProps): TextPlace {
    const [start, end] = node.range;
    if (end === start) {
      const at = props.end ?? props.indicatorEnd ?? start;
      return placeAt(at, at, props);
    }
    const isBlock = style === 'literal' || style === 'folded';
    const isKept = isBlock && /^[|>][^\n]*\+/.test(this.#text.slice(start, end));
    return placeAt(start, isBlock && !isKept ? this.#endOfBlock(start, end) : end, props);
  }

  /** Line breaks behind a block text belong to what follows, unless the header keeps them. */
  #endOfBlock(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/.test(this.#text[at - 1] ?? '')) at -= 1;
    return at;
  }

  #buildAlias(node: Alias.Parsed, props: NodeProps): TextNode {
    const [start, end] = node.range;
    const target = this.#report.findAnchor(node.source);
    if (target === undefined) {
      const details = { message: `Unresolved alias: ${node.source}`, parserCode: 'BAD_ALIAS' };
      this.#report.add({ code: 'syntax', severity: 'error', details }, start, end);
      return { kind: 'scalar', style: 'plain', value: null, ...placeAt(start, end, props) };
    }
    this.#report.countAlias(target, start, end);
    const alias: AliasNode = { kind: 'alias', target, value: target.value, ...placeAt(start, end, props) };
    return alias;
  }

  #buildMap(node: YAMLMap.Parsed, props: NodeProps): MapNode {
    this.#checkTag(node, 'tag:yaml.org,2002:map');
    const entries = node.items.map((pair) => this.#buildEntry(pair));
    const isFlow = node.flow === true;
    const start = isFlow ? node.range[0] : (entries[0]?.start ?? node.range[0]);
    const end = isFlow ? node.range[1] : endOfEntries(entries, start);
    const value = toJsonObject(listMapEntries(entries, this.#report));
    return {
      kind: 'map',
      isFlow,
      entries,
      value,
      ...placeAt(start, end, props),
      hasTag: node.tag !== undefined,
    };
  }

  #buildEntry(pair: Pair<ParsedNode, ParsedNode | null>): MapEntry {
    const keyProps = readProps(pair.srcToken?.start);
    const valueProps = readProps(pair.srcToken?.sep);
    const keyNode = this.build(pair.key, keyProps, keyProps.end);
    const start = keyProps.indicatorStart ?? keyNode.start;
    const colonEnd = valueProps.indicatorEnd;
    const node = this.build(pair.value, valueProps, colonEnd ?? keyNode.end);
    const isMerge = isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.source === '<<';
    const key = isMerge ? '<<' : this.#readKey(keyNode);
    return { key, isMerge, start, keyStart: keyNode.contentStart, keyEnd: keyNode.end, colonEnd, node };
  }

  /** Kubernetes takes numbers and booleans as keys and writes them as JSON does; anything else it refuses. */
  #readKey(node: TextNode): string {
    const target = node.kind === 'alias' ? node.target : node;
    if (target.kind === 'scalar' && target.value !== null) return String(target.value);
    const details = { text: this.#text.slice(node.start, Math.min(node.end, node.start + 40)) };
    this.#report.add({ code: 'unsupported-value', severity: 'error', details }, node.start, node.end);
    return '';
  }

  #buildList(node: YAMLSeq.Parsed, props: NodeProps): ListNode {
    this.#checkTag(node, 'tag:yaml.org,2002:seq');
    const isFlow = node.flow === true;
    const sources = itemTokens(node.srcToken);
    const items = node.items.map((item, index): ListItem => {
      const itemProps = readProps(sources[index]?.start);
      const built = this.build(item, itemProps, itemProps.indicatorEnd);
      return { start: isFlow ? built.start : (itemProps.indicatorStart ?? built.start), node: built };
    });
    const start = isFlow ? node.range[0] : (items[0]?.start ?? node.range[0]);
    const end = isFlow ? node.range[1] : (items.at(-1)?.node.end ?? start);
    const value = items.map((item) => item.node.value);
    return {
      kind: 'list',
      isFlow,
      items,
      value,
      ...placeAt(start, end, props),
      hasTag: node.tag !== undefined,
    };
  }

  #checkTag({ tag, range }: YAMLMap.Parsed | YAMLSeq.Parsed, expected: string): void {
    if (tag === undefined || tag === expected || tag === '!') return;
    const details = { tag: tag.replace('tag:yaml.org,2002:', '!!') };
    this.#report.add({ code: 'unsupported-tag', severity: 'error', details }, range[0], range[0]);
  }
}

const placeAt = (contentStart: number, end: number, props: NodeProps): TextPlace => ({
  start: props.start ?? contentStart,
  contentStart,
  end,
  anchor: props.anchor,
  hasTag: false,
});

const endOfEntries = (entries: readonly MapEntry[], start: number): number => {
  const last = entries.at(-1);
  return last === undefined ? start : Math.max(last.keyEnd, last.colonEnd ?? 0, last.node.end);
};

/** The parser also keeps what holds no item, such as a comment behind the last one. */
const itemTokens = (token: CST.Token | undefined): readonly CST.CollectionItem[] => {
  if (token === undefined || !('items' in token)) return [];
  return token.items.filter(
    ({ start, key, value, sep }: CST.CollectionItem) =>
      value !== undefined ||
      key !== undefined ||
      sep !== undefined ||
      start.some(({ type }) => type === 'seq-item-ind' || type === 'anchor' || type === 'tag'),
  );
};
