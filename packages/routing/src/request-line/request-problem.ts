/** Why a text is no request. Words are the reader's. */
export type RequestLineCode =
  | 'empty'
  | 'unclosed-quote'
  | 'no-url'
  | 'several-urls'
  | 'option-without-value'
  | 'unsupported-option'
  | 'value-from-file'
  | 'header-without-colon'
  | 'resolve-malformed'
  | 'method-malformed'
  | 'unsupported-scheme'
  | 'host-missing'
  | 'host-not-ascii'
  | 'host-malformed'
  | 'port-malformed'
  | 'space-in-url';

/** `position` counts UTF-16 units from the beginning of the text. */
export interface RequestLineProblem {
  readonly kind: 'problem';
  readonly code: RequestLineCode;
  readonly position: number;
}

export const requestProblem = (code: RequestLineCode, position: number): RequestLineProblem => ({
  kind: 'problem',
  code,
  position,
});
