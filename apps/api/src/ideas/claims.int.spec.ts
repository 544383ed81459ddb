import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Claimable } from '@spolu/contracts/claims';
import type { Guest } from '@spolu/contracts/guests';
import type { IdeaTalk } from '@spolu/contracts/idea-talk';
import type { ContributionWay, ReceiptView } from '@spolu/contracts/provenance';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { command, givenHarvest, made, type Harvest } from './given-harvest.ts';

let api: TestApi;
let receipts: ReceiptsService;
let harvest: Harvest;
beforeAll(async () => {
  api = await givenApi();
  receipts = api.app.get(ReceiptsService, { strict: false });
});
afterAll(() => api?.stop());

const TREES = { title: 'Stromy na Námestí slobody', text: '', language: 'sk', categoryId: null };
const ideas = () => `/processes/${harvest.processId}/ideas`;

async function givenIntake(): Promise<void> {
  harvest = await givenHarvest(api);
  await command(harvest.lead, 'put', `/processes/${harvest.processId}/idea-intake`, { fromOn: '2020-01-01', untilOn: null, lookFirst: false, categories: [], revision: 0 }).expect(204);
}

/** A guest of the process who sent an idea; `ideaId` is it. */
async function givenGuest(title = TREES.title): Promise<Someone & { secret: string; participantId: string; ideaId: string }> {
  const device = api.stranger();
  const guest: Guest = (await command(device, 'post', `/processes/${harvest.processId}/guests`, { language: 'sk' }).expect(201)).body;
  return { ...device, secret: guest.receipt!.secret, participantId: guest.participantId, ideaId: await made(command(device, 'post', ideas(), { ...TREES, title })) };
}

/** The same device, on which somebody signed in. */
async function signsIn(guest: { participantId: string }, personId: string): Promise<void> {
  await api.database.query('update sign_in set person_id = $2 where sid = (select sid from sign_in_participant where participant_id = $1 limit 1)', [guest.participantId, personId]);
}

const lookUp = async (who: Someone, secret: string | null = null): Promise<Claimable[]> => (await who.agent.post('/api/claim-lookups').send({ secret }).expect(200)).body.items;
const claim = (who: Someone, participantIds: string[], secret: string | null = null) => who.agent.post('/api/claims').send({ participantIds, secret });
const mine = async (who: Someone): Promise<string[]> => ((await who.agent.get('/api/contributions/mine').expect(200)).body.items as ContributionWay[]).map(({ text }) => text);
const talk = async (who: Someone, id: string): Promise<IdeaTalk> => (await who.agent.get(`/api/ideas/${id}/talk`).expect(200)).body;
const ended = (processId: string) => api.database.query(`update process set state = 'finished' where id = $1`, [processId]);

describe('what a guest wrote, in her account', () => {
  test('is shown first, and then hers by the receipt: in her list, in her notices, and found by the receipt as before', async () => {
    await givenIntake();
    const guest = await givenGuest();
    const jana = await api.person();
    expect(await lookUp(jana, guest.secret)).toMatchObject([
      { participantId: guest.participantId, state: 'open', saidIn: 'Energetická udržateľnosť mesta', contributionCount: 1, words: [{ kind: 'idea', text: TREES.title }] },
    ]);
    expect(await mine(jana)).toEqual([]);
    expect((await claim(jana, [guest.participantId], guest.secret).expect(200)).body).toEqual({ contributionCount: 1 });
    expect(await mine(jana)).toEqual([TREES.title]);
    expect(await lookUp(jana, guest.secret)).toMatchObject([{ state: 'claimed' }]);
    expect((await claim(jana, [guest.participantId], guest.secret).expect(200)).body).toEqual({ contributionCount: 0 });

    await command(harvest.lead, 'put', `/ideas/${guest.ideaId}/hiding`, { hidden: true, reason: 'Skúška' }).expect(204);
    expect((await jana.agent.get('/api/notices').expect(200)).body).toMatchObject({ items: [{ about: { text: TREES.title, followed: false }, moved: { outcome: 'hidden' } }] });
    const receipt: ReceiptView = (await api.stranger().agent.post('/api/receipt-lookups').send({ secret: guest.secret }).expect(200)).body;
    expect(receipt.contributions).toHaveLength(1);
    expect(await api.database.query(`select facts from audit_entry where action = 'contributions.claimed' and person_id = $1 order by at`, [jana.personId])).toEqual([
      { facts: { count: 1, byReceipt: true } }, { facts: { count: 0, byReceipt: true } },
    ]);
  });

  test('is hers from her own device without the receipt, once she asks for it and not before', async () => {
    await givenIntake();
    const guest = await givenGuest();
    const jana = await api.person();
    expect(await lookUp(jana)).toEqual([]);
    await signsIn(guest, jana.personId!);
    expect(await lookUp(guest)).toMatchObject([{ state: 'open' }]);
    expect(await mine(jana)).toEqual([]);
    await claim(guest, [guest.participantId]).expect(200);
    expect(await mine(jana)).toEqual([TREES.title]);
  });

  test('of a session is claimed like what was sent online, and votes and ballots stay where they were', async () => {
    await givenIntake();
    const [participantId] = harvest.participantIds;
    const ballots = () => api.database.query('select * from ballot natural left join dot where participant_id = $1 order by number', [participantId]);
    const [before, seat] = [await ballots(), await api.database.query('select * from participant where id = $1', [participantId])];
    const secret = await receipts.issue(api.database.manager, participantId!);
    const jana = await api.person();
    await claim(jana, [participantId!], secret).expect(200);
    expect(await mine(jana)).toHaveLength(3);
    expect(await ballots()).toEqual(before);
    // nothing but the words names the account: no ballot leads to it by way of the seat
    expect(await api.database.query('select * from participant where id = $1', [participantId])).toEqual(seat);
  });

  test('takes support along, once where both supported', async () => {
    await givenIntake();
    const [guest, other, jana] = [await givenGuest(), await givenGuest('Lavičky'), await api.person()];
    for (const id of [guest.ideaId, other.ideaId]) await command(guest, 'put', `/ideas/${id}/support`, { supporting: true }).expect(204);
    await command(jana, 'put', `/ideas/${other.ideaId}/support`, { supporting: true }).expect(204);
    expect(await talk(jana, other.ideaId)).toMatchObject({ supportCount: 2 });
    await claim(jana, [guest.participantId], guest.secret).expect(200);
    for (const id of [guest.ideaId, other.ideaId]) expect(await talk(jana, id)).toMatchObject({ supporting: true, supportCount: 1 });
  });

  test('takes unread notices and the wish how often to be told along, and forgets the guest’s address', async () => {
    await givenIntake();
    const [guest, jana] = [await givenGuest(), await api.person()];
    await api.database.query(
      `insert into notice_address (id, participant_id, email, language, frequency, confirmed_at) values (gen_random_uuid(), $1, 'hostka@example.org', 'sk', 'daily', now())`, [guest.participantId]);
    await command(harvest.lead, 'put', `/ideas/${guest.ideaId}/hiding`, { hidden: true, reason: 'Skúška' }).expect(204);
    await claim(jana, [guest.participantId], guest.secret).expect(200);
    expect((await jana.agent.get('/api/notices').expect(200)).body.items).not.toEqual([]);
    expect(await api.database.query('select person_id, email, frequency from notice_address where participant_id = $1 or person_id = $2', [guest.participantId, jana.personId])).toEqual([
      { person_id: jana.personId, email: null, frequency: 'daily' },
    ]);
    expect(await api.database.query('select 1 from notice where participant_id = $1', [guest.participantId])).toEqual([]);
  });
});

describe('what is refused', () => {
  test('nobody signed in, a wrong receipt, and a guest who is neither on the device nor on the receipt', async () => {
    await givenIntake();
    const [guest, stranger, jana] = [await givenGuest(), api.stranger(), await api.person()];
    await stranger.agent.post('/api/claim-lookups').send({ secret: guest.secret }).expect(401);
    await claim(stranger, [guest.participantId], guest.secret).expect(401);
    await claim(guest, [guest.participantId], guest.secret).expect(403);
    expect((await claim(jana, [guest.participantId], 'x'.repeat(43)).expect(404)).body).toMatchObject({ type: expect.stringContaining('provenance/receipt-invalid') });
    await claim(jana, [guest.participantId]).expect(404);
    await claim(jana, [guest.participantId, randomUUID()], guest.secret).expect(404);
    expect(await mine(jana)).toEqual([]);
  });

  test('what another account has, even by its receipt: not told, not taken', async () => {
    await givenIntake();
    const [guest, jana, eva] = [await givenGuest(), await api.person(), await api.person()];
    await claim(jana, [guest.participantId], guest.secret).expect(200);
    expect(await lookUp(eva, guest.secret)).toMatchObject([{ state: 'somebody-elses', words: [] }]);
    expect((await claim(eva, [guest.participantId], guest.secret).expect(409)).body).toMatchObject({ type: expect.stringContaining('claims/somebody-elses') });
    expect(await mine(jana)).toEqual([TREES.title]);
  });

  test('of a device that two people use only the receipt says whose it was', async () => {
    await givenIntake();
    const [guest, jana, eva] = [await givenGuest(), await api.person(), await api.person()];
    await signsIn(guest, jana.personId!);
    const evas = await api.device({ personId: eva.personId!, participants: [] });
    await api.database.query(
      `insert into sign_in_participant (sid, participant_id, process_id) select s.sid, $1, $2 from sign_in s where s.person_id = $3`, [guest.participantId, harvest.processId, eva.personId]);
    expect(await lookUp(evas)).toMatchObject([{ state: 'needs-receipt', words: [] }]);
    expect((await claim(evas, [guest.participantId]).expect(409)).body).toMatchObject({ type: expect.stringContaining('claims/needs-receipt') });
    await claim(evas, [guest.participantId], guest.secret).expect(200);
    expect(await mine(eva)).toEqual([TREES.title]);
  });

  test('once the process is over, and then nothing of several is claimed', async () => {
    await givenIntake();
    const guest = await givenGuest();
    const over = harvest.processId;
    await givenIntake();
    const other = await givenGuest('Lavičky');
    await ended(over);
    const jana = await api.person();
    expect(await lookUp(jana, guest.secret)).toMatchObject([{ state: 'ended', contributionCount: 1 }]);
    await api.database.query('update sign_in_participant set sid = (select sid from sign_in where person_id = $1) where participant_id = any($2::uuid[])', [jana.personId, [guest.participantId, other.participantId]]);
    expect((await claim(jana, [guest.participantId, other.participantId]).expect(409)).body).toMatchObject({ type: expect.stringContaining('claims/process-ended') });
    expect(await api.database.query('select 1 from contribution where person_id = $1', [jana.personId])).toEqual([]);
    await claim(jana, [other.participantId]).expect(200);
    expect(await mine(jana)).toContain('Lavičky');
  });

  test('two accounts with one receipt at once: one of them has it', async () => {
    await givenIntake();
    const [guest, jana, eva] = [await givenGuest(), await api.person(), await api.person()];
    const answers = await Promise.all([claim(jana, [guest.participantId], guest.secret), claim(eva, [guest.participantId], guest.secret)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
