import { useSyncExternalStore } from 'react';

/** Choices of the person at this browser. Nothing of any cluster. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'compact' | 'comfortable';
  readonly panelWidth: number;
  readonly hasSingleLetterKeys: boolean;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'compact',
  panelWidth: 400,
  hasSingleLetterKeys: true,
};

const storageKey = 'fairlead.preferences';

/** Reads what was stored; whatever does not fit counts as not chosen. */
export function parsePreferences(text: string | null): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '{}');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return defaultPreferences;
  }
  const found = new Map<string, unknown>(
    Object.entries(typeof stored === 'object' && stored !== null ? stored : {}),
  );
  const theme = found.get('theme');
  const density = found.get('density');
  const panelWidth = found.get('panelWidth');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    density: density === 'comfortable' ? density : 'compact',
    panelWidth:
      typeof panelWidth === 'number' && Number.isFinite(panelWidth)
        ? panelWidth
        : defaultPreferences.panelWidth,
    hasSingleLetterKeys: found.get('hasSingleLetterKeys') !== false,
  };
}

let current = parsePreferences(localStorage.getItem(storageKey));
const listeners = new Set<() => void>();
const prefersDark = globalThis.matchMedia('(prefers-color-scheme: dark)');

/** Shows theme and density on the root element, where the tokens read them. */
function showPreferences(): void {
  const isDark = current.theme === 'dark' || (current.theme === 'system' && prefersDark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  document.documentElement.dataset['density'] = current.density;
}

function replacePreferences(next: Preferences): void {
  current = next;
  showPreferences();
  for (const listener of listeners) listener();
}

/** Applies what is stored and follows the system's theme and other tabs from now on. */
export function startPreferences(): void {
  showPreferences();
  prefersDark.addEventListener('change', showPreferences);
  globalThis.addEventListener('storage', (event) => {
    if (event.key === storageKey) replacePreferences(parsePreferences(event.newValue));
  });
}

export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(next));
  replacePreferences(next);
}

export function forgetPreferences(): void {
  localStorage.removeItem(storageKey);
  replacePreferences(defaultPreferences);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
