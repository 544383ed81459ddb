import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { lockItem } from '@spolu/board/items';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { Card } from '@spolu/contracts/activities/brainstorm';
import { Tab } from '../../../boards/given-board.ts';
import { givenApi, type TestApi } from '../../../testing/given-api.ts';
import {
  ask, brainstorm, cardOf, cluster, command, compose, givenSession, screenOf, type GivenSession, type Phone, type Screen,
} from '../../given-session.ts';

let api: TestApi;
const screens: Screen[] = [];
const tabs: Tab[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.socket.disconnect();
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

const notesOn = async (given: GivenSession): Promise<{ text: string; participantId: string | null }[]> => {
  const { boardId } = (await given.room()).room;
  const outline = await command<BoardOutline>(given.facilitator, 'get', `/boards/${boardId}`);
  return outline.frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text, participantId }) => ({ text, participantId }))));
};
const textsOn = async (given: GivenSession) => (await notesOn(given)).map(({ text }) => text);
const contributions = (activityId: string): Promise<{ participant_id: string | null; text: string }[]> =>
  api.database.query('select * from contribution where activity_id = $1 order by created_at, id', [activityId]);
const own = (phone: Phone, activityId: string) => command<Card[]>(phone, 'get', `/activities/${activityId}/cards`);
const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;
const send = (phone: Phone, activityId: string, text: string, changes = {}, key: string = randomUUID()) => ask(phone, 'post', `/activities/${activityId}/cards`, cardOf(text, changes), key);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

describe('in an open brainstorm', () => {
  test('a card is a note at once, in the frame it was meant for, with its author', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('open', ['Dnes', 'Zajtra']));
    const phone = await given.join();
    const frames = partOf((await given.room()).room.activity, 'brainstorm')!.frames;
    const card = await compose(phone, activityId, 'Solárne strechy', { frameId: frames[1]!.id, colour: 'green' });
    expect(card).toMatchObject({ activityId, text: 'Solárne strechy', colour: 'green', frameId: frames[1]!.id, state: 'shown' });
    expect(await notesOn(given)).toEqual([{ text: 'Solárne strechy', participantId: phone.participantId }]);
    expect(await contributions(activityId)).toMatchObject([{ participant_id: phone.participantId, text: 'Solárne strechy' }]);
    expect(await own(phone, activityId)).toEqual([card]);
  });

  test('a card sent again is one card; the same id with other words is refused', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const [phone, other] = await given.joinAll(2);
    const key = randomUUID();
    const body = cardOf('Len raz');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(phone!, 'post', `/activities/${activityId}/cards`, body, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(await textsOn(given)).toEqual(['Len raz']);
    expect(await codeOf(send(phone!, activityId, 'Iné slová', {}, key))).toBe('idempotency-key-reused');
    expect(await codeOf(send(other!, activityId, 'Len raz', {}, key))).toBe('idempotency-key-reused');
    expect(await codeOf(ask(phone!, 'post', `/activities/${activityId}/cards`, body, 'no-uuid-but-long-enough'))).toBe('idempotency-key-missing');
  });

  test('its author changes it and takes it back, until the end', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    const [changed, gone, late] = [await compose(phone, activityId, 'Prvé'), await compose(phone, activityId, 'Druhé'), await compose(phone, activityId, 'Tretie')];
    await command(phone, 'put', `/cards/${changed.id}`, { text: 'Prvé, lepšie' });
    await command(phone, 'delete', `/cards/${gone.id}`);
    await command(phone, 'delete', `/cards/${gone.id}`);
    expect((await textsOn(given)).sort()).toEqual(['Prvé, lepšie', 'Tretie']);
    expect((await own(phone, activityId)).map(({ text }) => text)).toEqual(['Prvé, lepšie', 'Tretie']);
    // the words before stay as they were said
    expect((await contributions(activityId)).map(({ text }) => text).sort()).toEqual(['Druhé', 'Prvé', 'Tretie']);
    await given.step(activityId, 'end');
    expect(await codeOf(ask(phone, 'put', `/cards/${late.id}`, { text: 'Neskoro' }))).toBe('activity/too-late');
    expect(await codeOf(ask(phone, 'delete', `/cards/${late.id}`))).toBe('activity/too-late');
  });

  test('nobody touches somebody else’s card', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const [phone, other] = await given.joinAll(2);
    const card = await compose(phone!, activityId, 'Moje');
    for (const [who, status] of [[other!, 404], [api.stranger(), 404], [given.facilitator, 403], [await (await givenSession(api)).join(), 404]] as const) {
      await ask(who, 'put', `/cards/${card.id}`, { text: 'Cudzie' }).expect(status);
      await ask(who, 'delete', `/cards/${card.id}`).expect(status);
    }
    expect(await textsOn(given)).toEqual(['Moje']);
    expect(await own(other!, activityId)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no words', { text: '  \n ' }, 'text'],
    ['1,001 letters', { text: 'x'.repeat(1_001) }, 'text'],
    ['a colour that no note has', { colour: 'black' }, 'colour'],
    ['an author of its own (SEC-04)', { participantId: randomUUID() }, 'participantId'],
    ['a frame of somebody else’s', { frameId: 'frame-nowhere' }, 'frameId'],
    ['no time', { composedAt: 'today' }, 'composedAt'],
  ])('a card with %s is refused', async (_, changes, path) => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const { body, status } = await send(await given.join(), activityId, 'Text', changes);
    expect(status).toBe(400);
    expect(body.fields.map((field: { path: string }) => field.path)).toContain(path);
    expect(await textsOn(given)).toEqual([]);
  });

  test('keeps words as they were typed: other scripts, emoji, markup as text (SEC-23)', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    const texts = ['<script>alert(1)</script>', 'Більше дерев 🌳', "'; drop table card; --", 'dva\nriadky', '=1+1', '‮obrátené'];
    for (const text of texts) await compose(phone, activityId, text);
    expect((await textsOn(given)).sort()).toEqual([...texts].sort());
  });

  test('one person writes two hundred notes and no more', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const [phone, other] = await given.joinAll(2);
    await api.database.query(
      `insert into card (id, activity_id, participant_id, request, text, colour, language, state, composed_at)
        select gen_random_uuid(), $1, $2, '', 'x', 'yellow', 'sk', 'held', now() from generate_series(1, 199)`,
      [activityId, phone!.participantId],
    );
    await compose(phone!, activityId, 'Dvestý');
    const { body } = await send(phone!, activityId, 'Priveľa').expect(409);
    expect(body).toMatchObject({ code: 'activity/note-limit', facts: { limit: 200 } });
    await compose(other!, activityId, 'Iný smie');
  });
});

describe('in a hidden brainstorm', () => {
  test('no word reaches any other screen before the reveal; then all of them, without a name', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    const [writer, reader] = await given.joinAll(2);
    const { boardId } = (await given.room()).room;
    for (const who of [writer!, reader!, given.facilitator]) screens.push(await screenOf(given, who));
    for (const who of [reader!, given.facilitator]) tabs.push(new Tab(api, who, boardId));
    for (const tab of tabs) await tab.ready();
    const secret = 'TAJNÉ-slovo-ktoré-nikto-nevidí';
    const card = await compose(writer!, activityId, secret);
    expect(card.state).toBe('held');
    for (const screen of screens) await screen.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 1);

    for (const { frames } of screens) {
      expect(frames.join()).toContain('"cardCount":1');
      expect(frames.filter((frame) => frame.includes('slovo-ktor'))).toEqual([]);
    }
    expect(await textsOn(given)).toEqual([]);
    expect(await contributions(activityId)).toEqual([]);
    expect(JSON.stringify([await given.room(reader), await given.room(), await given.report(), await own(reader!, activityId)])).not.toContain('slovo-ktor');
    expect(partOf((await given.report()).activities[0], 'brainstorm')).toMatchObject({ noteCount: 1, frames: [{ notes: [] }] });
    expect((await own(writer!, activityId)).map(({ text }) => text)).toEqual([secret]);

    await given.step(activityId, 'reveal');
    for (const tab of tabs) await tab.until(() => tab.notes.some(({ text }) => text === secret));
    expect(await notesOn(given)).toEqual([{ text: secret, participantId: null }]);
    expect(await contributions(activityId)).toMatchObject([{ participant_id: writer!.participantId, text: secret }]);
    expect(await codeOf(ask(given.facilitator, 'post', `/activities/${activityId}/reveal`, {}))).toBe('activity/already-revealed');
    expect(partOf((await given.room(reader)).room.activity, 'brainstorm')).toMatchObject({ revealed: true, cardCount: 1 });
  });

  test('what was left hidden when the next activity began can be revealed then, and the room says that it waits', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    await compose(await given.join(), activityId, 'Ešte ma nikto nečítal');
    await given.started({ kind: 'cluster' });
    const waiting = async () => (await given.room()).room.agenda.map(({ state, waitsForReveal }) => ({ state, waitsForReveal }));
    expect(await waiting()).toEqual([{ state: 'ended', waitsForReveal: true }, { state: 'running', waitsForReveal: false }]);
    await given.step(activityId, 'reveal');
    expect(await textsOn(given)).toEqual(['Ešte ma nikto nečítal']);
    expect(await waiting()).toEqual([{ state: 'ended', waitsForReveal: false }, { state: 'running', waitsForReveal: false }]);
  });

  test('what was changed or taken back before the reveal was never said', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    const phone = await given.join();
    const [one, two] = [await compose(phone, activityId, 'Náčrt'), await compose(phone, activityId, 'Omyl')];
    await command(phone, 'put', `/cards/${one.id}`, { text: 'Hotovo' });
    await command(phone, 'delete', `/cards/${two.id}`);
    await given.step(activityId, 'reveal');
    expect(await textsOn(given)).toEqual(['Hotovo']);
    expect((await contributions(activityId)).map(({ text }) => text)).toEqual(['Hotovo']);
    expect(await api.database.query('select text from card where id = $1', [two.id])).toEqual([{ text: '' }]);
  });

  test('a reveal amid a hundred cards on their way shows every one of them', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    const phones = await given.joinAll(10);
    const sending = Array.from({ length: 100 }, (_, i) => compose(phones[i % 10]!, activityId, `Lístok ${i}`));
    await Promise.race(sending);
    await given.step(activityId, 'reveal');
    await Promise.all(sending);
    expect(new Set(await textsOn(given)).size).toBe(100);
    expect(await api.database.query(`select 1 from card where activity_id = $1 and state = 'held'`, [activityId])).toEqual([]);
  });

  test('what was never revealed is shown when the session is closed: nothing is lost', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('hidden'));
    await compose(await given.join(), activityId, 'Zabudnutý');
    await given.step(activityId, 'end');
    await given.started({ kind: 'information' });
    expect(await textsOn(given)).toEqual([]);
    await given.close();
    expect(partOf((await given.report()).activities[0], 'brainstorm')!.frames.flatMap(({ notes }) => notes.map(({ text }) => text))).toEqual(['Zabudnutý']);
  });
});

describe('in an anonymous brainstorm', () => {
  test('nothing anywhere tells who wrote a note', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('anonymous'));
    const [writer, reader] = await given.joinAll(2);
    const { boardId } = (await given.room()).room;
    for (const who of [reader!, given.facilitator]) screens.push(await screenOf(given, who));
    tabs.push(new Tab(api, reader!, boardId));
    await tabs[0]!.ready();
    const framesBefore = screens.map(({ frames }) => frames.length);
    const card = await compose(writer!, activityId, 'Bez mena');
    await tabs[0]!.until(() => tabs[0]!.notes.length === 1);
    for (const screen of screens) await screen.until(({ room }) => partOf(room?.activity, 'brainstorm')?.cardCount === 1);

    expect(tabs[0]!.notes[0]!.participantId).toBeNull();
    expect(await notesOn(given)).toEqual([{ text: 'Bez mena', participantId: null }]);
    expect((await given.room()).staff!.participants.map(({ cardCount }) => cardCount)).toEqual([null, null]);
    const rows = await api.database.query<object[]>(
      `select to_jsonb(c) as row from card c where activity_id = $1 union all select to_jsonb(c) from contribution c where activity_id = $1
        union all select to_jsonb(r) from record r where session_id = $2
        union all select to_jsonb(u) from board_update u where board_id = $3`,
      [activityId, given.sessionId, boardId],
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toContain(writer!.participantId);
    // no command that was answered is remembered under her name
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256');
    for (const part of [writer!.participantId, 'POST', `/api/activities/${activityId}/cards`, card.id]) digest.update(part).update('\0');
    expect(await api.database.query('select 1 from idempotency_key where digest = $1', [digest.digest()])).toEqual([]);
    // and the moment is only known to the minute
    const moments = await api.database.query<{ at: Date; id: string }[]>('select created_at as at, id from contribution where activity_id = $1', [activityId]);
    expect(moments[0]!.at.getTime() % 60_000).toBe(0);
    expect(moments[0]!.id[14]).toBe('4');
    for (const [i, screen] of screens.entries()) expect(screen.frames.slice(framesBefore[i]).join()).not.toContain(card.id);
  });

  test('the device that made a card still changes and removes it; the server can’t list it', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('anonymous'));
    const [writer, other] = await given.joinAll(2);
    const [kept, gone] = [await compose(writer!, activityId, 'Náčrt'), await compose(writer!, activityId, 'Preč')];
    expect(await own(writer!, activityId)).toEqual([]);
    await command(writer!, 'put', `/cards/${kept.id}`, { text: 'Hotovo' });
    await command(writer!, 'delete', `/cards/${gone.id}`);
    expect(await textsOn(given)).toEqual(['Hotovo']);
    await ask(other!, 'put', `/cards/${randomUUID()}`, { text: 'Háda' }).expect(404);
    // nobody else can learn the id: the note on the board has another
    const [{ contribution_id: contributionId }] = await api.database.query<[{ contribution_id: string }]>('select contribution_id from card where id = $1', [kept.id]);
    await ask(other!, 'put', `/cards/${contributionId}`, { text: 'Háda' }).expect(404);
  });

  test('counts people who wrote only where it knows them', async () => {
    const given = await givenSession(api);
    const phones = await given.joinAll(3);
    const anonymous = await given.started(brainstorm('anonymous'));
    await compose(phones[0]!, anonymous, 'Nikto nevie');
    const open = await given.started(brainstorm());
    await compose(phones[1]!, open, 'Vedia všetci');
    expect((await given.report()).participation).toMatchObject({ total: 3, wroteCount: 1 });
  });
});

describe('late cards', () => {
  test('composed in time on a phone without a signal are taken for ten minutes', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    await given.step(activityId, 'end');
    await given.backdate(activityId, 9);
    expect((await compose(phone, activityId, 'Z výťahu', { composedAt: minutesAgo(9.5) })).state).toBe('shown');
    expect(await textsOn(given)).toEqual(['Z výťahu']);
  });

  test('also when the session was closed meanwhile', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    await given.close();
    await given.backdate(activityId, 5);
    await compose(phone, activityId, 'Z autobusu', { composedAt: minutesAgo(6) });
    expect(partOf((await given.report()).activities[0], 'brainstorm')!.frames[0]!.notes.map(({ text }) => text)).toEqual(['Z autobusu']);
  });

  test('later ones wait for the facilitator, who alone reads them', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    const [staff, guest] = [await screenOf(given, given.facilitator), await screenOf(given, phone)];
    screens.push(staff, guest);
    await given.step(activityId, 'end');
    await given.backdate(activityId, 11);
    const texts = ['Prišiel neskoro', 'Písaný po konci', 'Z falošných hodín'];
    const moments = [minutesAgo(12), minutesAgo(1), new Date(Date.now() + 3_600_000).toISOString()];
    const cards = await Promise.all(texts.map((text, i) => compose(phone, activityId, text, { composedAt: moments[i]! })));
    expect(cards.map(({ state }) => state)).toEqual(['late', 'late', 'late']);
    await staff.until((seen) => seen.staff?.lateCards.length === 3);
    expect(staff.staff!.lateCards.map(({ text }) => text).sort()).toEqual([...texts].sort());
    expect(staff.frames.join()).toContain('lateCards');
    for (const text of [...texts, 'lateCards']) expect(guest.frames.join()).not.toContain(text);
    expect(await textsOn(given)).toEqual([]);

    const id = (text: string) => cards.find((card) => card.text === text)!.id;
    await command(given.facilitator, 'post', `/cards/${id(texts[0]!)}/accept`, {});
    await command(await given.staff('scribe'), 'post', `/cards/${id(texts[1]!)}/dismiss`, {});
    await staff.until((seen) => seen.staff?.lateCards.length === 1);
    expect(await textsOn(given)).toEqual([texts[0]]);
    expect((await own(phone, activityId)).map(({ text, state }) => [text, state])).toEqual(
      expect.arrayContaining([[texts[0], 'shown'], [texts[1], 'removed'], [texts[2], 'late']]),
    );
    expect(await codeOf(ask(given.facilitator, 'post', `/cards/${id(texts[0]!)}/accept`, {}))).toBe('conflict');
    expect(await codeOf(ask(given.facilitator, 'post', `/cards/${id(texts[1]!)}/dismiss`, {}))).toBe('conflict');
  });

  test('are not the participants’ to take in', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    await given.step(activityId, 'end');
    await given.backdate(activityId, 20);
    const { id } = await compose(phone, activityId, 'Neskoro');
    for (const [who, status] of [[phone, 403], [api.stranger(), 404], [await given.staff('observer'), 403], [(await givenSession(api)).facilitator, 404]] as const) {
      for (const what of ['accept', 'dismiss']) await ask(who, 'post', `/cards/${id}/${what}`, {}).expect(status);
    }
    await ask(given.facilitator, 'post', `/cards/${randomUUID()}/accept`, {}).expect(404);
  });
});

describe('a card is not taken', () => {
  test('before its activity began, and in one that asks for none', async () => {
    const given = await givenSession(api);
    const phone = await given.join();
    expect(await codeOf(send(phone, await given.activity(brainstorm()), 'Priskoro'))).toBe('activity/not-running');
    expect(await codeOf(send(phone, await given.started(cluster), 'Nepýtali'))).toBe('activity/not-running');
  });

  test('while the board is locked; what was composed before comes through', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    const phone = await given.join();
    const before = new Date().toISOString();
    await given.step(activityId, 'lock', { locked: true });
    expect(await codeOf(send(phone, activityId, 'Zamknuté', { composedAt: new Date(Date.now() + 1_000).toISOString() }))).toBe('board/read-only');
    await compose(phone, activityId, 'Predtým', { composedAt: before });
    await given.step(activityId, 'lock', { locked: false });
    await compose(phone, activityId, 'Zas odomknuté');
    expect((await textsOn(given)).sort()).toEqual(['Predtým', 'Zas odomknuté']);
  });

  test('on a frame that is locked, and changes of a card that lies there; on another one they are taken', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm('open', ['Dnes', 'Zajtra']));
    const [phone] = await given.joinAll(1);
    const { activity, boardId } = (await given.room()).room;
    const [today, tomorrow] = partOf(activity, 'brainstorm')!.frames;
    const card = await compose(phone!, activityId, 'Solárne strechy', { frameId: today!.id });
    const canvas = new Tab(api, given.facilitator, boardId);
    tabs.push(canvas);
    await canvas.until(({ notes }) => notes.length === 1);
    lockItem(canvas.doc, 'frame', today!.id, true);
    await canvas.saved();
    expect(await codeOf(send(phone!, activityId, 'Neskoro', { frameId: today!.id }))).toBe('board/locked');
    expect(await codeOf(send(phone!, activityId, 'Kamkoľvek'))).toBe('board/locked');
    expect(await codeOf(ask(phone!, 'put', `/cards/${card.id}`, { text: 'Iné' }))).toBe('board/locked');
    expect(await codeOf(ask(phone!, 'delete', `/cards/${card.id}`))).toBe('board/locked');
    await compose(phone!, activityId, 'Vodozádrž', { frameId: tomorrow!.id });
    lockItem(canvas.doc, 'frame', today!.id, false);
    await canvas.saved();
    await command(phone!, 'put', `/cards/${card.id}`, { text: 'Strechy so stromami' });
    expect((await textsOn(given)).sort()).toEqual(['Strechy so stromami', 'Vodozádrž']);
  });

  test('from whoever is no participant: strangers, guests of another session, staff', async () => {
    const given = await givenSession(api);
    const activityId = await given.started(brainstorm());
    for (const [who, status] of [[api.stranger(), 404], [await (await givenSession(api)).join(), 404], [given.facilitator, 403], [await given.staff('observer'), 403]] as const) {
      await ask(who, 'post', `/activities/${activityId}/cards`, cardOf('Nie'), randomUUID()).expect(status);
      await ask(who, 'get', `/activities/${activityId}/cards`).expect(status);
    }
    await ask(await given.join(), 'post', `/activities/${randomUUID()}/cards`, cardOf('Nie')).expect(404);
    expect(await textsOn(given)).toEqual([]);
  });
});
