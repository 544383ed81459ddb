import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EditBody } from '@spolu/contracts/identity';
import type { MeetingRow, MeetingView } from '@spolu/contracts/meetings';
import type { ReferralView } from '@spolu/contracts/review';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { command, made } from '../../ideas/given-harvest.ts';
import { givenApi, type Someone, type TestApi } from '../../testing/given-api.ts';
import { givenReferral, LATER, position, YESTERDAY, type GivenReferral } from '../given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const plan = { title: 'Zasadnutie komisie', on: YESTERDAY, at: '16:30', place: 'Radnica', onlineUrl: 'https://mesto.example/meet', invitation: 'Pozývame vás.' };
const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;

interface GivenMeeting extends GivenReferral {
  meetingId: string;
  mandateId: string;
  itemIds: [string, string, string];
}
/** Two recommendations and a free item on the agenda; of five who sit there, one has no account. */
async function givenMeeting(): Promise<GivenMeeting> {
  const given = await givenReferral(api);
  const { secretary, commissionId, referralId, recommendationIds } = given;
  await api.database.query(`update body set member_count = 5 where id = $1`, [commissionId]);
  const mandateId = await made(command(secretary, 'post', `/bodies/${commissionId}/mandates`, { name: 'Eva Lesná', sector: 'ngo', represents: '' }));
  const meetingId = await made(command(secretary, 'post', `/bodies/${commissionId}/meetings`, plan));
  const itemIds: [string, string, string] = [randomUUID(), randomUUID(), randomUUID()];
  await command(secretary, 'put', `/meetings/${meetingId}/agenda`, {
    revision: 1,
    items: [
      { id: itemIds[0], title: '', note: '', recommendation: { referralId, recommendationId: recommendationIds[0] } },
      { id: itemIds[1], title: '', note: '', recommendation: { referralId, recommendationId: recommendationIds[1] } },
      { id: itemIds[2], title: 'Rôzne', note: 'Ďalšie zasadnutie v máji.', recommendation: null },
    ],
  }).expect(204);
  return { ...given, meetingId, mandateId, itemIds };
}
const read = async (who: Someone, { meetingId }: GivenMeeting): Promise<MeetingView> => (await who.agent.get(`/api/meetings/${meetingId}`).expect(200)).body;
/** The meeting is opened, and these are in the hall. */
async function inTheHall(given: GivenMeeting, names: string[]): Promise<Map<string, string>> {
  await command(given.secretary, 'post', `/meetings/${given.meetingId}/opening`).expect(204);
  const { seats } = await read(given.secretary, given);
  for (const seat of seats.filter(({ name }) => names.includes(name))) await command(given.secretary, 'put', `/meetings/${given.meetingId}/seats/${seat.id}`, { presence: 'present' }).expect(204);
  return new Map(seats.map(({ name, id }) => [name, id]));
}
const adopt = (given: GivenMeeting, itemId: string, body: object, who = given.secretary) =>
  command(who, 'put', `/meetings/${given.meetingId}/items/${itemId}/opinion`, { motion: 'support', reasoning: 'Odporúčame.', dissent: '', vote: { for: 3, against: 0, abstained: 0 }, names: null, ...body });
const ALL = ['Petra Predsedníčka', 'Marta Členka', 'Milan Člen', 'Eva Lesná'];

describe('a meeting', () => {
  describe('is told', () => {
    const letters = async ({ personId }: Someone) =>
      api.database.query<{ subject: string; body: string }[]>(
        `select subject, body from mail where subject in ('Pozvánka na zasadnutie', 'Zmena zasadnutia', 'Zasadnutie sa nekoná') and to_address = (select email from person where id = $1) order by written_at, id`, [personId],
      );
    const subjects = async (who: Someone) => (await letters(who)).map(({ subject }) => subject);
    const invite = (who: Someone, { meetingId }: GivenMeeting) => command(who, 'post', `/meetings/${meetingId}/invitations`);
    const cancel = (who: Someone, { meetingId }: GivenMeeting, revision: number) => command(who, 'post', `/meetings/${meetingId}/cancellation`, { reason: 'Nezíde sa nás dosť.', revision });
    const move = (given: GivenMeeting, revision: number, change: object = {}) => command(given.secretary, 'put', `/meetings/${given.meetingId}`, { ...plan, on: LATER, revision, ...change }).expect(204);
    const calendar = async ({ meetingId, guest }: GivenMeeting) => (await guest.agent.get(`/api/meetings/${meetingId}/calendar`).expect(200)).text;

    test('to its people by an invitation with the agenda, once it is sent; then another day, hour or place, and nothing else', async () => {
      const given = await givenMeeting();
      const [marta] = given.members;
      await move(given, 2);
      expect(await subjects(marta)).toEqual([]);
      expect((await invite(given.secretary, given).expect(201)).body).toEqual({ toldCount: 4 });
      for (const who of [given.chair, ...given.members, given.guest]) expect(await subjects(who)).toEqual(['Pozvánka na zasadnutie']);
      expect(await subjects(given.secretary)).toEqual([]);
      expect((await letters(marta))[0]!.body).toMatch(/12\. mája 2099, 16:30\nKde: Radnica\n.*Pozývame vás\..*1\. Zatepliť dve školy\n {2}2\. Vymeniť svietidlá v parku\n {2}3\. Rôzne\n/s);
      expect((await read(marta, given)).invitedAt).not.toBeNull();
      await move(given, 3, { invitation: 'Príďte načas.', title: 'Mimoriadne' });
      expect(await subjects(marta)).toEqual(['Pozvánka na zasadnutie']);
      await move(given, 4, { at: '17:00', place: 'Knižnica' });
      expect(await subjects(marta)).toEqual(['Pozvánka na zasadnutie', 'Zmena zasadnutia']);
      expect((await letters(marta))[1]!.body).toMatch(/17:00\nKde: Knižnica\n.*Pôvodne: .*16:30\nKde: Radnica\n/s);
      expect(await calendar(given)).toMatch(/SEQUENCE:5\r\n/);
      expect(await calendar(given)).toContain('STATUS:CONFIRMED');
    });

    test('when it is not held: for good, with the reason; nothing is done in it any more, and its agenda waits for the next', async () => {
      const given = await givenMeeting();
      await move(given, 2);
      await invite(given.secretary, given).expect(201);
      await cancel(given.secretary, given, 2).expect(409);
      // two at once
      const both = await Promise.all([cancel(given.secretary, given, 3), cancel(given.chair, given, 3)]);
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
      for (const who of [...given.members, given.guest]) expect(await subjects(who)).toEqual(['Pozvánka na zasadnutie', 'Zasadnutie sa nekoná']);
      expect((await letters(given.guest))[1]!.body).toContain('Nezíde sa nás dosť.');
      const view = await read(given.guest, given);
      expect(view).toMatchObject({ state: 'cancelled', cancelReason: 'Nezíde sa nás dosť.', revision: 4 });
      expect(await calendar(given)).toContain('STATUS:CANCELLED');
      const listed = async (query: string) => ((await given.guest.agent.get(`/api/meetings?${query}`).expect(200)).body.items as MeetingRow[]).map(({ id }) => id);
      expect([await listed('when=coming'), await listed('when=past')]).toEqual([[], [given.meetingId]]);
      const path = `/meetings/${given.meetingId}`;
      for (const late of [
        invite(given.secretary, given), cancel(given.secretary, given, 4), command(given.secretary, 'post', `${path}/opening`), command(given.secretary, 'put', path, { ...plan, revision: 4 }),
        command(given.secretary, 'put', `${path}/agenda`, { revision: 4, items: [] }), command(given.secretary, 'post', `${path}/closing`), command(given.secretary, 'put', `${path}/minutes`, { text: 'x', revision: 4 }),
      ]) expect(await codeOf(late)).toBe('review/meeting-state');
      const next = await made(command(given.secretary, 'post', `/bodies/${given.commissionId}/meetings`, plan));
      expect((await read(given.secretary, { ...given, meetingId: next })).waiting.map(({ recommendationId }) => recommendationId)).toEqual(given.recommendationIds);
    });

    test('by those who run it alone, not of a day that is over, and not once it began', async () => {
      const given = await givenMeeting();
      const other = await givenReferral(api);
      for (const who of [given.members[0], given.guest]) for (const refused of [invite(who, given), cancel(who, given, 2)]) await refused.expect(403);
      for (const who of [other.secretary, given.harvest.lead]) for (const refused of [invite(who, given), cancel(who, given, 2)]) await refused.expect(404);
      await cancel(given.secretary, given, 2).send({ reason: ' ', revision: 2 }).expect(400);
      expect(await codeOf(invite(given.secretary, given))).toBe('conflict');
      await inTheHall(given, ALL);
      expect([await codeOf(invite(given.secretary, given)), await codeOf(cancel(given.secretary, given, 2))]).toEqual(['review/meeting-state', 'review/meeting-state']);
      expect(await subjects(given.members[0])).toEqual([]);
    });
  });

  test('is read by the people of the body with its agenda, and taken into a calendar in the town’s time', async () => {
    const given = await givenMeeting();
    const view = await read(given.guest, given);
    expect(view).toMatchObject({ ...plan, bodyName: 'Komisia životného prostredia', state: 'planned', seats: [], may: { run: false }, waiting: [] });
    expect(view.items.map(({ title }) => title)).toEqual(['Zatepliť dve školy', 'Vymeniť svietidlá v parku', 'Rôzne']);
    const { text } = await given.members[0].agent.get(`/api/meetings/${given.meetingId}/calendar`).expect(200).expect('Content-Type', /text\/calendar/);
    expect(text).toContain('SUMMARY:Zasadnutie komisie');
    const [{ at }] = await api.database.query<[{ at: string }]>(`select to_char((($1::date + '16:30'::time) at time zone 'Europe/Bratislava') at time zone 'utc', 'YYYYMMDD"T"HH24MISS"Z"') as at`, [YESTERDAY]);
    expect(text).toContain(`DTSTART:${at}`);
    const rows = (await given.members[0].agent.get(`/api/meetings?bodyId=${given.commissionId}`).expect(200)).body.items as MeetingRow[];
    expect(rows).toMatchObject([{ id: given.meetingId, state: 'planned', at: '16:30' }]);
    const listed = async (query: string) => ((await given.members[0].agent.get(`/api/meetings?${query}`).expect(200)).body.items as MeetingRow[]).map(({ id }) => id);
    expect([await listed('when=coming'), await listed('when=past')]).toEqual([[given.meetingId], []]);
    await api.database.query(`update meeting set state = 'closed' where id = $1`, [given.meetingId]);
    expect([await listed('when=coming'), await listed('when=past')]).toEqual([[], [given.meetingId]]);
    await given.members[0].agent.get('/api/meetings?when=never').expect(400);
    const foreign = (await (await givenReferral(api)).members[0].agent.get(`/api/meetings?bodyId=${given.commissionId}`).expect(200)).body.items as MeetingRow[];
    expect(foreign).toEqual([]);
  });

  test('is planned, run and minuted by secretary and chair alone', async () => {
    const given = await givenMeeting();
    const { meetingId, itemIds } = given;
    const other = await givenMeeting();
    const tries = (who: Someone) => [
      command(who, 'post', `/bodies/${given.commissionId}/meetings`, plan), command(who, 'put', `/meetings/${meetingId}`, { ...plan, revision: 2 }), command(who, 'put', `/meetings/${meetingId}/agenda`, { items: [], revision: 2 }),
      command(who, 'post', `/meetings/${meetingId}/opening`), command(who, 'put', `/meetings/${meetingId}/seats/${randomUUID()}`, { presence: 'present' }), adopt(given, itemIds[0], {}, who),
      command(who, 'post', `/meetings/${meetingId}/closing`), command(who, 'put', `/meetings/${meetingId}/minutes`, { text: 'x', revision: 2 }), command(who, 'post', `/meetings/${meetingId}/minutes/approval`, { revision: 2 }),
    ];
    for (const attempt of tries(given.members[0])) expect((await attempt).status).toBe(403);
    for (const attempt of tries(other.secretary)) expect((await attempt).status).toBe(404);
    for (const who of [other.members[0], given.harvest.lead, api.stranger()]) {
      for (const path of ['', '/calendar', '/minutes.docx']) await who.agent.get(`/api/meetings/${meetingId}${path}`).expect(404);
    }
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, on: LATER, revision: 2 }).expect(204);
    expect(await codeOf(command(given.chair, 'post', `/meetings/${meetingId}/opening`))).toBe('review/day-in-future');
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, revision: 3, state: 'approved' }).expect(400);
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, revision: 3, at: '25:00' }).expect(400);
  });

  test('has an agenda of what is before its own body, in the order the secretary wishes', async () => {
    const given = await givenMeeting();
    const other = await givenReferral(api);
    const { items } = await read(given.secretary, given);
    const sent = items.map(({ id, title, note, recommendation }) => ({ id, title, note, recommendation: recommendation && { referralId: recommendation.referralId, recommendationId: recommendation.recommendationId } }));
    const [first, second, third] = sent;
    const put = (agenda: object[], revision = 3) => command(given.secretary, 'put', `/meetings/${given.meetingId}/agenda`, { items: agenda, revision });
    await put([third!, first!], 2).expect(204);
    const after = await read(given.secretary, given);
    expect(after.items.map(({ id }) => id)).toEqual([third!.id, first!.id]);
    expect(after.waiting).toMatchObject([{ recommendationId: second!.recommendation!.recommendationId, title: 'Vymeniť svietidlá v parku' }]);
    expect(await codeOf(put([{ ...second!, id: randomUUID(), recommendation: { referralId: other.referralId, recommendationId: other.recommendationIds[0] } }]))).toBe('review/unknown-recommendation');
    await put([first!, first!]).expect(400);
    await put([{ ...third!, title: '' }]).expect(400);
    const stolen = (await givenMeeting()).itemIds[2];
    await put([{ ...third!, id: stolen }]).expect(400);
  });
});

describe('two who run a meeting', () => {
  test('never overwrite each other’s invitation, agenda or minutes', async () => {
    const given = await givenMeeting();
    const path = `/meetings/${given.meetingId}`;
    const item = (title: string) => ({ id: randomUUID(), title, note: '', recommendation: null });
    const two = async (method: 'put' | 'post', at: string, bodies: [object, object]) => {
      const answers = await Promise.all([command(given.secretary, method, at, bodies[0]), command(given.chair, method, at, bodies[1])]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('changed-meanwhile');
    };
    await two('put', path, [{ ...plan, place: 'Radnica', revision: 2 }, { ...plan, place: 'Divadlo', revision: 2 }]);
    await two('put', `${path}/agenda`, [{ items: [item('Otvorenie')], revision: 3 }, { items: [item('Rôzne')], revision: 3 }]);
    await inTheHall(given, ALL);
    await command(given.secretary, 'post', `${path}/closing`).expect(204);
    await two('put', `${path}/minutes`, [{ text: 'Jedna.', revision: 4 }, { text: 'Druhá.', revision: 4 }]);
  });

  test('what is sent again, as its answer was lost, is not taken for somebody else’s', async () => {
    const given = await givenMeeting();
    const path = `/api/meetings/${given.meetingId}`;
    const twice = async (at: string, body: object) => {
      const key = randomUUID();
      for (const _ of [1, 2]) await given.secretary.agent.put(at).set('Idempotency-Key', key).send(body).expect(204);
    };
    await twice(path, { ...plan, place: 'Radnica', revision: 2 });
    await twice(`${path}/agenda`, { items: [{ id: randomUUID(), title: 'Otvorenie', note: '', recommendation: null }], revision: 3 });
    await inTheHall(given, ALL);
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    await twice(`${path}/minutes`, { text: 'Jedna.', revision: 4 });
  });
});

describe('what members said before a meeting', () => {
  const positionsFor = async (who: Someone, given: GivenMeeting) => (await read(who, given)).items[0]?.recommendation?.positions;

  test('is shown to the secretary, and to the chair once she has spoken herself or the opinion is adopted', async () => {
    const given = await givenMeeting();
    const [first] = given.recommendationIds;
    await position(given.members[1], given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    await inTheHall(given, ALL);
    expect(await positionsFor(given.chair, given)).toBeNull();
    expect(await positionsFor(given.secretary, given)).toMatchObject([{ verdict: 'return' }]);
    await position(given.chair, given, first).expect(204);
    expect(await positionsFor(given.chair, given)).toHaveLength(2);
    await command(given.chair, 'put', `/referrals/${given.referralId}/recommendations/${first}/conflict`, { reason: 'Sused.' }).expect(204);
    expect(await positionsFor(given.chair, given)).toBeNull();
    await adopt(given, given.itemIds[0], {}).expect(200);
    expect(await positionsFor(given.chair, given)).toMatchObject([{ verdict: 'return' }]);
  });

  test('is hidden also from a secretary who is a member herself, and she is in the roll', async () => {
    const given = await givenMeeting();
    const both = await api.person({ name: 'Zora Obojaká', roles: [{ scope: 'body', scopeId: given.commissionId, role: 'secretary' }, { scope: 'body', scopeId: given.commissionId, role: 'member' }] });
    await position(given.members[1], given, given.recommendationIds[0], { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    const seats = await inTheHall(given, ALL);
    expect(seats.has('Zora Obojaká')).toBe(true);
    expect(seats.has('Tibor Tajomník')).toBe(false);
    expect(await positionsFor(both, given)).toBeNull();
  });
});

describe('a body chooses when its members read each other’s positions', () => {
  const choose = async (given: GivenMeeting, positionsShown: string) => {
    const admin = await api.person({ roles: [{ scope: 'installation', scopeId: null, role: 'administrator' }] });
    const id = given.commissionId;
    const body = z.object(EditBody.shape).parse((await admin.agent.get(`/api/bodies/${id}`).expect(200)).body);
    await given.chair.agent.put(`/api/bodies/${id}`).send({ ...body, positionsShown }).expect(403);
    await admin.agent.put(`/api/bodies/${id}`).send({ ...body, positionsShown: 'never' }).expect(400);
    await admin.agent.put(`/api/bodies/${id}`).send({ ...body, positionsShown }).expect(204);
  };
  const onReferral = async (who: Someone, { referralId }: GivenMeeting) => {
    const answer = await who.agent.get(`/api/referrals/${referralId}`).expect(200);
    return { shown: (answer.body as ReferralView).items[0]!.positions?.map(({ verdict }) => verdict) ?? null, whole: answer.text };
  };

  test('open: a member reads them before she has spoken, also with a conflict of interest', async () => {
    const given = await givenMeeting();
    const [first] = given.recommendationIds;
    await position(given.members[1], given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    expect((await onReferral(given.members[0], given)).shown).toBeNull();
    await choose(given, 'open');
    expect((await onReferral(given.members[0], given)).shown).toEqual(['return']);
    await command(given.members[0], 'put', `/referrals/${given.referralId}/recommendations/${first}/conflict`, { reason: 'Sused.' }).expect(204);
    expect((await onReferral(given.members[0], given)).shown).toEqual(['return']);
  });

  test('after the meeting: until it is closed nobody is sent them but the secretary without a vote, not even who has spoken or works on the process', async () => {
    const given = await givenMeeting();
    const { chair, secretary, members, guest, harvest } = given;
    const [first] = given.recommendationIds;
    const both = await api.person({ name: 'Zora Obojaká', roles: [{ scope: 'body', scopeId: given.commissionId, role: 'secretary' }, { scope: 'body', scopeId: given.commissionId, role: 'member' }] });
    await choose(given, 'after-meeting');
    await position(members[1], given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    for (const who of [chair, members[0]]) await position(who, given, first, { verdict: 'support', reason: 'Súhlasím.' }).expect(204);
    const kept = [chair, members[0], guest, both, harvest.lead, harvest.officer];
    const hidden = async () => {
      for (const who of kept) {
        const { shown, whole } = await onReferral(who, given);
        expect(shown).toBeNull();
        expect(whole).not.toContain('Chýba rozpočet.');
      }
      for (const who of [chair, both]) expect((await read(who, given)).items[0]?.recommendation?.positions).toBeNull();
      expect((await onReferral(secretary, given)).shown).toHaveLength(3);
      expect((await read(secretary, given)).items[0]?.recommendation?.positions).toHaveLength((await read(secretary, given)).state === 'planned' ? 0 : 3);
    };
    await hidden();
    await inTheHall(given, ALL);
    await hidden();
    await adopt(given, given.itemIds[0], {}).expect(200);
    await hidden();
    await command(secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    for (const who of kept) expect((await onReferral(who, given)).shown).toHaveLength(3);
    expect((await read(chair, given)).items[0]?.recommendation?.positions).toHaveLength(3);
  });
});

describe('a vote in a meeting', () => {
  test('by name is no more what was adopted once the opinion is corrected elsewhere: the names go with it', async () => {
    const given = await givenMeeting();
    const seats = await inTheHall(given, ALL);
    const names = ALL.map((name) => ({ seatId: seats.get(name), choice: 'for' }));
    await adopt(given, given.itemIds[0], { vote: { for: 4, against: 0, abstained: 0 }, names }).expect((answer) => expect(answer.status).toBeLessThan(300));
    const said = async () => (await read(given.secretary, given)).items[0]!.recommendation!;
    expect((await said()).names).toHaveLength(4);
    await command(given.secretary, 'put', `/referrals/${given.referralId}/recommendations/${given.recommendationIds[0]}/opinion`, {
      motion: 'support', reasoning: 'Preklep v zápise.', dissent: '', vote: { for: 3, against: 1, abstained: 0 }, adoptedOn: YESTERDAY,
    }).expect((answer) => expect(answer.status).toBeLessThan(300));
    expect(await said()).toMatchObject({ opinion: { vote: { for: 3, against: 1 } }, names: [] });
  });

  test('by name becomes the opinion; a conflict of interest takes the vote away; the minutes tell it and are frozen', async () => {
    const given = await givenMeeting();
    const [first] = given.recommendationIds;
    await position(given.members[1], given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    await command(given.members[0], 'put', `/referrals/${given.referralId}/recommendations/${first}/conflict`, { reason: 'Sused.' }).expect(204);
    const seats = await inTheHall(given, ALL);
    const open = await read(given.secretary, given);
    expect(open).toMatchObject({ state: 'open', presentCount: 4, quorate: true });
    expect(open.items[0]?.recommendation).toMatchObject({ conflictedSeatIds: [seats.get('Marta Členka')], positions: [{ seatId: seats.get('Milan Člen'), verdict: 'return' }] });
    expect((await read(given.members[0], given)).items[0]?.recommendation?.positions).toEqual([]);
    const named = (...choices: [string, string][]) => choices.map(([name, choice]) => ({ seatId: seats.get(name), choice }));
    expect(await codeOf(adopt(given, given.itemIds[0], { names: named(['Marta Členka', 'for']), vote: { for: 1, against: 0, abstained: 0 } }))).toBe('review/conflict-declared');
    const votes = named(['Petra Predsedníčka', 'for'], ['Eva Lesná', 'for'], ['Milan Člen', 'against']);
    await adopt(given, given.itemIds[0], { names: votes, vote: { for: 3, against: 0, abstained: 0 } }).expect(400);
    const { body } = await adopt(given, given.itemIds[0], { names: votes, vote: { for: 2, against: 1, abstained: 0 }, dissent: 'Milan Člen: najprv rozpočet.' }).expect(200);
    expect(body).toMatchObject({ verdict: 'support', dissent: 'Milan Člen: najprv rozpočet.', adoptedOn: YESTERDAY });
    expect((await read(given.guest, given)).items[0]?.recommendation?.names).toHaveLength(3);
    await adopt(given, given.itemIds[2], {}).expect(404);
    expect(await codeOf(command(given.secretary, 'put', `/meetings/${given.meetingId}/agenda`, { items: [], revision: 2 }))).toBe('review/item-adopted');

    await command(given.secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    const { minutes } = await read(given.members[0], given);
    for (const words of ['# Zápisnica: Komisia životného prostredia', 'Prítomní: Petra Predsedníčka, Eva Lesná, Marta Členka, Milan Člen', 'Prítomných bolo 4 z 5 členov; orgán bol uznášaniaschopný.', '1. Zatepliť dve školy',
      'Konflikt záujmov oznámili a nehlasovali: Marta Členka.', 'Hlasovanie: za 2, proti 1, zdržali sa 0.', 'Proti: Milan Člen', 'Odlišný názor: Milan Člen: najprv rozpočet.', 'O bode sa nehlasovalo.', 'Ďalšie zasadnutie v máji.']) expect(minutes).toContain(words);
    expect(await codeOf(adopt(given, given.itemIds[1], {}))).toBe('review/meeting-state');
    await command(given.secretary, 'put', `/meetings/${given.meetingId}/minutes`, { text: `${minutes}\nDoplnené.`, revision: 2 }).expect(204);
    expect(await codeOf(command(given.chair, 'post', `/meetings/${given.meetingId}/minutes/approval`, { revision: 2 }))).toBe('changed-meanwhile');
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/minutes/approval`, { revision: 3 }).expect(204);
    for (const late of [command(given.secretary, 'put', `/meetings/${given.meetingId}/minutes`, { text: 'x', revision: 4 }), command(given.secretary, 'put', `/meetings/${given.meetingId}`, { ...plan, revision: 4 })]) expect(await codeOf(late)).toBe('review/meeting-state');
    await expect(api.database.query(`update meeting set minutes = 'x' where id = $1`, [given.meetingId])).rejects.toThrow('approved minutes are history');
    const file = await given.members[0].agent.get(`/api/meetings/${given.meetingId}/minutes.docx`).responseType('blob').expect(200);
    expect(wordsOf(file.body as Buffer)).toContain('Doplnené.');
  });

  test('who voted and went home was there: the minutes and the paper of the opinion say so, and she has no vote any more', async () => {
    const given = await givenMeeting();
    const seats = await inTheHall(given, ALL);
    const sits = (name: string, presence: string) => command(given.secretary, 'put', `/meetings/${given.meetingId}/seats/${seats.get(name)}`, { presence }).expect(204);
    await adopt(given, given.itemIds[0], { names: ['Petra Predsedníčka', 'Eva Lesná', 'Milan Člen'].map((name) => ({ seatId: seats.get(name), choice: 'for' })) }).expect(200);
    for (const name of ['Eva Lesná', 'Milan Člen']) await sits(name, 'absent');
    await sits('Marta Členka', 'left');
    const now = await read(given.secretary, given);
    expect(now.seats.map(({ name, presence }) => [name, presence])).toEqual(expect.arrayContaining([['Eva Lesná', 'left'], ['Milan Člen', 'left'], ['Marta Členka', 'left']]));
    expect(now).toMatchObject({ presentCount: 1, quorate: false });
    expect(await codeOf(adopt(given, given.itemIds[1], { names: [{ seatId: seats.get('Milan Člen'), choice: 'for' }], vote: { for: 1, against: 0, abstained: 0 } }))).toBe('invalid-input');
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    const after = await read(given.members[0], given);
    expect(after).toMatchObject({ presentCount: 4, quorate: true });
    for (const words of ['Z nich odišli skôr: Eva Lesná, Marta Členka, Milan Člen', 'Neprítomní: –', 'Prítomných bolo 4 z 5 členov; orgán bol uznášaniaschopný.']) expect(after.minutes).toContain(words);
    const file = await given.secretary.agent.get(`/api/referrals/${given.referralId}/opinion.docx`).responseType('blob').expect(200);
    expect(wordsOf(file.body as Buffer)).toContain('Prítomných bolo 4 z 5 členov; orgán bol uznášaniaschopný.');
  });

  test('is corrected afterwards by those who were there: a conflict of interest takes a vote away and not the quorum', async () => {
    const given = await givenMeeting();
    const [first] = given.recommendationIds;
    const path = `/referrals/${given.referralId}/recommendations/${first}`;
    await command(given.members[0], 'put', `${path}/conflict`, { reason: 'Sused.' }).expect(204);
    await inTheHall(given, ['Petra Predsedníčka', 'Marta Členka', 'Milan Člen']);
    await adopt(given, given.itemIds[0], { vote: { for: 2, against: 0, abstained: 0 } }).expect(200);
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    const correct = (yes: number) => command(given.secretary, 'put', `${path}/opinion`, { motion: 'support', reasoning: 'Preklep v zápise.', vote: { for: yes, against: 0, abstained: 0 }, adoptedOn: YESTERDAY });
    expect((await correct(2).expect(200)).body).toMatchObject({ verdict: 'support', reasoning: 'Preklep v zápise.' });
    expect(await codeOf(correct(3))).toBe('invalid-input');
  });

  test('that was taken without a meeting counts nobody who has a conflict of interest and sat there on that day', async () => {
    const given = await givenMeeting();
    const [first] = given.recommendationIds;
    const path = `/referrals/${given.referralId}/recommendations/${first}`;
    await command(given.members[0], 'put', `${path}/conflict`, { reason: 'Sused.' }).expect(204);
    await command(given.secretary, 'put', `${path}/mandates/${given.mandateId}/conflict`, { reason: 'Rodina.' }).expect(204);
    const record = (yes: number) => command(given.secretary, 'put', `${path}/opinion`, { motion: 'support', reasoning: 'Áno.', vote: { for: yes, against: 0, abstained: 0 }, adoptedOn: YESTERDAY });
    expect(await codeOf(record(4))).toBe('invalid-input');
    await command(given.secretary, 'put', `/mandates/${given.mandateId}`, { name: 'Eva Lesná', sector: 'ngo', represents: '', fromOn: null, untilOn: '2026-01-31' }).expect(204);
    await record(4).expect(200);
  });

  test('by count obeys quorum, majority and the hall', async () => {
    const given = await givenMeeting();
    await api.database.query(`update body set majority_of = 'members' where id = $1`, [given.commissionId]);
    await inTheHall(given, ['Petra Predsedníčka', 'Milan Člen']);
    expect((await read(given.secretary, given)).quorate).toBe(false);
    expect(await codeOf(adopt(given, given.itemIds[0], { vote: { for: 2, against: 0, abstained: 0 } }))).toBe('review/no-quorum');
    const eva = (await read(given.secretary, given)).seats.find(({ name }) => name === 'Eva Lesná')!.id;
    await command(given.secretary, 'put', `/meetings/${given.meetingId}/seats/${eva}`, { presence: 'present' }).expect(204);
    await adopt(given, given.itemIds[0], { vote: { for: 4, against: 0, abstained: 0 } }).expect(400);
    expect((await adopt(given, given.itemIds[0], { vote: { for: 2, against: 1, abstained: 0 } }).expect(200)).body.verdict).toBe('no-opinion');
    expect((await adopt(given, given.itemIds[0], { vote: { for: 3, against: 0, abstained: 0 } }).expect(200)).body.verdict).toBe('support');
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/opening`).expect(409);
    await command(given.secretary, 'put', `/meetings/${given.meetingId}/seats/${randomUUID()}`, { presence: 'present' }).expect(404);
  });

  test('the opinion is a file to be signed, for those who read the referral', async () => {
    const given = await givenMeeting();
    await inTheHall(given, ALL);
    await adopt(given, given.itemIds[0], { dissent: 'Jeden hlas bol proti.' , vote: { for: 3, against: 1, abstained: 0 } }).expect(200);
    const file = await given.harvest.lead.agent.get(`/api/referrals/${given.referralId}/opinion.docx`).responseType('blob').expect(200);
    const words = wordsOf(file.body as Buffer);
    for (const part of ['Stanovisko: Komisia životného prostredia', 'Orgán po prerokovaní odporúča schváliť.', 'Hlasovanie: za 3, proti 1, zdržali sa 0.', 'Odlišný názor: Jeden hlas bol proti.', 'Číslo: ....', 'Orgán: Komisia životného prostredia', 'Prítomných bolo 4 z 5 členov; orgán bol uznášaniaschopný.', 'predseda/predsedníčka', 'tajomník/tajomníčka', '2. Vymeniť svietidlá v parku']) expect(words).toContain(part);
    await (await givenReferral(api)).secretary.agent.get(`/api/referrals/${given.referralId}/opinion.docx`).expect(404);
  });
});

const wordsOf = (file: Buffer) => new TextDecoder().decode(unzipSync(new Uint8Array(file))['word/document.xml']).replace(/<[^>]+>/g, '');
