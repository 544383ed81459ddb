import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MeetingRow, MeetingView } from '@spolu/contracts/meetings';
import { unzipSync } from 'fflate';
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
    const foreign = (await (await givenReferral(api)).members[0].agent.get(`/api/meetings?bodyId=${given.commissionId}`).expect(200)).body.items as MeetingRow[];
    expect(foreign).toEqual([]);
  });

  test('is planned, run and minuted by secretary and chair alone', async () => {
    const given = await givenMeeting();
    const { meetingId, itemIds } = given;
    const other = await givenMeeting();
    const tries = (who: Someone) => [
      command(who, 'post', `/bodies/${given.commissionId}/meetings`, plan), command(who, 'put', `/meetings/${meetingId}`, plan), command(who, 'put', `/meetings/${meetingId}/agenda`, { items: [] }),
      command(who, 'post', `/meetings/${meetingId}/opening`), command(who, 'put', `/meetings/${meetingId}/seats/${randomUUID()}`, { presence: 'present' }), adopt(given, itemIds[0], {}, who),
      command(who, 'post', `/meetings/${meetingId}/closing`), command(who, 'put', `/meetings/${meetingId}/minutes`, { text: 'x' }), command(who, 'post', `/meetings/${meetingId}/minutes/approval`),
    ];
    for (const attempt of tries(given.members[0])) expect((await attempt).status).toBe(403);
    for (const attempt of tries(other.secretary)) expect((await attempt).status).toBe(404);
    for (const who of [other.members[0], given.harvest.lead, api.stranger()]) {
      for (const path of ['', '/calendar', '/minutes.docx']) await who.agent.get(`/api/meetings/${meetingId}${path}`).expect(404);
    }
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, on: LATER }).expect(204);
    expect(await codeOf(command(given.chair, 'post', `/meetings/${meetingId}/opening`))).toBe('review/day-in-future');
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, state: 'approved' }).expect(400);
    await command(given.chair, 'put', `/meetings/${meetingId}`, { ...plan, at: '25:00' }).expect(400);
  });

  test('has an agenda of what is before its own body, in the order the secretary wishes', async () => {
    const given = await givenMeeting();
    const other = await givenReferral(api);
    const { items } = await read(given.secretary, given);
    const sent = items.map(({ id, title, note, recommendation }) => ({ id, title, note, recommendation: recommendation && { referralId: recommendation.referralId, recommendationId: recommendation.recommendationId } }));
    const [first, second, third] = sent;
    const put = (agenda: object[]) => command(given.secretary, 'put', `/meetings/${given.meetingId}/agenda`, { items: agenda });
    await put([third!, first!]).expect(204);
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
    expect(await codeOf(command(given.secretary, 'put', `/meetings/${given.meetingId}/agenda`, { items: [] }))).toBe('review/item-adopted');

    await command(given.secretary, 'post', `/meetings/${given.meetingId}/closing`).expect(204);
    const { minutes } = await read(given.members[0], given);
    for (const words of ['# Zápisnica: Komisia životného prostredia', 'Prítomní: Petra Predsedníčka, Eva Lesná, Marta Členka, Milan Člen', 'Prítomných bolo 4 z 5 členov; orgán bol uznášaniaschopný.', '1. Zatepliť dve školy',
      'Konflikt záujmov oznámili a nehlasovali: Marta Členka.', 'Hlasovanie: za 2, proti 1, zdržali sa 0.', 'Proti: Milan Člen', 'Odlišný názor: Milan Člen: najprv rozpočet.', 'O bode sa nehlasovalo.', 'Ďalšie zasadnutie v máji.']) expect(minutes).toContain(words);
    expect(await codeOf(adopt(given, given.itemIds[1], {}))).toBe('review/meeting-state');
    await command(given.secretary, 'put', `/meetings/${given.meetingId}/minutes`, { text: `${minutes}\nDoplnené.` }).expect(204);
    await command(given.secretary, 'post', `/meetings/${given.meetingId}/minutes/approval`).expect(204);
    for (const late of [command(given.secretary, 'put', `/meetings/${given.meetingId}/minutes`, { text: 'x' }), command(given.secretary, 'put', `/meetings/${given.meetingId}`, plan)]) expect(await codeOf(late)).toBe('review/meeting-state');
    await expect(api.database.query(`update meeting set minutes = 'x' where id = $1`, [given.meetingId])).rejects.toThrow('approved minutes are history');
    const file = await given.members[0].agent.get(`/api/meetings/${given.meetingId}/minutes.docx`).responseType('blob').expect(200);
    expect(wordsOf(file.body as Buffer)).toContain('Doplnené.');
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
    for (const part of ['Stanovisko: Komisia životného prostredia', 'Orgán po prerokovaní odporúča schváliť.', 'Hlasovanie: za 3, proti 1, zdržali sa 0.', 'Odlišný názor: Jeden hlas bol proti.', '2. Vymeniť svietidlá v parku']) expect(words).toContain(part);
    await (await givenReferral(api)).secretary.agent.get(`/api/referrals/${given.referralId}/opinion.docx`).expect(404);
  });
});

const wordsOf = (file: Buffer) => new TextDecoder().decode(unzipSync(new Uint8Array(file))['word/document.xml']).replace(/<[^>]+>/g, '');
