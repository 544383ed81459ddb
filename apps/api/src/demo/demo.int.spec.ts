import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { ActionPlanView, CommitmentView } from '@spolu/contracts/commitments';
import type { BoardOutline } from '@spolu/contracts/boards';
import type { DutyView } from '@spolu/contracts/duties';
import type { DemoRole, Me } from '@spolu/contracts/identity';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { IdeaMap } from '@spolu/contracts/idea-places';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessList } from '@spolu/contracts/participation';
import type { ContributionWay, ReceiptView, RecordKind, Way } from '@spolu/contracts/provenance';
import type { PublicVoteRow, PublicVoteView } from '@spolu/contracts/public-votes';
import type { DecisionRow, ReferralRow, ReferralView } from '@spolu/contracts/review';
import type { AuthorQuestions } from '@spolu/contracts/review-questions';
import type { ReadReport } from '@spolu/contracts/report-blocks';
import type { Report, RoomView, SessionRow, SessionView } from '@spolu/contracts/sessions';
import { clockOf, plannedTimes } from '@spolu/contracts/sheet-clock';
import type TestAgent from 'supertest/lib/agent.js';
import { randomUUID } from 'node:crypto';
import { givenApi, type TestApi } from '../testing/given-api.ts';
import { DemoService, type LoadedDemo } from './demo.service.ts';

let api: TestApi;
let demo: LoadedDemo;
const lines: string[] = [];
beforeAll(async () => {
  api = await givenApi({ demo: true });
  const loaded = await api.app.get(DemoService).load((line) => lines.push(line));
  if (!loaded) throw new Error('the demo was there already');
  demo = loaded;
});
afterAll(() => api.stop());

async function as(role: DemoRole): Promise<TestAgent> {
  const { agent } = api.stranger();
  await agent.post('/api/demo-sign-ins').set('Idempotency-Key', randomUUID()).send({ role }).expect((answer) => expect(answer.status).toBeLessThan(300));
  return agent;
}
const read = async <Answer>(agent: TestAgent, path: string): Promise<Answer> => (await agent.get(`/api${path}`).expect(200)).body as Answer;
const list = async <Row>(agent: TestAgent, path: string): Promise<Row[]> => (await read<{ items: Row[] }>(agent, path)).items;
const anybody = () => api.stranger().agent;
const daysAgo = (instant: string | null) => (Date.now() - new Date(instant ?? Number.NaN).getTime()) / 86_400_000;

describe('the demo city', () => {
  test('has an action plan of three commitments and twenty milestones', async () => {
    const [plan] = await list<ActionPlanView>(anybody(), '/action-plans');
    expect(plan?.commitments).toHaveLength(3);
    const milestones = plan!.commitments.flatMap(({ milestoneCounts }) => Object.values(milestoneCounts));
    expect(milestones.reduce((sum, count) => sum + count, 0)).toBe(20);
  });

  test('has a process with a workshop that is over, one that runs and one that is prepared, and takes ideas from everybody', async () => {
    const { items } = await read<ProcessList>(anybody(), '/processes');
    expect(items.map(({ title, state }) => [title, state])).toEqual([
      ['Energetická udržateľnosť mesta', 'running'], ['Integrovaná územná stratégia funkčnej mestskej oblasti', 'finished'],
    ]);
    expect(await read<IdeaIntakeView>(anybody(), `/processes/${demo.processId}/idea-intake`)).toMatchObject({ open: true });
    const { plan, spots } = await read<IdeaMap>(anybody(), `/processes/${demo.processId}/idea-map`);
    expect(plan.description).toContain('Schéma mesta, nie mapa');
    expect(plan).toMatchObject({ width: 1600, height: 1200, edges: null });
    expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    await anybody().get(`/api/processes/${demo.processId}/idea-plans/${plan.fileId}`).expect('Content-Type', 'image/webp').expect(200);
    const sessions = await list<SessionRow>(anybody(), `/sessions?processId=${demo.processId}`);
    expect(sessions.map(({ state }) => state).sort()).toEqual(['closed', 'open', 'preparing']);
  });

  test('has a vote that was counted, one that is going on and one that is prepared', async () => {
    const votes = await list<PublicVoteRow>(await as('officer'), `/processes/${demo.processId}/public-votes`);
    expect(votes.map(({ state }) => state)).toEqual(['draft', 'open', 'counted']);
    const { result } = await read<PublicVoteView>(anybody(), `/public-votes/${votes[2]!.id}`);
    expect(result).toMatchObject({ ballotCount: 84, eligible: 150, categories: [{ spent: 73_000 }] });
    expect(daysAgo(result!.countedAt)).toBeGreaterThan(50);
    expect(result!.categories[0]!.options.map(({ points, outcome }) => [points, outcome])).toEqual([[68, 'chosen'], [44, 'not-chosen'], [28, 'chosen'], [28, 'chosen'], [26, 'chosen']]);
  });

  test.each<DemoRole>(['administrator', 'officer', 'facilitator', 'department-member', 'commission-member', 'secretary'])('lets one be the %s with a click', async (role) => {
    const me = await read<Me>(await as(role), '/me');
    expect(me.person).not.toBeNull();
    expect(me.roles.length).toBeGreaterThan(0);
  });

  test('loads once: a second start finds it there', async () => {
    expect(await api.app.get(DemoService).load((line) => lines.push(line))).toBeNull();
    expect(lines).toHaveLength(5);
  });
});

describe('the ideathon of 2023', () => {
  test('took twenty-five assessed projects to a public vote in three categories, from 25 May to 8 June', async () => {
    const [vote, ...others] = await list<PublicVoteRow>(anybody(), `/processes/${demo.ideathonId}/public-votes`);
    expect([vote, others]).toMatchObject([{ optionCount: 25, opensAt: '2023-05-25T06:00:00.000Z', closesAt: '2023-06-08T18:00:00.000Z', state: 'counted' }, []]);
    const { result } = await read<PublicVoteView>(anybody(), `/public-votes/${vote!.id}`);
    expect(result!.countedAt).toMatch(/^2023-06-09/);
    expect(result!.categories.map(({ options }) => options.slice(0, 4).map(({ points, outcome }) => [points, outcome]))).toEqual(
      result!.categories.map(() => [[54, 'chosen'], [45, 'chosen'], [36, 'chosen'], [expect.any(Number), 'not-chosen']]));
  });

  test('what was chosen was decided by the cooperation council, and the others went on to the development programme', async () => {
    const current = await list<IdeaRow>(anybody(), `/processes/${demo.ideathonId}/ideas?limit=100`);
    const all = await list<IdeaRow>(anybody(), `/processes/${demo.ideathonId}/ideas?limit=100&state=all`);
    expect(current).toHaveLength(9);
    expect(all.filter(({ state }) => state === 'carried-over')).toHaveLength(16);
    expect(all.filter(({ state }) => state === 'merged')).toHaveLength(2);
    const decisions = await list<DecisionRow>(anybody(), '/decisions');
    expect(decisions.find(({ decidedOn }) => decidedOn === '2023-06-21')).toMatchObject({ itemCount: 9, acceptedCount: 9 });
  });

  test('one reads the way of a note from the hall to what is built, each stop on its day', async () => {
    const merged = (await list<IdeaRow>(anybody(), `/processes/${demo.ideathonId}/ideas?limit=100`)).find(({ title }) => title === 'Bezpečná cesta do školy na bicykli')!;
    const { stations, contributionCount } = await read<Way>(anybody(), `/records/${merged.id}/way`);
    expect(contributionCount).toBe(6);
    expect([...new Set(stations.map(({ kind }) => kind))].sort()).toEqual(['assessment', 'cluster', 'contribution', 'decision', 'idea', 'milestone', 'opinion', 'recommendation', 'referral', 'vote-option']);
    const years = stations.map(({ at }) => at.slice(0, 4));
    expect(new Set(years)).toEqual(new Set(['2023']));
  });
});

test('a load that was cut short is done again, in an empty database', async () => {
  const interrupted = await givenApi({ demo: true });
  try {
    const service = interrupted.app.get(DemoService);
    const cutShort = service.load((line) => {
      if (line.includes('what came of it')) throw new Error('the machine was switched off');
    });
    await expect(cutShort).rejects.toThrow('switched off');
    const loaded = await service.load(() => undefined);
    expect(loaded).not.toBeNull();
    const { agent } = interrupted.stranger();
    expect((await read<ProcessList>(agent, '/processes')).items).toHaveLength(2);
    expect(await list<SessionRow>(agent, '/sessions')).toHaveLength(4);
  } finally {
    await interrupted.stop();
  }
});

describe('the workshop that runs', () => {
  test('has the sixty notes of its topic on its board, in frames by category', async () => {
    const facilitator = await as('facilitator');
    const { boardId } = await read<SessionView>(facilitator, `/sessions/${demo.runningSessionId}`);
    const { frames, noteCount } = await read<BoardOutline>(facilitator, `/boards/${boardId}`);
    expect(noteCount).toBe(60);
    expect(frames.filter(({ id }) => id !== null).map(({ title, clusters }) => [title, clusters.flatMap(({ notes }) => notes).length])).toEqual([
      ['Čo nás trápi', 10], ['Čo potrebujeme', 10], ['Nápady a riešenia', 10], ['Obavy a riziká', 10], ['Čo už máme', 10], ['Otázky', 10],
    ]);
  });

  test('has time left and thirty people in the room', async () => {
    const { room } = await read<RoomView>(await as('facilitator'), `/sessions/${demo.runningSessionId}/room`);
    expect(room.participantCount).toBe(30);
    expect(room.activity).toMatchObject({ kind: 'brainstorm', state: 'running' });
    expect(new Date(room.activity!.endsAt!).getTime()).toBeGreaterThan(Date.now() + 60 * 60_000);
    expect(new Date(room.activity!.startedAt).getTime()).toBeLessThan(Date.now() - 20 * 60_000);
  });
});

describe('the workshop that is prepared', () => {
  test('has a run sheet with the steps of a method, and ends when it is meant to', async () => {
    const { activities, state, sheet } = await read<SessionView>(await as('facilitator'), `/sessions/${demo.readySessionId}`);
    expect(state).toBe('preparing');
    expect(activities.map(({ settings }) => settings.kind)).toEqual(expect.arrayContaining(['information', 'brainstorm', 'cluster', 'dot-vote']));
    const timed = activities.map(({ id, minutes, plan }) => ({ id, minutes, ...plan, actual: null }));
    expect(clockOf(plannedTimes(timed, sheet.days[0]!.startsAt).end)).toBe(sheet.days[0]!.endsAt);
    expect(activities.filter(({ methodId }) => methodId === 'how-might-we')).toHaveLength(4);
  });
});

describe('the workshop that is over', () => {
  test('took place ten weeks ago, each activity in its time', async () => {
    const report = await read<Report>(anybody(), `/sessions/${demo.finished.sessionId}/report`);
    expect(daysAgo(report.openedAt)).toBeGreaterThan(66);
    const times = report.activities.map(({ startedAt, endedAt }) => [startedAt!.slice(0, 10), endedAt! > startedAt!]);
    expect(new Set(times.map(String)).size).toBe(1);
    const [, brainstorm] = report.activities;
    expect(brainstorm!.endedAt!.slice(0, 16) > brainstorm!.startedAt!.slice(0, 16)).toBe(true);
  });

  test('has a report that its facilitator edited and published: findings, a quote, a picture, a note below the vote, tasks, and a chapter hidden', async () => {
    const report = await read<ReadReport>(anybody(), `/sessions/${demo.finished.sessionId}/report`);
    expect(report.version).toMatchObject({ number: 1 });
    expect(daysAgo(report.version!.publishedAt)).toBeGreaterThan(55);
    expect(report.blocks.slice(0, 4).map(({ content }) => content.kind)).toEqual(['heading', 'text', 'quote', 'picture']);
    const [record] = report.pictures;
    expect(report.pictures).toMatchObject([{ width: 1600, height: 1000, people: 'nobody', held: false }]);
    await anybody().get(`/api/sessions/${demo.finished.sessionId}/report-pictures/${record!.fileId}`).expect('Content-Type', 'image/webp').expect(200);
    expect(report.quoted).toHaveLength(1);
    const kinds = report.blocks.map(({ content }) => content.kind);
    expect(kinds.slice(kinds.indexOf('decision'))).toEqual(expect.arrayContaining(['decision', 'actions']));
    expect(report.blocks.filter(({ note }) => note !== '')).toMatchObject([{ content: { kind: 'activity' }, note: expect.stringContaining('Štyria ľudia') }]);
  });

  test('has a report of who took part, the clusters with every note, and the votes with those who did not vote', async () => {
    const report = await read<Report>(anybody(), `/sessions/${demo.finished.sessionId}/report`);
    expect(report.participation.total).toBe(30);
    expect(report.activities.map(({ kind }) => kind)).toEqual(['information', 'brainstorm', 'cluster', 'dot-vote']);
    const [, brainstorm, cluster, vote] = report.activities;
    expect(partOf(brainstorm, 'brainstorm')?.noteCount).toBe(37);
    expect(cluster?.clusters?.clusters.map(({ title, notes }) => [title, notes.length])).toEqual(
      expect.arrayContaining([['Robiť to spolu a natrvalo', 6], ['Poradiť ľuďom zrozumiteľne', 8]]),
    );
    expect(cluster?.clusters?.unclustered.map(({ text }) => text)).toEqual(['Kedy bude konečne opravený výťah v našom vchode?']);
    expect(partOf(vote, 'dot-vote')?.result).toMatchObject({ eligibleCount: 30, votedCount: 26, abstainedCount: 4 });
    expect(partOf(vote, 'dot-vote')?.result.options[0]).toMatchObject({ title: 'Robiť to spolu a natrvalo', rank: 1 });
  });

  test('went to the commission, whose members gave positions, and the council decided on each recommendation', async () => {
    const referral = await read<ReferralView>(await as('secretary'), `/referrals/${demo.referralId}`);
    expect(referral.state).toBe('decided');
    expect(daysAgo(referral.referredAt)).toBeGreaterThan(44);
    expect(referral.dueOn < new Date().toISOString().slice(0, 10)).toBe(true);
    expect(referral.items.map(({ positionCount, opinion }) => [positionCount, opinion?.verdict])).toEqual([
      [3, 'support'], [3, 'support-with-changes'], [3, 'support-with-changes'], [3, 'support'], [3, 'return'],
    ]);
    const [decision] = await list<DecisionRow>(anybody(), '/decisions');
    expect(decision).toMatchObject({ id: demo.decisionId, itemCount: 5, acceptedCount: 4 });
  });
});

test('a second dossier waits for the commission member', async () => {
  const [first] = await list<ReferralRow>(await as('commission-member'), '/referrals');
  expect(first).toMatchObject({ id: demo.openReferralId, state: 'open', recommendationCount: 2, myPositionCount: 0 });
  expect(first!.dueOn > new Date().toISOString().slice(0, 10)).toBe(true);
  const { items } = await read<ReferralView>(await as('commission-member'), `/referrals/${demo.openReferralId}`);
  const [asked] = items[1]!.questions;
  expect(asked).toMatchObject({ organisationName: 'Oddelenie rozvojových aktivít', answer: '' });
  expect(await list<DutyView>(await as('department-member'), '/duties?kind=question')).toMatchObject([{ url: `/referral-questions/${asked!.id}` }]);
});

describe('the way of a note', () => {
  const LINE: RecordKind[] = ['contribution', 'cluster', 'idea', 'vote-option', 'recommendation', 'referral', 'opinion', 'decision', 'milestone'];

  test('reads from the note to the milestone, for everybody, in the order of time', async () => {
    const report = await read<Report>(anybody(), `/sessions/${demo.finished.sessionId}/report`);
    const cluster = report.activities.flatMap((activity) => activity.clusters?.clusters ?? []).find(({ title }) => title === 'Robiť to spolu a natrvalo')!;
    const way = await read<Way>(anybody(), `/records/${cluster.notes[0]!.contributionId}/way`);
    expect([...new Set(way.stations.map(({ kind }) => kind))]).toEqual(LINE);
    const on = way.stations.map(({ at }) => at);
    expect([...on].sort()).toEqual(on);
    expect(way.stations.at(-1)).toMatchObject({ recordId: demo.milestoneId, outcome: 'in-progress' });
    expect(way.stations.find(({ kind }) => kind === 'decision')?.reason).toMatch(/Oddeleniu rozvojových aktivít/);
  });

  test('reads back from the milestone to every note it came from', async () => {
    const way = await read<Way>(anybody(), `/records/${demo.milestoneId}/way`);
    const notes = way.stations.filter(({ kind }) => kind === 'contribution');
    expect(way.contributionCount).toBe(14);
    expect(notes.map(({ title }) => title)).toContain('Po voľbách sa všetko začína odznova.');
    expect(notes.every(({ at }) => daysAgo(at) > 66)).toBe(true);
  });

  test('is shown to a guest by her receipt', async () => {
    const answer = await anybody().post('/api/receipt-lookups').set('Idempotency-Key', randomUUID()).send({ secret: demo.finished.receiptSecret });
    const { contributions } = answer.body as ReceiptView;
    const mine = contributions.find(({ text }) => text === 'Po voľbách sa všetko začína odznova.');
    expect(mine?.way.stations.map(({ kind }) => kind)).toContain('milestone');
  });

  test('and what a commission asks her about it waits there, and in the overview', async () => {
    const { questions } = (await anybody().post('/api/author-question-lookups').send({ secret: demo.finished.receiptSecret }).expect(200)).body as AuthorQuestions;
    expect(questions).toMatchObject([{ bodyName: expect.stringContaining('Komisia životného prostredia'), answer: '', mayAnswer: true }]);
    expect(daysAgo(questions[0]!.askedAt)).toBeGreaterThan(2);
    expect(await list<DutyView>(await as('officer'), '/duties?of=office&kind=author-question')).toMatchObject([{ id: questions[0]!.id }]);
  });

  test('is shown to a person with an account who took part', async () => {
    const mine = await list<ContributionWay>(await as('officer'), '/contributions/mine');
    expect(mine.length).toBeGreaterThan(0);
  });

  test('says no when the answer was no', async () => {
    const report = await read<Report>(anybody(), `/sessions/${demo.finished.sessionId}/report`);
    const cluster = report.activities.flatMap((activity) => activity.clusters?.clusters ?? []).find(({ title }) => title.startsWith('Svietiť'))!;
    const way = await read<Way>(anybody(), `/records/${cluster.notes[0]!.contributionId}/way`);
    expect(way.stations.at(-1)).toMatchObject({ kind: 'decision', outcome: 'postponed' });
  });

  test('ends in a milestone of the commitment that the process serves', async () => {
    const [plan] = await list<ActionPlanView>(anybody(), '/action-plans');
    const commitment = await read<CommitmentView>(anybody(), `/commitments/${plan!.commitments[2]!.id}`);
    expect(commitment.milestones.find(({ id }) => id === demo.milestoneId)).toMatchObject({
      state: 'in-progress', ownerTitle: 'Oddelenie rozvojových aktivít', title: expect.stringMatching(/partnerstva pre energetickú udržateľnosť/),
    });
  });
});
