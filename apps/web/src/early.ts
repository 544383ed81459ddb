/**
 * The first script of canvas and projector, as small as it can be and in a file of its own: has everything on its way that the screen will ask for, while the rest
 * of the page is still coming. On a slow network that saves four ways there and back. `http/early-work.ts` takes it up.
 */
import type { EarlyWork } from './http/early-work.ts';

const [, sessionId] = /^\/sessions\/([\w-]+)\//.exec(location.pathname) ?? [];

// Unless the page was faster.
if (!window.earlyWork) {
  const paths = ['/me', '/installation', `/sessions/${sessionId}/room`];
  const answers = new Map(paths.map((path) => [path, fetch(`/api${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } })]));
  for (const answer of answers.values()) answer.catch(() => undefined);
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`);
  const messages: MessageEvent[] = [];
  socket.binaryType = 'arraybuffer';
  socket.onmessage = (message) => messages.push(message);
  const work: EarlyWork = { answers, socket, messages };
  window.earlyWork = work;
  askTexts();
}

/** In the language that the page will most likely be in; the build says which files those are. */
function askTexts() {
  const files = document.querySelector<HTMLElement>('script[data-texts]')?.dataset ?? {};
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
