import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { VoteCategory } from '@spolu/contracts/public-votes';
import { v7 as newId } from 'uuid';
import { CommitmentsService } from '../commitments/commitments.service.ts';
import { NOBODY } from '../http/viewer.ts';
import { IdeaChangesService } from '../ideas/idea-changes.service.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { BallotsService } from '../public-votes/ballots.service.ts';
import { CountingService } from '../public-votes/counting.service.ts';
import { PublicVotesService } from '../public-votes/public-votes.service.ts';
import { ReviewPages } from '../review/review-pages.service.ts';
import { ReviewService } from '../review/review.service.ts';
import { Referrals } from '../review/route/referrals.service.ts';
import * as story from './data/ideathon.ts';
import type { StoryCalendar } from './calendar.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { StoryTime } from './story-time.ts';

const HOUR_MS = 3_600_000;

/** What came of the twenty-five projects: residents chose, the cooperation council decided, the others went on to another document. */
@Injectable()
export class IdeathonOutcomeOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly votes: PublicVotesService,
    private readonly ballots: BallotsService,
    private readonly counting: CountingService,
    private readonly outputs: OutputsService,
    private readonly review: ReviewService,
    private readonly referrals: Referrals,
    private readonly reviewPages: ReviewPages,
    private readonly commitments: CommitmentsService,
    private readonly modules: ModuleRef,
  ) {}

  /** @param ideaIds by their titles @returns the commitment to build what was chosen */
  async follow(town: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<string> {
    const chosen = await this.choose(town, calendar, processId, ideaIds);
    const decisionItems = await this.decide(town, calendar, processId, ideaIds, chosen);
    await this.carryOver(town, calendar, [...ideaIds].filter(([title]) => !chosen.has(title)).map(([, id]) => id));
    return this.promise(town, calendar, decisionItems);
  }

  /** @returns titles of the projects that most people wanted */
  private async choose({ people }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<Set<string>> {
    const officer = people.as('officer');
    const { title, intro, most, letters, voters } = story.vote;
    const projects = [...story.clusters.map(({ project }) => project), ...story.online];
    const { id, codes } = await this.time.happened(calendar.on('2023-05-22', '10:00'), async () => {
      const vote = await this.votes.add(officer, processId, {
        // long ago and far ahead: what runs now is told below
        title, intro, rule: { method: 'fixed-number' }, voters: 'codes', opens: { on: '2023-05-25', time: '08:00' }, closes: { on: '2099-06-08', time: '20:00' }, openBallots: false, revision: 0,
        categories: story.categories.map((name) => ({
          title: name, limit: most, winners: most, budget: null,
          options: projects.filter(({ category }) => category === name).map((project) => ({ ideaId: ideaIds.get(project.title)!, cost: null })),
        })),
      });
      const made = await this.ballots.makeCodes(officer, vote.id, letters);
      await this.votes.publish(officer, vote.id);
      return { id: vote.id, codes: made.codes };
    });
    await this.time.voteRuns(id, new Date(Date.now() - HOUR_MS), new Date(Date.now() + HOUR_MS));
    const { categories } = await this.votes.view(NOBODY, id);
    for (const [i, code] of codes.slice(0, voters).entries()) {
      await this.ballots.cast(NOBODY, id, randomUUID(), { ballot: { kind: 'choice', optionIds: categories.flatMap((category) => wantedBy(i, category)) }, code });
    }
    await this.time.voteRuns(id, calendar.on('2023-05-25', '08:00'), calendar.on('2023-06-08', '20:00'));
    await this.time.happened(calendar.on('2023-06-09', '09:00'), () => this.counting.count(officer, id));
    const { result } = await this.votes.view(officer, id);
    const chosen = result!.categories.flatMap(({ options }) => options).filter(({ outcome }) => outcome === 'chosen').map(({ optionId }) => optionId);
    return new Set(categories.flatMap(({ options }) => options).filter((option) => chosen.includes(option.id)).map((option) => option.title));
  }

  /** The dossier before the cooperation council. @returns items of the decision by the projects' titles */
  private async decide({ people, bodies }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids, chosen: ReadonlySet<string>): Promise<Ids> {
    const [officer, secretary] = [people.as('officer'), people.as('secretary')];
    const bodyId = bodies.get('cooperation-council')!;
    const dossierId = await this.time.happened(calendar.on('2023-06-12', '11:00'), async () => {
      const { id } = await this.outputs.add(officer, processId, { title: story.dossier.title });
      const { draft } = await this.outputs.view(officer, id);
      await this.outputs.edit(officer, id, {
        ...story.dossier, visibility: 'public', revision: draft?.revision ?? 0,
        recommendations: [...chosen].map((title) => ({ id: newId(), title, text: `Projekt „${title}“ zaradiť medzi spoločné projekty stratégie.`, reasons: '', ideaIds: [ideaIds.get(title)!] })),
      });
      await this.outputs.publish(officer, id);
      return id;
    });
    const referral = await this.time.happened(calendar.on('2023-06-13', '09:00'), () => this.referrals.refer(officer, { id: dossierId, version: 1 }, { bodyId, dueOn: calendar.day(30) }));
    await this.time.deadlinePassed(referral.id, '2023-06-21');
    const { dossier } = await this.reviewPages.viewReferral(secretary, referral.id);
    const refs = dossier.recommendations.map(({ id }) => ({ referralId: referral.id, recommendationId: id }));
    await this.time.happened(calendar.on('2023-06-19', '20:00'), async () => {
      for (const ref of refs) await this.review.givePosition(people.as('member'), ref, story.position);
    });
    const decisionId = await this.time.happened(calendar.on('2023-06-21', '16:30'), async () => {
      for (const ref of refs) await this.review.adoptOpinion(secretary, ref, { motion: 'support', ...story.opinion, dissent: '', adoptedOn: '2023-06-21' });
      const { number, text, reasons } = story.decision;
      const { id } = await this.review.recordDecision(secretary, referral.id, {
        bodyId, number, decidedOn: '2023-06-21', text, items: refs.map(({ recommendationId }) => ({ recommendationId, verdict: 'accepted', reasons })),
      });
      return id;
    });
    const { items } = await this.reviewPages.viewDecision(secretary, decisionId);
    return new Map(items.map(({ id, title }) => [title, id]));
  }

  /** What was not chosen is not dead. */
  private async carryOver({ people }: DemoTown, calendar: StoryCalendar, ideaIds: readonly string[]): Promise<void> {
    const changes = this.modules.get(IdeaChangesService, { strict: false });
    const { programme, reason } = story.carriedOver;
    await this.time.happened(calendar.on('2023-06-28', '10:00'), async () => {
      for (const id of ideaIds) await changes.carryOver(people.as('officer'), id, { to: { kind: 'document', title: programme }, reason });
    });
  }

  private async promise({ people, organisations }: DemoTown, calendar: StoryCalendar, decisionItems: Ids): Promise<string> {
    const officer = people.as('officer');
    return this.time.happened(calendar.on('2023-07-03', '10:00'), async () => {
      const plan = await this.commitments.addActionPlan(officer, { ...story.plan, language: 'sk', organisationId: organisations.get('bb-msu')!, revision: 0 });
      const { id } = await this.commitments.addCommitment(officer, plan.id, {
        ...story.commitment, values: [...story.commitment.values], fromOn: null, untilOn: null, leadInternal: [], leadExternal: [], otherActors: [], additional: '', changeReason: '', revision: 0,
      });
      for (const { of, dueDay, ...milestone } of story.milestones) {
        await this.commitments.addMilestone(officer, id, {
          ...milestone, ownerId: organisations.get('bb-rozvoj')!, ownerName: '', dueOn: dueDay === null ? '2024-06-30' : calendar.day(dueDay), budget: '', budgetSource: '', evidence: '',
          delayReason: '', decisionItemId: decisionItems.get(of)!, language: 'sk', revision: 0,
        });
      }
      return id;
    });
  }
}

/** The first projects of a category are wanted by most, each by fewer than the one before; who wants one less chose another. */
function wantedBy(voter: number, { options }: VoteCategory): string[] {
  const { most, voters, without } = story.vote;
  const first = without.flatMap((fewer, n) => (voter < voters - fewer ? [options[n]!.id] : []));
  const rest = options.slice(most);
  return first.length < most ? [...first, rest[voter % rest.length]!.id] : first;
}
