import { beforeEach, expect, test } from '@jest/globals';
import type { OwnSheet, RoomBrainstorm } from '@spolu/contracts/activities/brainstorm';
import type { RoomActivityBase } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone, givenRoom } from '../../phone/given-phone.tsx';
import { PhoneBrainstorm } from './phone-brainstorm.tsx';

const part = (round: number, roundEndsAt = '2999-01-01T00:00:00.000Z'): RoomBrainstorm => ({
  mode: 'hidden', revealed: false, moderated: false, frames: [], cardCount: 0, way: { kind: 'brainwriting', round, rounds: 6, roundEndsAt, circles: [] },
});
const sheet = (round: number, ideas: string[] = []): OwnSheet => ({
  round, frameId: `frame-${round}`, title: `Hárok ${round}`, ideas: ideas.map((text) => ({ id: text, text, language: 'uk' })), ideasMax: 3, isOwn: round === 1,
  handCount: round - 1, circle: round === 1 ? null : { number: 2, count: 10, peopleCount: 6 },
});
const given = (round: number, more: Partial<RoomActivityBase> = {}, endsAt?: string) => (
  <PhoneBrainstorm room={givenRoom()} activity={givenActivity('brainstorm', part(round, endsAt), more)} me={{ participantId: 'p', language: 'sk' }} />
);
const asCard = ({ body }: { body: unknown }) => ({ id: 'x', activityId: 'activity-1', state: 'held', ...(body as object) });

beforeEach(() => localStorage.clear());

test('three ideas go onto the own sheet, and then one waits; the next round brings somebody else’s with what stands on it', async () => {
  let round = 1;
  const { commands } = givenServer({
    'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard,
    'POST /activities/*/sheet': () => ({ sheet: round === 1 ? sheet(1) : sheet(2, ['Більше дерев']) }),
  });
  const { user, show } = givenPhone(given(1));
  expect((await screen.findByRole('heading', { name: 'Hárok 1' }, { timeout: 4_000 })).textContent).toBe('Hárok 1');
  expect(screen.getByText('Kolo 1 z 6')).toBeTruthy();
  expect(screen.getByText(/Tento hárok začínate vy\..*asi šiestich ľudí/)).toBeTruthy();
  expect(screen.getByText(/bez vášho mena/)).toBeTruthy();
  expect(screen.getByText(/Hárok je zatiaľ prázdny/)).toBeTruthy();
  for (const text of ['Strecha', 'Kotol', 'Okná']) {
    await user.type(screen.getByRole('textbox', { name: 'Váš lístok' }), text);
    await user.click(screen.getByRole('button', { name: 'Odoslať lístok' }));
    await waitFor(() => expect(screen.queryByText(/Hárok je zatiaľ prázdny/)).toBeNull());
  }
  await screen.findByText(/Tri nápady sú napísané\. Ďalší hárok príde/);
  expect(screen.queryByRole('textbox', { name: 'Váš lístok' })).toBeNull();
  await waitFor(() => expect(commands.filter(({ request }) => request.endsWith('/cards')).map(({ body }) => (body as { frameId: string }).frameId)).toEqual(['frame-1', 'frame-1', 'frame-1']));

  round = 2;
  show(given(2));
  expect((await screen.findByText('Більше дерев', {}, { timeout: 4_000 })).getAttribute('lang')).toBe('uk');
  expect(screen.getByRole('textbox', { name: 'Váš lístok' })).toBeTruthy();
  expect(screen.getByText('Zostávajú 3 nápady')).toBeTruthy();
  expect(screen.getByText('Kruh 2 z 10, je v ňom 6 ľudí. Hárok začal niekto z vášho kruhu. Pred vami ho mal 1 človek.')).toBeTruthy();
});

test('what was half-written when it ended stays on the screen and can be sent', async () => {
  const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard, 'POST /activities/*/sheet': { sheet: sheet(6) } });
  const { user, show } = givenPhone(given(6));
  await user.type(await screen.findByRole('textbox', { name: 'Váš lístok' }, { timeout: 4_000 }), 'Tieň');
  show(given(6, { state: 'ended' }));
  expect(screen.getByText(/Rozpísaný lístok zostal tu/)).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Váš lístok' })).toHaveProperty('value', 'Tieň');
  await user.click(screen.getByRole('button', { name: 'Poslať dodatočne' }));
  await waitFor(() => expect(commands.filter(({ request }) => request.endsWith('/cards')).map(({ body }) => body)).toMatchObject([{ text: 'Tieň', frameId: 'frame-6' }]));
});

test('where no sheet is left the phone says what to do; when it is over it lists what was written', async () => {
  givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/sheet': { sheet: null } });
  const { show } = givenPhone(given(1));
  await screen.findByText(/Všetky hárky sú rozdané/, {}, { timeout: 4_000 });
  show(given(6, { state: 'ended' }));
  expect(screen.getByText('Písanie sa skončilo')).toBeTruthy();
});
