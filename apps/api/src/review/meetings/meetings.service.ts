import { Injectable } from '@nestjs/common';
import type { Made } from '@spolu/contracts/common';
import type { AdoptInMeeting, AgendaItemRef, CancelMeeting, EditMeeting, Invited, PlanAgenda, PlanMeeting, Presence, WriteMinutes } from '@spolu/contracts/meetings';
import { Problem } from '@spolu/contracts/problems';
import type { Opinion } from '@spolu/contracts/review';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { OpinionRow, PositionConflict, Referral, ReferralItem } from '../review.entity.ts';
import { runMeeting } from '../review.policy.ts';
import { ReviewService } from '../review.service.ts';
import { openMeeting } from './meeting-access.ts';
import { Meeting, MeetingItem, MeetingSeat, MeetingVote } from './meeting.entity.ts';
import type { Held } from './meeting-letter.ts';
import { MeetingLetters } from './meeting-letters.ts';
import { MeetingPages } from './meeting-pages.service.ts';
import { draftMinutes } from './minutes.ts';

/** The revision after the one that was seen. @throws Problem `changed-meanwhile` where somebody else was faster */
function next({ revision }: Meeting, seen: number): number {
  if (revision !== seen) throw new Problem('changed-meanwhile');
  return revision + 1;
}

const heldOf = ({ startsOn, startsAt, place, onlineUrl }: Meeting): Held => ({ on: startsOn, at: startsAt, place, onlineUrl });

/** A body meets: agenda, who is there, votes by which opinions are adopted, minutes. `MeetingPages` reads it out. */
@Injectable()
export class Meetings {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly review: ReviewService,
    private readonly pages: MeetingPages,
    private readonly letters: MeetingLetters,
  ) {}

  async plan(me: Viewer, bodyId: string, { on, at, ...input }: PlanMeeting): Promise<Made> {
    return this.transactions.run(async (em) => {
      demand(runMeeting, me, { bodyId });
      const id = newId();
      await em.insert(Meeting, { id, bodyId, startsOn: on, startsAt: at, ...input, madeBy: me.person?.id ?? null });
      await this.identity.audit(em, { by: me, action: 'meeting.planned', subjectKind: 'meeting', subjectId: id });
      return { id };
    });
  }

  /** Whoever was invited is told of another day, hour or place. @throws Problem `changed-meanwhile`, `review/meeting-state` once its minutes are approved or where it is cancelled */
  async edit(me: Viewer, id: string, { on, at, revision, ...input }: EditMeeting): Promise<void> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['planned', 'open', 'closed']);
      await em.update(Meeting, { id }, { startsOn: on, startsAt: at, ...input, revision: next(meeting, revision) });
      const { place, onlineUrl, title } = input;
      const [held, before] = [{ on, at, place, onlineUrl }, heldOf(meeting)];
      if (meeting.invitedAt === null || meeting.state !== 'planned' || !(await this.isAhead(on)) || (Object.keys(held) as (keyof Held)[]).every((key) => held[key] === before[key])) return;
      await this.letters.tell(em, me, { meetingId: id, bodyId: meeting.bodyId, bodyName: await this.nameOf(meeting), title, held, news: { kind: 'moved', before } });
    });
  }

  /** With the agenda as it stands. @throws Problem `review/meeting-state` once it began, `conflict` for a day that is over */
  async invite(me: Viewer, id: string): Promise<Invited> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['planned']);
      if (!(await this.isAhead(meeting.startsOn))) throw new Problem('conflict');
      const { items } = await this.pages.factsOf(em, me, id);
      await em.update(Meeting, { id }, { invitedAt: new Date() });
      await this.identity.audit(em, { by: me, action: 'meeting.invited', subjectKind: 'meeting', subjectId: id });
      const { bodyId, title, invitation } = meeting;
      const news = { kind: 'invited' as const, invitation, agenda: items.map((item) => item.title) };
      return { toldCount: await this.letters.tell(em, me, { meetingId: id, bodyId, bodyName: await this.nameOf(meeting), title, held: heldOf(meeting), news }) };
    });
  }

  /** What stands on its agenda waits for another meeting. @throws Problem `review/meeting-state` once it began, `changed-meanwhile` */
  async cancel(me: Viewer, id: string, { reason, revision }: CancelMeeting): Promise<void> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['planned']);
      await em.update(Meeting, { id }, { state: 'cancelled', cancelReason: reason, revision: next(meeting, revision) });
      await this.identity.audit(em, { by: me, action: 'meeting.cancelled', subjectKind: 'meeting', subjectId: id });
      if (meeting.invitedAt === null || !(await this.isAhead(meeting.startsOn))) return;
      await this.letters.tell(em, me, { meetingId: id, bodyId: meeting.bodyId, bodyName: await this.nameOf(meeting), title: meeting.title, held: heldOf(meeting), news: { kind: 'cancelled', reason } });
    });
  }

  /**
   * The whole agenda in its order.
   * @throws Problem `changed-meanwhile`, `review/unknown-recommendation` for one that is not before this body, `review/item-adopted` where an item with a recorded vote would go
   */
  async planAgenda(me: Viewer, id: string, { items, revision }: PlanAgenda): Promise<void> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['planned', 'open']);
      const { bodyId } = meeting;
      await em.update(Meeting, { id }, { revision: next(meeting, revision) });
      const before = await em.findBy(MeetingItem, { meetingId: id });
      const rows = [];
      for (const [position, { recommendation, ...item }] of items.entries()) {
        const referralItemId = recommendation && (await this.referredTo(em, bodyId, recommendation));
        rows.push({ ...item, meetingId: id, position, referralItemId });
      }
      if (new Set(rows.map((row) => row.id)).size < rows.length) throw new Problem('invalid-input', {}, [{ path: 'items', code: 'not-allowed' }]);
      // an id that another meeting has is nobody's to take over
      if ((await em.findBy(MeetingItem, { id: In(rows.map((row) => row.id)) })).some(({ meetingId }) => meetingId !== id)) throw new Problem('invalid-input', {}, [{ path: 'items', code: 'not-allowed' }]);
      const kept = new Map(rows.map((row) => [row.id, row.referralItemId]));
      const gone = before.filter((item) => !kept.has(item.id) || kept.get(item.id) !== item.referralItemId);
      const adopted = await em.findBy(OpinionRow, { itemId: In(gone.flatMap(({ referralItemId }) => referralItemId ?? [])) });
      if (adopted.length > 0) throw new Problem('review/item-adopted');
      await em.delete(MeetingVote, { itemId: In(gone.map((item) => item.id)) });
      await em.delete(MeetingItem, { id: In(gone.map((item) => item.id)) });
      for (const row of rows) await em.upsert(MeetingItem, row, ['id']);
    });
  }

  /** The roll is written: who sits in the body on the day of the meeting. @throws Problem `review/day-in-future` before that day */
  async open(me: Viewer, id: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const { bodyId, startsOn } = await openMeeting(em, me, runMeeting, id, ['planned']);
      const today = await this.identity.today();
      if (startsOn > today) throw new Problem('review/day-in-future', { day: today });
      const members = (await this.identity.membersOn(em, bodyId, startsOn)).filter(({ role }) => role !== 'secretary');
      await em.insert(MeetingSeat, members.map(({ personId, mandateId, role }) => ({ id: newId(), meetingId: id, personId, mandateId, role: role === 'chair' ? 'chair' as const : 'member' as const })));
      await em.update(Meeting, { id }, { state: 'open' });
      await this.identity.audit(em, { by: me, action: 'meeting.opened', subjectKind: 'meeting', subjectId: id });
    });
  }

  /** Who voted by name was there: she can leave, but not have been absent. */
  async takeAttendance(me: Viewer, id: string, seatId: string, said: Presence): Promise<void> {
    return this.transactions.run(async (em) => {
      await openMeeting(em, me, runMeeting, id, ['open']);
      const presence = said !== 'present' && (await em.existsBy(MeetingVote, { seatId })) ? 'left' : said;
      const { affected } = await em.update(MeetingSeat, { id: seatId, meetingId: id }, { presence });
      if (!affected) throw new Problem('not-found');
    });
  }

  /**
   * The vote on a recommendation, by name or by count, and the opinion it amounts to by the body's statute. Until the council has decided it may be corrected.
   * @throws Problem `review/meeting-state`, `review/no-quorum`, `review/conflict-declared`, `review/decided`, `invalid-input` where names and counts differ
   */
  async adopt(me: Viewer, { id, itemId }: AgendaItemRef, { names, ...input }: AdoptInMeeting): Promise<Opinion> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['open']);
      const item = await em.findOneBy(MeetingItem, { id: itemId, meetingId: id });
      if (!item) throw new Problem('not-found');
      if (!item.referralItemId) throw new Problem('review/unknown-recommendation');
      const { referralId, recommendationId } = await em.findOneByOrFail(ReferralItem, { id: item.referralItemId });
      const present = await em.findBy(MeetingSeat, { meetingId: id, presence: 'present' });
      const conflicts = await em.findBy(PositionConflict, { itemId: item.referralItemId });
      const conflicted = new Set(present.filter((seat) => conflicts.some(({ personId, mandateId }) => personId === seat.personId && mandateId === seat.mandateId)).map((seat) => seat.id));
      if (names) {
        const seats = new Set(names.map(({ seatId }) => seatId));
        if (seats.size < names.length || names.some(({ seatId }) => !present.some((seat) => seat.id === seatId))) throw new Problem('invalid-input', {}, [{ path: 'names', code: 'not-allowed' }]);
        if (names.some(({ seatId }) => conflicted.has(seatId))) throw new Problem('review/conflict-declared');
        const said = (choice: string) => names.filter((one) => one.choice === choice).length;
        const { vote } = input;
        if (vote.for !== said('for') || vote.against !== said('against') || vote.abstained !== said('abstained')) throw new Problem('invalid-input', {}, [{ path: 'vote', code: 'not-allowed' }]);
      }
      const opinion = await this.review.recordOpinion(em, me, { referralId, recommendationId }, { ...input, adoptedOn: meeting.startsOn }, { present: present.length, conflicted: conflicted.size });
      if (names) await em.insert(MeetingVote, names.map(({ seatId, choice }) => ({ itemId, seatId, choice })));
      return opinion;
    });
  }

  /** The meeting is over, and its minutes are drafted from what happened. */
  async close(me: Viewer, id: string): Promise<void> {
    return this.transactions.run(async (em) => {
      await openMeeting(em, me, runMeeting, id, ['open']);
      const facts = await this.pages.factsOf(em, me, id);
      const { name, defaultLanguage } = await this.identity.municipality();
      await em.update(Meeting, { id }, { state: 'closed', minutes: draftMinutes(facts, name, defaultLanguage) });
      await this.identity.audit(em, { by: me, action: 'meeting.closed', subjectKind: 'meeting', subjectId: id });
    });
  }

  /** @throws Problem `changed-meanwhile` */
  async writeMinutes(me: Viewer, id: string, { text, revision }: WriteMinutes): Promise<void> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['closed']);
      await em.update(Meeting, { id }, { minutes: text, revision: next(meeting, revision) });
    });
  }

  /** As they were read; from now on nothing of the meeting changes. @throws Problem `changed-meanwhile` */
  async approveMinutes(me: Viewer, id: string, revision: number): Promise<void> {
    return this.transactions.run(async (em) => {
      const meeting = await openMeeting(em, me, runMeeting, id, ['closed']);
      await em.update(Meeting, { id }, { state: 'approved', revision: next(meeting, revision), approvedAt: new Date(), approvedBy: me.person?.id ?? null });
      await this.identity.audit(em, { by: me, action: 'minutes.approved', subjectKind: 'meeting', subjectId: id });
    });
  }

  /** Nobody is written to about a day that is over. */
  private async isAhead(day: string): Promise<boolean> {
    return day >= (await this.identity.today());
  }

  private async nameOf({ bodyId }: Meeting): Promise<string> {
    return (await this.identity.body(bodyId))?.name ?? '';
  }

  private async referredTo(em: EntityManager, bodyId: string, { referralId, recommendationId }: { referralId: string; recommendationId: string }): Promise<string> {
    const item = (await em.existsBy(Referral, { id: referralId, bodyId })) && (await em.findOneBy(ReferralItem, { referralId, recommendationId }));
    if (!item) throw new Problem('review/unknown-recommendation');
    return item.id;
  }
}
