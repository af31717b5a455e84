import type { RequestLineCode } from '@fairlead/routing';

const sentences: { readonly [C in RequestLineCode]: string } = {
  empty: 'There is no URL in it.',
  'unclosed-quote': 'A quote is not closed.',
  'no-url': 'The curl command has no URL.',
  'several-urls': 'The curl command has more than one URL.',
  'option-without-value': 'An option lacks its value.',
  'unsupported-option': 'An option cannot be followed.',
  'value-from-file': 'A value from a file is not read.',
  'header-without-colon': 'A header is a name, a colon and a value.',
  'resolve-malformed': '--resolve takes host:port:address.',
  'method-malformed': 'This is no method.',
  'unsupported-scheme': 'Only http and https are routed by Ingresses.',
  'host-missing': 'The host is missing.',
  'host-not-ascii': 'Write the host in its ASCII form, xn--...',
  'host-malformed': 'This is no host name.',
  'port-malformed': 'This is no port.',
  'space-in-url': 'A URL holds no blanks; write %20.',
};

/** What is wrong with a request line, as a sentence. */
export const explainRequestLine = (code: RequestLineCode): string => sentences[code];
