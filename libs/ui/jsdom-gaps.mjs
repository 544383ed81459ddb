/** What React Aria asks of a browser and jsdom lacks; set up before each component test, here and in the web. */
globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`), supports: () => false };
// jsdom has the function but only to say that it does nothing.
globalThis.scrollTo = () => undefined;
// A window as wide as it likes, in no mode.
globalThis.matchMedia ??= (media) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined });
