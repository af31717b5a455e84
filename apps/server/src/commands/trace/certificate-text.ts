import type { TraceTls } from '@fairlead/routing';

const dayOf = (rfc3339: string): string => rfc3339.slice(0, 10);

/** What a browser would say to the certificate; empty where it takes it. */
function complaintAbout({ secret, covered, notBefore, notAfter }: TraceTls, nowMs: number): string {
  if (secret === null) return covered === null ? '' : 'browsers warn';
  if (covered === false) return 'not for this host: browsers warn';
  if (notAfter !== undefined && Date.parse(notAfter) < nowMs)
    return `expired on ${dayOf(notAfter)}: browsers warn`;
  if (notBefore !== undefined && Date.parse(notBefore) > nowMs)
    return `not valid before ${dayOf(notBefore)}: browsers warn`;
  return notAfter === undefined ? '' : `valid until ${dayOf(notAfter)}`;
}

/** The certificate that an https client is shown, and what browsers make of it at that moment. */
export function certificateText(tls: TraceTls, nowMs: number): string {
  const complaint = complaintAbout(tls, nowMs);
  const other = tls.covered === null ? 'one that is in no Secret' : 'the controller’s fallback';
  const shown = tls.secret ?? other;
  return complaint === '' ? shown : `${shown}, ${complaint}`;
}
