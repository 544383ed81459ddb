import type { Page } from 'playwright-core';

/**
 * Everything a server sends to somebody's device from now on, drawn or not: what is hidden must not even be sent. Call it before the page is
 * opened; the answer says whether the words came by.
 */
export function overhear(page: Page): (words: string) => Promise<boolean> {
  const frames: string[] = [];
  const answers: Promise<string>[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
  page.on('response', (response) => {
    // An answer whose page was left meanwhile has no text any more, and nobody who could have read it.
    if (new URL(response.url()).pathname.startsWith('/api/')) answers.push(response.text().catch(() => ''));
  });
  return async (words) => [...frames, ...(await Promise.all(answers))].some((sent) => sent.includes(words));
}
