import type { JsonObject, JsonValue } from './json-value.ts';

/** Where a part of a text stands. Offsets count UTF-16 units of the whole text. */
export interface TextPlace {
  /** Includes an anchor and a tag. */
  readonly start: number;
  /** Behind anchor and tag. */
  readonly contentStart: number;
  /** Behind the last unit that belongs to the value; comments and the line break behind it do not. */
  readonly end: number;
  readonly anchor: string | undefined;
  readonly hasTag: boolean;
}

export interface ScalarNode extends TextPlace {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';
  readonly value: string | number | boolean | null;
}

export interface MapEntry {
  /** As a JSON key; `<<` for a merge. */
  readonly key: string;
  readonly isMerge: boolean;
  /** Of the key with its anchor, tag and `?`. */
  readonly start: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Behind the colon; `undefined` where there is none, as in `{a}`. */
  readonly colonEnd: number | undefined;
  readonly node: TextNode;
}

export interface MapNode extends TextPlace {
  readonly kind: 'map';
  readonly isFlow: boolean;
  readonly entries: readonly MapEntry[];
  /** With merges resolved. */
  readonly value: JsonObject;
}

export interface ListItem {
  /** Of the dash in block style, of the value in flow style. */
  readonly start: number;
  readonly node: TextNode;
}

export interface ListNode extends TextPlace {
  readonly kind: 'list';
  readonly isFlow: boolean;
  readonly items: readonly ListItem[];
  readonly value: readonly JsonValue[];
}

export interface AliasNode extends TextPlace {
  readonly kind: 'alias';
  readonly target: TextNode;
  readonly value: JsonValue;
}

/** A manifest's text as a tree of values with their places. */
export type TextNode = ScalarNode | MapNode | ListNode | AliasNode;
