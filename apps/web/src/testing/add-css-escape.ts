// jsdom has no `CSS`; React Aria finds tabs and options by selectors that it escapes.
if (Reflect.get(globalThis, 'CSS') === undefined)
  Object.defineProperty(globalThis, 'CSS', {
    value: { escape: (text: string) => text.replace(/[^\w-]/g, (character) => `\\${character}`) },
    configurable: true,
  });
