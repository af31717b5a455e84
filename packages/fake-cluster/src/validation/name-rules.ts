/** Rules for names of apimachinery `util/validation`. Each answers what is wrong, in its words; nothing when valid. */
export type NameRule = (value: string) => string[];

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsSubdomain = `${dnsLabel}(\\.${dnsLabel})*`;
const labelValue = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';
const qualifiedName = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const isWhole = (pattern: string, value: string): boolean => new RegExp(`^(?:${pattern})$`).test(value);

const regexError = (message: string, pattern: string, ...examples: string[]): string => {
  const shown = examples.map((example) => `'${example}'`).join(',  or ');
  return `${message} (e.g. ${shown}, regex used for validation is '${pattern}')`;
};

const tooLong = (limit: number): string => `must be no more than ${limit} characters`;

/** RFC 1123 label: Service names, Service port names, namespaces. */
export const dns1123Label: NameRule = (value) => [
  ...(value.length > 63 ? [tooLong(63)] : []),
  ...(isWhole(dnsLabel, value)
    ? []
    : [
        regexError(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
          dnsLabel,
          'my-name',
          '123-abc',
        ),
      ]),
];

/** RFC 1123 subdomain: most object names, hosts. */
export const dns1123Subdomain: NameRule = (value) => [
  ...(value.length > 253 ? [tooLong(253)] : []),
  ...(isWhole(dnsSubdomain, value)
    ? []
    : [
        regexError(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
          dnsSubdomain,
          'example.com',
        ),
      ]),
];

/** `*.` and a subdomain. */
export const wildcardDns1123Subdomain: NameRule = (value) => {
  const pattern = `\\*\\.${dnsSubdomain}`;
  return [
    ...(value.length > 253 ? [tooLong(253)] : []),
    ...(isWhole(pattern, value)
      ? []
      : [
          regexError(
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
            pattern,
            '*.example.com',
          ),
        ]),
  ];
};

/** The value of a label. */
export const labelValueRule: NameRule = (value) => [
  ...(value.length > 63 ? ['must be no more than 63 bytes'] : []),
  ...(isWhole(labelValue, value)
    ? []
    : [
        regexError(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
          labelValue,
          'MyValue',
          'my_value',
          '12345',
        ),
      ]),
];

const prefixProblems = (prefix: string): string[] =>
  prefix === ''
    ? ['prefix part must be non-empty']
    : dns1123Subdomain(prefix).map((problem) => `prefix part ${problem}`);

const qualifiedNameError = regexError(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  qualifiedName,
  'MyName',
  'my.name',
  '123-abc',
);

const namePartProblems = (name: string): string[] => [
  ...(name === '' ? ['name part must be non-empty'] : []),
  ...(name.length > 63 ? [`name part ${tooLong(63)}`] : []),
  ...(isWhole(qualifiedName, name) ? [] : [`name part ${qualifiedNameError}`]),
];

const qualifiedProblems = (value: string, what: string): string[] => {
  const [first = '', second, ...more] = value.split('/');
  if (second === undefined) return namePartProblems(first);
  if (more.length === 0) return [...prefixProblems(first), ...namePartProblems(second)];
  return [
    `${what} ${qualifiedNameError} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
  ];
};

/** The key of an annotation and other names with an optional subdomain before them. */
export const qualifiedNameRule: NameRule = (value) => qualifiedProblems(value, 'a qualified name');

/** The key of a label: the same rule in other words. */
export const labelKeyRule: NameRule = (value) => qualifiedProblems(value, 'a valid label key');

/** IANA service name: what a port is called where it is referred to by name. */
export const portName: NameRule = (value) => [
  ...(value.length > 15 ? [tooLong(15)] : []),
  ...(/^[-a-z0-9]+$/.test(value)
    ? []
    : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
  ...(/[a-z]/.test(value) ? [] : ['must contain at least one letter (a-z)']),
  ...(value.includes('--') ? ['must not contain consecutive hyphens'] : []),
  ...(value.startsWith('-') || value.endsWith('-') ? ['must not begin or end with a hyphen'] : []),
];

/** 1 to 65535. */
export const portNumber = (value: number): string[] =>
  value >= 1 && value <= 65_535 ? [] : ['must be between 1 and 65535, inclusive'];

/** A name that becomes part of a URL path: the names of resources whose kind is not known. */
export const pathSegmentName: NameRule = (value) => {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return ['/', '%'].filter((part) => value.includes(part)).map((part) => `may not contain '${part}'`);
};
