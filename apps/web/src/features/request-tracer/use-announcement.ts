import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { TraceAnswer } from '../../trace-view/trace-view.ts';

interface Announced {
  readonly about: string;
  readonly words: string;
}

const nothing: Announced = { about: '', words: '' };

/** What is worth saying again: another request, or another outcome of it. Counts that go up and down are not. */
const aboutOf = (request: string, { trace, brokenHop }: TraceAnswer): string =>
  JSON.stringify([request, trace.result, trace.reason, trace.ingress, trace.service, brokenHop]);

/** The answer in full, said once: it stays the same text while only numbers in it move. */
export function useAnnouncement(request: string, answer: TraceAnswer | undefined): string {
  const { requestTracer } = useMessages();
  const [announced, setAnnounced] = useState(nothing);
  const about = answer === undefined || request === '' ? '' : aboutOf(request, answer);
  if (request === '' && announced.about !== '') setAnnounced(nothing);
  if (answer !== undefined && about !== '' && about !== announced.about)
    setAnnounced({ about, words: requestTracer.announcement(request, answer) });
  return request === '' ? '' : announced.words;
}
