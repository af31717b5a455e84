import type { ProbeKind } from '../../subjects/probe-faults.ts';
import { listed } from './sentence.ts';

/** `readiness probe`, `readiness and liveness probes`. */
export const probesText = (probes: readonly ProbeKind[]): string =>
  `${listed(probes)} probe${probes.length === 1 ? '' : 's'}`;

/** What probes do to a port: `names`, `name`. */
export const nameOrNames = (probes: readonly ProbeKind[]): string => (probes.length === 1 ? 'names' : 'name');
