import { useEffect, type RefObject } from 'react';
import { usePreferences } from '../../preferences.ts';
import { keepsKeys } from '../../ui/keeps-keys.ts';

const takes = ['mine', 'theirs', 'value'] as const;

/** Radios have no letters to type: the keys of the page go on there. */
const isRadio = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'radio';

const cardsIn = (root: HTMLElement | null): readonly HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-conflict]') ?? []),
];

const radioOf = (card: HTMLElement | undefined, take: string): HTMLInputElement | null =>
  card?.querySelector<HTMLInputElement>(`input[data-take="${take}"]`) ?? null;

/** The card that has the focus, else the first one that is open. */
const currentCard = (cards: readonly HTMLElement[]): HTMLElement | undefined =>
  cards.find((card) => card.contains(document.activeElement)) ??
  cards.find((card) => card.dataset['decided'] !== 'true') ??
  cards[0];

function focusNext(cards: readonly HTMLElement[]): void {
  const from = cards.findIndex((card) => card.contains(document.activeElement));
  const ordered = [...cards.slice(from + 1), ...cards.slice(0, from + 1)];
  const next = ordered.find((card) => card.dataset['decided'] !== 'true') ?? ordered[0];
  const radio = next?.querySelector<HTMLInputElement>('input:checked') ?? radioOf(next, 'mine');
  radio?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** N goes to the next open choice; 1, 2 and 3 choose. Off while a text is typed, and with the other single letters. */
export function useChoiceKeys(root: RefObject<HTMLElement | null>): void {
  const { hasSingleLetterKeys } = usePreferences();
  // The outside system is the keyboard.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (!hasSingleLetterKeys || !isPlain || event.defaultPrevented) return;
      if (keepsKeys(event.target) && !isRadio(event.target)) return;
      const cards = cardsIn(root.current);
      if (event.key.toLowerCase() === 'n') focusNext(cards);
      else {
        const take = takes[Number(event.key) - 1];
        const radio = take === undefined ? null : radioOf(currentCard(cards), take);
        if (radio === null) return;
        radio.focus();
        radio.click();
      }
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, [root, hasSingleLetterKeys]);
}
