globalThis.addEventListener('message', () => undefined);
