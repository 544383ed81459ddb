import { beforeEach, expect, test } from '@jest/globals';
import type { RoomAnswers } from '@spolu/contracts/activities/answers';
import type { RoomStep } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { givenActivity, givenRoom } from '../phone/given-phone.tsx';
import { RemoteBar } from './remote-bar.tsx';

const step = (id: string, more: Partial<RoomStep> = {}): RoomStep => ({
  id, title: `Krok ${id}`, kind: 'information', minutes: 10, openUntil: null, state: 'planned', waitsForReveal: false, resumable: false, skipped: false, hasResult: false, ...more,
});
const running = givenActivity('information', null, { id: 'a' });
let server: ReturnType<typeof givenServer>;
beforeEach(() => {
  server = givenServer({ 'POST /activities/*/*': null });
});
const show = (room: Parameters<typeof givenRoom>[0]) => renderPage(<RemoteBar room={givenRoom(room)} reload={() => undefined} />, { texts: ['sessions'] });
const names = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

test('pauses, extends by what it saw, ends, and starts what comes next in place of what runs', async () => {
  const { user } = await show({ activity: running, agenda: [step('a', { state: 'running' }), step('b', { skipped: true }), step('c')] });
  expect(names()).toEqual(['Pauza', '+5 minút', 'Ukončiť', 'Ďalej: Krok c']);
  for (const name of ['Pauza', '+5 minút', 'Ďalej: Krok c']) {
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).not.toBe('true'));
  }
  await user.click(screen.getByRole('button', { name: 'Ukončiť' }));
  await waitFor(() => expect(server.commands.map(({ request, body }) => [request, body])).toEqual([
    ['POST /activities/a/pause', { paused: true }], ['POST /activities/a/extend', { minutes: 5, endsAt: running.endsAt }], ['POST /activities/c/start', { running: 'a' }],
    ['POST /activities/a/end', {}],
  ]));
});

test('after a vote shows the result first', async () => {
  const { user } = await show({ activity: { ...running, state: 'ended', isCounted: true }, agenda: [step('a', { state: 'ended' }), step('b')] });
  expect(names()).toEqual(['Ukázať výsledok', 'Ďalej: Krok b']);
  await user.click(screen.getByRole('button', { name: 'Ukázať výsledok' }));
  await waitFor(() => expect(server.commands.map(({ request }) => request)).toEqual(['POST /activities/a/show-result']));
});

test('from a quick question leads back to what ran before, not on to what comes next', async () => {
  const part = {
    settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: ['Tu', 'Tam'], most: 1 } }, options: [], answeredCount: 1, eligibleCount: 2, round: 1,
    result: null, earlier: [], returnsTo: { id: 'a', title: 'Krok a' },
  } satisfies RoomAnswers;
  const { user } = await show({ activity: givenActivity('question', part, { id: 'q', endsAt: null }), agenda: [step('a', { state: 'ended' }), step('q', { state: 'running' }), step('b')] });
  expect(names()).toEqual(['+5 minút', 'Ukončiť', 'Pokračovať: Krok a']);
  await user.click(screen.getByRole('button', { name: 'Pokračovať: Krok a' }));
  await waitFor(() => expect(server.commands.map(({ request, body }) => [request, body])).toEqual([['POST /activities/a/resume', { running: 'q', until: 'left' }]]));
});

test('offers nothing where nothing runs and nothing comes', async () => {
  await show({ agenda: [step('a', { state: 'ended' })] });
  expect(names()).toEqual([]);
});
