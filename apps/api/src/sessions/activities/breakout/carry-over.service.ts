import { Injectable } from '@nestjs/common';
import { type CarriedOver, questionAt, type SimilarNotes } from '@spolu/contracts/activities/breakout';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../../boards/boards.service.ts';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { IdentityService } from '../../../identity/identity.service.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { demandOpen } from '../../activity.ts';
import { boardRuleOf } from '../../board-rule.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import { Activity, ActivityFrame } from '../../session.entity.ts';
import { runSession, seeStaffState } from '../../sessions.policy.ts';
import { Breakout, BreakoutCarriedNote, BreakoutTable } from './breakout.entity.ts';
import { settingsOf } from './breakout-rules.ts';
import { carryOver, type TableContent } from './carry-over.ts';
import { similarGroups } from './similar.ts';
import { TableRules } from './table-rules.ts';
import { tableLabel } from './words.ts';

/** What the tables wrote, brought together on the session's first board, and back. */
@Injectable()
export class CarryOverService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly provenance: ProvenanceService,
    private readonly boards: BoardsService,
    private readonly rules: TableRules,
    private readonly rooms: Rooms,
  ) {}

  /**
   * All that the tables wrote and that does not lie on the first board yet: each note as a copy that shares its contribution, with a link from its table. From
   * then on the tables only read.
   * @throws Problem `activity/not-running` before it began, `session/closed`, `board/full`, `board/read-only` while people vote on what lies there
   */
  async carryOver(me: Viewer, activityId: string): Promise<CarriedOver> {
    await this.begun(me, activityId);
    // Stores what was typed last, with connections of its own: before anything is held.
    for (const { boardId } of await this.tablesOf(this.transactions.manager, activityId)) await this.boards.readBoard(boardId);
    return this.transactions.run(async (em) => {
      const found = await this.steered(em, me, activityId);
      const { activity, session, boardId } = found;
      // Whoever mends or takes back a card comes before this or after it: she finds the copy then.
      await em.findOne(Activity, { where: { id: activityId }, select: { id: true }, lock: { mode: 'pessimistic_write' } });
      const tables = await this.contents(em, activityId, session.language);
      const breakout = await em.findOneByOrFail(Breakout, { activityId });
      const already = new Set((await em.findBy(BreakoutCarriedNote, { activityId })).map(({ noteId }) => noteId));
      const frames = await em.find(ActivityFrame, { where: { activityId }, order: { position: 'ASC' } });
      const { seen } = await this.boards.readSeen(boardId, em);
      const laid = carryOver(seen, tables, { template: frames.map(({ frameId, title }) => ({ id: frameId, title })), loose: activity.title.slice(0, 120), already });
      const by = me.person?.id ?? null;
      if (laid.notes.length > 0) {
        await this.boards.bringIn(em, boardId, laid, by);
        await em.insert(BreakoutCarriedNote, laid.carried.map((note) => ({ ...note, activityId })));
        await this.linkTables(em, found, laid.carried, by);
      }
      await em.update(Breakout, { activityId }, {
        carriedOverAt: breakout.carriedOverAt ?? new Date(),
        carriedFrameIds: [...breakout.carriedFrameIds, ...laid.frameIds],
        carriedClusterIds: [...breakout.carriedClusterIds, ...laid.clusterIds],
      });
      await this.rules.write(em, found);
      await this.note(em, me, 'breakout.carried-over', activityId, laid.notes.length);
      this.transactions.afterCommit(() => this.rooms.changed(session.id));
      return { noteCount: laid.notes.length };
    });
  }

  /** The copies are gone from the first board and the tables go on as they were; nothing that anybody said is. @throws Problem `conflict` where nothing was carried over */
  async takeBack(me: Viewer, activityId: string): Promise<void> {
    const { boardId } = await this.begun(me, activityId);
    await this.boards.readBoard(boardId);
    return this.transactions.run(async (em) => {
      const found = await this.steered(em, me, activityId);
      const breakout = await em.findOneByOrFail(Breakout, { activityId });
      if (!breakout.carriedOverAt) throw new Problem('conflict');
      const carried = await em.findBy(BreakoutCarriedNote, { activityId });
      await this.keepMended(em, found.boardId, activityId, carried);
      await this.boards.takeOut(em, found.boardId, { noteIds: carried.map(({ carriedNoteId }) => carriedNoteId), frameIds: breakout.carriedFrameIds, clusterIds: breakout.carriedClusterIds });
      await em.delete(BreakoutCarriedNote, { activityId });
      await em.update(Breakout, { activityId }, { carriedOverAt: null, carriedFrameIds: [], carriedClusterIds: [] });
      await this.rules.write(em, found);
      await this.note(em, me, 'breakout.taken-back', activityId, carried.length);
      this.transactions.afterCommit(() => this.rooms.changed(found.session.id));
    });
  }

  /** Which of them may say the same, by their words; somebody has to read them. */
  async similar(me: Viewer, activityId: string): Promise<SimilarNotes> {
    const { facts } = await this.access.activity(activityId);
    demand(seeStaffState, me, facts);
    const em = this.transactions.manager;
    const carried = await em.find(BreakoutCarriedNote, { where: { activityId }, order: { tableNumber: 'ASC', noteId: 'ASC' } });
    const words = new Map((await this.provenance.contributionsOf(em, carried.map(({ contributionId }) => contributionId))).map(({ id, text }) => [id, text]));
    const notes = carried.flatMap(({ tableNumber, contributionId }) => {
      const text = words.get(contributionId);
      return text === undefined ? [] : [{ table: tableNumber, contributionId, text }];
    });
    return { groups: similarGroups(notes, ({ text }) => text) };
  }

  private tablesOf(em: EntityManager, activityId: string): Promise<BreakoutTable[]> {
    return em.find(BreakoutTable, { where: { activityId }, order: { number: 'ASC' } });
  }

  /** What has a contribution; a note whose first words are being typed now comes with the next carrying over. */
  private async contents(em: EntityManager, activityId: string, language: FoundActivity['session']['language']): Promise<TableContent[]> {
    const contents: TableContent[] = [];
    for (const { number, boardId } of await this.tablesOf(em, activityId)) {
      const content = await this.boards.readBoardHeld(boardId, em);
      const said = new Set((await this.provenance.contributionsOf(em, content.notes.map(({ contributionId }) => contributionId))).map(({ id }) => id));
      contents.push({ number, label: tableLabel(number, language), content: { ...content, notes: content.notes.filter(({ contributionId }) => said.has(contributionId)) } });
    }
    return contents;
  }

  /** While the tables only read, words are mended on the first board: they go back to the tables as they stand there. */
  private async keepMended(em: EntityManager, boardId: string, activityId: string, carried: readonly BreakoutCarriedNote[]): Promise<void> {
    const copies = new Map((await this.boards.readBoardHeld(boardId, em)).notes.map(({ id, text }) => [id, text]));
    for (const table of await this.tablesOf(em, activityId)) {
      const texts = new Map((await this.boards.readBoardHeld(table.boardId, em)).notes.map(({ id, text }) => [id, text]));
      const mended = carried.flatMap(({ tableNumber, noteId, carriedNoteId }) => {
        const text = copies.get(carriedNoteId);
        return tableNumber === table.number && text !== undefined && texts.has(noteId) && texts.get(noteId) !== text ? [{ id: noteId, text }] : [];
      });
      await this.boards.copyWords(em, table.boardId, mended);
    }
  }

  /** Each table is a station on the way of what was written there. */
  private async linkTables(em: EntityManager, { activity, session }: FoundActivity, carried: readonly { tableNumber: number; contributionId: string }[], by: string | null): Promise<void> {
    const settings = settingsOf(activity);
    const tables = new Map((await em.findBy(BreakoutTable, { activityId: activity.id })).map((table) => [table.number, table.id]));
    const used = [...new Set(carried.map(({ tableNumber }) => tableNumber))];
    await this.provenance.register(
      em,
      used.map((number) => ({
        id: tables.get(number)!,
        kind: 'table' as const,
        title: [tableLabel(number, session.language), questionAt(settings, number) || activity.title].join(' · '),
        url: `/sessions/${session.id}/report`,
        visibility: session.visibility, sessionId: session.id, processId: session.processId, language: session.language,
        at: activity.startedAt ?? new Date(),
      })),
    );
    await this.provenance.link(em, carried.map(({ tableNumber, contributionId }) => ({ fromId: tables.get(tableNumber)!, toId: contributionId, kind: 'gave' as const })), by);
  }

  private async begun(me: Viewer, activityId: string): Promise<FoundActivity> {
    const found = await this.access.activity(activityId);
    demand(runSession, me, found.facts);
    settingsOf(found.activity);
    if (found.activity.state === 'planned') throw new Problem('activity/not-running');
    return found;
  }

  private async steered(em: EntityManager, me: Viewer, activityId: string): Promise<FoundActivity> {
    const found = await this.access.activity(activityId, 'steer', em);
    demand(runSession, me, found.facts);
    settingsOf(found.activity);
    if (found.activity.state === 'planned') throw new Problem('activity/not-running');
    demandOpen(found.session.state);
    const running = await em.findOneBy(Activity, { sessionId: found.session.id, state: 'running' });
    // while people vote on what lies there, nothing changes under their eyes
    if (!boardRuleOf({ ...found.session, organisationIds: found.process.organisationIds }, running).open) throw new Problem('board/read-only');
    return found;
  }

  private note(em: EntityManager, by: Viewer, action: `breakout.${string}`, subjectId: string, notes: number): Promise<void> {
    return this.identity.audit(em, { by, action, subjectKind: 'activity', subjectId, facts: { notes } });
  }
}
