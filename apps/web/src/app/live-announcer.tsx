import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useConnectionKind } from '../workers/use-connection.ts';
import { useAnswer } from '../workers/use-answer.ts';

const intervalMs = 10_000;

/** Says new and solved problems to who cannot see them, at most every 10 s and never while paused. */
export function LiveAnnouncer(): ReactNode {
  const { shell } = useMessages();
  const { data } = useAnswer({ kind: 'summary' });
  const kind = useConnectionKind();
  const count = data === undefined ? undefined : data.findings.error + data.findings.warning;
  const isLive = kind === 'live';
  const latest = useRef({ count, isLive });
  const [words, setWords] = useState('');
  // Handed to the timer below, which is the outside system here.
  useEffect(() => {
    latest.current = { count, isLive };
  }, [count, isLive]);
  useEffect(() => {
    let announced: number | undefined;
    const timer = setInterval(() => {
      const now = latest.current;
      if (now.count === undefined || !now.isLive) return;
      if (announced !== undefined && announced !== now.count)
        setWords(
          shell.problemsChanged(Math.max(0, now.count - announced), Math.max(0, announced - now.count)),
        );
      announced = now.count;
    }, intervalMs);
    return () => clearInterval(timer);
  }, [shell]);
  return <output className="visually-hidden">{words}</output>;
}
