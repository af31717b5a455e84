/** What a browser has and jsdom has not. To be imported before anything of the page. */
const gaps = {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  ResizeObserver: class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
};

for (const [name, value] of Object.entries(gaps))
  if (Reflect.get(globalThis, name) === undefined)
    Object.defineProperty(globalThis, name, { value, configurable: true });

// Nothing has a size in jsdom; a virtual list would show no rows.
for (const name of ['offsetHeight', 'clientHeight'])
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value: 800 });
for (const name of ['offsetWidth', 'clientWidth'])
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value: 1200 });
Element.prototype.scrollTo = () => undefined;
globalThis.scrollTo = () => undefined;
