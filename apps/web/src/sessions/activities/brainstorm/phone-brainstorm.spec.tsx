import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RoomBrainstorm } from '@spolu/contracts/activities/brainstorm';
import type { RoomActivityBase } from '@spolu/contracts/sessions';
import { Problem } from '@spolu/contracts/problems';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone, givenRoom, slowDevice } from '../../phone/given-phone.tsx';
import { PhoneBrainstorm } from './phone-brainstorm.tsx';

const me = { participantId: 'participant-1', language: 'uk' as const };
const open: RoomBrainstorm = { mode: 'open', revealed: true, moderated: false, frames: [{ id: 'frame-1', title: 'Nápady' }], cardCount: 0 };
const given = (brainstorm: Partial<RoomBrainstorm> = {}, more: Partial<RoomActivityBase> = {}) => (
  <PhoneBrainstorm room={givenRoom()} activity={givenActivity('brainstorm', { ...open, ...brainstorm }, more)} me={me} />
);
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Váš lístok' });
const send = () => screen.getByRole('button', { name: 'Odoslať lístok' });
const asCard = ({ body }: { body: unknown }) => ({ id: 'x', activityId: 'activity-1', state: 'shown', ...(body as object) });

beforeEach(() => localStorage.clear());

describe('writing cards on the phone', () => {
  test('a card is sent in the writer’s language, listed as saved, and the field is free for the next', async () => {
    const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard });
    const { user } = givenPhone(given());
    await user.type(field(), '  Viac lavičiek  ');
    await user.click(send());
    await screen.findByText('uložený');
    expect(screen.getByText('Viac lavičiek')).toBeTruthy();
    expect(field().value).toBe('');
    expect(commands).toMatchObject([
      { request: 'POST /activities/activity-1/cards', body: { text: 'Viac lavičiek', colour: 'yellow', frameId: 'frame-1', language: 'uk' } },
    ]);
    expect(commands[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a “how might we” question stands above the field, with how to answer it', () => {
    givenServer({ 'GET /activities/*/cards': [] });
    givenPhone(given({ howMightWe: 'Ako by sme mohli ochladiť námestie?' }));
    expect(screen.getByText('Ako by sme mohli ochladiť námestie?').getAttribute('lang')).toBe('sk');
    expect(screen.getByText(/^Každý nápad na vlastný lístok/)).toBeTruthy();
  });

  test('an impatient second tap does not make a second card', async () => {
    const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard });
    const { user } = givenPhone(given());
    await user.type(field(), 'Raz');
    fireEvent.click(send());
    fireEvent.click(send());
    await screen.findByText('uložený');
    expect(commands).toHaveLength(1);
  });

  test('what she types while a card is being put on the disk is the next card', async () => {
    const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard });
    const { device, goOn } = slowDevice();
    const { user } = givenPhone(given(), device);
    await user.type(field(), 'Viac lavičiek');
    fireEvent.click(send());
    await user.type(field(), ' Stro');
    await user.click(screen.getByRole('radio', { name: 'modrá' }));
    await act(async () => goOn());
    await screen.findByText('uložený');
    expect(field().value).toBe('Stro');
    await user.type(field(), 'my');
    await user.click(send());
    await waitFor(() => expect(commands.map(({ body }) => body)).toMatchObject([{ text: 'Viac lavičiek', colour: 'yellow' }, { text: 'Stromy', colour: 'blue' }]));
  });

  test('with several columns it asks where the card belongs and loses nothing meanwhile', async () => {
    const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard });
    const { user } = givenPhone(given({ frames: [{ id: 'f1', title: 'Trápi nás' }, { id: 'f2', title: 'Potrebujeme' }] }));
    await user.type(field(), 'Opraviť strechu');
    await user.click(send());
    expect(screen.getByText('Vyberte, kam lístok patrí.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Trápi nás' }));
    expect(field().value).toBe('Opraviť strechu');
    await user.click(screen.getByRole('radio', { name: 'Potrebujeme' }));
    await user.click(send());
    await screen.findByText('uložený');
    expect(commands).toMatchObject([{ body: { frameId: 'f2' } }]);
  });

  test('what was typed is there again after a reload', async () => {
    givenServer({ 'GET /activities/*/cards': [] });
    const first = givenPhone(given());
    await first.user.type(field(), 'Rozpísané');
    first.unmount();
    const again = givenPhone(given());
    expect(field().value).toBe('Rozpísané');
    again.unmount();
  });

  test('a card that was not taken says why and can be put back where one writes', async () => {
    givenServer({
      'GET /activities/*/cards': [],
      'POST /activities/*/cards': () => {
        throw new Problem('activity/too-late', { minutes: 10 });
      },
    });
    const { user } = givenPhone(given());
    await user.type(field(), 'Prišlo neskoro');
    await user.click(send());
    await screen.findByText(/Lístok nebol prijatý\. Prišlo to až po konci úlohy\./);
    expect([screen.queryByText('1 zmena nebola prijatá') !== null, screen.queryByText('Všetko je uložené')]).toEqual([true, null]);
    await user.click(screen.getByRole('button', { name: 'Vrátiť do písania' }));
    expect(field().value).toBe('Prišlo neskoro');
    await waitFor(() => expect(screen.queryByText(/Lístok nebol prijatý/)).toBeNull());
  });

  test('an own card can be changed and removed; where no author is kept it cannot, and the phone says so before', async () => {
    const { commands } = givenServer({
      'GET /activities/*/cards': [], 'POST /activities/*/cards': asCard, 'PUT /cards/*': asCard, 'DELETE /cards/*': null,
    });
    const { user, unmount } = givenPhone(given());
    await user.type(field(), 'Prvé slová');
    await user.click(send());
    await user.click(await screen.findByRole('button', { name: 'Zmeniť lístok: Prvé slová' }));
    const change = screen.getByRole('textbox', { name: 'Zmeniť lístok' });
    await user.clear(change);
    await user.type(change, 'Lepšie slová');
    await user.click(screen.getByRole('button', { name: 'Uložiť' }));
    await waitFor(() => expect(commands.at(-1)).toMatchObject({ body: { text: 'Lepšie slová' } }));
    await user.click(await screen.findByRole('button', { name: 'Zmazať lístok: Lepšie slová' }));
    await waitFor(() => expect(commands.at(-1)?.request).toMatch(/^DELETE \/cards\//));
    expect(screen.queryByText('Lepšie slová')).toBeNull();
    unmount();

    const { user: other } = givenPhone(given({ mode: 'anonymous' }));
    expect(screen.getByText(/Nikde sa neukladá, kto lístok napísal/)).toBeTruthy();
    await other.type(field(), 'Bez podpisu');
    await other.click(send());
    await screen.findByText('uložený');
    expect(screen.queryByRole('button', { name: /Zmeniť lístok/ })).toBeNull();
  });

  test('when time is up the unfinished card stays and can still be sent, to the facilitator', async () => {
    givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': (r: { body: unknown }) => ({ ...asCard(r), state: 'late' }) });
    const { user, show } = givenPhone(given());
    await user.type(field(), 'Ešte toto');
    show(given({}, { state: 'ended' }));
    expect(field().value).toBe('Ešte toto');
    await user.click(screen.getByRole('button', { name: 'Poslať dodatočne' }));
    await screen.findByText('prišiel po čase');
    expect(screen.queryByRole('textbox', { name: 'Váš lístok' })).toBeNull();
  });

  test('while writing is paused nothing is sent, and the words stay', async () => {
    const { commands } = givenServer({ 'GET /activities/*/cards': [] });
    const { user } = givenPhone(given({}, { locked: true }));
    await user.type(field(), 'Počkám');
    await user.click(send());
    expect(commands).toEqual([]);
    expect(field().value).toBe('Počkám');
    expect(screen.getByText(/Písanie je na chvíľu pozastavené/)).toBeTruthy();
  });

  test('where staff read first, the phone says whether a card waits, is on the board, or was set aside and why', async () => {
    const state: Record<string, [string, string]> = { 'Prvý': ['inbox', ''], 'Druhý': ['aside', 'To isté už na tabuli je.'] };
    const moderated = (r: { body: unknown }) => ({ ...asCard(r), state: 'inbox', reason: '' });
    const { commands } = givenServer({ 'GET /activities/*/cards': [], 'POST /activities/*/cards': moderated, 'DELETE /cards/*': null });
    const { user, device } = givenPhone(given({ moderated: true }));
    expect(screen.getByText(/Lístky najprv číta tím stretnutia/)).toBeTruthy();
    for (const text of Object.keys(state)) {
      await user.type(field(), text);
      await user.click(send());
      await screen.findByText(text);
    }
    await waitFor(() => expect(screen.getAllByText('čaká na prečítanie')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: /Zmeniť lístok/ })).toBeNull();
    const sent = commands.map(({ key, body }) => ({ id: key!, activityId: 'activity-1', ...(body as { text: string; colour: 'yellow'; frameId: null; composedAt: string }) }));
    await act(() => device.keepServerCards('session-1', sent.map((card) => ({ ...card, state: state[card.text]![0] as 'aside', reason: state[card.text]![1] }))));
    await screen.findByText('odložený');
    expect(screen.getByText('„Druhý“ sme odložili. Dôvod: To isté už na tabuli je.')).toBeTruthy();
    await act(() => device.keepServerCards('session-1', sent.map((card) => ({ ...card, state: 'shown' as const, reason: '' }))));
    await waitFor(() => expect(screen.getAllByText('na tabuli')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Zmazať lístok: Prvý' }));
    await waitFor(() => expect(screen.queryByText('Prvý')).toBeNull());
  });
});
