import type { Trace, TraceShare, TraceTls } from '@fairlead/routing';

/** A field that may stay without a value; any other is left out where it has none. */
const nullable: ReadonlySet<string> = new Set(['httpStatus', 'hostRule', 'path']);

const withoutNulls = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || nullable.has(name)));

const toShare = ({ ingress, service, weight }: TraceShare): object =>
  withoutNulls({ ingress, service, weight });

/** Without the certificate's dates, which say nothing about where a request goes. */
const toTlsFields = ({ secret, covered, reason }: TraceTls): TraceTls => ({
  secret,
  covered,
  ...(reason === undefined ? {} : { reason }),
});

/**
 * A trace as it is printed: `httpStatus`, `hostRule` and `path` are null where there is none, other fields without a value
 * are left out.
 */
export function toTraceFields({ split, tls, ...fields }: Trace): object {
  return withoutNulls({
    ...fields,
    ...(split === undefined ? {} : { split: split.map(toShare) }),
    ...(tls === undefined ? {} : { tls: toTlsFields(tls) }),
  });
}
