/** A header of a traced request, the name as it was typed. */
export interface TraceHeader {
  readonly name: string;
  readonly value: string;
}

const secretNames: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Headers whose values are never written anywhere: an address is shared and kept in histories. */
export const isSecretHeader = ({ name }: Pick<TraceHeader, 'name'>): boolean =>
  secretNames.has(name.toLowerCase());

function parseLine(line: string): readonly TraceHeader[] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon)).trim();
  return name === '' ? [] : [{ name, value: line.slice(colon + 1).trim() }];
}

/** One header per line: a value cannot hold a line's end. Secret values in an address are not taken from it. */
export const parseTraceHeaders = (text: string): readonly TraceHeader[] =>
  text
    .split('\n')
    .flatMap(parseLine)
    .map((header) => (isSecretHeader(header) ? { ...header, value: '' } : header));

/** As an address has them: the names of secret ones, not their values. */
export const printTraceHeaders = (headers: readonly TraceHeader[]): string =>
  headers.map((header) => `${header.name}:${isSecretHeader(header) ? '' : header.value}`).join('\n');
