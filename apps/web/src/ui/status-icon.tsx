import type { ReactNode } from 'react';

export type StatusTone = 'error' | 'warning' | 'info' | 'ok' | 'not-checked';

export interface StatusIconProps {
  readonly tone: StatusTone;
  /** Absent when words beside the icon say the same: the icon is then hidden from assistive technology. */
  readonly label?: string;
  readonly size?: number;
}

const shapes: Readonly<Record<StatusTone, ReactNode>> = {
  error: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="var(--errorMark)" />
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 1.2c.5 0 .9.3 1.2.7l6 10.7c.5.9-.1 2-1.2 2H2c-1.1 0-1.7-1.1-1.2-2l6-10.7c.3-.4.7-.7 1.2-.7z"
        fill="var(--warnMark)"
      />
      <path d="M8 5.4v4" stroke="var(--surface)" strokeWidth="1.7" strokeLinecap="round" />
      <circle cx="8" cy="11.9" r="1" fill="var(--surface)" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="var(--infoMark)" strokeWidth="1.5" />
      <path d="M8 7.4v3.4" stroke="var(--infoMark)" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="5" r=".95" fill="var(--infoMark)" />
    </>
  ),
  ok: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="var(--okMark)" strokeWidth="1.5" />
      <path
        d="M5.3 8.2l1.9 1.9 3.5-3.9"
        fill="none"
        stroke="var(--okMark)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'not-checked': (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="var(--infoMark)"
      strokeWidth="1.5"
      strokeDasharray="2.4 2.4"
    />
  ),
};

/** State by shape: octagon, triangle, circled i, tick, dashed circle. Never colour alone. */
export function StatusIcon({ tone, label, size = 14 }: StatusIconProps): ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" {...naming}>
      {shapes[tone]}
    </svg>
  );
}
