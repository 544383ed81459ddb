import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AssessmentPagesService } from '../assessment/assessment-pages.service.ts';
import { AssessmentsService } from '../assessment/assessments.service.ts';
import { CriteriaService } from '../assessment/criteria.service.ts';
import { AnswerTermsService } from '../duties/answer-terms.service.ts';
import * as story from './data/assessments.ts';
import type { StoryCalendar } from './calendar.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { StoryTime } from './story-time.ts';

/** What departments said of the ideas of the finished workshop, and what still waits for them. */
@Injectable()
export class AssessmentsOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly criteria: CriteriaService,
    private readonly assessments: AssessmentsService,
    private readonly pages: AssessmentPagesService,
    private readonly terms: AnswerTermsService,
  ) {}

  async follow({ people, organisations }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<void> {
    const [officer, ofDepartment] = [people.as('officer'), people.as('department')];
    const criterionIds = new Map(story.criteria.map(({ key }) => [key, newId()]));
    const ask = ({ day, dueDay, ideas, organisations: keys }: typeof story.asked | typeof story.waiting) =>
      this.time.happened(calendar.at(day, '10:20'), () =>
        this.assessments.ask(officer, processId, {
          ideaIds: ideas.map((key) => ideaIds.get(key)!), organisationIds: keys.map((key) => organisations.get(key)!), dueOn: dueDay < 0 ? null : calendar.day(dueDay),
        }));
    await this.time.happened(calendar.at(story.asked.day, '09:45'), () => this.terms.editTerms(officer, processId, { ...story.terms, revision: 0 }));
    await this.time.happened(calendar.at(story.asked.day, '09:50'), () =>
      this.criteria.edit(officer, processId, { revision: 0, criteria: story.criteria.map(({ key, ...criterion }) => ({ ...criterion, id: criterionIds.get(key)! })) }));
    await ask(story.asked);
    const asked = (await this.pages.ofProcess(officer, processId, { limit: 100, show: 'all' })).items.flatMap(({ assessments }) => assessments);
    for (const { idea, organisationKey, scores, published, ...words } of story.given) {
      const { id } = asked.find((row) => row.ideaId === ideaIds.get(idea) && row.organisationId === organisations.get(organisationKey))!;
      await this.time.happened(calendar.at(story.givenDay, '13:30'), () =>
        this.assessments.write(ofDepartment, id, {
          ...words, language: 'sk', assessorName: '', give: true, revision: 1,
          scores: story.criteria.map(({ key }) => ({ criterionId: criterionIds.get(key)!, value: scores[key][0], reason: scores[key][1] })),
        }));
      if (published) await this.time.happened(calendar.at(story.publishedDay, '09:15'), () => this.assessments.publish(officer, id));
    }
    await ask(story.waiting);
  }
}
