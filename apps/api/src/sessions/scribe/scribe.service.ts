import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { Receipt } from '@spolu/contracts/provenance';
import { Problem } from '@spolu/contracts/problems';
import type { AddAttendee, Attendee, Paper, WriteDown, WrittenDown } from '@spolu/contracts/scribe';
import type { Request } from 'express';
import { v7 as newId } from 'uuid';
import { sha256, Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { GuestsService } from '../../participation/guests.service.ts';
import { ReceiptsService } from '../../provenance/receipts.service.ts';
import { BreakoutService } from '../activities/breakout/breakout.service.ts';
import { CardsService } from '../activities/brainstorm/cards.service.ts';
import { isAnonymous } from '../activities/brainstorm/brainstorm-rules.ts';
import { demandOpen } from '../activity.ts';
import { demandRoom } from '../joins.service.ts';
import { Rooms } from '../rooms.ts';
import { SessionAccess } from '../session-access.ts';
import { ActivityFrame, Participant } from '../session.entity.ts';
import { writeForOthers } from '../sessions.policy.ts';

/** People without a phone take part by the hand of a scribe; what was written on paper is typed in. */
@Injectable()
export class ScribeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly receipts: ReceiptsService,
    private readonly cards: CardsService,
    private readonly breakouts: BreakoutService,
    private readonly rooms: Rooms,
    private readonly guests: GuestsService,
  ) {}

  /** @throws Problem `session/not-open`, `session/closed`, `session/full` */
  async add(me: Viewer, sessionId: string, { nickname, sector, language }: AddAttendee): Promise<Made> {
    return this.transactions.run(async (em) => {
      const { facts, session } = await this.access.session(sessionId, 'read', em);
      demand(writeForOthers, me, facts);
      demandOpen(session.state);
      await demandRoom(em, sessionId);
      const id = newId();
      await em.insert(Participant, {
        id, sessionId, personId: null, nickname, sector, language, joinedAt: new Date(), removedAt: null, joinDigest: sha256(id), addedBy: me.person?.id ?? null, hasDevice: false,
      });
      await this.breakouts.seatLateComer(em, sessionId, id);
      this.transactions.afterCommit(() => this.rooms.countsChanged(sessionId));
      return { id };
    });
  }

  async attendees(me: Viewer, sessionId: string): Promise<Attendee[]> {
    const { facts } = await this.access.session(sessionId);
    demand(writeForOthers, me, facts);
    const em = this.transactions.manager;
    const rows = await em.query<Omit<Attendee, 'hasReceipt'>[]>(
      `select id as "participantId", nickname, sector, language,
          (select count(*)::int from card c where c.participant_id = p.id and c.state <> 'removed') as "noteCount"
        from participant p where session_id = $1 and not has_device and removed_at is null order by joined_at, id`,
      [sessionId],
    );
    const withReceipt = await this.receipts.inForce(em, rows.map(({ participantId }) => participantId));
    return rows.map((row) => ({ ...row, hasReceipt: withReceipt.has(row.participantId) }));
  }

  /** Her way to what becomes of her words, to be printed: it is shown this once, and an earlier one leads nowhere any more. */
  async receipt(me: Viewer, participantId: string, request: Request): Promise<Receipt> {
    return this.transactions.run(async (em) => {
      const participant = await em.findOneBy(Participant, { id: participantId, hasDevice: false });
      if (!participant?.sessionId) throw new Problem('not-found');
      const { facts } = await this.access.session(participant.sessionId, 'read', em);
      demand(writeForOthers, me, facts);
      if (participant.removedAt) throw new Problem('session/removed');
      return this.guests.printReceipt(em, me, participantId, request);
    });
  }

  async paper(me: Viewer, activityId: string): Promise<Paper> {
    const { facts, activity } = await this.access.activity(activityId);
    demand(writeForOthers, me, facts);
    const frames = await this.transactions.manager.find(ActivityFrame, { where: { activityId }, order: { position: 'ASC' } });
    return { anonymous: isAnonymous(activity.settings), frames: frames.map(({ frameId, title }) => ({ id: frameId, title })) };
  }

  /** @throws Problem `session/not-open`, `session/closed`, `activity/not-running` before it began, `activity/note-limit`, `invalid-input` */
  async writeDown(me: Viewer, activityId: string, input: WriteDown): Promise<WrittenDown> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(writeForOthers, me, found.facts);
      demandOpen(found.session.state);
      const author = input.participantId === null ? null : await em.findOneBy(Participant, { id: input.participantId, sessionId: found.session.id, hasDevice: false });
      if (input.participantId !== null && !author) throw new Problem('not-found');
      if (author?.removedAt) throw new Problem('session/removed');
      return { cardIds: await this.cards.writeDown(em, found, input, author, me.person?.id ?? null) };
    });
  }
}
