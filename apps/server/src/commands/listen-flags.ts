import { parseAuthority } from '../guard/authority.ts';
import { UsageError } from './command-line.ts';

/** What `serve` and `demo` have in common. */
export interface ListenFlags {
  /** `undefined`: 7420, or the next free one. */
  readonly port: number | undefined;
  readonly address: string;
  readonly mayOpen: boolean;
  readonly isReadOnly: boolean;
  /** Lower case, without port. */
  readonly allowedHosts: readonly string[];
}

export const listenOptions = {
  port: { type: 'string' },
  listen: { type: 'string' },
  'no-open': { type: 'boolean' },
  'read-only': { type: 'boolean' },
  'allowed-host': { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

export const listenHelp = `  --port N              listen on this port (default 7420, or the next free one)
  --listen ADDRESS      listen on this address instead of 127.0.0.1; 0.0.0.0 is for containers
  --allowed-host NAME   also answer under this host name, for a proxy in front; may be repeated
  --read-only           send nothing that could change the cluster, dry runs included
  --no-open             do not open the browser
  --help                show this`;

interface ParsedListenFlags {
  readonly port?: string | undefined;
  readonly listen?: string | undefined;
  readonly 'no-open'?: boolean | undefined;
  readonly 'read-only'?: boolean | undefined;
  readonly 'allowed-host'?: readonly string[] | undefined;
}

export function readListenFlags(values: ParsedListenFlags): ListenFlags {
  return {
    port: values.port === undefined ? undefined : readPort(values.port),
    address: values.listen === undefined ? '127.0.0.1' : readAddress(values.listen),
    mayOpen: values['no-open'] !== true,
    isReadOnly: values['read-only'] === true,
    allowedHosts: (values['allowed-host'] ?? []).flatMap((text) => text.split(',')).map(readHostName),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port: give a number from 0 to 65535 (0 takes any free one).`);
}

function readAddress(text: string): string {
  const address = text.replace(/^\[(.*)\]$/, '$1');
  if (/^[0-9a-fA-F.:]+$/.test(address)) return address;
  throw new UsageError(`--listen ${text} is no IP address. Use 127.0.0.1, or 0.0.0.0 in a container.`);
}

function readHostName(text: string): string {
  const authority = parseAuthority(text.trim());
  if (authority !== undefined && authority.port === undefined) return authority.host;
  throw new UsageError(
    `--allowed-host ${text} is no host name. Give a name without scheme, port or *: fairlead.example.com.`,
  );
}
