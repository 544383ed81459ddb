/**
 * The first script of canvas, projector and portal, as small as it can be and in a file of its own: has everything on its way that the page will ask for, while the rest of it
 * is still coming. On a slow network that saves several ways there and back. `http/early-work.ts` takes it up; the build says what that is (`vite/early-script.ts`).
 */
import type { EarlyWork } from './http/early-work.ts';

const { reads = '', at = '', live, ...files } = document.querySelector<HTMLElement>('script[data-reads]')?.dataset ?? {};

// Unless the page was faster.
if (!window.earlyWork) {
  const [names, parts] = [at.split('/'), location.pathname.split('/')];
  // A list that the address narrows is another one than the page begins with.
  const asked = reads.split(' ').filter((path) => !(location.search && path.includes('?'))).map((path) => path.replace(/:\w+/g, (name) => parts[names.indexOf(name)] ?? ''));
  const answers = new Map(asked.map((path) => [path, fetch(`/api${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } })]));
  for (const answer of answers.values()) answer.catch(() => undefined);
  const socket = live === undefined ? null : new WebSocket(`${location.origin.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`);
  const messages: MessageEvent[] = [];
  if (socket) {
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (message) => messages.push(message);
  }
  const work: EarlyWork = { answers, socket, messages };
  window.earlyWork = work;
  askTexts();
}

/** In the language that the page will most likely be in; the build says which files those are. */
function askTexts() {
  const wished = [kept(), ...navigator.languages, 'sk'].map((tag) => tag?.toLowerCase().split('-')[0] ?? '');
  const language = wished.find((one) => files[one]) ?? '';
  for (const file of files[language]?.split(' ') ?? []) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: file, crossOrigin: 'anonymous' }));
}

function kept() {
  try {
    return localStorage.getItem('language');
  } catch {
    return null;
  }
}
