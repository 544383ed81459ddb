import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { partOf } from '@spolu/contracts/activities/part-of';
import type { NoteColour } from '@spolu/contracts/boards';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { EditActivity, EditSession } from '@spolu/contracts/sessions';
import { v4 as randomId } from 'uuid';
import { BoardsService } from '../boards/boards.service.ts';
import { Transactions } from '../database/transactions.ts';
import type { Viewer } from '../http/viewer.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { RegistrationService } from '../registration/registration.service.ts';
import { CardsService } from '../sessions/activities/brainstorm/cards.service.ts';
import { VotesService } from '../sessions/activities/dot-vote/votes.service.ts';
import { ReportService } from '../sessions/report.service.ts';
import { RunService } from '../sessions/run.service.ts';
import { RunSheetService } from '../sessions/run-sheet/run-sheet.service.ts';
import { SheetTemplatesService } from '../sessions/run-sheet/sheet-templates.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import type { StoryCalendar } from './calendar.ts';
import { categories, energyNotes } from './data/energy-notes.ts';
import * as story from './data/story.ts';
import { dealer, type DemoGuest, seatGuests } from './demo-guests.ts';
import type { DemoTown, Ids } from './demo-town.ts';
import { StoryTime } from './story-time.ts';

const MINUTE_MS = 60_000;
/** So long the running workshop has been going on when the demo is loaded. */
const RUNNING_FOR_MINUTES = 25;
/** It began later than planned, so its run sheet has something to say. */
const LATE_BY_MINUTES = 6;

export interface SaidNote {
  guest: DemoGuest;
  text: string;
  colour: NoteColour;
  frameId: string | null;
  at: Date;
}

export interface FinishedWorkshop {
  sessionId: string;
  /** By the keys of the story's clusters. */
  clusterIds: Ids;
  /** The receipt of a guest whose words came all the way to a milestone. */
  receiptSecret: string;
}

/** Three workshops of the process: one over, one going on, one prepared. */
@Injectable()
export class WorkshopsOfDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly time: StoryTime,
    private readonly receipts: ReceiptsService,
    private readonly boards: BoardsService,
    private readonly sessions: SessionsService,
    private readonly modules: ModuleRef,
  ) {}

  /** The first workshop from its preparation to its close, with thirty guests. */
  async finish({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<FinishedWorkshop> {
    const { day, title, welcome, time, place, frames, welcomeActivity, brainstorm, cluster, vote, closingActivity } = story.finishedSession;
    const facilitator = people.as('facilitator');
    const at = (clock: string) => calendar.at(day, clock);
    const run = this.modules.get(RunService, { strict: false });

    const { sessionId, agenda } = await this.time.happened(calendar.at(day - 14, '10:20'), () =>
      this.prepare(facilitator, processId, { title, welcome, plannedOn: calendar.day(day), plannedTime: time, place }, [
        welcomeActivity,
        { ...brainstorm, settings: { kind: 'brainstorm', mode: 'hidden', frames: Object.values(frames) } },
        { ...cluster, settings: { kind: 'cluster' } },
        { ...vote, settings: { kind: 'dot-vote', dots: vote.dots, perOption: vote.perOption } },
        closingActivity,
      ]));
    const [welcoming, writing, clustering, voting, closing] = agenda as [string, string, string, string, string];

    await this.time.happened(at('16:18'), () => run.open(facilitator, sessionId, '127.0.0.1'));
    const guests = await this.transactions.run((em) =>
      seatGuests(em, sessionId, { from: at('16:20'), until: at('16:33'), account: { viewer: people.as('officer'), sector: 'public' } }));
    await this.time.happened(at('16:32'), () => run.start(facilitator, welcoming));
    await this.time.happened(at('16:41'), () => run.start(facilitator, writing));

    const { room } = await this.sessions.viewRoom(facilitator, sessionId);
    const frameOf = new Map(partOf(room.activity, 'brainstorm')?.frames.map((frame) => [frame.title, frame.id]));
    const deal = dealer(guests);
    const said = story.storyNotes.map((note, i): SaidNote => ({
      guest: deal(note.sector),
      text: note.text,
      colour: note.frame === 'problem' ? 'pink' : 'yellow',
      frameId: frameOf.get(frames[note.frame]) ?? null,
      at: new Date(at('16:43').getTime() + i * 20_000),
    }));
    await this.time.happened(at('16:56'), () => this.say(writing, said));
    await this.time.happened(at('16:57'), () => run.reveal(facilitator, writing));
    await this.time.happened(at('16:58'), () => run.start(facilitator, clustering));
    await this.time.happened(at('17:21'), () =>
      this.cluster(room.boardId, story.clusters.map(({ key, title: name }) => ({ title: name, notes: story.storyNotes.flatMap((note) => (note.cluster === key ? [note.text] : [])) }))));
    await this.time.happened(at('17:24'), () => run.start(facilitator, voting));
    await this.time.happened(at('17:29'), () => this.vote(facilitator, sessionId, voting, guests));
    await this.time.happened(at('17:34'), () => run.start(facilitator, closing));
    await this.time.happened(at('17:35'), () => run.showResult(facilitator, voting));
    await this.time.happened(at('17:46'), () => run.close(facilitator, sessionId));

    const report = await this.modules.get(ReportService, { strict: false }).report(facilitator, sessionId);
    const closed = report.activities.flatMap((activity) => activity.clusters?.clusters ?? []);
    const clusterIds = new Map(story.clusters.map(({ key, title: name }) => [key as string, closed.find((candidate) => candidate.title === name)!.id]));
    const witness = said[story.storyNotes.findIndex((note) => note.cluster === 'together' && note.sector === 'residents')]!.guest;
    const receiptSecret = await this.transactions.run((em) => this.receipts.issue(em, witness.id));
    return { sessionId, clusterIds, receiptSecret };
  }

  /** The second workshop, in the middle of its first activity: sixty notes lie on its board in frames by category. @returns its id */
  async run({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<string> {
    const { title, welcome, place, activities } = story.runningSession;
    const facilitator = people.as('facilitator');
    const run = this.modules.get(RunService, { strict: false });
    const began = new Date(Date.now() - RUNNING_FOR_MINUTES * MINUTE_MS);
    const minutesIn = (minutes: number) => new Date(began.getTime() + minutes * MINUTE_MS);

    const { sessionId, agenda } = await this.time.happened(calendar.at(-21, '09:40'), () =>
      this.prepare(facilitator, processId, { title, welcome, plannedOn: calendar.today, plannedTime: calendar.clock(minutesIn(-LATE_BY_MINUTES)), place }, activities));
    await this.time.happened(minutesIn(-12), () => run.open(facilitator, sessionId, '127.0.0.1'));
    const guests = await this.transactions.run((em) =>
      seatGuests(em, sessionId, { from: minutesIn(-10), until: minutesIn(-1), account: { viewer: people.as('officer'), sector: 'public' } }));
    await this.time.happened(began, () => run.start(facilitator, agenda[0]!));
    const { room } = await this.sessions.viewRoom(facilitator, sessionId);
    const frameOf = new Map(partOf(room.activity, 'brainstorm')?.frames.map((frame) => [frame.title, frame.id]));
    const deal = dealer(guests);
    await this.say(
      agenda[0]!,
      energyNotes.map((note, i): SaidNote => {
        const category = categories.find(({ key }) => key === note.category)!;
        return { guest: deal(note.sector), text: note.text, colour: category.colour, frameId: frameOf.get(category.title) ?? null, at: minutesIn(2 + (i * 22) / energyNotes.length) };
      }),
    );
    return sessionId;
  }

  /** The third workshop: a run sheet with the steps of a method of the library, kept as a template. @returns its id */
  async plan({ people }: DemoTown, calendar: StoryCalendar, processId: string): Promise<string> {
    const { day, title, welcome, time, endsAt, place, registration, tracks, method, before, after, template, ownMethod } = story.readySession;
    const facilitator = people.as('facilitator');
    const runSheet = this.modules.get(RunSheetService, { strict: false });
    const templates = this.modules.get(SheetTemplatesService, { strict: false });
    const plannedOn = calendar.day(day);
    const { sessionId } = await this.prepare(facilitator, processId, { title, welcome, plannedOn, plannedTime: time, place }, []);
    const { sheet: seen } = await this.modules.get(SessionsService, { strict: false }).viewSession(facilitator, sessionId);
    await runSheet.editSheet(facilitator, sessionId, { seen, days: [{ on: plannedOn, startsAt: time, endsAt }], tracks: [...tracks] });
    await this.modules.get(RegistrationService, { strict: false }).plan(facilitator, sessionId, { open: true, ...registration });
    const ownerId = facilitator.person?.id ?? null;
    const add = async (blocks: readonly Omit<EditActivity, 'methodId'>[]) => {
      for (const block of blocks) await this.sessions.addActivity(facilitator, sessionId, { ...block, plan: { ...PLAIN_PLAN, ...block.plan, ownerId }, methodId: null });
    };
    await add(before);
    const { activityIds } = await this.sessions.addMethod(facilitator, sessionId, { methodId: method.id, language: 'sk' });
    await add(after);
    const { activities } = await this.sessions.viewSession(facilitator, sessionId);
    const firstStep = activities.find(({ id }) => id === activityIds[0])!;
    const { title: step, instruction, staffNotes, minutes, methodId, settings } = firstStep;
    await this.sessions.editActivity(facilitator, firstStep.id, { title: step, instruction, staffNotes, minutes, methodId, settings, plan: { ...method.plan, ownerId } });
    await templates.save(facilitator, sessionId, { kind: 'sheet', ...template });
    const { of, ...kept } = ownMethod;
    await templates.save(facilitator, sessionId, { kind: 'method', ...kept, activityId: activities.find((activity) => activity.title === of)!.id });
    return sessionId;
  }

  async prepare(
    facilitator: Viewer,
    processId: string,
    session: Pick<EditSession, 'title' | 'welcome' | 'plannedOn' | 'plannedTime' | 'place'> & Partial<Pick<EditSession, 'kind'>>,
    activities: readonly Omit<EditActivity, 'methodId'>[],
  ): Promise<{ sessionId: string; agenda: string[] }> {
    const { id } = await this.sessions.addSession(facilitator, processId, { kind: 'workshop', language: 'sk', visibility: 'public', ...session });
    const agenda: string[] = [];
    for (const { title, instruction, staffNotes, minutes, settings, plan } of activities) {
      const activity = await this.sessions.addActivity(facilitator, id, { title, instruction, staffNotes, minutes, settings, methodId: null, ...(plan && { plan }) });
      agenda.push(activity.id);
    }
    return { sessionId: id, agenda };
  }

  async say(activityId: string, notes: readonly SaidNote[]): Promise<void> {
    const cards = this.modules.get(CardsService, { strict: false });
    for (const { guest, text, colour, frameId, at } of notes) {
      await cards.compose(guest.viewer, activityId, randomId(), { text, colour, frameId, language: 'sk', composedAt: at.toISOString() });
    }
  }

  /** On the board: each cluster with the notes that say these words. */
  async cluster(boardId: string, clusters: readonly { title: string; notes: readonly string[] }[]): Promise<void> {
    const { notes } = await this.boards.readBoard(boardId);
    const noteOf = new Map(notes.map(({ text, id }) => [text, id]));
    await this.transactions.run((em) =>
      this.boards.writeClusters(em, boardId, clusters.map(({ title, notes: texts }) => ({ id: randomId(), title, noteIds: texts.map((text) => noteOf.get(text)!) }))));
  }

  private async vote(facilitator: Viewer, sessionId: string, activityId: string, guests: readonly DemoGuest[]): Promise<void> {
    const votes = this.modules.get(VotesService, { strict: false });
    const { room } = await this.sessions.viewRoom(facilitator, sessionId);
    const optionOf = new Map(partOf(room.activity, 'dot-vote')?.options.map(({ id, title }) => [title, id]));
    const optionIds = new Map(story.clusters.map(({ key, title }) => [key, optionOf.get(title)!]));
    for (const [i, ballot] of story.ballots.entries()) {
      const dots = story.clusters.flatMap(({ key }) => (ballot[key] === undefined ? [] : [{ optionId: optionIds.get(key)!, count: ballot[key] }]));
      await votes.cast(guests[i]!.viewer, activityId, { dots });
    }
  }
}
