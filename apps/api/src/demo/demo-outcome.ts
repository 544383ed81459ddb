import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { CommitmentsService } from '../commitments/commitments.service.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { OutputsService } from '../outputs/outputs.service.ts';
import { Meetings } from '../review/meetings/meetings.service.ts';
import { ReviewPages } from '../review/review-pages.service.ts';
import { ReviewService } from '../review/review.service.ts';
import { AuthorQuestionsService } from '../review/questions/author-questions.service.ts';
import { ReferralQuestions } from '../review/questions/questions.service.ts';
import { Referrals } from '../review/route/referrals.service.ts';
import { commitments } from './data/action-plan.ts';
import * as story from './data/story.ts';
import type { StoryCalendar } from './calendar.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { AssessmentsOfDemo } from './demo-assessments.ts';
import { VotesOfDemo } from './demo-votes.ts';
import { StoryTime } from './story-time.ts';

export interface DemoOutcome {
  /** By the keys of the story's ideas. */
  ideaIds: Ids;
  dossierId: string;
  referralId: string;
  decisionId: string;
  milestoneId: string;
  /** A second dossier waits for the commission. */
  openReferralId: string;
}

interface DossierStory {
  day: number;
  title: string;
  summary: string;
  recommendations: readonly { title: string; text: string; reasons: string; ideas: readonly string[] }[];
}

/** What came of the finished workshop: ideas, a dossier, the commission's opinion, the council's decision, a milestone under way. */
@Injectable()
export class OutcomeOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly assessments: AssessmentsOfDemo,
    private readonly ideas: IdeasService,
    private readonly outputs: OutputsService,
    private readonly review: ReviewService,
    private readonly referrals: Referrals,
    private readonly reviewPages: ReviewPages,
    private readonly questions: ReferralQuestions,
    private readonly authorQuestions: AuthorQuestionsService,
    private readonly meetings: Meetings,
    private readonly commitments: CommitmentsService,
    private readonly votes: VotesOfDemo,
  ) {}

  /** @param clusterIds by the keys of the story's clusters */
  async follow(town: DemoTown, calendar: StoryCalendar, processId: string, clusterIds: Ids, promised: Ids): Promise<DemoOutcome> {
    const ideaIds = await this.confirmIdeas(town, calendar, clusterIds);
    await this.assessments.follow(town, calendar, processId, ideaIds);
    await this.votes.hold(town, calendar, processId, ideaIds);
    const dossierId = await this.publishDossier(town, calendar, processId, ideaIds, { ...story.dossier, recommendations: story.recommendations });
    const { referralId, decisionItems, decisionId } = await this.decide(town, calendar, dossierId);
    const milestoneId = await this.moveMilestone(town, calendar, promised, decisionItems);
    const openReferralId = await this.followUp(town, calendar, processId, ideaIds);
    return { ideaIds, dossierId, referralId, decisionId, milestoneId, openReferralId };
  }

  private async confirmIdeas({ people }: DemoTown, calendar: StoryCalendar, clusterIds: Ids): Promise<Ids> {
    const ideaIds = new Map<string, string>();
    for (const [i, { key, title, summary, clusters }] of story.ideas.entries()) {
      // Three days on is another working day, however the weekend falls.
      const { id } = await this.time.happened(calendar.at(story.finishedSession.day + 3, `09:${10 + 8 * i}`), () =>
        this.ideas.confirm(people.as('facilitator'), { clusterIds: clusters.map((cluster) => clusterIds.get(cluster)!), title, summary, language: 'sk' }));
      ideaIds.set(key, id);
    }
    return ideaIds;
  }

  private async publishDossier({ people }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids, { day, title, summary, ...draft }: DossierStory): Promise<string> {
    const facilitator = people.as('facilitator');
    const { id } = await this.time.happened(calendar.at(day - 4, '13:05'), () => this.outputs.add(facilitator, processId, { title }));
    const recommendations = draft.recommendations.map((recommendation) => ({
      id: newId(),
      title: recommendation.title,
      text: recommendation.text,
      reasons: recommendation.reasons,
      ideaIds: recommendation.ideas.map((idea) => ideaIds.get(idea)!),
    }));
    const { draft: empty } = await this.outputs.view(facilitator, id);
    await this.time.happened(calendar.at(day, '10:30'), async () => {
      await this.outputs.edit(facilitator, id, { title, summary, recommendations, visibility: 'public', revision: empty?.revision ?? 0 });
      await this.outputs.publish(people.as('officer'), id);
    });
    return id;
  }

  /** The referral, three members' positions, the commission's opinions, the council's decision. */
  private async decide({ people, bodies }: DemoTown, calendar: StoryCalendar, dossierId: string) {
    const { referredDay, dueDay, positionDays, opinionDay, decisionDay, decisionText } = story.review;
    // No commission is given a day that has passed: the deadline lies ahead when it is set, and moves once the story is past it.
    const referral = await this.time.happened(calendar.at(referredDay, '14:00'), () =>
      this.referrals.refer(people.as('officer'), { id: dossierId, version: 1 }, { bodyId: bodies.get('commission')!, dueOn: calendar.day(dueDay - referredDay) }));
    await this.time.deadlinePassed(referral.id, calendar.day(dueDay));
    const { dossier } = await this.reviewPages.viewReferral(people.as('secretary'), referral.id);
    const told = dossier.recommendations.map(({ id, number }) => ({ ref: { referralId: referral.id, recommendationId: id }, ...story.recommendations[number - 1]! }));

    for (const person of ['chair', 'member', 'otherMember'] as const) {
      await this.time.happened(calendar.at(positionDays[person], '20:15'), async () => {
        for (const { ref, positions } of told) {
          const [verdict, reason] = positions[person];
          await this.review.givePosition(people.as(person), ref, { verdict, reason });
        }
      });
    }
    await this.time.happened(calendar.at(opinionDay, '17:40'), async () => {
      for (const { ref, opinion } of told) {
        await this.review.adoptOpinion(people.as('secretary'), ref, { ...opinion, dissent: '', adoptedOn: calendar.day(opinionDay) });
      }
    });
    const decidedOn = calendar.day(decisionDay);
    const decision = await this.time.happened(calendar.at(decisionDay, '15:20'), () =>
      this.review.recordDecision(people.as('secretary'), referral.id, {
        bodyId: bodies.get('council')!,
        number: `87/${decidedOn.slice(0, 4)} – MsZ`,
        decidedOn,
        text: decisionText,
        items: told.map(({ ref, decision: { verdict, reasons } }) => ({ recommendationId: ref.recommendationId, verdict, reasons })),
      }));
    const { items } = await this.reviewPages.viewDecision(people.as('secretary'), decision.id);
    const decisionItems = new Map(items.map(({ id, number }) => [story.recommendations[number - 1]!.key as string, id]));
    return { referralId: referral.id, decisionId: decision.id, decisionItems };
  }

  /** On the day the commission is asked to speak by, it meets. */
  private async planMeeting({ people, bodies }: DemoTown, on: string, referralId: string, recommendationIds: readonly string[]): Promise<void> {
    const secretary = people.as('secretary');
    const { id } = await this.meetings.plan(secretary, bodies.get('commission')!, {
      title: 'Zasadnutie komisie', on, at: '16:30', place: 'Mestský úrad, malá zasadačka', onlineUrl: '', invitation: 'Podklady nájdete na stole komisie. Kto nepríde, nech sa prosím ospravedlní.',
    });
    await this.meetings.planAgenda(secretary, id, {
      revision: 1,
      items: [...recommendationIds.map((recommendationId) => ({ id: newId(), title: '', note: '', recommendation: { referralId, recommendationId } })), { id: newId(), title: 'Rôzne', note: '', recommendation: null }],
    });
  }

  /** The second dossier lies on the commission's table; only its chair has spoken, and asks a department and an author. */
  private async followUp(town: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<string> {
    const { people, bodies, organisations } = town;
    const { referredDay, dueDay, chairDay, question, authorQuestion, recommendations } = story.followUp;
    const dossierId = await this.publishDossier(town, calendar, processId, ideaIds, story.followUp);
    const { id } = await this.time.happened(calendar.at(referredDay, '15:10'), () =>
      this.referrals.refer(people.as('officer'), { id: dossierId, version: 1 }, { bodyId: bodies.get('commission')!, dueOn: calendar.day(dueDay) }));
    const { dossier } = await this.reviewPages.viewReferral(people.as('chair'), id);
    await this.planMeeting(town, calendar.day(dueDay), id, dossier.recommendations.map((recommendation) => recommendation.id));
    await this.time.happened(calendar.at(chairDay, '19:30'), async () => {
      for (const { id: recommendationId, number } of dossier.recommendations) {
        const [verdict, reason] = recommendations[number - 1]!.chair;
        await this.review.givePosition(people.as('chair'), { referralId: id, recommendationId }, { verdict, reason });
      }
      const { id: recommendationId } = dossier.recommendations[question.recommendation - 1]!;
      await this.questions.ask(people.as('chair'), { referralId: id, recommendationId }, { organisationId: organisations.get(question.organisationKey)!, text: question.text });
    });
    const chair = people.as('chair');
    const about = { referralId: id, recommendationId: dossier.recommendations[authorQuestion.recommendation - 1]!.id };
    const { contributions } = await this.authorQuestions.askable(chair, about);
    const { id: contributionId } = contributions.find(({ text }) => text === authorQuestion.about)!;
    await this.time.happened(calendar.at(chairDay, '19:40'), () => this.authorQuestions.ask(chair, about, { contributionId, text: authorQuestion.text }));
    return id;
  }

  private async moveMilestone({ people, organisations }: DemoTown, calendar: StoryCalendar, promised: Ids, decisionItems: Ids): Promise<string> {
    const { day, key, recommendation, ownerKey, dueDay, progress } = story.milestone;
    const { title, output } = commitments.flatMap(({ milestones }) => milestones).find((milestone) => milestone.key === key)!;
    const id = promised.get(key)!;
    await this.time.happened(calendar.at(day, '11:10'), () =>
      this.commitments.editMilestone(people.as('officer'), id, {
        title, output, ownerId: organisations.get(ownerKey)!, ownerName: '', dueOn: calendar.day(dueDay), state: 'in-progress', progress,
        percent: 20, budget: '', budgetSource: '', evidence: '', delayReason: '', decisionItemId: decisionItems.get(recommendation)!, language: 'sk', revision: 1,
      }));
    return id;
  }
}
