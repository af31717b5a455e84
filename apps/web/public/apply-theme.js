// Runs before the first paint, so that a dark page is never white for a moment. `preferences.ts` owns the stored value.
(() => {
  let chosen = 'system';
  try {
    chosen = JSON.parse(localStorage.getItem('fairlead.preferences') ?? '{}').theme ?? 'system';
  } catch {
    chosen = 'system';
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
})();
