import type { CertificateReply } from '@fairlead/api-contract';
import type { CertificateValidity } from './traced-facts.ts';

const dayMs = 86_400_000;

/** How a certificate's dates stand at a moment; `undefined` where there is no certificate to read them from. */
export function certificateValidityOf(
  { notBefore, notAfter }: Pick<CertificateReply, 'notBefore' | 'notAfter'>,
  nowMs: number,
): CertificateValidity | undefined {
  const daysLeft = (Date.parse(notAfter) - nowMs) / dayMs;
  const daysToStart = (Date.parse(notBefore) - nowMs) / dayMs;
  if (Number.isNaN(daysLeft) || Number.isNaN(daysToStart)) return undefined;
  if (daysLeft <= 0) return { kind: 'expired', days: Math.floor(-daysLeft) };
  if (daysToStart > 0) return { kind: 'not-yet', days: Math.ceil(daysToStart) };
  return { kind: 'valid', days: Math.floor(daysLeft) };
}
