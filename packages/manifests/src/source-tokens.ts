import type { CST } from 'yaml';

/** What stands before a node: its indicator (`-`, `:`, `?`), anchor and tag. */
export interface NodeProps {
  readonly indicatorStart: number | undefined;
  readonly indicatorEnd: number | undefined;
  /** Of the first of anchor and tag. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly anchor: string | undefined;
}

const indicators = new Set<CST.SourceToken['type']>(['seq-item-ind', 'map-value-ind', 'explicit-key-ind']);

/** Reads the tokens that the parser collected before a node. */
export const readProps = (tokens: readonly CST.SourceToken[] = []): NodeProps => {
  const indicator = tokens.find(({ type }) => indicators.has(type));
  const props = tokens.filter(({ type }) => type === 'anchor' || type === 'tag');
  const last = props.at(-1);
  return {
    indicatorStart: indicator?.offset,
    indicatorEnd: indicator === undefined ? undefined : indicator.offset + indicator.source.length,
    start: props[0]?.offset,
    end: last === undefined ? undefined : last.offset + last.source.length,
    anchor: props.find(({ type }) => type === 'anchor')?.source.slice(1),
  };
};
