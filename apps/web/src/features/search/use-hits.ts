import type { SearchAnswer } from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';

const mostHits = 30;
const noHits: SearchAnswer = { hits: [], total: 0 };

/** What the cluster holds for a text; nothing for commands (`>`). */
export function useHits(text: string): SearchAnswer {
  const wanted = text.startsWith('>') ? '' : text.trim();
  const { data = noHits } = useAnswer({ kind: 'search', text: wanted, limit: mostHits });
  return wanted === '' ? noHits : data;
}
