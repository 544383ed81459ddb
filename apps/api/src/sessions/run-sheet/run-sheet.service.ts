import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { wordsOfSession } from '@spolu/contracts/activity-words';
import { Problem } from '@spolu/contracts/problems';
import type { CutSheet, EditSheet, FillSheet, OrderSheet, SheetSource } from '@spolu/contracts/run-sheet';
import { readySheet } from '@spolu/methods/ready-sheets';
import { In, type EntityManager } from 'typeorm';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { checkOrder } from '../agenda.ts';
import { Rooms } from '../rooms.ts';
import { keptWords } from '../second-words.ts';
import { type FoundSession, SessionAccess } from '../session-access.ts';
import { Activity, Session } from '../session.entity.ts';
import { editSession, viewSession } from '../sessions.policy.ts';
import { addBlocks, agendaOf, arrange } from './blocks.ts';
import { contentOf, merged, type SheetContent, sheetOf, stored } from './sheet.ts';
import { SheetTemplate } from './sheet-template.entity.ts';

const MINUTE_MS = 60_000;

/** The run sheet as a whole: its days and tracks, its order, its cuts, and what it begins with. Its blocks are the session's activities. */
@Injectable()
export class RunSheetService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
  ) {}

  /** Blocks of days that are no more go to the last one, those of tracks that are no more to everybody. @throws Problem `changed-meanwhile` */
  async editSheet(me: Viewer, sessionId: string, { seen, ...input }: EditSheet): Promise<void> {
    return this.planning(me, sessionId, async (em, { session }) => {
      if (!isDeepStrictEqual(sheetOf(session), seen)) throw new Problem('changed-meanwhile');
      await em.update(Session, { id: sessionId }, stored(input));
      await em.query(`update activity set day = $2 where session_id = $1 and day > $2`, [sessionId, input.days.length]);
      await em.query(`update activity set plan = jsonb_set(plan, '{track}', '0') where session_id = $1 and (plan ->> 'track')::int > $2`, [sessionId, input.tracks.length]);
    });
  }

  /** @throws Problem `changed-meanwhile` where it is not the order of this sheet */
  async order(me: Viewer, sessionId: string, { days }: OrderSheet): Promise<void> {
    return this.planning(me, sessionId, async (em, { session }) => {
      checkOrder(await agendaOf(em, sessionId), days.flat());
      if (days.length > sheetOf(session).days.length) throw new Problem('changed-meanwhile');
      await arrange(em, sessionId, days.flatMap((ids, i) => ids.map((id) => ({ id, day: i + 1 }))));
    });
  }

  /** @throws Problem `changed-meanwhile` where a block began, ended or went since it was looked at */
  async cut(me: Viewer, sessionId: string, { shortened, leftOut, takenIn = [] }: CutSheet): Promise<void> {
    return this.planning(me, sessionId, async (em) => {
      const stateOf = new Map((await agendaOf(em, sessionId)).map((activity) => [activity.id, activity]));
      for (const { activityId, minutes } of shortened) {
        const activity = stateOf.get(activityId);
        if (!activity || activity.state === 'ended') throw new Problem('changed-meanwhile');
        const endsAt = activity.endsAt && new Date(activity.endsAt.getTime() + (minutes - activity.minutes) * MINUTE_MS);
        await em.update(Activity, { id: activityId }, { minutes, endsAt });
      }
      if ([...leftOut, ...takenIn].some((id) => stateOf.get(id)?.state !== 'planned')) throw new Problem('changed-meanwhile');
      await em.update(Activity, { id: In(leftOut) }, { skippedAt: new Date() });
      await em.update(Activity, { id: In(takenIn) }, { skippedAt: null });
    });
  }

  async fill(me: Viewer, sessionId: string, { from, day }: FillSheet): Promise<{ activityIds: string[] }> {
    return this.planning(me, sessionId, async (em, { session }) => ({ activityIds: await this.fillIn(em, me, session, from, day) }));
  }

  /**
   * The blocks of a template or of another session, in a transaction that holds this session.
   * @throws Problem `not-found` for a source that the viewer may not see, `session/agenda-full`
   */
  async fillIn(em: EntityManager, me: Viewer, session: Session, from: SheetSource, day?: number): Promise<string[]> {
    const content = await this.contentFrom(em, me, session, from);
    if (day !== undefined) return addBlocks(em, session, merged(sheetOf(session), { ...content, days: [] }).blocks.map((block) => ({ ...block, day })));
    const { sheet, blocks } = merged(sheetOf(session), content);
    Object.assign(session, stored(sheet));
    await em.update(Session, { id: session.id }, stored(sheet));
    return addBlocks(em, session, blocks);
  }

  /**
   * A new session begins with them. It is in the second language that they are in unless it names one, says of itself in it what the session says that it is a copy
   * of, where the words are the same, and asks afterwards what that one asks.
   */
  async beginWith(em: EntityManager, me: Viewer, session: Session, from: SheetSource): Promise<void> {
    await this.fillIn(em, me, session, from);
    const other = 'sessionId' in from ? (await this.access.session(from.sessionId, 'read', em)).session : null;
    const brought = [session.secondLanguage, other?.secondLanguage, ...(await agendaOf(em, session.id)).map(({ second }) => second?.language)];
    const secondLanguage = brought.find((language) => language && language !== session.language) ?? null;
    const second = other?.second && other.second.language === secondLanguage ? other.second : null;
    const own = session.second?.language === secondLanguage ? session.second.pairs : [];
    const pairs = [...own, ...(second?.pairs ?? [])];
    await em.update(Session, { id: session.id }, {
      secondLanguage, questionnaires: other?.questionnaires ?? null,
      second: secondLanguage && keptWords({ language: secondLanguage, pairs }, wordsOfSession(session)),
    });
  }

  private async contentFrom(em: EntityManager, me: Viewer, session: Session, from: SheetSource): Promise<SheetContent> {
    if ('templateId' in from) return this.template(em, session.id, from.templateId);
    if ('sessionId' in from) return this.otherSheet(em, me, from.sessionId);
    const ready = readySheet(from.readySheetId, session.language);
    if (!ready) throw new Problem('not-found');
    return { days: [{ startsAt: ready.startsAt, endsAt: null }], tracks: [], blocks: ready.blocks };
  }

  /** One of the organisations that this session's process belongs to. */
  private async template(em: EntityManager, sessionId: string, templateId: string): Promise<SheetContent> {
    const { process } = await this.access.session(sessionId, 'read', em);
    const template = await em.findOneBy(SheetTemplate, { id: templateId, organisationId: In([...process.organisationIds]) });
    if (!template) throw new Problem('not-found');
    return template.content;
  }

  private async otherSheet(em: EntityManager, me: Viewer, sessionId: string): Promise<SheetContent> {
    const { session, facts } = await this.access.session(sessionId, 'read', em);
    demand(viewSession, me, facts);
    return contentOf(session, await agendaOf(em, sessionId));
  }

  private planning<T>(me: Viewer, sessionId: string, work: (em: EntityManager, found: FoundSession) => Promise<T>): Promise<T> {
    return this.transactions.run(async (em) => {
      const found = await this.access.session(sessionId, 'steer', em);
      demand(editSession, me, found.facts);
      if (found.session.state === 'closed') throw new Problem('session/closed');
      const done = await work(em, found);
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
      return done;
    });
  }
}
