export type AddressKind = 'url' | 'curl' | 'hosts' | 'plain';

/** What a text to copy is: something to open, a command, a line of `/etc/hosts`, or an address. */
export function addressKindOf(text: string): AddressKind {
  if (/^https?:\/\/\S+$/.test(text)) return 'url';
  if (text.startsWith('curl ')) return 'curl';
  return /^[0-9a-fA-F.:]+\s+\S+$/.test(text) ? 'hosts' : 'plain';
}
