import type { EntryPort } from './ingress-controller.ts';

interface NamedPort {
  readonly name?: string;
  readonly protocol?: string;
  readonly number: number;
  /** The targetPort of a Service port. */
  readonly target?: number | string;
}

const otherPurpose = /webhook|admission|metric|health|admin|stat|debug|ping/i;

const wellKnown = new Map<number, EntryPort['scheme']>([
  [80, 'http'],
  [443, 'https'],
]);

/** Where a controller that may not open low ports listens. */
const usual = new Map<number, EntryPort['scheme']>([
  [8000, 'http'],
  [8080, 'http'],
  [8443, 'https'],
]);

function schemeOfName(names: string): EntryPort['scheme'] | undefined {
  if (/https|websecure|tls|ssl/i.test(names)) return 'https';
  return /http|web/i.test(names) ? 'http' : undefined;
}

/**
 * [CTL-4] Whether a port takes requests for Ingresses, and by which scheme: the well-known number decides, then the name.
 * Ports for webhooks, metrics and the like, and all but TCP, do not.
 */
export function schemeOfPort({
  name = '',
  protocol = 'TCP',
  number,
  target,
}: NamedPort): EntryPort['scheme'] | undefined {
  const names = `${name} ${typeof target === 'string' ? target : ''}`;
  if (protocol !== 'TCP' || otherPurpose.test(names)) return undefined;
  return wellKnown.get(number) ?? schemeOfName(names) ?? usual.get(number);
}
