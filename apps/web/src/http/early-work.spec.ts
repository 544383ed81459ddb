import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { api, Unreachable } from './api.ts';
import { dropEarlyAnswers, earlySocket } from './early-work.ts';

const URL = 'ws://town/socket/?EIO=4&transport=websocket';
const answer = (body: object) => Promise.resolve(new Response(JSON.stringify(body)));
const fetched = jest.fn<typeof fetch>();

/** As much of a connection as is taken over. */
function socketLike(readyState: number): WebSocket {
  return { url: URL, readyState, onopen: null, onmessage: null } as unknown as WebSocket;
}
const message = (data: string) => new MessageEvent('message', { data });

beforeEach(() => {
  fetched.mockReset().mockImplementation(() => answer({ from: 'the page' }));
  globalThis.fetch = fetched;
});
afterEach(() => {
  delete window.earlyWork;
});

test('an answer that was asked for early is taken once, for its own path', async () => {
  window.earlyWork = { answers: new Map([['/me', answer({ from: 'early' })]]), socket: null, messages: [] };
  expect(await api.get('/installation')).toEqual({ from: 'the page' });
  expect(await api.get('/me')).toEqual({ from: 'early' });
  expect(await api.get('/me')).toEqual({ from: 'the page' });
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('what somebody else was answered is given to nobody', async () => {
  window.earlyWork = { answers: new Map([['/ideas/1', answer({ from: 'early' })]]), socket: null, messages: [] };
  dropEarlyAnswers();
  expect(await api.get('/ideas/1')).toEqual({ from: 'the page' });
});

test('an early answer that does not come is as if nobody answered, and may be called off', async () => {
  window.earlyWork = { answers: new Map([['/me', Promise.reject(new TypeError('offline'))], ['/room', new Promise<Response>(() => undefined)]]), socket: null, messages: [] };
  await expect(api.get('/me')).rejects.toThrow(Unreachable);
  const patience = new AbortController();
  const room = api.get('/room', { signal: patience.signal });
  patience.abort(new Error('too long'));
  await expect(room).rejects.toThrow('too long');
});

test('a connection that stands already tells whoever takes it over what happened on it', async () => {
  const socket = socketLike(WebSocket.OPEN);
  window.earlyWork = { answers: new Map(), socket, messages: [message('0{}'), message('2')] };
  const heard: unknown[] = [];
  expect(earlySocket(URL)).toBe(socket);
  socket.onopen = () => heard.push('open');
  socket.onmessage = ({ data }) => heard.push(data);
  await Promise.resolve();
  expect(heard).toEqual(['open', '0{}', '2']);
  expect(earlySocket(URL)).toBeUndefined();
});

test('one that is still being made says by itself that it is there', async () => {
  const socket = socketLike(WebSocket.CONNECTING);
  window.earlyWork = { answers: new Map(), socket, messages: [] };
  const opened = jest.fn();
  expect(earlySocket(URL)).toBe(socket);
  socket.onopen = opened;
  await Promise.resolve();
  expect(opened).not.toHaveBeenCalled();
});

test('one that broke, or leads elsewhere, is left', () => {
  for (const [state, url] of [[WebSocket.CLOSED, URL], [WebSocket.OPEN, `${URL}&t=1`]] as const) {
    const closed = jest.fn();
    const socket = Object.assign(socketLike(state), { close: closed });
    window.earlyWork = { answers: new Map(), socket, messages: [] };
    expect(earlySocket(url)).toBeUndefined();
    expect(closed).toHaveBeenCalled();
  }
});
