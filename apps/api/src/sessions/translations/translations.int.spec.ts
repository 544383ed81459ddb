import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { BoardTranslations, NotesToTranslate, NoteToTranslate, TranslateNote } from '@spolu/contracts/second-language';
import type { JoinOffer, SessionView } from '@spolu/contracts/sessions';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { plainOf } from '../activities/plain-by-kind.ts';
import { REPORT_WORDS } from '../report/report-words.ts';
import { activityOf, ask, brainstorm, command, compose, givenSession, type GivenSession, type Phone, sessionOf } from '../given-session.ts';

let api: TestApi;
let given: GivenSession;
let scribe: Someone;
let phone: Phone;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  given = await givenSession(api, { visibility: 'public' });
  await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ visibility: 'public', secondLanguage: 'uk' }));
  scribe = await given.staff('scribe');
  phone = await given.join({ nickname: 'Olena', language: 'uk' });
});

const list = (who: Pick<Someone, 'agent'> = scribe) => command<NotesToTranslate>(who, 'get', `/sessions/${given.sessionId}/translations`);
const put = (who: Pick<Someone, 'agent'>, input: TranslateNote) => ask(who, 'put', `/sessions/${given.sessionId}/translations`, input);
const made = ({ contributionId, into, text: of, version }: NoteToTranslate, text: string): TranslateNote => ({ contributionId, language: into, of, text, version });
const translate = async (note: NoteToTranslate, text: string, who: Pick<Someone, 'agent'> = scribe) => expect((await put(who, made(note, text))).body).toEqual({ version: note.version + 1 });
const boardOf = async () => (await given.room()).room.boardId;
const told = async (who: Pick<Someone, 'agent'>) => (await command<BoardTranslations>(who, 'get', `/boards/${await boardOf()}/translations`)).notes;
async function waiting(text: string): Promise<NoteToTranslate> {
  const found = (await list()).items.find((note) => note.text === text);
  if (!found) throw new Error(`${text} does not wait`);
  return found;
}

describe('notes in the other language', () => {
  test('each waits in the language that it is not written in, until somebody of the staff has put it there; whoever sees the note is told', async () => {
    const activityId = await given.started(brainstorm());
    await compose(phone, activityId, 'Менше шуму', { language: 'uk' });
    await compose(phone, activityId, 'Viac stromov');
    await compose(phone, activityId, 'More benches', { language: 'en' });
    const all = await list();
    expect(all.waitingCount).toBe(4);
    expect(all.items.map(({ text, language, into, waits, version, translation, by }) => [text, language, into, waits, version, translation, by]).sort()).toEqual([
      ['More benches', 'en', 'sk', true, 0, '', null], ['More benches', 'en', 'uk', true, 0, '', null],
      ['Viac stromov', 'sk', 'uk', true, 0, '', null], ['Менше шуму', 'uk', 'sk', true, 0, '', null],
    ]);
    const note = await waiting('Менше шуму');
    await translate(note, 'Menej hluku');
    expect(await told(phone)).toEqual([{ contributionId: note.contributionId, translations: [{ language: 'sk', text: 'Menej hluku' }] }]);
    expect((await list()).waitingCount).toBe(3);
    expect(await waiting('Менше шуму')).toMatchObject({ waits: false, version: 1, translation: 'Menej hluku', by: expect.any(String) });
    // the note says what its author said
    const outline = await command<{ frames: unknown }>(phone, 'get', `/boards/${await boardOf()}`);
    expect(JSON.stringify(outline)).not.toContain('Menej hluku');

    await translate(await waiting('Менше шуму'), '');
    expect(await told(phone)).toEqual([]);
    expect((await list()).waitingCount).toBe(4);
    await expect(put(scribe, { ...made(await waiting('Viac stromov'), 'x'), language: 'cs' })).resolves.toMatchObject({ status: 400 });
  });

  test('two who translate one note never overwrite each other, nor does one translate words that were changed meanwhile', async () => {
    const activityId = await given.started(brainstorm());
    const card = await compose(phone, activityId, 'Менше шуму', { language: 'uk' });
    const note = await waiting('Менше шуму');
    const answers = await Promise.all([put(scribe, made(note, 'Menej hluku')), put(given.facilitator, made(note, 'Menší hluk'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('changed-meanwhile');
    const first = await waiting('Менше шуму');
    expect(first).toMatchObject({ version: 1, translation: expect.stringMatching(/^Men(ej hluku|ší hluk)$/) });
    await translate(first, 'Menej hluku v noci');
    expect((await put(given.facilitator, made(first, 'Ticho'))).body).toMatchObject({ code: 'changed-meanwhile' });

    await command(phone, 'put', `/cards/${card.id}`, { text: 'Менше шуму вночі' });
    // of other words it is no translation, and stands there as what was made of the earlier ones
    expect(await told(phone)).toEqual([]);
    expect(await waiting('Менше шуму вночі')).toMatchObject({ waits: true, version: 2, translation: 'Menej hluku v noci' });
    expect((await put(scribe, { ...made(first, 'Ticho'), version: 2 })).body).toMatchObject({ code: 'changed-meanwhile' });
  });

  test('only the staff translate, and whoever may not enter the board is told nothing', async () => {
    const activityId = await given.started(brainstorm());
    await compose(phone, activityId, 'Менше шуму', { language: 'uk' });
    const note = await waiting('Менше шуму');
    await translate(note, 'Menej hluku');
    for (const who of [phone, await given.staff('observer')]) {
      expect((await put(who, made(note, 'x'))).status).toBe(403);
      expect((await ask(who, 'get', `/sessions/${given.sessionId}/translations`)).status).toBe(403);
    }
    const other = await givenSession(api);
    const elsewhere = await other.join();
    for (const who of [api.stranger(), elsewhere]) expect((await ask(who, 'get', `/boards/${await boardOf()}/translations`)).status).toBe(404);
    expect((await ask(other.facilitator, 'put', `/sessions/${other.sessionId}/translations`, made(note, 'x'))).body).toMatchObject({ code: 'not-found' });
  });

  test('what is hidden yet, waits for staff or was taken back is neither offered nor told', async () => {
    const hidden = await given.started(brainstorm('hidden'));
    const card = await compose(phone, hidden, 'Менше шуму', { language: 'uk' });
    expect(await list()).toMatchObject({ items: [], waitingCount: 0 });
    await given.step(hidden, 'reveal');
    await translate(await waiting('Менше шуму'), 'Menej hluku');
    expect(await told(phone)).toHaveLength(1);
    await command(phone, 'delete', `/cards/${card.id}`);
    expect([await told(phone), (await list()).items]).toEqual([[], []]);

    const moderated = await given.started({ kind: 'brainstorm', mode: 'open', frames: [], moderated: true });
    const inbox = await compose(phone, moderated, 'Тиша', { language: 'uk' });
    expect((await list()).items).toEqual([]);
    const decide = (to: string, from: string) => command(scribe, 'post', `/activities/${moderated}/inbox`, { to, from, cardIds: [inbox.id] });
    await decide('board', 'inbox');
    await translate(await waiting('Тиша'), 'Ticho');
    expect(await told(phone)).toHaveLength(1);
    await decide('inbox', 'board');
    expect(await told(phone)).toEqual([]);
  });

  test('questions of the hall are put into it, too: as far as everybody reads them, in the room and in the report', async () => {
    const activityId = await given.started({ kind: 'q-and-a', moderated: true });
    const id = randomUUID();
    await command(phone, 'post', `/activities/${activityId}/questions`, { text: 'Коли почнеться ремонт?', language: 'uk' }, id);
    expect((await list()).items).toEqual([]);
    const tend = (state: string) => command(scribe, 'put', `/questions/${id}/state`, { state });
    await tend('shown');
    const asked = await waiting('Коли почнеться ремонт?');
    expect(asked).toMatchObject({ contributionId: id, boardTitle: 'Čo trápi mesto?', into: 'sk', waits: true });
    const inRoom = async () => partOf((await given.room(phone)).room.activity, 'q-and-a')!.questions;
    expect((await inRoom())[0]).not.toHaveProperty('translations');
    await translate(asked, 'Kedy sa začne oprava?');
    expect(await inRoom()).toMatchObject([{ text: 'Коли почнеться ремонт?', translations: [{ language: 'sk', text: 'Kedy sa začne oprava?' }] }]);
    await tend('hidden');
    expect((await list()).items).toEqual([]);
    expect((await put(scribe, { ...made(asked, 'x'), version: 1 })).body).toMatchObject({ code: 'not-found' });
    await tend('shown');
    await given.step(activityId, 'end');
    await given.close();
    const chapter = (await given.report(api.stranger())).activities[0]!;
    expect(partOf(chapter, 'q-and-a')!.questions).toMatchObject([{ note: { translations: [{ language: 'sk', text: 'Kedy sa začne oprava?' }] } }]);
    expect(plainOf(chapter)!.parts(chapter, REPORT_WORDS.sk)).toContainEqual(expect.objectContaining({ rows: [['Коли почнеться ремонт?\nKedy sa začne oprava? (preložil človek)', '0', 'bez odpovede']] }));
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ visibility: 'public' }));
    expect(partOf((await given.report(api.stranger())).activities[0], 'q-and-a')!.questions[0]!.note).not.toHaveProperty('translations');
  });

  test('the report tells them beside the words, and one without a second language tells none', async () => {
    const activityId = await given.started(brainstorm());
    await compose(phone, activityId, 'Менше шуму', { language: 'uk' });
    await translate(await waiting('Менше шуму'), 'Menej hluku');
    await given.step(activityId, 'end');
    const notes = async () => partOf((await given.report(api.stranger())).activities[0], 'brainstorm')!.frames.flatMap((frame) => frame.notes);
    await given.close();
    expect(await notes()).toMatchObject([{ text: 'Менше шуму', language: 'uk', translations: [{ language: 'sk', text: 'Menej hluku' }] }]);
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ visibility: 'public' }));
    expect((await notes())[0]).not.toHaveProperty('translations');
  });
});

describe('what a session says of itself in the second language', () => {
  const second = { language: 'uk' as const, pairs: [{ of: 'Dielňa o energii', is: 'Майстерня про енергію' }, { of: 'Vitajte!', is: 'Ласкаво просимо!' }] };
  const edit = (changes: Parameters<typeof sessionOf>[0]) => ask(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ visibility: 'public', secondLanguage: 'uk', ...changes }));
  const inRoom = async () => (await given.room(phone)).room.second;
  const atTheDoor = async () => (await ask(api.stranger(), 'post', '/join-lookups', { code: await given.code() })).body as JoinOffer;

  test('is told at the door, in the room and in the report beside the words that it is of, and no more once those were changed', async () => {
    expect([await inRoom(), await atTheDoor()]).toEqual([undefined, expect.not.objectContaining({ second: expect.anything() })]);
    await edit({ second: { ...second, pairs: [...second.pairs.slice(0, 1), { of: 'Nikde', is: 'Ніде' }] } }).expect(204);
    expect(await inRoom()).toEqual(second.pairs.slice(0, 1));
    await edit({ second }).expect(204);
    expect([await inRoom(), (await atTheDoor()).second, (await given.view()).second]).toEqual([second.pairs, second, second]);
    // left out it is as it was, of other words it is none
    await edit({ title: 'Dielňa o vode' }).expect(204);
    expect(await inRoom()).toEqual(second.pairs.slice(1));
    await edit({}).expect(204);
    await given.close();
    expect((await given.report(api.stranger())).second).toEqual({ language: 'uk', pairs: second.pairs.slice(0, 1) });
    await edit({ secondLanguage: 'en' }).expect(204);
    expect(await given.report(api.stranger())).not.toHaveProperty('second');
    await edit({ second: null }).expect(204);
    expect((await given.view()).second).toBeNull();
  });

  test('is written by who prepares the session, in bounds', async () => {
    for (const who of [phone, await given.staff('observer')]) expect((await ask(who, 'put', `/sessions/${given.sessionId}`, sessionOf({ secondLanguage: 'uk', second }))).status).toBe(403);
    const three = { ...second, pairs: [...second.pairs, { of: 'Radnica', is: 'Ратуша' }] };
    for (const wrong of [three, { ...second, language: 'de' }, { ...second, pairs: [{ of: 'Vitajte!', is: 'x'.repeat(10_001) }] }]) {
      expect((await edit({ second: wrong as typeof second })).status).toBe(400);
    }
    const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, sessionOf({ secondLanguage: 'uk', second }));
    expect((await command<SessionView>(given.facilitator, 'get', `/sessions/${id}`)).second).toEqual(second);
  });
});

describe('what an activity says in the second language', () => {
  const second = (of: string, is: string, language: 'uk' | 'en' = 'uk') => ({ language, pairs: [{ of, is }, { of: 'Каждý', is: 'nobody said that' }] });

  test('all screens are told it beside the words that it is of, and no more once those were changed', async () => {
    const activityId = await given.activity(brainstorm('open', ['Problémy']), { second: { language: 'uk', pairs: [{ of: 'Čo trápi mesto?', is: 'Що турбує місто?' }, { of: 'Problémy', is: 'Проблеми' }, { of: 'Nikde', is: 'Ніде' }] } });
    expect((await given.room(phone)).room).toMatchObject({ secondLanguage: 'uk', agenda: [{ title: 'Čo trápi mesto?', secondTitle: 'Що турбує місто?' }] });
    await given.step(activityId, 'start');
    const pairs = [{ of: 'Čo trápi mesto?', is: 'Що турбує місто?' }, { of: 'Problémy', is: 'Проблеми' }];
    expect((await given.room(phone)).room.activity).toMatchObject({ second: pairs });
    // words and minutes change also while it runs
    await command(given.facilitator, 'put', `/activities/${activityId}`, activityOf(brainstorm('open', ['Problémy']), { title: 'Čo trápi obec?' }));
    expect((await given.room(phone)).room.activity).toMatchObject({ second: [{ of: 'Problémy', is: 'Проблеми' }] });
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ secondLanguage: 'en' }));
    expect((await given.room(phone)).room.activity).not.toHaveProperty('second');
    expect((await ask(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ secondLanguage: 'sk' }))).status).toBe(400);
  });

  test('a copy of the session, and a session from its template, are in two languages too', async () => {
    await given.activity(brainstorm(), { second: second('Čo trápi mesto?', 'Що турбує місто?') });
    const { id: templateId } = await command<{ id: string }>(given.facilitator, 'post', `/sessions/${given.sessionId}/sheet-templates`, { kind: 'sheet', title: 'Dvojjazyčne', purpose: '' });
    for (const from of [{ sessionId: given.sessionId }, { templateId }]) {
      const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf(), from });
      const view = await command<SessionView>(given.facilitator, 'get', `/sessions/${id}`);
      expect(view.secondLanguage).toBe('uk');
      expect(view.activities[0]?.second).toEqual({ language: 'uk', pairs: [{ of: 'Čo trápi mesto?', is: 'Що турбує місто?' }] });
    }
    const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf({ language: 'uk' }), from: { templateId } });
    expect((await command<SessionView>(given.facilitator, 'get', `/sessions/${id}`)).secondLanguage).toBeNull();
  });

  test('a copy says of itself in the second language what the other session says, as far as its words are the same', async () => {
    const { title } = sessionOf();
    await command(given.facilitator, 'put', `/sessions/${given.sessionId}`, sessionOf({ secondLanguage: 'uk', second: { language: 'uk', pairs: [{ of: title, is: 'Майстерня' }, { of: 'Vitajte.', is: 'Вітаємо.' }] }, welcome: 'Vitajte.' }));
    const secondOfCopy = async (changes: Parameters<typeof sessionOf>[0]) => {
      const { id } = await command<{ id: string }>(given.facilitator, 'post', `/processes/${given.processId}/sessions`, { ...sessionOf(changes), from: { sessionId: given.sessionId } });
      return (await command<SessionView>(given.facilitator, 'get', `/sessions/${id}`)).second;
    };
    expect(await secondOfCopy({})).toEqual({ language: 'uk', pairs: [{ of: title, is: 'Майстерня' }] });
    expect(await secondOfCopy({ title: 'Iná dielňa', welcome: 'Vitajte.' })).toEqual({ language: 'uk', pairs: [{ of: 'Vitajte.', is: 'Вітаємо.' }] });
    expect(await secondOfCopy({ secondLanguage: 'uk', second: { language: 'uk', pairs: [{ of: title, is: 'Воркшоп' }] } })).toEqual({ language: 'uk', pairs: [{ of: title, is: 'Воркшоп' }] });
    expect(await secondOfCopy({ secondLanguage: 'en' })).toBeNull();
  });
});
