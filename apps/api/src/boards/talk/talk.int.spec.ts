import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  COMMENTS_PER_OBJECT_MAX, COMMENTS_PER_PARTICIPANT_MAX, TALK_PAGE_LENGTH, type AddComment, type OwnTalk, type React, type TalkPage, type Thread,
} from '@spolu/contracts/board-talk';
import type { BoardRule } from '@spolu/contracts/boards';
import { COMMENT_MAX_LENGTH } from '@spolu/contracts/plain';
import { addFrame, newFrameId } from '@spolu/board/frames';
import { removeItem, restoreItem } from '@spolu/board/items';
import type { Response } from 'supertest';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenBoard, Tab, type GivenBoard } from '../given-board.ts';
import { COMMENTS_A_MINUTE } from './talk.service.ts';

let api: TestApi;
const tabs: Tab[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(() => api?.stop());

async function tabOf({ boardId }: GivenBoard, someone: Someone): Promise<Tab> {
  const tab = new Tab(api, someone, boardId);
  tabs.push(tab);
  return tab.ready();
}
interface Talked extends GivenBoard {
  noteId: string;
  guest1: Someone & { participantId: string };
  tab: Tab;
}
/** A board with one note of a guest's. */
async function givenNote(rule: Partial<BoardRule> = {}): Promise<Talked> {
  const board = await givenBoard(api);
  const guest1 = await board.guest();
  const tab = await tabOf(board, guest1);
  const noteId = tab.add();
  await tab.saved();
  if (Object.keys(rule).length > 0) await board.setRule(rule);
  return Object.assign(board, { noteId, guest1, tab });
}

const keyed = <Request extends { set(name: string, value: string): Request }>(request: Request) => request.set('Idempotency-Key', randomUUID());
const comment = ({ boardId, noteId }: Talked, { agent }: Someone, input: Partial<AddComment> = {}) =>
  keyed(agent.post(`/api/boards/${boardId}/comments`)).send({ objectId: noteId, text: 'a kto ich poleje?', ...input });
const react = ({ boardId, noteId }: Talked, { agent }: Someone, input: Partial<React> = {}) =>
  keyed(agent.put(`/api/boards/${boardId}/reactions`)).send({ objectId: noteId, kind: 'like', given: true, ...input });
const resolve = ({ boardId, noteId }: Talked, { agent }: Someone, resolved = true) => keyed(agent.put(`/api/boards/${boardId}/resolutions`)).send({ objectId: noteId, resolved });
const remove = ({ boardId }: Talked, { agent }: Someone, id: string) => keyed(agent.delete(`/api/boards/${boardId}/comments/${id}`));
const threadOf = async ({ boardId, noteId }: Talked, { agent }: Someone) => (await agent.get(`/api/boards/${boardId}/comments?objectId=${noteId}`).expect(200)).body as Thread;
const talkOf = async ({ boardId }: Talked, { agent }: Someone, since = 0) => (await agent.get(`/api/boards/${boardId}/talk?since=${since}`).expect(200)).body as TalkPage;
const codeOf = ({ status, body }: Response) => `${status} ${(body as { code?: string }).code ?? ''}`;

describe('comments on a thing', () => {
  it('are read oldest first, under who wrote them, and tell everybody at the board how many there are', async () => {
    const board = await givenNote();
    const [staff, guest2] = [await board.staff(), await board.guest()];
    const watching = await tabOf(board, guest2);
    const first = (await comment(board, board.guest1).expect(201)).body as OwnTalk;
    expect(first).toMatchObject({ objectId: board.noteId, commentCount: 1, resolved: false, reactions: {}, mine: [] });
    await comment(board, staff, { text: 'Mesto.\nKaždý utorok.' }).expect(201);
    await watching.until(({ talks }) => talks.get(board.noteId)?.commentCount === 2);
    const { comments, may, talk } = await threadOf(board, board.guest1);
    expect(comments).toMatchObject([
      { text: 'a kto ich poleje?', participantId: board.guest1.participantId, name: null, mine: true },
      { text: 'Mesto.\nKaždý utorok.', participantId: null, name: expect.any(String), mine: false },
    ]);
    expect(may).toEqual({ comment: true, moderate: false });
    expect(talk.commentCount).toBe(2);
    expect((await threadOf(board, staff)).may).toEqual({ comment: true, moderate: true });
    expect(await talkOf(board, guest2)).toEqual({ talks: [{ ...talk, mine: [] }], next: null });
    expect(await talkOf(board, guest2, talk.revision)).toEqual({ talks: [], next: null });
  });

  it('are what somebody said: each is her contribution, found by her own receipt', async () => {
    const board = await givenNote();
    await comment(board, board.guest1).expect(201);
    const rows = await api.database.query('select kind, text, participant_id, activity_id from contribution where session_id = $1 and kind = $2', [board.sessionId, 'comment']);
    expect(rows).toEqual([{ kind: 'comment', text: 'a kto ich poleje?', participant_id: board.guest1.participantId, activity_id: board.rule.activityId }]);
    const mine = (await board.guest1.agent.get('/api/contributions/mine').expect(200)).body as { items: { kind: string }[] };
    expect(mine.items.map(({ kind }) => kind)).toContain('comment');
  });

  it('lie with whatever is on the board, and with nothing that is not', async () => {
    const board = await givenNote();
    const staff = await board.staff();
    const tab = await tabOf(board, staff);
    const frameId = newFrameId();
    addFrame(tab.doc, { id: frameId, title: 'Nápady', position: { x: 0, y: 0 } });
    await tab.saved();
    await comment(board, board.guest1, { objectId: frameId }).expect(201);
    const elsewhere = await givenNote();
    for (const objectId of [randomUUID(), elsewhere.noteId]) expect(codeOf(await comment(board, board.guest1, { objectId }))).toBe('404 not-found');
    expect(codeOf(await comment(board, board.guest1, { objectId: 'a b' }))).toBe('400 invalid-input');
  });

  it('go out of sight with their thing and come back with it', async () => {
    const board = await givenNote();
    await comment(board, board.guest1).expect(201);
    removeItem(board.tab.doc, 'note', board.noteId, 'author');
    await board.tab.saved();
    for (const someone of [board.guest1, await board.staff()]) {
      expect(codeOf(await someone.agent.get(`/api/boards/${board.boardId}/comments?objectId=${board.noteId}`))).toBe('404 not-found');
      expect(codeOf(await comment(board, someone))).toBe('404 not-found');
      expect(codeOf(await react(board, someone))).toBe('404 not-found');
    }
    restoreItem(board.tab.doc, 'note', board.noteId);
    await board.tab.saved();
    expect((await threadOf(board, board.guest1)).comments).toMatchObject([{ text: 'a kto ich poleje?' }]);
  });

  it('sent again under its key a comment counts once', async () => {
    const board = await givenNote();
    const key = randomUUID();
    const send = () => board.guest1.agent.post(`/api/boards/${board.boardId}/comments`).set('Idempotency-Key', key).send({ objectId: board.noteId, text: 'raz' });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await threadOf(board, board.guest1)).comments).toHaveLength(1);
  });

  it('no words, too many of them, and signs nobody sees are refused', async () => {
    const board = await givenNote();
    for (const text of ['', '   ', 'a'.repeat(COMMENT_MAX_LENGTH + 1), '\u200b', 'a\u0000b']) expect(codeOf(await comment(board, board.guest1, { text }))).toBe('400 invalid-input');
    await comment(board, board.guest1, { text: 'ž'.repeat(COMMENT_MAX_LENGTH) }).expect(201);
  });
});

describe('SEC-03: who may comment', () => {
  it('whoever may write on the board now: participants not while it is locked or closed, observers never, strangers see nothing', async () => {
    const board = await givenNote();
    const staff = await board.staff();
    const observer = await api.person({ roles: [{ scope: 'session', scopeId: board.sessionId, role: 'observer' }] });
    const foreign = [api.stranger(), await api.person(), await api.device({ participants: [{ id: randomUUID(), sessionId: randomUUID() }] })];
    expect(codeOf(await comment(board, observer))).toBe('403 forbidden');
    expect(codeOf(await react(board, observer))).toBe('403 forbidden');
    expect((await threadOf(board, observer)).may).toEqual({ comment: false, moderate: false });
    for (const someone of foreign) {
      for (const request of [comment(board, someone), react(board, someone), resolve(board, someone), remove(board, someone, randomUUID()),
        someone.agent.get(`/api/boards/${board.boardId}/talk`), someone.agent.get(`/api/boards/${board.boardId}/comments?objectId=${board.noteId}`)]) {
        expect(codeOf(await request)).toBe('404 not-found');
      }
    }
    await board.setRule({ locked: true });
    expect(codeOf(await comment(board, board.guest1))).toBe('403 board/read-only');
    expect(codeOf(await react(board, board.guest1))).toBe('403 board/read-only');
    await comment(board, staff).expect(201);
    await board.setRule({ open: false });
    for (const request of [comment(board, staff), react(board, staff), resolve(board, staff)]) expect(codeOf(await request)).toBe('403 board/read-only');
  });

  it('while notes are hidden participants say nothing that would tell what they hold', async () => {
    const board = await givenNote({ hidden: true });
    expect(codeOf(await comment(board, board.guest1))).toBe('403 board/hidden');
    expect(codeOf(await react(board, board.guest1))).toBe('403 board/hidden');
    expect((await threadOf(board, board.guest1)).may.comment).toBe(false);
    await comment(board, await board.staff()).expect(201);
  });

  it('in an anonymous activity nobody is written beside a comment, nor its exact moment, and reactions are not taken', async () => {
    const board = await givenNote({ anonymous: true });
    await comment(board, board.guest1).expect(201);
    const { comments } = await threadOf(board, board.guest1);
    expect(comments).toMatchObject([{ participantId: null, name: null, mine: false }]);
    expect(comments[0]!.at).toMatch(/:00\.000Z$/);
    const [row] = await api.database.query<{ participant_id: string | null; person_id: string | null; id: string }[]>('select * from contribution where id = $1', [comments[0]!.id]);
    expect(row).toMatchObject({ participant_id: null, person_id: null });
    // the time stands in an id of version 7
    expect(row!.id[14]).toBe('4');
    expect(codeOf(await react(board, board.guest1))).toBe('403 board/hidden');
    expect(codeOf(await remove(board, board.guest1, comments[0]!.id))).toBe('403 forbidden');
    await remove(board, await board.staff(), comments[0]!.id).expect(200);
  });
});

describe('taking a comment away', () => {
  it('its author does it at any time, who runs the session with anybody’s, nobody else', async () => {
    const board = await givenNote();
    const [staff, other] = [await board.staff(), await board.guest()];
    await comment(board, board.guest1, { text: 'prvý' }).expect(201);
    await comment(board, board.guest1, { text: 'druhý' }).expect(201);
    await comment(board, staff, { text: 'tretí' }).expect(201);
    const [first, second, third] = (await threadOf(board, board.guest1)).comments;
    for (const one of [first!, third!]) expect(codeOf(await remove(board, other, one.id))).toBe('403 forbidden');
    expect(codeOf(await remove(board, board.guest1, third!.id))).toBe('403 forbidden');
    expect(codeOf(await remove(board, board.guest1, randomUUID()))).toBe('404 not-found');
    const elsewhere = await givenNote();
    expect(codeOf(await remove(elsewhere, board.guest1, first!.id))).toBe('404 not-found');
    await board.setRule({ open: false });
    expect((await remove(board, board.guest1, first!.id).expect(200)).body).toMatchObject({ commentCount: 2 });
    await remove(board, staff, second!.id).expect(200);
    expect((await threadOf(board, other)).comments).toMatchObject([{ text: 'tretí' }]);
    await board.tab.until(({ talks }) => talks.get(board.noteId)?.commentCount === 1);
  });

  it('leaves its words nowhere', async () => {
    const board = await givenNote();
    const words = `zmazané slová ${randomUUID()}`;
    await comment(board, board.guest1, { text: words }).expect(201);
    const [one] = (await threadOf(board, board.guest1)).comments;
    await remove(board, board.guest1, one!.id).expect(200);
    const tables = await api.database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const found = await api.database.query<{ count: number }[]>(`select count(*)::int as count from "${name}" t where t::text like $1`, [`%${words}%`]);
      expect([name, found[0]!.count]).toEqual([name, 0]);
    }
    expect(codeOf(await remove(board, board.guest1, one!.id))).toBe('404 not-found');
  });
});

describe('a thread is settled', () => {
  it('by who runs the session; a new comment opens it again', async () => {
    const board = await givenNote();
    const staff = await board.staff();
    await comment(board, board.guest1).expect(201);
    expect(codeOf(await resolve(board, board.guest1))).toBe('403 forbidden');
    expect((await resolve(board, staff).expect(200)).body).toMatchObject({ resolved: true, commentCount: 1 });
    await board.tab.until(({ talks }) => talks.get(board.noteId)?.resolved === true);
    expect((await resolve(board, staff, false).expect(200)).body).toMatchObject({ resolved: false });
    await resolve(board, staff).expect(200);
    expect((await comment(board, board.guest1).expect(201)).body).toMatchObject({ resolved: false, commentCount: 2 });
  });
});

describe('reactions', () => {
  it('one of each kind from each, counted, taken back', async () => {
    const board = await givenNote();
    const other = await board.guest();
    await react(board, board.guest1).expect(200);
    await react(board, board.guest1).expect(200);
    await react(board, board.guest1, { kind: 'idea' }).expect(200);
    expect((await react(board, other).expect(200)).body).toMatchObject({ reactions: { like: 2, idea: 1 }, mine: ['like'], commentCount: 0 });
    const { talks } = await talkOf(board, board.guest1);
    expect(talks).toMatchObject([{ objectId: board.noteId, reactions: { like: 2, idea: 1 } }]);
    expect([...talks[0]!.mine].sort()).toEqual(['idea', 'like']);
    expect((await react(board, board.guest1, { given: false }).expect(200)).body).toMatchObject({ reactions: { like: 1, idea: 1 }, mine: ['idea'] });
    await board.tab.until(({ talks: told }) => told.get(board.noteId)?.reactions.like === 1);
    expect(codeOf(await react(board, other, { kind: 'rage' as never }))).toBe('400 invalid-input');
  });

  it('many at once come out as many as they were, and the board hears where it ended', async () => {
    const board = await givenNote();
    const guests = await Promise.all(Array.from({ length: 12 }, () => board.guest()));
    await Promise.all(guests.map((guest) => react(board, guest).expect(200)));
    await board.tab.until(({ talks }) => talks.get(board.noteId)?.reactions.like === 12);
    await Promise.all(guests.map((guest, i) => react(board, guest, { given: i % 2 === 0 }).expect(200)));
    await board.tab.until(({ talks }) => talks.get(board.noteId)?.reactions.like === 6);
  });

  it('say nowhere who gave them', async () => {
    const board = await givenNote();
    await react(board, board.guest1).expect(200);
    const other = await board.guest();
    expect(JSON.stringify([await talkOf(board, other), await threadOf(board, other)])).not.toContain(board.guest1.participantId);
    await board.tab.until(({ talks }) => talks.size > 0);
    expect(JSON.stringify([...board.tab.talks])).not.toContain(board.guest1.participantId);
  });
});

describe('SEC-26: limits of talk', () => {
  /** As if they had been written: `count` comments of a participant's, `onEach` on each thing. */
  async function fill(board: Talked, count: number, onEach: number, participantId: string | null) {
    await api.database.query(`insert into board_talk (board_id, revision) values ($1, $2) on conflict (board_id) do update set revision = board_talk.revision + $2`, [board.boardId, count]);
    await api.database.query(
      `with given as (select gen_random_uuid() as id, n, 'thing-' || n / $3 as thing from generate_series(1, $2::int) n),
        things as (insert into board_thread (board_id, object_id, revision) select $1, case when thing = 'thing-0' then $4 else thing end, max(n) from given group by thing returning object_id),
        records as (insert into record (id, kind, title, visibility, session_id, at) select id, 'contribution', 'x', 'public', $5, now() from given returning id),
        said as (insert into contribution (id, kind, participant_id, session_id, language, text, created_at) select given.id, 'comment', $6, $5, 'sk', 'x', now() from given, (select count(*) from records) r returning id)
      insert into board_comment (id, board_id, object_id, number)
        select id, $1, case when thing = 'thing-0' then $4 else thing end, n from given, (select count(*) from things) t, (select count(*) from said) s`,
      [board.boardId, count, onEach, board.noteId, board.sessionId, participantId]);
  }

  it('a thing takes a hundred comments, a participant writes two hundred', async () => {
    const full = await givenNote();
    await fill(full, COMMENTS_PER_OBJECT_MAX, COMMENTS_PER_OBJECT_MAX + 1, null);
    expect(codeOf(await comment(full, full.guest1))).toBe('409 board/full');
    const busy = await givenNote();
    await fill(busy, COMMENTS_PER_PARTICIPANT_MAX, 10, busy.guest1.participantId);
    expect(codeOf(await comment(busy, busy.guest1))).toBe('409 board/own-limit');
    await comment(busy, await busy.guest()).expect(201);
  });

  it('who writes faster than a hand can is told to wait', async () => {
    const board = await givenNote({ anonymous: true });
    // All at once: one after the other might take a busy machine longer than the minute.
    const answers = (await Promise.all(Array.from({ length: COMMENTS_A_MINUTE + 1 }, () => comment(board, board.guest1)))).map(codeOf);
    expect(answers.sort()).toEqual([...Array.from({ length: COMMENTS_A_MINUTE }, () => '201 '), '429 too-many-requests']);
    await comment(board, await board.guest()).expect(201);
  });

  it('the talk of a board is read in pages, each thing once, whatever changes meanwhile', async () => {
    const board = await givenNote();
    await fill(board, TALK_PAGE_LENGTH + 20, 1, null);
    const first = await talkOf(board, board.guest1);
    expect(first.talks).toHaveLength(TALK_PAGE_LENGTH);
    await comment(board, board.guest1).expect(201);
    const second = await talkOf(board, board.guest1, first.next!);
    expect(second.next).toBeNull();
    const ids = [...first.talks, ...second.talks].map(({ objectId }) => objectId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second.talks.at(-1)).toMatchObject({ objectId: board.noteId, commentCount: 1 });
    for (const since of ['-1', 'x', '1.5']) expect(codeOf(await board.guest1.agent.get(`/api/boards/${board.boardId}/talk?since=${since}`))).toBe('400 invalid-input');
  });
});
