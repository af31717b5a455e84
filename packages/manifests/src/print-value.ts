import { Document, Scalar, visit, type ScalarTag } from 'yaml';
import type { JsonValue } from './json-value.ts';

/**
 * Texts that one reader or another takes for something else when they stand without quotes: YAML 1.1, YAML 1.2, and
 * Go's reader with its own notation of numbers.
 */
const readElsewhere = new RegExp(
  `^(?:${[
    'y|Y|n|N|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|[tT]rue|TRUE|[fF]alse|FALSE|[nN]ull|NULL|~|<<|=',
    '[-+]?0[xXbBoO][0-9a-fA-F_]*',
    '[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?',
    '[-+]?(?:[0-9][0-9_]*)?\\.?[0-9_]*(?:[eE][-+]?[0-9_]+)?',
    '[-+]?\\.(?:inf|Inf|INF|nan|NaN|NAN)',
    '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[tT \\t].*)?',
  ].join('|')})$`,
);

const otherReaders: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: readElsewhere,
  resolve: () => null,
};

/** Line breaks and marks to some readers and plain characters to others: only an escape says the same to all. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const needsEscape = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
const rawCharacters = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

const escapeUnit = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

export interface PrintOptions {
  /** List items stand two columns behind their key, as most write them; `kubectl` writes them below it. */
  readonly indentLists: boolean;
  /** Everything on one line, in brackets. */
  readonly isFlow?: boolean;
}

/** A value as YAML, long lines whole, texts in quotes where any reader of Kubernetes' world would take them for something else. */
export const printValue = (value: JsonValue, options: PrintOptions): string => {
  const document = new Document(value, {
    compat: [otherReaders],
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsEscape.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: options.indentLists,
    collectionStyle: options.isFlow === true ? 'flow' : 'any',
  });
  return text.replaceAll(rawCharacters, escapeUnit);
};
