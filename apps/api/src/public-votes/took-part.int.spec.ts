import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicVoteView } from '@spolu/contracts/public-votes';
import type { Response } from 'supertest';
import { command } from '../ideas/given-harvest.ts';
import { ProvenanceService } from '../provenance/provenance.service.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { BallotsService } from './ballots.service.ts';
import { count, givenVote, publish, type GivenVote } from './given-public-vote.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: PromiseLike<Response>) => ((await request).body as { code?: string }).code;
const cast = (who: Someone, { voteId, optionIds }: GivenVote, key: string = randomUUID()) =>
  who.agent.post(`/api/public-votes/${voteId}/ballots`).set('Idempotency-Key', key).send({ ballot: { kind: 'choice', optionIds: [optionIds[0]!] }, code: null });

/** An open vote of those who took part: it opened an hour ago. */
async function givenOpen() {
  const given = await givenVote(api, { change: () => ({ voters: 'took-part' }) });
  await publish(given).expect(204);
  await api.database.query(`update participant set joined_at = now() - interval '2 hours' where session_id = $1`, [given.sessionId]);
  await given.open();
  const standing = async (who: Someone) => (await given.view(who)).standing;
  const phone = (at = 0) => api.device({ participants: [{ id: given.participantIds[at]!, sessionId: given.sessionId }] });
  return { given, standing, phone };
}

/** A seat in the session that says nothing: somebody who came. */
async function sit({ sessionId }: GivenVote, joined: string, { personId = null, removed = false }: { personId?: string | null; removed?: boolean } = {}) {
  const id = randomUUID();
  await api.database.query(
    `insert into participant (id, session_id, person_id, language, joined_at, removed_at, join_digest)
      values ($1::uuid, $2, $3, 'sk', now() + $4::interval, case when $5 then now() end, decode(md5($1::text), 'hex'))`, [id, sessionId, personId, joined, removed]);
  return id;
}

/** What a seat, or an account, wrote in the process, so long ago. */
async function write({ processId }: GivenVote, who: { participantId?: string; personId?: string }, hours: number) {
  await api.app.get(ProvenanceService, { strict: false }).writeContributions(api.database.manager, [{
    id: randomUUID(), kind: 'comment', participantId: who.participantId ?? null, personId: who.personId ?? null, sessionId: null, processId, activityId: null, language: 'sk', text: 'Súhlasím',
    createdAt: new Date(Date.now() - hours * 3_600_000).toISOString(), visibility: 'public',
  }]);
}

const claim = (participantId: string, person: Someone) => api.app.get(ReceiptsService, { strict: false }).claim(api.database.manager, participantId, person.personId!);

describe('a vote of those who took part', () => {
  test('takes one ballot each of a phone that came, of a guest and of an account that wrote, and of who supported an idea', async () => {
    const { given, standing, phone } = await givenOpen();
    const [guest, wrote, supported, came] = [await phone(1), await api.person(), await api.person(), await api.person()];
    await write(given, { personId: wrote.personId! }, 3);
    await api.database.query(`insert into idea_support (idea_id, by_id, at) values ($1, $2, now() - interval '2 hours')`, [given.ideaIds[0], supported.personId]);
    await sit(given, '-2 hours', { personId: came.personId });
    const silent = await api.device({ participants: [{ id: await sit(given, '-2 hours'), sessionId: given.sessionId }] });
    const voters = [given.phone, guest, wrote, supported, came, silent];
    for (const who of voters) {
      expect(await given.view(who)).toMatchObject({ standing: 'may-vote', given: false });
      const key = randomUUID();
      await cast(who, given, key).expect(204);
      await cast(who, given, key).expect(204);
      expect(await codeOf(cast(who, given))).toBe('public-vote/already-voted');
      expect(await given.view(who)).toMatchObject({ given: true });
    }
    expect((await given.view()).turnout).toEqual({ given: 6, eligible: 6 });
    expect(await standing(given.lead)).toBe('did-not-take-part');
    await api.database.query(`update public_vote set closes_at = now() - interval '1 second' where id = $1`, [given.voteId]);
    await count(given).expect(204);
    const { result, standing: after } = await given.view(guest);
    expect(result).toMatchObject({ ballotCount: 6, eligible: 6 });
    expect(after).toBeNull();
    for (const table of ['public_vote_given', 'public_vote_guest_given']) expect(await api.database.query(`select 1 from ${table} where vote_id = $1`, [given.voteId])).toEqual([]);
  });

  test('takes none of who did nothing, of who did so only after it had opened, and of who was asked to leave; each is told why', async () => {
    const { given, standing } = await givenOpen();
    const [nobody, commented, elsewhere] = [await api.person(), await api.person(), await api.person()];
    const sat = await api.device({ participants: [{ id: await sit(given, '-5 minutes'), sessionId: given.sessionId }] });
    const removed = await api.device({ participants: [{ id: await sit(given, '-2 hours', { removed: true }), sessionId: given.sessionId }] });
    await write(given, { personId: commented.personId! }, 0.5);
    await write(await givenVote(api), { personId: elsewhere.personId! }, 3);
    // online, a guest who opened the form and wrote nothing
    const guest = await api.device({});
    await command(guest, 'post', `/processes/${given.processId}/guests`, { language: 'sk' });
    for (const [who, why] of [
      [api.stranger(), 'did-not-take-part'], [nobody, 'did-not-take-part'], [elsewhere, 'did-not-take-part'], [removed, 'did-not-take-part'], [guest, 'did-not-take-part'], [sat, 'joined-later'],
      [commented, 'joined-later'],
    ] as const) {
      expect(await standing(who)).toBe(why);
      const refused = await cast(who, given).expect(403);
      expect((refused.body as { code: string }).code).toBe(`public-vote/${why}`);
    }
    expect(await api.database.query('select 1 from public_vote_ballot where vote_id = $1', [given.voteId])).toEqual([]);
    // until it opens, who takes part now is in time
    await api.database.query(`update public_vote set opens_at = now() + interval '1 hour' where id = $1`, [given.voteId]);
    expect([await standing(sat), await codeOf(cast(sat, given))]).toEqual(['may-vote', 'public-vote/not-open']);
    await given.close();
    expect(await codeOf(cast(nobody, given))).toBe('public-vote/closed');
  });

  test('a guest who claimed her words into an account is one voter with it, whichever votes first', async () => {
    const { given, standing, phone } = await givenOpen();
    const [first, second] = [await api.person(), await api.person()];
    // the guest votes, then claims
    const guest = await phone(0);
    const key = randomUUID();
    await cast(guest, given, key).expect(204);
    await claim(given.participantIds[0]!, first);
    expect(await given.view(first)).toMatchObject({ standing: 'may-vote', given: true });
    expect(await codeOf(cast(first, given))).toBe('public-vote/already-voted');
    // the account of a claim votes; on the phone her seat now belongs to it
    await claim(given.participantIds[1]!, second);
    const other = await phone(1);
    expect(await standing(other)).toBe('sign-in');
    expect(await codeOf(cast(other, given))).toBe('signed-out');
    await cast(second, given).expect(204);
    expect(await codeOf(cast(await api.device({ personId: second.personId!, participants: [{ id: given.participantIds[1]!, sessionId: given.sessionId }] }), given))).toBe('public-vote/already-voted');
    expect((await given.view()).turnout).toEqual({ given: 2, eligible: 2 });
  });

  test('a device votes once for all its seats, and with whoever is signed in on it', async () => {
    const { given } = await givenOpen();
    const places = given.participantIds.map((id) => ({ id, sessionId: given.sessionId }));
    const both = await api.device({ participants: [places[0]!] });
    const seat = await sit(given, '-2 hours');
    await api.database.query('insert into sign_in_participant (sid, participant_id, process_id) select sid, $2, $3 from sign_in_participant where participant_id = $1 limit 1', [places[0]!.id, seat, given.processId]);
    const person = await api.person();
    const signedIn = await api.device({ personId: person.personId!, participants: [places[1]!] });
    // two at the same moment are one
    const answers = await Promise.all([cast(signedIn, given), cast(signedIn, given)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await codeOf(cast(await api.device({ participants: [places[1]!] }), given))).toBe('public-vote/already-voted');
    await cast(both, given).expect(204);
    expect(await codeOf(cast(await api.device({ participants: [places[0]!] }), given))).toBe('public-vote/already-voted');
    expect((await given.view()).turnout.given).toBe(2);
    // of the marks of one voter one has the command: nothing says which account has which seat
    const commands = await api.database.query<{ command: string | null }[]>(
      'select command from public_vote_given where vote_id = $1 union all select command from public_vote_guest_given where vote_id = $1', [given.voteId]);
    expect(commands.filter((mark) => mark.command !== null)).toHaveLength(2);
    expect(commands.length).toBeGreaterThan(2);
  });

  test('SEC-47: no row holds a seat or an account together with a choice, and mixing leaves no order', async () => {
    const { given, phone } = await givenOpen();
    const guests = [await phone(0), await phone(1)];
    for (const who of guests) await cast(who, given).expect(204);
    const marks = async () => api.database.query<{ xmin: string }[]>(`select xmin::text from public_vote_guest_given where vote_id = $1 union all select xmin::text from public_vote_ballot where vote_id = $1`, [given.voteId]);
    expect(new Set((await marks()).map(({ xmin }) => xmin)).size).toBe(2);
    await api.app.get(BallotsService).mix();
    expect(new Set((await marks()).map(({ xmin }) => xmin)).size).toBe(1);
    const tables = await api.database.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) {
      const rows = await api.database.query<{ row: string }[]>(`select t::text as row from ${name} t`);
      expect([name, rows.filter(({ row }) => given.participantIds.some((id) => row.includes(id)) && given.optionIds.some((id) => row.includes(id)))]).toEqual([name, []]);
    }
  });

  test('is not told of votes for accounts, and makes no codes', async () => {
    const { given } = await givenOpen();
    expect(await codeOf(given.lead.agent.post(`/api/public-votes/${given.voteId}/codes`).send({ count: 1 }))).toBe('conflict');
    const forAccounts = await givenVote(api);
    await publish(forAccounts).expect(204);
    expect((await api.stranger().agent.get(`/api/public-votes/${forAccounts.voteId}`).expect(200)).body as PublicVoteView).toMatchObject({ standing: null, voters: 'accounts' });
  });
});
