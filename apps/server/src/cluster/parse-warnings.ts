/**
 * The texts of `Warning` headers (RFC 9111, section 5.5 of its forerunner RFC 7234): `299 - "text"`, several in one line
 * or one per line. Codes other than 299, by which Kubernetes warns, are left out.
 */
export function parseWarnings(header: string | readonly string[] | undefined): readonly string[] {
  if (header === undefined) return [];
  const lines = typeof header === 'string' ? [header] : header;
  return lines.flatMap((line) => [...line.matchAll(warning)].map(([, quoted = '']) => unquote(quoted)));
}

/** Agents are tokens or hosts; a date may follow the text. */
const warning = /(?:^|,)\s*299 [^\s",]+ "((?:[^"\\]|\\.)*)"/g;

const unquote = (quoted: string): string => quoted.replaceAll(/\\(.)/gs, '$1');
