import { beforeEach, expect, test } from '@jest/globals';
import type { RoomBrainstorm, RoomRoundRobin, RoomSpeaker } from '@spolu/contracts/activities/brainstorm';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone, givenRoom } from '../../phone/given-phone.tsx';
import { PhoneBrainstorm } from './phone-brainstorm.tsx';
import { RunWord } from './run-word.tsx';

const speaker = (number: number, more: Partial<RoomSpeaker> = {}): RoomSpeaker => ({ participantId: `p${number}`, name: null, number, hasDevice: true, ...more });
const word = (more: Partial<RoomRoundRobin> = {}): RoomRoundRobin => ({ kind: 'round-robin', turn: 3, speaker: speaker(1, { name: 'Mária' }), next: [speaker(2), speaker(3)], ...more });
const part = (way: RoomRoundRobin): RoomBrainstorm => ({ mode: 'open', revealed: true, moderated: false, frames: [{ id: 'f', title: 'Nápady' }], cardCount: 0, way });
const given = (way: RoomRoundRobin) => <PhoneBrainstorm room={givenRoom()} activity={givenActivity('brainstorm', part(way))} me={{ participantId: 'p2', language: 'sk' }} />;

beforeEach(() => localStorage.clear());

test('the phone says whose turn it is and how soon mine; only who has the word writes, one idea, or passes', async () => {
  const { commands } = givenServer({
    'GET /activities/*/cards': [], 'POST /activities/*/pass': null,
    'POST /activities/*/cards': ({ body }: { body: unknown }) => ({ id: 'x', activityId: 'activity-1', state: 'shown', ...(body as object) }),
  });
  const { user, show } = givenPhone(given(word({ next: [speaker(3), speaker(2)] })));
  await screen.findByText('Mária');
  expect(screen.getByText('Pred vami je ešte 1 človek.')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Váš lístok' })).toBeNull();
  show(given(word()));
  expect(screen.getByText('Ďalší na rade ste vy.')).toBeTruthy();

  show(given(word({ turn: 4, speaker: speaker(2), next: [] })));
  expect(screen.getByText('Máte slovo')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Teraz vynechám' }));
  await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/pass', body: { turn: 4 } }]));
  await user.type(screen.getByRole('textbox', { name: 'Váš lístok' }), 'Lavičky');
  await user.click(screen.getByRole('button', { name: 'Odoslať lístok' }));
  await waitFor(() => expect(commands.at(-1)).toMatchObject({ body: { text: 'Lavičky', frameId: 'f' } }));
  await screen.findByText('uložený');
});

test('the panel names who comes then, writes for who has no phone, and goes on', async () => {
  const { commands } = givenServer({ 'POST /activities/*/written-down': { cardIds: [] }, 'POST /activities/*/skip-speaker': null });
  const way = word({ speaker: speaker(1, { name: 'Mária', hasDevice: false }) });
  const { user } = await renderPage(<RunWord activityId="a" running way={way} missed={[]} />, { texts: ['sessions'] });
  expect(screen.getByText('Potom: Hosť 2, Hosť 3')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Nápad, ktorý hovorí Mária/ }), 'Tieň');
  await user.click(screen.getByRole('button', { name: 'Zapísať' }));
  await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/a/written-down', body: { texts: ['Tieň'], participantId: 'p1' } }]));
  await user.click(screen.getByRole('button', { name: 'Ďalší na rade' }));
  await waitFor(() => expect(commands.at(-1)).toMatchObject({ request: 'POST /activities/a/skip-speaker', body: { turn: 3 } }));
});

test('the panel says whom the word went past for want of signal, and gives it to her', async () => {
  const { commands } = givenServer({ 'POST /activities/*/give-word': null });
  const missed = [{ participantId: 'p4', name: 'Jana', number: 4 }, { participantId: 'p5', name: null, number: 5 }];
  const { user } = await renderPage(<RunWord activityId="a" running way={word()} missed={missed} />, { texts: ['sessions'] });
  expect(screen.getByText(/Telefón nemal signál/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Dať slovo: Hosť 5' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Dať slovo: Jana' }));
  await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/a/give-word', body: { turn: 3, participantId: 'p4' } }]));
});
