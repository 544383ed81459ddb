import { WebSocket as WebSocketTransport } from 'engine.io-client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { io, type Socket } from 'socket.io-client';
import { earlySocket } from './early-work.ts';
import { onSignInChange } from './sign-in-change.ts';

export type LiveStatus = 'online' | 'reconnecting' | 'offline';

/** Takes the connection that the page's first script made, where there is one. */
class Transport extends WebSocketTransport {
  override createSocket(...to: Parameters<WebSocketTransport['createSocket']>): WebSocket {
    return earlySocket(to[0]) ?? (super.createSocket(...to) as WebSocket);
  }
}

let socket: Socket | undefined;
let status: LiveStatus = 'reconnecting';
const listeners = new Set<() => void>();

function setStatus(next: LiveStatus) {
  if (status === next) return;
  status = next;
  for (const listener of listeners) listener();
}

/** The tab's one connection for what changes live; made when a page first asks. The sign-in cookie tells the server who it is. */
export function liveSocket(): Socket {
  if (socket) return socket;
  const made = io({ path: '/socket', transportImplementations: [Transport], withCredentials: true, timeout: 5_000, reconnectionDelay: 300, reconnectionDelayMax: 4_000, randomizationFactor: 0.6 });
  socket = made;
  made.on('connect', () => setStatus('online'));
  made.on('disconnect', (reason) => {
    setStatus('reconnecting');
    // The server ended it on purpose (a right was withdrawn, a restart): socket.io does not come back by itself then.
    if (reason === 'io server disconnect') setTimeout(() => made.connect(), 1_000);
  });
  made.on('connect_error', () => setStatus(navigator.onLine ? 'reconnecting' : 'offline'));
  onSignInChange(reconnectLive);
  window.addEventListener('offline', () => setStatus('offline'));
  window.addEventListener('online', () => {
    setStatus(made.connected ? 'online' : 'reconnecting');
    if (!made.connected) made.disconnect().connect();
  });
  return made;
}

/** Ends the connection and makes it anew: after joining or signing in the server must see the new cookie. */
export function reconnectLive() {
  if (socket) socket.disconnect().connect();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLiveStatus = (): LiveStatus => useSyncExternalStore(subscribe, () => status);

/** Calls `handle` for each event of this name while the component is shown, always the newest `handle`. */
export function useLiveEvent<Payload>(event: string, handle: (payload: Payload) => void) {
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const live = liveSocket();
    const listener = (payload: Payload) => newest.current(payload);
    live.on(event, listener);
    return () => {
      live.off(event, listener);
    };
  }, [event]);
}
