import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { JudgedCanvas, JuryView, TeamFeedback } from '@spolu/contracts/activities/ideathon-jury';
import { partOf } from '@spolu/contracts/activities/part-of';
import { givenApi, type Someone, type TestApi } from '../../../../testing/given-api.ts';
import { command, type Phone, type Screen, screenOf } from '../../../given-session.ts';
import { CRITERIA, type GivenJury, givenJury } from './given-jury.ts';

let api: TestApi;
const screens: Screen[] = [];
beforeAll(async () => {
  api = await givenApi();
});
afterEach(() => {
  for (const { socket } of screens.splice(0)) socket.disconnect();
});
afterAll(() => api?.stop());

type Asker = Pick<Someone, 'agent'>;
const codeOf = async (request: PromiseLike<{ body: { code?: string } }>) => (await request).body.code;
const roomPart = async ({ given }: GivenJury) => partOf((await given.room()).room.activity, 'ideathon')?.jury;
const reportPart = async ({ given }: GivenJury, who: Asker = given.facilitator) => partOf((await given.report(who)).activities[0], 'ideathon')?.jury;
const feedback = async (jury: GivenJury, who: Asker) => (await command<{ feedback: TeamFeedback | null }>(who, 'get', `/activities/${jury.activityId}/jury/feedback`)).feedback;

/** Two jurors judged both teams: A has 75 + 50, B has 37.5 + 100. */
async function judged(settings: Partial<IdeathonSettings> = {}): Promise<GivenJury> {
  const jury = await givenJury(api, { settings });
  const { eva, jan } = jury;
  for (const juror of [eva, jan]) await jury.declare(juror);
  await jury.save(eva, 0, [2, 0], { feedback: 'Jasný cieľ.', note: 'Tajná poznámka Evy' });
  await jury.save(jan, 0, [1, 2]);
  await jury.save(eva, 1, [1, 0]);
  await jury.save(jan, 1, [2, 4], { feedback: 'Odvážne.' });
  return jury;
}

describe('the way of a jury', () => {
  test('leads from named jurors over private scores and a discussion to a result, which is told when the ideathon tells its results', async () => {
    const jury = await judged({ audience: null });
    const { given } = jury;
    expect(await roomPart(jury)).toMatchObject({ state: 'scoring', jurorCount: 2, doneCount: 4, askedCount: 4, result: null });
    await jury.step('open');
    const { discussion } = await jury.view();
    expect(discussion?.teams.map(({ name, rank, points, means, spreads, notes }) => ({ name, rank, points, means, spreads, notes }))).toEqual([
      { name: 'Tím B', rank: 1, points: 68.75, means: [1.5, 2], spreads: [{ scores: [1, 2], median: 1.5 }, { scores: [0, 4], median: 2 }], notes: [] },
      { name: 'Tím A', rank: 2, points: 62.5, means: [1.5, 1], spreads: [{ scores: [1, 2], median: 1.5 }, { scores: [0, 2], median: 1 }], notes: ['Tajná poznámka Evy'] },
    ]);
    expect(discussion).toMatchObject({ winnerIds: [jury.teamIds[1]], swings: [[jury.teamIds[0]]], missingCount: 0, revisedCount: 0, sameJurors: null });
    expect(discussion?.disagreements[0]).toEqual({ teamId: jury.teamIds[1], criterion: 1, range: 1 });
    expect(await roomPart(jury)).toMatchObject({ state: 'discussing', result: null });

    const { eva } = jury;
    expect((await jury.own(eva))?.discussion?.teams).toHaveLength(2);
    await jury.save(eva, 0, [2, 4], { feedback: 'Jasný cieľ.' });
    expect((await jury.view()).discussion).toMatchObject({ revisedCount: 1, winnerIds: [jury.teamIds[0]] });
    expect(await api.database.query('select before, after from ideathon_jury_revision where activity_id = $1', [jury.activityId])).toEqual([{ before: [2, 0], after: [2, 4] }]);

    await jury.step('fix');
    expect(await roomPart(jury)).toMatchObject({ state: 'fixed', result: null });
    expect(await feedback(jury, jury.members[0]!)).toBeNull();
    // who ends the ideathon without going on to its results leaves no team without a word
    await given.step(jury.activityId, 'end');
    expect((await feedback(jury, jury.members[0]!))?.feedback).toEqual(['Jasný cieľ.']);
    expect((await roomPart(jury))?.result).toMatchObject({ jurorCount: 2 });
    await given.step(jury.activityId, 'resume', { running: null, until: 'ended' });
    await jury.moveTo('pitches', 'results');
    expect((await roomPart(jury))?.result).toMatchObject({ jurorCount: 2, teams: [{ name: 'Tím A', rank: 1, points: 75, jurorCount: 2 }, { name: 'Tím B', rank: 2 }] });
    expect(await feedback(jury, jury.members[0]!)).toEqual({ teamId: jury.teamIds[0], feedback: ['Jasný cieľ.'] });
    expect(await feedback(jury, jury.members[1]!)).toEqual({ teamId: jury.teamIds[1], feedback: ['Odvážne.'] });
    expect(await feedback(jury, eva)).toBeNull();
    expect(await reportPart(jury)).toMatchObject({ state: 'fixed', jurorCount: 2, doneCount: 4, askedCount: 4, conflictCount: 0, revisedCount: 1, reopened: [], result: { teams: [{ rank: 1 }, { rank: 2 }] } });
    expect(JSON.stringify(await given.report())).not.toContain('Jasný cieľ');
  });

  test('ends untold where an audience might still vote: who knows the jury’s result would', async () => {
    const jury = await givenJury(api, { jurors: 1, settings: { audience: { dots: 2, perOption: null, ownTeam: false } } });
    const { given, eva } = jury;
    await jury.declare(eva);
    await jury.save(eva, 0, [2, 0], { feedback: 'Jasný cieľ.' });
    await jury.save(eva, 1, [1, 0]);
    await jury.step('open');
    await jury.step('fix');
    await given.step(jury.activityId, 'end');
    expect([(await roomPart(jury))?.result, await feedback(jury, jury.members[0]!)]).toEqual([null, null]);
    await given.close();
    expect((await roomPart(jury))?.result).toMatchObject({ jurorCount: 1 });
    expect((await feedback(jury, jury.members[0]!))?.feedback).toEqual(['Jasný cieľ.']);
  });

  test('is not undone silently: a result that was set aside stands in the report with its reason', async () => {
    const jury = await judged();
    await jury.step('open');
    await jury.step('fix');
    await jury.moveTo('pitches', 'results');
    const { facilitator } = jury.given;
    expect(await codeOf(jury.ask(facilitator, 'post', '/reopen', { reason: ' ' }))).toBe('invalid-input');
    await jury.ask(facilitator, 'post', '/reopen', { reason: 'Zabudli sme na tím A.' }).expect(204);
    expect((await roomPart(jury))?.result).toBeNull();
    expect(await jury.view()).toMatchObject({ state: 'discussing', fixedAt: null, reopened: [{ reason: 'Zabudli sme na tím A.' }] });
    await jury.save(jury.jurors[0]!, 1, [2, 4]);
    await jury.step('fix');
    expect(await reportPart(jury)).toMatchObject({ reopened: [{ reason: 'Zabudli sme na tím A.' }], result: { teams: [{ name: 'Tím B', points: 100 }, {}] } });
    expect(await api.database.query(`select action from audit_entry where subject_id = $1 and action like 'jury.%' order by at`, [jury.activityId]))
      .toEqual(['jury.opened', 'jury.fixed', 'jury.reopened', 'jury.fixed'].map((action) => ({ action })));
  });

  test('begins when the facilitator has set its rubric and named who is in it', async () => {
    const jury = await givenJury(api, { scoring: false });
    const { facilitator } = jury.given;
    const rubric = { criteria: [{ title: 'Odvaha', weight: 60, anchors: ['málo', 'veľa'] }] };
    const both = await Promise.all([1, 2].map((weight) => jury.ask(facilitator, 'put', '/rubric', { criteria: [{ ...rubric.criteria[0], weight }], before: CRITERIA })));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    await jury.ask(facilitator, 'put', '/rubric', { ...rubric, before: (await jury.view()).criteria }).expect(204);
    expect((await jury.view()).criteria).toEqual(rubric.criteria);
    expect(await codeOf(jury.ask(facilitator, 'put', '/rubric', { criteria: [{ title: 'Bez slov', weight: 1, anchors: ['', 'veľa'] }], before: rubric.criteria }))).toBe('invalid-input');
    expect(await codeOf(jury.ask(facilitator, 'post', '/begin', { revision: (await jury.view()).revision }))).toBe('jury/not-ready');
    const { eva } = jury;
    expect(await jury.own(eva)).toBeNull();
    await jury.ask(facilitator, 'post', '/jurors', { participantId: eva.participantId, named: true }).expect(204);
    const seen = await jury.view();
    expect(seen.jurors).toEqual([{ participantId: eva.participantId, nickname: 'Hosť 1', declared: false, conflictCount: 0, doneCount: 0, askedCount: 2 }]);
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/not-begun');
    expect(await codeOf(jury.ask(facilitator, 'post', '/begin', { revision: seen.revision - 1 }))).toBe('changed-meanwhile');
    await jury.step('begin');
    expect(await codeOf(jury.ask(facilitator, 'put', '/rubric', { ...rubric, before: rubric.criteria }))).toBe('jury/begun');
    expect(await codeOf(jury.ask(facilitator, 'post', '/begin', { revision: (await jury.view()).revision }))).toBe('jury/begun');
    expect((await jury.own(eva))?.criteria).toEqual(rubric.criteria);
  });

  test('is without whom staff asked to leave, until it is opened: then what she gave stays', async () => {
    const jury = await judged();
    const remove = ({ participantId }: { participantId: string }) => command(jury.given.facilitator, 'post', `/participants/${participantId}/remove`);
    await remove(jury.eva);
    expect((await jury.view()).jurors.map(({ participantId }) => participantId)).toEqual([jury.jan.participantId]);
    expect(await roomPart(jury)).toMatchObject({ jurorCount: 1, doneCount: 2, askedCount: 2 });
    await jury.step('open');
    await command(jury.given.facilitator, 'post', `/participants/${jury.eva.participantId}/let-in`);
    expect((await jury.view()).jurors).toHaveLength(1);
    await remove(jury.jan);
    expect((await jury.view()).discussion?.teams).toMatchObject([{ jurorCount: 1 }, { jurorCount: 1 }]);
  });

  test('has twelve jurors at most, all of this session; who is one no more leaves her scores behind until she comes back', async () => {
    const jury = await givenJury(api, { jurors: 13, scoring: false });
    const name = (participantId: string, named = true) => jury.ask(jury.given.facilitator, 'post', '/jurors', { participantId, named });
    for (const { participantId } of jury.jurors.slice(0, 12)) await name(participantId).expect(204);
    await name(jury.jurors[0]!.participantId).expect(204);
    expect(await codeOf(name(jury.jurors[12]!.participantId))).toBe('jury/full');
    await name(jury.jurors[11]!.participantId, false).expect(204);
    expect(await codeOf(name((await (await givenJury(api)).given.join()).participantId))).toBe('not-found');
    await jury.step('begin');
    const { eva } = jury;
    await jury.declare(eva);
    await jury.save(eva, 0, [2, 4]);
    await name(eva.participantId, false).expect(204);
    expect(await roomPart(jury)).toMatchObject({ jurorCount: 10, doneCount: 0 });
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [1, 1])))).toBe('jury/not-a-juror');
    await name(eva.participantId).expect(204);
    expect(await roomPart(jury)).toMatchObject({ jurorCount: 11, doneCount: 1 });
  });
});

describe('a juror who goes on from a new phone', () => {
  const move = (jury: GivenJury, from: Phone, to: Phone) => jury.ask(jury.given.facilitator, 'post', '/seat', { from: from.participantId, to: to.participantId });

  test('has what she gave and where she has a conflict of interest; the old phone has neither from that moment on', async () => {
    const jury = await givenJury(api);
    const { eva, jan } = jury;
    await jury.declare(jan);
    await jury.declare(eva, { 1: 'Moja sestra' });
    await jury.save(eva, 0, [2, 4], { note: 'Tajná poznámka Evy' });
    const [phone] = await jury.given.joinAll(1);
    const before = await jury.own(eva);
    await move(jury, eva, phone!).expect(204);

    expect(await jury.own(eva)).toBeNull();
    expect(await command(eva, 'get', `/activities/${jury.activityId}/jury/canvases`)).toEqual([]);
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [0, 0])))).toBe('jury/not-a-juror');
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/not-a-juror');
    expect(await jury.own(phone!)).toEqual({ ...before, revision: before!.revision + 1 });
    expect(await codeOf(jury.ask(phone!, 'put', '/sheet', jury.sheet(1, [2, 4])))).toBe('jury/conflict-of-interest');
    expect((await jury.view()).jurors).toMatchObject([{ participantId: jan.participantId }, { participantId: phone!.participantId, declared: true, conflictCount: 1, doneCount: 1, askedCount: 1 }]);

    // also while the jury talks; what she changes then stands beside what she gave before
    await jury.step('open');
    await move(jury, phone!, eva).expect(204);
    await move(jury, eva, phone!).expect(204);
    await jury.save(phone!, 0, [1, 4]);
    expect(await api.database.query('select before, after from ideathon_jury_revision where activity_id = $1', [jury.activityId])).toEqual([{ before: [2, 4], after: [1, 4] }]);
    expect((await jury.view()).discussion?.teams).toMatchObject([{ teamId: jury.teamIds[0], jurorCount: 1 }, { jurorCount: 0 }]);
    expect(await api.database.query(`select facts from audit_entry where subject_id = $1 and action = 'jury.seat-moved' order by at limit 1`, [jury.activityId]))
      .toEqual([{ facts: { from: eva.participantId, to: phone!.participantId } }]);
  });

  test('still does not judge the team in which she was on the old one', async () => {
    const jury = await givenJury(api);
    const { eva } = jury;
    await api.database.query('insert into ideathon_member (activity_id, participant_id, team_id, joined_at) values ($1, $2, $3, now())', [jury.activityId, eva.participantId, jury.teamIds[0]]);
    const [phone] = await jury.given.joinAll(1);
    await move(jury, eva, phone!).expect(204);
    await jury.declare(phone!);
    expect((await jury.own(phone!))?.teams[0]?.conflict).toEqual({ kind: 'member' });
    expect(await codeOf(jury.ask(phone!, 'put', '/sheet', jury.sheet(0, [2, 4])))).toBe('jury/conflict-of-interest');
  });

  test('is nobody who has or had a seat, is in a team, was asked to leave or is in another session; and nobody once the result is fixed', async () => {
    const jury = await givenJury(api, { jurors: 3 });
    const { eva, jan, given, members } = jury;
    const left = jury.jurors[2]!;
    for (const juror of [eva, jan, left]) await jury.declare(juror);
    for (const juror of [eva, left]) await jury.save(juror, 0, [2, 4]);
    const name = (participantId: string, named: boolean) => jury.ask(given.facilitator, 'post', '/jurors', { participantId, named });
    await name(left.participantId, false).expect(204);
    const [phone, gone] = await given.joinAll(2);
    await command(given.facilitator, 'post', `/participants/${gone!.participantId}/remove`);
    for (const to of [jan, eva, left]) expect(await codeOf(move(jury, eva, to))).toBe('jury/has-seat');
    expect(await codeOf(move(jury, eva, members[0]!))).toBe('jury/in-a-team');
    for (const to of [gone!, { ...phone!, participantId: randomUUID() }]) expect(await codeOf(move(jury, eva, to))).toBe('not-found');
    expect(await codeOf(move(jury, phone!, phone!))).toBe('changed-meanwhile');

    const both = await Promise.all((await given.joinAll(2)).map((to) => move(jury, eva, to)));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await codeOf(name(eva.participantId, true))).toBe('jury/has-seat');
    await jury.step('open');
    await jury.step('fix');
    expect(await codeOf(move(jury, jan, phone!))).toBe('jury/fixed');
  });
});

describe('SEC-46: what a jury gives is private until its scores are opened', () => {
  test('no score, word or name reaches anybody else, in no answer and no frame, staff included', async () => {
    const jury = await givenJury(api);
    const { given } = jury;
    const watchers = [await screenOf(given, given.facilitator), await screenOf(given, jury.members[0]!)];
    screens.push(...watchers);
    const { eva, jan } = jury;
    await jury.declare(eva, { 1: 'Zamlčaný dôvod' });
    await jury.save(eva, 0, [2, 3], { feedback: 'Zamlčaná spätná väzba', note: 'Zamlčaná poznámka' });
    await Promise.all(watchers.map((screen) => screen.until(({ room }) => partOf(room?.activity, 'ideathon')?.jury?.doneCount === 1, 'the finished sheet is counted')));
    const seen = [
      ...watchers.flatMap(({ frames }) => frames),
      JSON.stringify([await jury.view(), await given.room(), await given.report(), await jury.own(jan), await given.room(jan)]),
    ].join('\n');
    expect(seen).not.toContain('Zamlčan');
    expect(seen).not.toMatch(/\[2,\s*3\]/);
    expect((await jury.view()).discussion).toBeNull();
    expect(await jury.own(eva)).toMatchObject({ declared: true, discussion: null, teams: [{ scores: [2, 3], feedback: 'Zamlčaná spätná väzba' }, { conflict: { kind: 'declared', reason: 'Zamlčaný dôvod' } }] });
  });

  test('what is only begun is saved and not counted; of half a sheet the staff learn nothing', async () => {
    const jury = await givenJury(api, { jurors: 1 });
    const { eva } = jury;
    await jury.declare(eva);
    const before = await jury.view();
    await jury.save(eva, 0, [1, null], { note: 'Ešte premyslieť' });
    expect(await jury.view()).toEqual(before);
    expect((await jury.own(eva))?.teams[0]).toMatchObject({ scores: [1, null], note: 'Ešte premyslieť' });
    expect(await codeOf(jury.ask(jury.given.facilitator, 'post', '/open', { revision: before.revision }))).toBe('jury/not-ready');
    await jury.save(eva, 0, [1, 0]);
    await jury.step('open');
    const { discussion } = await jury.view();
    expect(discussion).toMatchObject({ missingCount: 1, teams: [{ rank: 1, points: 37.5 }, { rank: null, points: null }] });
  });

  test('is shown to jurors and to who runs it, to nobody else', async () => {
    const jury = await judged();
    await jury.step('open');
    expect(await jury.own(jury.members[0]!)).toBeNull();
    for (const role of ['table-host', 'scribe', 'observer'] as const) expect(await codeOf(jury.ask(await jury.given.staff(role), 'get', ''))).toBe('forbidden');
    expect(await codeOf(jury.ask(jury.members[0]!, 'get', ''))).toBe('forbidden');
    expect(await codeOf(jury.ask(api.stranger(), 'get', ''))).toBe('not-found');
    expect(await reportPart(jury)).toMatchObject({ state: 'discussing', result: null, swings: [], revisedCount: 0 });
    expect((await roomPart(jury))?.result).toBeNull();
  });
});

describe('SEC-02: a juror with a conflict of interest', () => {
  test('is asked before she scores, and does not score that team', async () => {
    const jury = await givenJury(api);
    const { eva, jan } = jury;
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [1, 1])))).toBe('jury/undeclared');
    await jury.declare(eva, { 0: 'Vedie ho moja sestra.' });
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [0, 0])))).toBe('jury/conflict-of-interest');
    await jury.save(eva, 1, [1, 2]);
    await jury.declare(jan);
    await jury.save(jan, 0, [2, 4]);
    expect(await roomPart(jury)).toMatchObject({ doneCount: 2, askedCount: 3 });
    await jury.step('open');
    const teamA = (await jury.view()).discussion?.teams.find(({ teamId }) => teamId === jury.teamIds[0]);
    expect(teamA).toMatchObject({ points: 100, jurorCount: 1, conflictCount: 1 });
    // what is said of that team is not for her
    expect((await jury.own(eva))?.discussion?.teams.find(({ teamId }) => teamId === jury.teamIds[0])).toMatchObject({ means: [], spreads: [], notes: [], feedback: [] });
  });

  test('reads what teams wrote on their canvases, of those that she may judge; others read nothing here', async () => {
    const jury = await givenJury(api, { jurors: 1 });
    const { eva } = jury;
    await jury.moveTo('pitches', 'canvas');
    for (const [i, member] of jury.members.entries()) await command(member, 'put', `/teams/${jury.teamIds[i]!}/canvas`, { field: 1, text: `Riešenie ${i}`, revision: 0 });
    const read = async (who: Asker) => command<JudgedCanvas[]>(who, 'get', `/activities/${jury.activityId}/jury/canvases`);
    expect(await read(eva)).toEqual(jury.teamIds.map((teamId, i) => ({ teamId, fields: [{ title: 'Riešenie', text: `Riešenie ${i}` }] })));
    await jury.declare(eva, { 0: 'Sused.' });
    expect((await read(eva)).map(({ teamId }) => teamId)).toEqual([jury.teamIds[1]]);
    expect(await read(jury.members[0]!)).toEqual([]);
    expect(await codeOf(jury.ask(jury.given.facilitator, 'get', '/canvases'))).toBe('forbidden');
  });

  test('with either of two teams holds for what they become', async () => {
    const jury = await judged();
    await jury.declare(jury.eva, { 0: 'Učila som ich.' });
    await command(jury.given.facilitator, 'post', `/teams/${jury.teamIds[0]!}/merge`, { into: jury.teamIds[1] });
    expect((await jury.own(jury.eva))?.teams).toMatchObject([{ conflict: { kind: 'declared', reason: 'Učila som ich.' }, scores: [null, null] }]);
    expect(await codeOf(jury.ask(jury.eva, 'put', '/sheet', jury.sheet(1, [1, 1])))).toBe('jury/conflict-of-interest');
  });

  test('may say so later: what she gave is set aside at once and kept out, also after the scores were opened', async () => {
    const jury = await judged();
    const { eva, jan } = jury;
    await jury.declare(eva, { 0: 'Až teraz som ich spoznala.' });
    expect((await jury.own(eva))?.teams[0]).toMatchObject({ scores: [null, null], feedback: '', note: '', conflict: { kind: 'declared' } });
    expect(await roomPart(jury)).toMatchObject({ doneCount: 3, askedCount: 3 });
    // a mistake is taken back while nobody knows a score
    await jury.declare(eva);
    expect((await jury.own(eva))?.teams[0]).toMatchObject({ scores: [2, 0], conflict: null });
    await jury.step('open');
    await jury.declare(jan, { 1: 'Učil som ich.' });
    expect((await jury.view()).discussion?.teams).toMatchObject([{ name: 'Tím A', points: 62.5 }, { name: 'Tím B', points: 37.5, jurorCount: 1 }]);
    expect(await codeOf(jury.ask(jan, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/opened');
    expect(await codeOf(jury.ask(jan, 'put', '/sheet', jury.sheet(1, [2, 4])))).toBe('jury/conflict-of-interest');
    await jury.step('fix');
    await jury.moveTo('pitches', 'results');
    expect((await feedback(jury, jury.members[1]!))?.feedback).toEqual([]);
    expect(await reportPart(jury)).toMatchObject({ conflictCount: 1 });
  });

  test('adds another after the scores were opened, also where a team that she named first is no team any more or has her in it', async () => {
    const jury = await givenJury(api, { teams: 4 });
    const { eva, jan } = jury;
    await jury.declare(eva, { 0: 'Sused.', 1: 'Sestra.' });
    await jury.declare(jan);
    await jury.save(jan, 2, [1, 1]);
    await jury.step('open');
    const { facilitator } = jury.given;
    await command(facilitator, 'delete', `/teams/${jury.teamIds[0]}`);
    await command(facilitator, 'post', `/activities/${jury.activityId}/members`, { participantId: eva.participantId, teamId: jury.teamIds[1] });
    await jury.declare(eva, { 2: 'Až teraz som ich spoznala.' });
    expect((await jury.own(eva))?.teams.map(({ conflict }) => conflict?.kind ?? null)).toEqual(['member', 'declared', null]);
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/opened');
    const twice = { teamId: jury.teamIds[3], reason: 'x' };
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [twice, twice] }))).toBe('invalid-input');
  });

  test('hears nothing of what the jury says before she has said where she has one, and reads no canvas before the jury begins', async () => {
    const jury = await givenJury(api);
    const { eva, jan } = jury;
    await jury.declare(jan);
    await jury.save(jan, 0, [2, 4], { note: 'Najlepší nápad' });
    await jury.step('open');
    expect(await jury.own(eva)).toMatchObject({ declared: false, discussion: null });
    await jury.declare(eva, { 0: 'Sestra.' });
    expect((await jury.own(eva))?.discussion?.teams.map(({ notes }) => notes)).toEqual([[], []]);

    const early = await givenJury(api, { scoring: false });
    await early.moveTo('pitches', 'canvas');
    await command(early.members[0]!, 'put', `/teams/${early.teamIds[0]!}/canvas`, { field: 0, text: 'Rozpísané', revision: 0 });
    await early.ask(early.given.facilitator, 'post', '/jurors', { participantId: early.eva.participantId, named: true }).expect(204);
    expect(await command(early.eva, 'get', `/activities/${early.activityId}/jury/canvases`)).toEqual([]);
  });

  test('has one without saying so where she is in the team herself', async () => {
    const jury = await givenJury(api);
    const { eva, jan } = jury;
    for (const juror of [eva, jan]) await jury.declare(juror);
    await jury.save(eva, 0, [2, 4]);
    await api.database.query('insert into ideathon_member (activity_id, participant_id, team_id, joined_at) values ($1, $2, $3, now())', [jury.activityId, eva.participantId, jury.teamIds[0]]);
    expect((await jury.own(eva))?.teams[0]).toMatchObject({ conflict: { kind: 'member' }, scores: [null, null] });
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [2, 4])))).toBe('jury/conflict-of-interest');
    expect(await roomPart(jury)).toMatchObject({ doneCount: 0, askedCount: 3 });
  });
});

describe('what is refused', () => {
  test('to participants, hosts, and jurors who are none: every command of the jury', async () => {
    const jury = await givenJury(api);
    const runs: [string, 'post' | 'put', object][] = [
      ['/rubric', 'put', { criteria: CRITERIA, before: CRITERIA }], ['/jurors', 'post', { participantId: jury.members[0]!.participantId, named: true }],
      ['/seat', 'post', { from: jury.eva.participantId, to: jury.members[0]!.participantId }],
      ['/begin', 'post', { revision: 0 }], ['/open', 'post', { revision: 0 }], ['/fix', 'post', { revision: 0 }], ['/reopen', 'post', { reason: 'x' }],
    ];
    const host = await jury.given.staff('table-host');
    for (const [path, verb, body] of runs) {
      for (const who of [jury.members[0]!, jury.jurors[0]!, host]) expect([path, await codeOf(jury.ask(who, verb, path, body))]).toEqual([path, 'forbidden']);
      expect([path, await codeOf(jury.ask(api.stranger(), verb, path, body))]).toEqual([path, 'not-found']);
    }
    expect(await codeOf(jury.ask(jury.members[0]!, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/not-a-juror');
    expect(await codeOf(jury.ask(jury.members[0]!, 'put', '/sheet', jury.sheet(0, [1, 1])))).toBe('jury/not-a-juror');
    expect(await codeOf(jury.ask(jury.given.facilitator, 'put', '/sheet', jury.sheet(0, [1, 1])))).toBe('forbidden');
    expect(await codeOf(jury.ask(api.stranger(), 'put', '/sheet', jury.sheet(0, [1, 1])))).toBe('not-found');
  });

  test('at the wrong moment: opening twice, naming jurors after it, and anything once the result is fixed', async () => {
    const jury = await judged();
    const { facilitator } = jury.given;
    const { eva } = jury;
    const now = async () => ({ revision: (await jury.view()).revision });
    expect(await codeOf(jury.ask(facilitator, 'post', '/fix', await now()))).toBe('jury/not-opened');
    expect(await codeOf(jury.ask(facilitator, 'post', '/reopen', { reason: 'x' }))).toBe('jury/not-fixed');
    await jury.step('open');
    expect(await codeOf(jury.ask(facilitator, 'post', '/open', await now()))).toBe('jury/opened');
    expect(await codeOf(jury.ask(facilitator, 'post', '/jurors', { participantId: eva.participantId, named: false }))).toBe('jury/opened');
    const seen = await now();
    await jury.save(eva, 0, [0, 0]);
    expect(await codeOf(jury.ask(facilitator, 'post', '/fix', seen))).toBe('changed-meanwhile');
    const fixes = await Promise.all([now(), now()].map(async (revision) => jury.ask(facilitator, 'post', '/fix', await revision)));
    expect(fixes.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [2, 4])))).toBe('jury/fixed');
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [] }))).toBe('jury/fixed');
    expect(await codeOf(jury.ask(facilitator, 'post', '/fix', await now()))).toBe('jury/fixed');
    const [row] = await api.database.query<{ count: number }[]>('select count(*)::int as count from ideathon_jury_result where activity_id = $1', [jury.activityId]);
    expect(row?.count).toBe(1);
  });

  test('what is no score of this rubric or no team of this ideathon; and everything where there is no jury', async () => {
    const jury = await givenJury(api);
    const { eva } = jury;
    await jury.declare(eva);
    for (const scores of [[3, 0], [0, 5], [-1, 0], [0.5, 0], [1], [1, 1, 1]]) expect([scores, await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, scores)))]).toEqual([scores, 'invalid-input']);
    expect(await codeOf(jury.ask(eva, 'put', '/sheet', jury.sheet(0, [1, 1], { teamId: randomUUID() })))).toBe('not-found');
    expect(await codeOf(jury.ask(eva, 'put', '/conflicts', { conflicts: [{ teamId: randomUUID(), reason: 'x' }] }))).toBe('invalid-input');
    const without = await givenJury(api, { scoring: false, settings: { jury: null } });
    expect(await roomPart(without)).toBeNull();
    expect(await reportPart(without)).toBeNull();
    expect(await codeOf(without.ask(without.given.facilitator, 'get', ''))).toBe('not-found');
    expect(await codeOf(without.ask(without.given.facilitator, 'post', '/begin', { revision: 0 }))).toBe('not-found');
    expect(await without.own(without.members[0]!)).toBeNull();
  });
});

describe('what the screen calls saved', () => {
  test('is there when jurors save at once, and after their phone has sent it twice', async () => {
    const jury = await givenJury(api, { teams: 5, jurors: 4 });
    await Promise.all(jury.jurors.map((juror) => jury.declare(juror)));
    const key = randomUUID();
    await Promise.all(jury.jurors.flatMap((juror) => jury.teamIds.map((_, team) => jury.save(juror, team, [2, team % 5]))));
    for (let i = 0; i < 2; i++) await command(jury.jurors[0]!, 'put', `/activities/${jury.activityId}/jury/sheet`, jury.sheet(0, [2, 0]), key);
    expect(await roomPart(jury)).toMatchObject({ doneCount: 20, askedCount: 20 });
    const view: JuryView = await jury.view();
    expect(view.jurors.map(({ doneCount }) => doneCount)).toEqual([5, 5, 5, 5]);
    await jury.step('open');
    expect((await jury.view()).discussion?.teams.map(({ points }) => points)).toEqual([100, 93.75, 87.5, 81.25, 75]);
  });
});
