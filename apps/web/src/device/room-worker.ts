/**
 * The service worker of the pages that a device keeps: an entry of its own, registered by {@link keepPage} for the addresses of each. It began with rooms, and a
 * worker keeps its address: `/room-worker.js`.
 */
import { keptPage, PAGES, type BuiltPage, type PageKind } from './kept-page.ts';

/** Put in by the build. */
declare const BUILT_PAGES: Record<PageKind['name'], BuiltPage>;

interface WorkerEvent extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Client {
  readonly url: string;
  navigate(url: string): Promise<unknown>;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends string>(name: Name, listener: (event: Name extends 'fetch' ? FetchEvent : WorkerEvent) => void): void;
}

const scope = self as unknown as WorkerScope;
const [room, desk] = PAGES as [PageKind, PageKind];
const kind = new URL(scope.registration.scope).pathname.startsWith('/sessions/') ? room : desk;
const page = keptPage(kind, BUILT_PAGES[kind.name], {
  origin: location.origin,
  caches,
  fetch: (request, init) => fetch(request, init),
  later: (run, ms) => void setTimeout(run, ms),
  reload: (clientId) => void scope.clients.get(clientId).then((client) => client?.navigate(client.url)),
});

scope.addEventListener('install', (event) => event.waitUntil(page.keep().then(() => scope.skipWaiting())));
scope.addEventListener('activate', (event) => event.waitUntil(page.tidy().then(() => scope.clients.claim())));
scope.addEventListener('fetch', (event) => {
  const answer = page.answer(event.request, event.resultingClientId || event.clientId);
  if (answer) event.respondWith(answer);
});
