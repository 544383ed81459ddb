import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DossierChanges, DossierView } from '@spolu/contracts/outputs';
import type { DecisionRow, DecisionView, ReferralRow, ReferralView } from '@spolu/contracts/review';
import { command, made } from '../ideas/given-harvest.ts';
import { givenVersion } from '../outputs/given-version.ts';
import { givenApi, type Someone, type TestApi } from '../testing/given-api.ts';
import { decide, decisionOf, givenOpinions, givenReferral, LATER, opinion, opinionOf, position, YESTERDAY, type GivenReferral } from './given-referral.ts';

let api: TestApi;
beforeAll(async () => {
  api = await givenApi();
});
afterAll(() => api?.stop());

const codeOf = async (request: ReturnType<typeof command>) => ((await request).body as { code: string }).code;
const read = async (who: Someone, { referralId }: GivenReferral): Promise<ReferralView> => (await who.agent.get(`/api/referrals/${referralId}`).expect(200)).body;
const desk = async (who: Someone): Promise<ReferralRow[]> => (await who.agent.get('/api/referrals').expect(200)).body.items;

/** People who have nothing to do with the referral: each a way in that must not be one. */
async function outsiders(given: GivenReferral): Promise<Someone[]> {
  const other = await givenReferral(api);
  return [given.harvest.phone, other.members[0], other.secretary, other.harvest.lead, other.harvest.officer, api.stranger()];
}

describe('referring a version', () => {
  test('puts it on the desk of the commission and on the dossier’s page', async () => {
    const given = await givenReferral(api);
    expect(await desk(given.members[0])).toMatchObject([
      { id: given.referralId, bodyName: 'Komisia životného prostredia', dossierTitle: 'Energia v meste', dueOn: LATER, state: 'open', recommendationCount: 2, myPositionCount: 0, waitsFor: 'position' },
    ]);
    expect(await desk(given.secretary)).toMatchObject([{ myPositionCount: null, waitsFor: 'opinion' }]);
    const dossier: DossierView = (await given.harvest.lead.agent.get(`/api/dossiers/${given.dossierId}`)).body;
    expect(dossier.versions[0]?.referrals).toMatchObject([{ id: given.referralId, bodyName: 'Komisia životného prostredia', state: 'open' }]);
  });

  test('is told to each member and the chair by a letter of their own that leads there, once, and to nobody else', async () => {
    const given = await givenVersion(api);
    await api.person({ roles: [{ scope: 'body', scopeId: given.commissionId, role: 'chair' }] });
    const referralId = await made(command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions/1/referrals`, { bodyId: given.commissionId, dueOn: LATER }));
    const letters = await api.database.query<{ role: string; body: string }[]>(
      `select string_agg(distinct r.role, ',') as role, min(m.body) as body from mail m join person p on p.email = m.to_address join role r on r.person_id = p.id and r.scope_id = $1
        where m.body like '%' || $2 || '%' group by m.id`, [given.commissionId, `/referrals/${referralId}`]);
    expect(letters.map(({ role }) => role).sort()).toEqual(['chair', 'chair', 'member', 'member']);
    expect(letters[0]!.body).toContain('Energia v meste');
  });

  test('once to each body, and with a day that lies ahead', async () => {
    const given = await givenReferral(api);
    const again = (change: object) =>
      command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions/1/referrals`, { bodyId: given.commissionId, dueOn: LATER, ...change });
    expect(await codeOf(again({}))).toBe('dossier/referred');
    expect(await codeOf(again({ bodyId: given.councilId, dueOn: YESTERDAY }))).toBe('review/deadline-passed');
    expect(await codeOf(again({ bodyId: randomUUID() }))).toBe('invalid-input');
    await again({ bodyId: given.councilId, state: 'decided' }).expect(400);
    await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions/7/referrals`, { bodyId: given.councilId, dueOn: LATER }).expect(404);
  });

  test('is for the lead of the process and its officers', async () => {
    const given = await givenVersion(api);
    const refer = (who: Someone) => command(who, 'post', `/dossiers/${given.dossierId}/versions/1/referrals`, { bodyId: given.commissionId, dueOn: LATER });
    const facilitator = await api.person({ roles: [{ scope: 'process', scopeId: given.harvest.processId, role: 'facilitator' }] });
    for (const who of [facilitator, given.harvest.phone, given.secretary, given.members[0]]) await refer(who).expect(403);
    await refer(api.stranger()).expect(401);
    await refer(given.harvest.officer).expect(201);
  });

  test('of a version that is not public looks to others like one that is not there', async () => {
    const given = await givenVersion(api, { visibility: 'internal' });
    const other = await givenVersion(api);
    for (const who of [other.harvest.lead, other.members[0], api.stranger()]) {
      await command(who, 'post', `/dossiers/${given.dossierId}/versions/1/referrals`, { bodyId: other.commissionId, dueOn: LATER }).expect(404);
    }
  });
});

describe('reading a referral', () => {
  test('is for the commission’s people and the staff of the process, with every note of the evidence', async () => {
    const given = await givenReferral(api, { visibility: 'internal', noteVisibility: 'internal' });
    for (const who of [given.chair, given.secretary, given.members[0], given.guest, given.harvest.lead, given.harvest.officer]) {
      const view = await read(who, given);
      expect(view.dossier.recommendations[0]?.evidence[0]?.clusters[0]?.notes).toHaveLength(3);
      await who.agent.get(`/api/dossiers/${given.dossierId}/versions/1`).expect(200);
    }
    for (const who of await outsiders(given)) {
      await who.agent.get(`/api/referrals/${given.referralId}`).expect(404);
      await who.agent.get(`/api/dossiers/${given.dossierId}/versions/1`).expect(404);
    }
    await api.stranger().agent.get('/api/referrals').expect(401);
  });

  test('says what the viewer may do next', async () => {
    const given = await givenReferral(api);
    expect((await read(given.members[0], given)).may).toEqual({ givePosition: true, adoptOpinion: false, correctOpinion: false, recordDecision: false, forward: false });
    expect((await read(given.chair, given)).may).toEqual({ givePosition: true, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false });
    expect((await read(given.secretary, given)).may).toEqual({ givePosition: false, adoptOpinion: true, correctOpinion: true, recordDecision: false, forward: false });
    expect((await read(given.guest, given)).may).toEqual({ givePosition: false, adoptOpinion: false, correctOpinion: false, recordDecision: false, forward: false });
    const adopted = await givenOpinions(api);
    expect((await read(adopted.harvest.officer, adopted)).may).toEqual({ givePosition: false, adoptOpinion: false, correctOpinion: false, recordDecision: true, forward: true });
  });
});

describe('a position', () => {
  test('of others is hidden from a member until she has given hers', async () => {
    const given = await givenReferral(api);
    const [marta, milan] = given.members;
    const [first, second] = given.recommendationIds;
    await position(marta, given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    const before = await read(milan, given);
    expect(before.items[0]).toMatchObject({ recommendationId: first, positionCount: 1, positions: null, myPosition: null });
    await position(milan, given, first).expect(204);
    const after = await read(milan, given);
    expect(after.items[0]?.positions).toMatchObject([
      { personName: 'Marta Členka', verdict: 'return', reason: 'Chýba rozpočet.' },
      { personName: 'Milan Člen', verdict: 'support' },
    ]);
    expect(after.items[1]).toMatchObject({ recommendationId: second, positions: null });
    expect((await read(given.secretary, given)).items[0]?.positions).toHaveLength(2);
  });

  test('may be changed until the opinion is adopted, and one member has one', async () => {
    const given = await givenReferral(api);
    const [marta, milan] = given.members;
    const [first] = given.recommendationIds;
    await position(marta, given, first).expect(204);
    await position(marta, given, first, { verdict: 'not-support', reason: 'Rozmyslela som si to.' }).expect(204);
    expect((await read(marta, given)).items[0]).toMatchObject({ positionCount: 1, myPosition: { verdict: 'not-support', reason: 'Rozmyslela som si to.' } });
    await opinion(given.secretary, given, first).expect(200);
    expect(await codeOf(position(marta, given, first))).toBe('review/opinion-adopted');
    expect((await read(milan, given)).items[0]?.positions).toHaveLength(1);
  });

  test('is given by members and the chair alone', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    await position(given.chair, given, first).expect(204);
    for (const who of [given.secretary, given.guest, given.harvest.lead, given.harvest.officer]) {
      expect(await codeOf(position(who, given, first).expect(403))).toBe('review/not-a-member');
    }
    for (const who of await outsiders(given)) await position(who, given, first).expect(404);
  });

  test('needs a reason, a recommendation of this referral, and nothing else', async () => {
    const given = await givenReferral(api);
    const other = await givenReferral(api);
    const [marta] = given.members;
    await position(marta, given, given.recommendationIds[0], { verdict: 'support', reason: '  ' }).expect(400);
    await position(marta, given, given.recommendationIds[0], { verdict: 'support', reason: 'Áno.', personId: randomUUID() }).expect(400);
    expect(await codeOf(position(marta, given, other.recommendationIds[0]))).toBe('review/unknown-recommendation');
  });
});

describe('the commission’s opinion', () => {
  test('is the motion where it won its majority, and is on the way of the note', async () => {
    const given = await givenReferral(api);
    const { body } = await opinion(given.secretary, given, given.recommendationIds[0], opinionOf({ motion: 'support-with-changes' })).expect(200);
    expect(body).toMatchObject({ verdict: 'support-with-changes', vote: { for: 6, against: 1, abstained: 1 } });
    const tie = await opinion(given.chair, given, given.recommendationIds[1], opinionOf({ vote: { for: 3, against: 3, abstained: 0 } })).expect(200);
    expect(tie.body).toMatchObject({ verdict: 'no-opinion' });
    const { stations } = (await api.stranger().agent.get(`/api/records/${given.harvest.noteIds[0][0]}/way`)).body;
    expect(stations.at(-1)).toMatchObject({ kind: 'opinion', title: 'Komisia životného prostredia', outcome: 'support-with-changes', reason: 'Komisia odporúča schváliť.' });
  });

  test('needs a quorum of the commission’s members', async () => {
    const given = await givenReferral(api);
    const { body } = await opinion(given.secretary, given, given.recommendationIds[0], opinionOf({ vote: { for: 4, against: 0, abstained: 0 } })).expect(409);
    expect(body).toMatchObject({ code: 'review/no-quorum', facts: { present: 4, memberCount: 9 } });
  });

  test('may be corrected until the council has decided; the way shows the correction', async () => {
    const given = await givenOpinions(api);
    await opinion(given.secretary, given, given.recommendationIds[0], opinionOf({ motion: 'return', reasoning: 'Oprava zápisu.' })).expect(200);
    const { stations } = (await api.stranger().agent.get(`/api/records/${given.harvest.noteIds[0][0]}/way`)).body;
    expect(stations.filter((station: { kind: string }) => station.kind === 'opinion')).toMatchObject([{ outcome: 'return', reason: 'Oprava zápisu.' }]);
    await decide(given.secretary, given).expect(201);
    expect(await codeOf(opinion(given.secretary, given, given.recommendationIds[0]))).toBe('review/decided');
  });

  test('stays as it is once a newer version of the dossier is published; a first one may still come late', async () => {
    const given = await givenReferral(api);
    const [first, second] = given.recommendationIds;
    const may = async () => ((await given.secretary.agent.get(`/api/referrals/${given.referralId}`).expect(200)).body as ReferralView).may;
    await opinion(given.secretary, given, first).expect(200);
    await opinion(given.secretary, given, first, opinionOf({ reasoning: 'Oprava zápisu.' })).expect(200);
    expect(await may()).toMatchObject({ adoptOpinion: true, correctOpinion: true });
    await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions`).expect(201);
    expect(await codeOf(opinion(given.secretary, given, first, opinionOf({ motion: 'not-support' })))).toBe('review/newer-version');
    await opinion(given.secretary, given, second).expect(200);
    expect(await may()).toMatchObject({ adoptOpinion: true, correctOpinion: false });
    const { stations } = (await api.stranger().agent.get(`/api/records/${given.harvest.noteIds[0][0]}/way`)).body;
    expect(stations.filter((station: { kind: string }) => station.kind === 'opinion')).toMatchObject([{ outcome: 'support', reason: 'Oprava zápisu.' }]);
  });

  test('is recorded by secretary and chair alone, for no day that lies ahead', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    for (const who of [given.members[0], given.guest, given.harvest.lead, given.harvest.officer]) await opinion(who, given, first).expect(403);
    for (const who of await outsiders(given)) await opinion(who, given, first).expect(404);
    await opinion(given.secretary, given, first, opinionOf({ adoptedOn: LATER })).expect(400);
    await opinion(given.secretary, given, first, opinionOf({ verdict: 'support' })).expect(400);
    await opinion(given.secretary, given, first, opinionOf({ vote: { for: 6, against: 0, abstained: 0, absent: 3 } })).expect(400);
  });

  test('is of the day of the referral at the earliest, in the town’s time zone', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    await api.database.query(`update referral set referred_at = '2026-03-01T23:30:00Z' where id = $1`, [given.referralId]);
    const { body } = await opinion(given.secretary, given, first, opinionOf({ adoptedOn: '2026-03-01' })).expect(400);
    expect(body).toMatchObject({ code: 'review/before-referral', facts: { day: '2026-03-02' } });
    await opinion(given.secretary, given, first, opinionOf({ adoptedOn: '2026-03-02' })).expect(200);
  });

  test('two secretaries at once write one opinion', async () => {
    const given = await givenReferral(api);
    const answers = await Promise.all([opinion(given.secretary, given, given.recommendationIds[0]), opinion(given.chair, given, given.recommendationIds[0])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  });
});

describe('a version after a return', () => {
  test('holds what the commission said before; the opinion stays with its own version, and a member is told what changed', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    await opinion(given.secretary, given, first, opinionOf({ motion: 'return', reasoning: 'Chýba rozpočet.', dissent: 'Milan Člen: nesúhlasím.' })).expect(200);
    await opinion(given.secretary, given, first, opinionOf({ motion: 'return', reasoning: 'Chýba rozpočet školy.' })).expect(200);
    await command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions`).expect(201);
    const referralId = await made(command(given.harvest.lead, 'post', `/dossiers/${given.dossierId}/versions/2/referrals`, { bodyId: given.commissionId, dueOn: LATER }));
    const again = await read(given.members[0], { ...given, referralId });
    expect(again.items.map((item) => item.opinion)).toEqual([null, null]);
    expect(again.dossier.recommendations.map(({ opinions }) => opinions)).toMatchObject([
      [{ version: 1, bodyName: 'Komisia životného prostredia', verdict: 'return', reasoning: 'Chýba rozpočet školy.', vote: { for: 6, against: 1, abstained: 1 } }], [],
    ]);
    expect((await read(given.members[0], given)).items[0]?.opinion).toMatchObject({ verdict: 'return' });
    const changes: DossierChanges = (await given.members[0].agent.get(`/api/dossiers/${given.dossierId}/versions/2/changes`).expect(200)).body;
    expect(changes.recommendations).toMatchObject([{ kind: 'changed', added: [{ kind: 'opinion', names: ['Komisia životného prostredia'] }] }, { kind: 'same' }]);
  });
});

describe('the council’s decision', () => {
  test('answers every recommendation with a reason and is public', async () => {
    const given = await givenOpinions(api, { visibility: 'internal' });
    const id = await made(decide(given.secretary, given));
    const decision: DecisionView = (await api.stranger().agent.get(`/api/decisions/${id}`).expect(200)).body;
    expect(decision).toMatchObject({
      number: '123/2026-MsZ', decidedOn: YESTERDAY, bodyName: 'Mestské zastupiteľstvo', dossierTitle: 'Energia v meste', dossierVersion: 1,
      items: [{ number: 1, title: 'Zatepliť dve školy', verdict: 'accepted', milestones: [] }, { number: 2, verdict: 'not-accepted', reasons: 'Park sa obnovuje z iných peňazí.' }],
    });
    const rows: DecisionRow[] = (await api.stranger().agent.get('/api/decisions').expect(200)).body.items;
    expect(rows.find((row) => row.id === id)).toMatchObject({ acceptedCount: 1, itemCount: 2, processTitle: 'Energetická udržateľnosť mesta' });
    expect(await desk(given.secretary)).toMatchObject([{ state: 'decided', waitsFor: null }]);
    expect((await read(given.members[0], given)).decisions).toEqual([{ id, number: '123/2026-MsZ', decidedOn: YESTERDAY }]);
  });

  test('waits for the opinion on each recommendation', async () => {
    const given = await givenReferral(api);
    await opinion(given.secretary, given, given.recommendationIds[0]).expect(200);
    const { body } = await decide(given.secretary, given).expect(409);
    expect(body).toMatchObject({ code: 'review/opinions-missing', facts: { missing: 1 } });
  });

  test('is final: nobody records another, and the database keeps it as it is', async () => {
    const given = await givenOpinions(api);
    const id = await made(decide(given.secretary, given));
    expect(await codeOf(decide(given.harvest.officer, given))).toBe('review/decided');
    for (const statement of [`update decision set text = 'x' where id = $1`, 'delete from decision where id = $1', `update decision_item set verdict = 'postponed' where decision_id = $1`]) {
      await expect(api.database.query(statement, [id])).rejects.toThrow('is history');
    }
  });

  test('two at once make one', async () => {
    const given = await givenOpinions(api);
    const answers = await Promise.all([decide(given.secretary, given), decide(given.harvest.officer, given)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('is recorded by the secretary or an officer alone', async () => {
    const given = await givenOpinions(api);
    for (const who of [given.members[0], given.chair, given.guest, given.harvest.lead]) await decide(who, given).expect(403);
    for (const who of await outsiders(given)) await decide(who, given).expect(404);
    await decide(given.harvest.officer, given).expect(201);
  });

  test('answers none twice, and takes nothing else', async () => {
    const given = await givenOpinions(api);
    const [item] = decisionOf(given).items;
    await decide(given.secretary, given, decisionOf(given, { items: [] })).expect(400);
    await decide(given.secretary, given, decisionOf(given, { items: [item, item] })).expect(400);
    await decide(given.secretary, given, decisionOf(given, { bodyId: randomUUID() })).expect(400);
    expect((await decide(given.secretary, given, decisionOf(given, { decidedOn: LATER })).expect(400)).body.code).toBe('review/day-in-future');
    expect((await decide(given.secretary, given, decisionOf(given, { decidedOn: '2020-01-01' })).expect(400)).body.code).toBe('review/before-opinion');
    await decide(given.secretary, given, decisionOf(given, { state: 'final' })).expect(400);
  });
});

describe('a conflict of interest', () => {
  const conflict = (who: Someone, { referralId }: GivenReferral, recommendationId: string, reason = 'Stavba susedí s mojím pozemkom.') =>
    command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/conflict`, { reason });
  const takeBack = (who: Someone, { referralId }: GivenReferral, recommendationId: string) =>
    command(who, 'delete', `/referrals/${referralId}/recommendations/${recommendationId}/conflict`);

  test('takes the right away on that recommendation, and a position given before does not count', async () => {
    const given = await givenReferral(api);
    const [marta, milan] = given.members;
    const [first, second] = given.recommendationIds;
    await position(marta, given, first).expect(204);
    await position(milan, given, first).expect(204);
    await conflict(marta, given, first).expect(204);
    expect(await codeOf(position(marta, given, first))).toBe('review/conflict-declared');
    const mine = await read(marta, given);
    // Done as far as her desk goes, and nothing of the others' to be seen.
    expect(mine).toMatchObject({ myPositionCount: 1, waitsFor: 'position' });
    expect(mine.items[0]).toMatchObject({ myPosition: null, positionCount: 1, positions: null, myConflict: { reason: 'Stavba susedí s mojím pozemkom.' } });
    const secretarys = await read(given.secretary, given);
    expect(secretarys.items[0]).toMatchObject({ positions: [{ personName: 'Milan Člen' }], conflicts: [{ personName: 'Marta Členka', reason: 'Stavba susedí s mojím pozemkom.' }], myConflict: null });
    await position(marta, given, second).expect(204);
    expect((await read(marta, given)).waitsFor).toBeNull();
  });

  test('is taken back until the opinion is adopted, and her position counts again', async () => {
    const given = await givenReferral(api);
    const [marta] = given.members;
    const [first] = given.recommendationIds;
    await position(marta, given, first, { verdict: 'return', reason: 'Chýba rozpočet.' }).expect(204);
    await conflict(marta, given, first).expect(204);
    await conflict(marta, given, first, 'Iný dôvod.').expect(204);
    expect((await read(marta, given)).items[0]?.conflicts).toEqual([{ personName: 'Marta Členka', reason: 'Iný dôvod.', mandateId: null }]);
    for (let twice = 0; twice < 2; twice += 1) await takeBack(marta, given, first).expect(204);
    expect((await read(marta, given)).items[0]).toMatchObject({ myConflict: null, myPosition: { reason: 'Chýba rozpočet.' }, positionCount: 1 });
    await conflict(marta, given, first).expect(204);
    await opinion(given.secretary, given, first).expect(200);
    for (const late of [takeBack(marta, given, first), conflict(marta, given, first)]) expect(await codeOf(late)).toBe('review/opinion-adopted');
    expect((await read(marta, given)).items[0]?.positions).toEqual([]);
    const audited = await api.database.query<{ action: string }[]>(`select action from audit_entry where subject_id = $1 and action like 'conflict.%' order by at, id`, [given.referralId]);
    expect(audited.map(({ action }) => action)).toEqual(['conflict.declared', 'conflict.declared', 'conflict.taken-back', 'conflict.declared']);
  });

  test('is a member’s to declare, with a reason', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    await conflict(given.chair, given, first).expect(204);
    for (const who of [given.secretary, given.guest, given.harvest.lead]) {
      expect(await codeOf(conflict(who, given, first))).toBe('review/not-a-member');
      expect(await codeOf(takeBack(who, given, first))).toBe('review/not-a-member');
    }
    for (const who of await outsiders(given)) await conflict(who, given, first).expect(404);
    await conflict(given.members[0], given, first, ' ').expect(400);
    expect(await codeOf(conflict(given.members[0], given, randomUUID()))).toBe('review/unknown-recommendation');
  });
});

describe('a member without an account', () => {
  const eva = async (given: GivenReferral, by = given.secretary) => made(command(by, 'post', `/bodies/${given.commissionId}/mandates`, { name: 'Eva Lesná', sector: 'ngo', represents: 'Ochranári' }));
  const enter = (who: Someone, { referralId }: GivenReferral, recommendationId: string, mandateId: string, what: 'position' | 'conflict', body: object = { verdict: 'return', reason: 'Chýba rozpočet.' }) =>
    command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/mandates/${mandateId}/${what}`, body);

  test('speaks through the secretary, changes it, and her conflict of interest counts as anybody’s', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    const mandateId = await eva(given);
    await position(given.members[0], given, first).expect(204);
    await enter(given.secretary, given, first, mandateId, 'position').expect(204);
    await enter(given.chair, given, first, mandateId, 'position', { verdict: 'not-support', reason: 'Ani s rozpočtom.' }).expect(204);
    expect((await read(given.secretary, given))).toMatchObject({
      spokenFor: [{ mandateId, name: 'Eva Lesná' }],
      items: [{ positions: [{ personName: 'Marta Členka', mandateId: null }, { personName: 'Eva Lesná', verdict: 'not-support', mandateId }] }, {}],
    });
    expect((await read(given.members[0], given)).spokenFor).toEqual([]);
    await enter(given.secretary, given, first, mandateId, 'conflict', { reason: 'Pracuje u dodávateľa.' }).expect(204);
    expect(await codeOf(enter(given.secretary, given, first, mandateId, 'position'))).toBe('review/conflict-declared');
    expect((await read(given.secretary, given)).items[0]).toMatchObject({ positionCount: 1, conflicts: [{ personName: 'Eva Lesná', mandateId }] });
    expect(await codeOf(command(given.secretary, 'delete', `/mandates/${mandateId}`))).toBe('identity/in-use');
    await command(given.secretary, 'delete', `/referrals/${given.referralId}/recommendations/${first}/mandates/${mandateId}/conflict`).expect(204);
    await opinion(given.secretary, given, first).expect(200);
    expect(await codeOf(enter(given.secretary, given, first, mandateId, 'position'))).toBe('review/opinion-adopted');
  });

  test('is spoken for by the secretary and the chair of her own body alone', async () => {
    const given = await givenReferral(api);
    const other = await givenReferral(api);
    const [first] = given.recommendationIds;
    const mandateId = await eva(given);
    for (const who of [given.members[0], given.guest, given.harvest.lead, given.harvest.officer]) await enter(who, given, first, mandateId, 'position').expect(403);
    for (const who of await outsiders(given)) await enter(who, given, first, mandateId, 'conflict', { reason: 'x' }).expect(404);
    await enter(given.secretary, given, first, await eva(other), 'position').expect(404);
    await api.database.query(`update mandate set until_on = '2020-01-01' where id = $1`, [mandateId]);
    await enter(given.secretary, given, first, mandateId, 'position').expect(404);
  });
});

describe('a body’s statute', () => {
  test('decides over quorum and majority', async () => {
    const given = await givenReferral(api);
    await api.database.query(`update body set quorum = 'half', majority = 'three-fifths', majority_of = 'members' where id = $1`, [given.commissionId]);
    const [first, second] = given.recommendationIds;
    expect((await opinion(given.secretary, given, first, opinionOf({ vote: { for: 5, against: 0, abstained: 0 } })).expect(200)).body.verdict).toBe('no-opinion');
    expect((await opinion(given.secretary, given, second, opinionOf({ vote: { for: 6, against: 3, abstained: 0 } })).expect(200)).body.verdict).toBe('support');
    expect((await read(given.secretary, given)).rules).toEqual({ memberCount: 9, quorum: 'half', majority: 'three-fifths', majorityOf: 'members' });
  });

  test('says whether it decides: one that advises records no decision', async () => {
    const given = await givenOpinions(api);
    const { body } = await decide(given.secretary, given, decisionOf(given, { bodyId: given.commissionId })).expect(400);
    expect(body).toMatchObject({ fields: [{ path: 'bodyId', code: 'not-allowed' }] });
  });
});

describe('a private note', () => {
  const note = (who: Someone, { referralId }: GivenReferral, recommendationId: string, text: string) =>
    command(who, 'put', `/referrals/${referralId}/recommendations/${recommendationId}/note`, { text });
  const noteOf = async (who: Someone, given: GivenReferral) => (await read(who, given)).items[0]?.myNote;

  test('is read by its writer alone, changed and emptied, also after the opinion', async () => {
    const given = await givenReferral(api);
    const [marta, milan] = given.members;
    const [first] = given.recommendationIds;
    await note(marta, given, first, 'Spýtať sa na rozpočet').expect(204);
    await note(given.secretary, given, first, 'Overiť parcelu').expect(204);
    expect([await noteOf(marta, given), await noteOf(given.secretary, given), await noteOf(milan, given), await noteOf(given.chair, given)]).toEqual(['Spýtať sa na rozpočet', 'Overiť parcelu', '', '']);
    for (const who of [milan, given.secretary, given.harvest.lead]) {
      expect(JSON.stringify((await who.agent.get(`/api/referrals/${given.referralId}`)).body)).not.toContain('Spýtať sa');
    }
    await opinion(given.secretary, given, first).expect(200);
    await note(marta, given, first, 'Hotovo').expect(204);
    expect(await noteOf(marta, given)).toBe('Hotovo');
    await note(marta, given, first, ' ').expect(204);
    expect(await noteOf(marta, given)).toBe('');
  });

  test('is for who reads the referral', async () => {
    const given = await givenReferral(api);
    const [first] = given.recommendationIds;
    for (const who of await outsiders(given)) await note(who, given, first, 'x').expect(404);
    expect(await codeOf(note(given.guest, given, randomUUID(), 'x'))).toBe('review/unknown-recommendation');
  });
});
