import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { Card, DecideInbox, InboxCard, InboxDecided } from '@spolu/contracts/activities/brainstorm';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import type { Someone } from '../../../testing/given-api.ts';
import { givenApi, type TestApi } from '../../../testing/given-api.ts';
import { ask, brainstorm, command, compose, givenSession, screenOf, type GivenSession, type Phone, type Screen } from '../../given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
});
afterAll(() => api?.stop());

const moderated = (mode: SettingsOf<'brainstorm'>['mode'] = 'open', frames: string[] = []): SettingsOf<'brainstorm'> => ({ ...(brainstorm(mode, frames) as SettingsOf<'brainstorm'>), moderated: true });
const textsOn = async (given: GivenSession): Promise<string[]> => {
  const { boardId } = (await given.room()).room;
  const outline = await command<BoardOutline>(given.facilitator, 'get', `/boards/${boardId}`);
  return outline.frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
};
const inbox = (given: GivenSession, who: Pick<Someone, 'agent'> = given.facilitator) => command<InboxCard[]>(who, 'get', `/sessions/${given.sessionId}/inbox`);
const decide = (who: Pick<Someone, 'agent'>, activityId: string, input: DecideInbox) => command<InboxDecided>(who, 'post', `/activities/${activityId}/inbox`, input);
const own = (phone: Phone, activityId: string) => command<Card[]>(phone, 'get', `/activities/${activityId}/cards`);
const composeAll = async (phone: Phone, activityId: string, texts: string[]) => {
  const cards: Card[] = [];
  for (const text of texts) cards.push(await compose(phone, activityId, text));
  return cards;
};

describe('a brainstorm whose cards staff read first', () => {
  test('shows nobody a word before staff take it onto the board, many at once', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated('open', ['Dnes', 'Zajtra']));
    const [phone, other] = await given.joinAll(2);
    const [staff, guest] = [await screenOf(given, given.facilitator), await screenOf(given, other!)];
    screens.push(staff, guest);
    const frames = partOf((await given.room()).room.activity, 'brainstorm')!.frames;
    const first = await compose(phone!, activityId, 'Najprv toto', { frameId: frames[1]!.id });
    const [second, third] = await composeAll(phone!, activityId, ['Potom toto', 'A toto nie']);
    expect([first.state, second!.state]).toEqual(['inbox', 'inbox']);
    await staff.until(({ staff }) => staff?.inboxes[0]?.waitingCount === 3);
    expect(await inbox(given)).toMatchObject([
      { id: first.id, activityId, activityTitle: 'Čo trápi mesto?', text: 'Najprv toto', frameTitle: 'Zajtra', state: 'inbox', reason: '', decidedBy: null },
      { text: 'Potom toto', frameTitle: 'Dnes' }, { text: 'A toto nie' },
    ]);
    expect(await textsOn(given)).toEqual([]);
    for (const hidden of ['Najprv', 'Potom', 'inboxes']) expect(guest.frames.join()).not.toContain(hidden);

    expect(await decide(given.facilitator, activityId, { cardIds: [second!.id, first.id], from: 'inbox', to: 'board' })).toEqual({ done: [first.id, second!.id], others: [] });
    expect((await textsOn(given)).sort()).toEqual(['Najprv toto', 'Potom toto']);
    await decide(given.facilitator, activityId, { cardIds: [third!.id], from: 'inbox', to: 'aside', reason: 'Patrí to inam.' });
    await staff.until(({ staff }) => staff?.inboxes[0]?.waitingCount === 0 && staff.inboxes[0].asideCount === 1);
    expect((await own(phone!, activityId)).map(({ text, state, reason }) => [text, state, reason])).toEqual([
      ['Najprv toto', 'shown', ''], ['Potom toto', 'shown', ''], ['A toto nie', 'aside', 'Patrí to inam.'],
    ]);
    const [left] = await inbox(given);
    expect(left).toMatchObject({ text: 'A toto nie', state: 'aside', reason: 'Patrí to inam.' });
    expect(left!.decidedBy).not.toBeNull();
    // what was set aside is no part of the report that others read, and nothing on its author's way
    expect(JSON.stringify(await given.report())).not.toContain('A toto nie');
    expect(await api.database.query('select text from contribution where activity_id = $1 order by text', [activityId])).toEqual([{ text: 'Najprv toto' }, { text: 'Potom toto' }]);
    expect(guest.frames.join()).not.toContain('A toto nie');
  });

  test('each decision is taken back: the same note goes and comes with what was said', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated());
    const phone = await given.join();
    const { id } = await compose(phone, activityId, 'Tam a späť');
    const move = (from: DecideInbox['from'], to: DecideInbox['to'], more = {}) => decide(given.facilitator, activityId, { cardIds: [id], from, to, ...more } as DecideInbox);
    for (let round = 0; round < 2; round++) {
      await move('inbox', 'board');
      expect(await textsOn(given)).toEqual(['Tam a späť']);
      await move('board', 'inbox');
      expect(await textsOn(given)).toEqual([]);
    }
    expect(await api.database.query('select withdrawn from record where id = (select contribution_id from card where id = $1)', [id])).toEqual([{ withdrawn: true }]);
    await move('inbox', 'aside', { reason: 'Neskôr.' });
    await move('aside', 'board');
    expect(await own(phone, activityId)).toMatchObject([{ state: 'shown', reason: '' }]);
    expect(await textsOn(given)).toEqual(['Tam a späť']);
    expect(await api.database.query('select withdrawn from record r join contribution c using (id) where c.activity_id = $1', [activityId])).toEqual([{ withdrawn: false }]);
  });

  test('of two who decide about a card at once the first holds, and the other is told', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated());
    const phone = await given.join();
    const cards = await composeAll(phone, activityId, ['Jeden', 'Dva', 'Tri', 'Štyri']);
    const ids = cards.map(({ id }) => id);
    const second = await given.staff('co-facilitator');
    const [one, two] = await Promise.all([
      decide(given.facilitator, activityId, { cardIds: ids, from: 'inbox', to: 'board' }),
      decide(second, activityId, { cardIds: ids, from: 'inbox', to: 'aside', reason: 'Rozhodli sme inak.' }),
    ]);
    expect([one.done.length, two.done.length].sort()).toEqual([0, 4]);
    const loser = one.done.length === 0 ? one : two;
    expect(loser.others.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const state = one.done.length > 0 ? 'shown' : 'aside';
    expect(loser.others.every((other) => other.state === state)).toBe(true);
    expect(await textsOn(given)).toHaveLength(state === 'shown' ? 4 : 0);
    expect((await own(phone, activityId)).map((card) => card.state)).toEqual(Array(4).fill(state));
  });

  test('its author takes it back and does not change what was read; nobody writes past the inbox', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated());
    const phone = await given.join();
    const [waiting, shown] = await composeAll(phone, activityId, ['Čaká', 'Prečítané']);
    await decide(given.facilitator, activityId, { cardIds: [shown!.id], from: 'inbox', to: 'board' });
    for (const { id } of [waiting!, shown!]) expect((await ask(phone, 'put', `/cards/${id}`, { text: 'Iné' })).body.code).toBe('card/moderated');
    const board = (await given.room()).room.boardId;
    expect((await command<BoardOutline>(phone, 'get', `/boards/${board}`)).may).toMatchObject({ createNotes: false, draw: [] });
    expect((await command<BoardOutline>(given.facilitator, 'get', `/boards/${board}`)).may).toMatchObject({ createNotes: true });
    await command(phone, 'delete', `/cards/${waiting!.id}`);
    await command(phone, 'delete', `/cards/${shown!.id}`);
    expect(await textsOn(given)).toEqual([]);
    expect(await inbox(given)).toEqual([]);
    expect(await decide(given.facilitator, activityId, { cardIds: [waiting!.id], from: 'inbox', to: 'board' })).toEqual({ done: [], others: [{ id: waiting!.id, state: 'removed' }] });
  });

  test('hidden, a card waits for staff first and for the reveal after; late ones of an activity that goes on wait too', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated('hidden'));
    const phone = await given.join();
    const [taken, left] = await composeAll(phone, activityId, ['Prijaté', 'Neprečítané']);
    await decide(given.facilitator, activityId, { cardIds: [taken!.id], from: 'inbox', to: 'board' });
    expect((await own(phone, activityId)).map(({ state }) => state)).toEqual(['held', 'inbox']);
    expect(await textsOn(given)).toEqual([]);
    await given.step(activityId, 'reveal');
    expect(await textsOn(given)).toEqual(['Prijaté']);
    await given.step(activityId, 'end');
    await given.backdate(activityId, 20);
    expect((await compose(phone, activityId, 'Neskoro')).state).toBe('late');
    await given.step(activityId, 'resume', { until: 'ended' });
    expect((await inbox(given)).map(({ text }) => text)).toEqual(expect.arrayContaining(['Neprečítané', 'Neskoro']));
    // what nobody decided about before the closing still waits, and is taken in after it
    await given.close();
    await decide(given.facilitator, activityId, { cardIds: [left!.id], from: 'inbox', to: 'board' });
    expect((await textsOn(given)).sort()).toEqual(['Neprečítané', 'Prijaté']);
  });

  test('anonymous, a device learns by its card’s id what became of it, and nobody lists ids', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated('anonymous'));
    const [phone, other] = await given.joinAll(2);
    const { id } = await compose(phone!, activityId, 'Bez mena');
    await decide(given.facilitator, activityId, { cardIds: [id], from: 'inbox', to: 'aside', reason: 'Je v tom meno suseda.' });
    const lookUp = (who: Phone, ids: string[]) => command<Card[]>(who, 'post', `/activities/${activityId}/cards/look-up`, { ids });
    expect(await lookUp(phone!, [id, randomUUID()])).toMatchObject([{ id, state: 'aside', reason: 'Je v tom meno suseda.' }]);
    expect(await own(phone!, activityId)).toEqual([]);
    const named = await given.started(moderated());
    const known = await compose(phone!, named, 'S menom');
    expect(await command<Card[]>(other!, 'post', `/activities/${named}/cards/look-up`, { ids: [known.id] })).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a reason that is missing', { from: 'inbox', to: 'aside' }, 'reason'],
    ['a reason without words', { from: 'inbox', to: 'aside', reason: '  ' }, 'reason'],
    ['a reason nobody is told', { from: 'inbox', to: 'board', reason: 'Preto.' }, 'reason'],
    ['a way that leads nowhere', { from: 'inbox', to: 'inbox' }, 'from'],
    ['setting aside what is on the board', { from: 'board', to: 'aside', reason: 'x' }, 'from'],
    ['no card', { from: 'inbox', to: 'board', cardIds: [] }, 'cardIds'],
  ])('refuses %s', async (_, input, path) => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated());
    const { status, body } = await ask(given.facilitator, 'post', `/activities/${activityId}/inbox`, { cardIds: [randomUUID()], ...input });
    expect([status, body.fields.map((field: { path: string }) => field.path)]).toEqual([400, [path]]);
  });

  test('is read and decided by staff of the session alone, and only where there is an inbox; cards of another activity are not touched', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(moderated());
    const phone = await given.join();
    const { id } = await compose(phone, activityId, 'Moje');
    const input = { cardIds: [id], from: 'inbox', to: 'board' } as const;
    for (const [who, status] of [[phone, 403], [api.stranger(), 404], [await given.staff('observer'), 403], [(await givenSession(api)).facilitator, 404]] as const) {
      await ask(who, 'get', `/sessions/${given.sessionId}/inbox`).expect(status);
      await ask(who, 'post', `/activities/${activityId}/inbox`, input).expect(status);
    }
    await ask(given.facilitator, 'post', `/activities/${activityId}/cards/look-up`, { ids: [id] }).expect(403);
    const [elsewhere] = await composeAll(phone, activityId, ['Inde']);
    const another = await given.started(moderated());
    expect(await decide(given.facilitator, another, { ...input, cardIds: [elsewhere!.id] })).toEqual({ done: [], others: [] });
    const open = await given.activity(brainstorm());
    await given.step(open, 'start');
    const note = await compose(phone, open, 'Bez schránky');
    expect((await ask(given.facilitator, 'post', `/activities/${open}/inbox`, { ...input, cardIds: [note.id], from: 'board', to: 'inbox' })).body.code).toBe('conflict');
    expect((await inbox(given, await given.staff('scribe'))).map(({ text }) => text)).toEqual(['Moje', 'Inde']);
  });
});
