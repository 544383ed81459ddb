import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { EditProcess } from '@spolu/contracts/participation';
import { v7 as newId } from 'uuid';
import { AssessmentPagesService } from '../assessment/assessment-pages.service.ts';
import { AssessmentsService } from '../assessment/assessments.service.ts';
import { CriteriaService } from '../assessment/criteria.service.ts';
import { Transactions } from '../database/transactions.ts';
import { IdeaChangesService } from '../ideas/idea-changes.service.ts';
import { IdeaIntakeService } from '../ideas/idea-intake.service.ts';
import { IdeasService } from '../ideas/ideas.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { VotesService } from '../sessions/activities/dot-vote/votes.service.ts';
import { ReportService } from '../sessions/report.service.ts';
import { RunService } from '../sessions/run.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import * as story from './data/ideathon.ts';
import type { StoryCalendar } from './calendar.ts';
import { seatAtHome, seatGuests } from './demo-guests.ts';
import { IdeathonOutcomeOfDemo } from './demo-ideathon-outcome.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { WorkshopsOfDemo } from './demo-workshops.ts';
import { StoryTime } from './story-time.ts';

/** Ideas from home came in on three evenings. */
const EVENINGS = ['2023-04-05', '2023-04-13', '2023-04-21'];

/** The ideathon of spring 2023 on its real days, from its hall to twenty-five assessed projects. */
@Injectable()
export class IdeathonOfDemo {
  constructor(
    private readonly time: StoryTime,
    private readonly transactions: Transactions,
    private readonly participation: ParticipationService,
    private readonly workshops: WorkshopsOfDemo,
    private readonly ideas: IdeasService,
    private readonly criteria: CriteriaService,
    private readonly assessments: AssessmentsService,
    private readonly pages: AssessmentPagesService,
    private readonly outcome: IdeathonOutcomeOfDemo,
    private readonly modules: ModuleRef,
  ) {}

  /** Before anything that lies ahead is written: it would move with the story. @returns the process */
  async tell(town: DemoTown, calendar: StoryCalendar): Promise<string> {
    const officer = town.people.as('officer');
    const { phases, actors, goals, ...words } = story.process;
    const process: EditProcess = {
      ...words, goals: [...goals], phases: phases.map((phase) => ({ id: newId(), ...phase })), actors: actors.map((actor) => ({ id: newId(), organisationId: null, ...actor })),
      organisationIds: [town.organisations.get('bb-msu')!], commitmentIds: [], state: 'running', visibility: 'public', revision: 0,
    };
    const { id: processId } = await this.time.happened(calendar.on('2023-03-06', '09:00'), () => this.participation.addProcess(officer, process));
    const ideaIds = new Map([...(await this.meet(town, calendar, processId)), ...(await this.widen(town, calendar, processId))]);
    await this.merge(town, calendar, ideaIds);
    await this.assess(town, calendar, processId, ideaIds);
    const commitmentId = await this.outcome.follow(town, calendar, processId, ideaIds);
    await this.time.happened(calendar.on('2023-07-31', '15:00'), () =>
      this.participation.editProcess(officer, processId, { ...process, commitmentIds: [commitmentId], state: 'finished', revision: 1 }));
    return processId;
  }

  /** The day in the hall. @returns ideas by their titles */
  private async meet({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<Ids> {
    const { on, title, welcome, place, guests: count, writing, clustering, voting } = story.session;
    const officer = people.as('officer');
    const run = this.modules.get(RunService, { strict: false });
    const sessions = this.modules.get(SessionsService, { strict: false });
    const at = (clock: string) => calendar.on(on, clock);
    const block = { staffNotes: '', minutes: 30 };
    const { sessionId, agenda } = await this.time.happened(calendar.on('2023-03-20', '10:00'), () =>
      this.workshops.prepare(officer, processId, { kind: 'ideathon', title, welcome, plannedOn: on, plannedTime: '09:00', place }, [
        { ...block, ...writing, settings: { kind: 'brainstorm', mode: 'hidden', frames: [] } },
        { ...block, ...clustering, settings: { kind: 'cluster' } },
        { ...block, title: voting.title, instruction: voting.instruction, settings: { kind: 'dot-vote', dots: voting.dots, perOption: 1 } },
      ]));
    const [write, group, vote] = agenda as [string, string, string];
    await this.time.happened(at('08:50'), () => run.open(officer, sessionId, '127.0.0.1'));
    const guests = await this.transactions.run((em) => seatGuests(em, sessionId, { from: at('08:52'), until: at('09:10'), count }));
    await this.time.happened(at('09:15'), () => run.start(officer, write));
    const { room } = await sessions.viewRoom(officer, sessionId);
    const notes = story.clusters.flatMap((cluster) => cluster.notes);
    await this.time.happened(at('09:40'), () =>
      this.workshops.say(write, notes.map((text, i) => ({ guest: guests[i % guests.length]!, text, colour: 'yellow', frameId: null, at: new Date(at('09:20').getTime() + i * 30_000) }))));
    await this.time.happened(at('09:45'), () => run.reveal(officer, write));
    await this.time.happened(at('09:46'), () => run.start(officer, group));
    await this.time.happened(at('10:20'), () => this.workshops.cluster(room.boardId, story.clusters));
    await this.time.happened(at('10:25'), () => run.start(officer, vote));
    const { room: voted } = await sessions.viewRoom(officer, sessionId);
    const options = partOf(voted.activity, 'dot-vote')?.options ?? [];
    const votes = this.modules.get(VotesService, { strict: false });
    await this.time.happened(at('10:32'), async () => {
      for (const [i, { viewer }] of guests.entries()) {
        const dots = Array.from({ length: voting.dots }, (_, n) => ({ optionId: options[(i * n + n) % options.length]!.id, count: 1 }));
        await votes.cast(viewer, vote, { dots: dots.filter(({ optionId }, n) => dots.findIndex((other) => other.optionId === optionId) === n) });
      }
    });
    await this.time.happened(at('10:40'), () => run.end(officer, vote));
    await this.time.happened(at('10:41'), () => run.showResult(officer, vote));
    await this.time.happened(at('15:00'), () => run.close(officer, sessionId));
    const report = await this.modules.get(ReportService, { strict: false }).report(officer, sessionId);
    const closed = report.activities.flatMap((activity) => activity.clusters?.clusters ?? []);
    return this.time.happened(calendar.on('2023-04-03', '09:30'), async () => {
      const ideaIds = new Map<string, string>();
      for (const { title: cluster, project } of story.clusters) {
        const { id } = await this.ideas.confirm(officer, { clusterIds: [closed.find((candidate) => candidate.title === cluster)!.id], title: project.title, summary: '', language: 'sk' });
        ideaIds.set(project.title, id);
      }
      return ideaIds;
    });
  }

  /** Residents write at home. */
  private async widen({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<Ids> {
    const intake = this.modules.get(IdeaIntakeService, { strict: false });
    const categories = story.categories.map((title) => ({ id: newId(), title }));
    await this.time.happened(calendar.on('2023-04-03', '10:30'), () =>
      intake.edit(people.as('officer'), processId, { fromOn: '2023-04-03', untilOn: null, lookFirst: false, categories, plan: null, revision: 0 }));
    const written = [story.duplicate, ...story.online];
    const authors = await this.transactions.run((em) => seatAtHome(em, processId, written.length, calendar.on(EVENINGS[0]!, '18:00')));
    const ideaIds = new Map<string, string>();
    for (const [evening, day] of EVENINGS.entries()) {
      await this.time.happened(calendar.on(day, '19:10'), async () => {
        for (const [i, { title, text, category }] of written.entries()) {
          if (i % EVENINGS.length !== evening) continue;
          const categoryId = categories.find((one) => one.title === category)!.id;
          ideaIds.set(title, (await intake.contribute(authors[i]!, processId, { title, text, language: 'sk', categoryId, place: null, pictures: [] }, undefined)).id);
        }
      });
    }
    await this.time.happened(calendar.on('2023-04-25', '08:00'), () =>
      intake.edit(people.as('officer'), processId, { fromOn: '2023-04-03', untilOn: '2023-04-24', lookFirst: false, categories, plan: null, revision: 1 }));
    return ideaIds;
  }

  /** Who said the same in other words is heard in one idea. */
  private async merge({ people }: DemoTown, calendar: StoryCalendar, ideaIds: Map<string, string>): Promise<void> {
    const { title } = story.clusters[0]!.project;
    const changes = this.modules.get(IdeaChangesService, { strict: false });
    const { id } = await this.time.happened(calendar.on('2023-04-25', '09:20'), () =>
      changes.merge(people.as('officer'), { ideaIds: [ideaIds.get(title)!, ideaIds.get(story.duplicate.title)!], title, summary: story.duplicate.text }));
    ideaIds.set(title, id);
    ideaIds.delete(story.duplicate.title);
  }

  /** A department answers each. */
  private async assess({ people, organisations }: DemoTown, calendar: StoryCalendar, processId: string, ideaIds: Ids): Promise<void> {
    const [officer, department] = [people.as('officer'), people.as('department')];
    const criteria = story.criteria.map((criterion) => ({ id: newId(), ...criterion }));
    await this.time.happened(calendar.on('2023-04-25', '10:00'), async () => {
      await this.criteria.edit(officer, processId, { revision: 0, criteria });
      await this.assessments.ask(officer, processId, { ideaIds: [...ideaIds.values()], organisationIds: [organisations.get('bb-rozvoj')!], dueOn: null });
    });
    const asked = (await this.pages.ofProcess(officer, processId, { limit: 100, show: 'all' })).items.flatMap(({ assessments }) => assessments);
    const projects = [...story.clusters.map(({ project }) => project), ...story.online];
    await this.time.happened(calendar.on('2023-05-15', '14:00'), async () => {
      for (const [i, { id, ideaTitle }] of asked.entries()) {
        const { cost, answer } = projects.find(({ title }) => title === ideaTitle)!;
        await this.assessments.write(department, id, {
          scores: criteria.map(({ id: criterionId, kind }, n) => ({ criterionId, value: kind === 'must' ? 1 : 2 + ((i + n) % 4), reason: '' })),
          feasibility: 'feasible', cost, costNote: '', internalNote: '', publicAnswer: answer, language: 'sk', assessorName: '', give: true, revision: 1,
        });
      }
    });
    await this.time.happened(calendar.on('2023-05-19', '09:00'), async () => {
      for (const { id } of asked) await this.assessments.publish(officer, id);
    });
  }
}
