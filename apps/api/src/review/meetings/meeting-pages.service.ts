import { Injectable } from '@nestjs/common';
import { reaches } from '@spolu/contracts/bodies';
import { Day, Id, type Page } from '@spolu/contracts/common';
import type { MeetingRow, MeetingsQuery, MeetingView } from '@spolu/contracts/meetings';
import { Problem } from '@spolu/contracts/problems';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../../database/transactions.ts';
import { page, startOf } from '../../http/page.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { IdentityService } from '../../identity/identity.service.ts';
import { toOpinion } from '../opinion.ts';
import { seesPositions } from '../position.ts';
import { OpinionRow, Position, PositionConflict } from '../review.entity.ts';
import { givePosition, openDesk, readMeeting, runMeeting } from '../review.policy.ts';
import { openMeeting } from './meeting-access.ts';
import { Meeting, MeetingItem, MeetingSeat, MeetingVote } from './meeting.entity.ts';
import { meetingCalendar } from './meeting-calendar.ts';
import { paperDocument, partsOf } from './paper.ts';

interface Before {
  itemId: string;
  referralId: string;
  recommendationId: string;
  number: number;
  title: string;
  dossierTitle: string;
  dueOn: string;
  opinionId: string | null;
  decided: boolean;
  withdrawn: boolean;
}
const Key = z.tuple([Day, z.string(), Id]);

/** What the people of a body read of its meetings. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
  ) {}

  async list(me: Viewer, { bodyId, when, ...query }: MeetingsQuery): Promise<Page<MeetingRow>> {
    demand(openDesk, me);
    const sitsIn = me.roles.flatMap(({ scope, scopeId }) => (scope === 'body' && scopeId && (!bodyId || scopeId === bodyId) ? [scopeId] : []));
    const start = startOf(query, Key);
    const rows = await this.transactions.manager.query<MeetingRow[]>(
      `select m.id, m.body_id as "bodyId", b.name as "bodyName", m.title, m.starts_on::text as "on", m.starts_at as at, m.place, m.state
        from meeting m join body b on b.id = m.body_id
        where m.body_id = any($1::uuid[]) and ($2::date is null or (m.starts_on, m.starts_at, m.id) < ($2::date, $3::text, $4::uuid))
          and ($6::text is null or (m.state in ('planned', 'open')) = ($6 = 'coming'))
        order by m.starts_on desc, m.starts_at desc, m.id desc limit $5`,
      [sitsIn, start?.[0] ?? null, start?.[1] ?? null, start?.[2] ?? null, query.limit + 1, when ?? null],
    );
    return page(rows, query, ({ on, at, id }) => [on, at, id], (row) => row);
  }

  async view(me: Viewer, id: string): Promise<MeetingView> {
    const em = this.transactions.manager;
    await openMeeting(em, me, readMeeting, id);
    return this.factsOf(em, me, id);
  }

  /** All that stands about a meeting, as its page and its minutes tell it. */
  async factsOf(em: EntityManager, me: Viewer, id: string): Promise<MeetingView> {
    const meeting = await em.findOneByOrFail(Meeting, { id });
    const body = await this.identity.body(meeting.bodyId);
    if (!body) throw new Problem('not-found');
    const seats = await em.findBy(MeetingSeat, { meetingId: id });
    const items = await em.find(MeetingItem, { where: { meetingId: id }, order: { position: 'ASC' } });
    const before = await this.beforeBody(em, meeting.bodyId);
    const referredIds = items.flatMap(({ referralItemId }) => referralItemId ?? []);
    const opinions = await em.findBy(OpinionRow, { itemId: In(referredIds) });
    const conflicts = await em.findBy(PositionConflict, { itemId: In(referredIds) });
    const positions = await em.findBy(Position, { itemId: In(referredIds) });
    const votes = await em.findBy(MeetingVote, { itemId: In(items.map((item) => item.id)) });
    const names = await this.identity.namesInOffice(seats.flatMap(({ personId }) => personId ?? []));
    const mandates = await this.identity.namesOfMandates(seats.flatMap(({ mandateId }) => mandateId ?? []));
    const seatOf = (who: { personId: string | null; mandateId: string | null }) => seats.find(({ personId, mandateId }) => personId === who.personId && mandateId === who.mandateId)?.id;
    const presentCount = seats.filter(({ presence }) => presence === 'present' || (presence === 'left' && meeting.state !== 'open')).length;
    const run = runMeeting.allows(me, { bodyId: meeting.bodyId });
    return {
      id, bodyId: meeting.bodyId, bodyName: body.name, title: meeting.title, on: meeting.startsOn, at: meeting.startsAt, place: meeting.place, onlineUrl: meeting.onlineUrl,
      invitation: meeting.invitation, state: meeting.state, revision: meeting.revision, invitedAt: meeting.invitedAt?.toISOString() ?? null, cancelReason: meeting.cancelReason,
      rules: { memberCount: body.memberCount, quorum: body.quorum, majority: body.majority, majorityOf: body.majorityOf },
      seats: seats
        .map(({ id: seatId, personId, mandateId, role, presence }) => ({ id: seatId, name: names.get(personId ?? '') ?? mandates.get(mandateId ?? '') ?? '', role, presence }))
        .sort((a, b) => Number(b.role === 'chair') - Number(a.role === 'chair') || a.name.localeCompare(b.name, 'sk')),
      presentCount,
      quorate: reaches(body.quorum, presentCount, body.memberCount),
      items: items.map(({ id: itemId, title, note, referralItemId }) => {
        const referred = before.find((one) => one.itemId === referralItemId);
        if (!referred) return { id: itemId, title, note, recommendation: null };
        const opinion = opinions.find((one) => one.itemId === referralItemId);
        const declared = conflicts.filter((one) => one.itemId === referralItemId);
        const counted = positions.filter((one) => one.itemId === referralItemId && !declared.some(({ personId, mandateId }) => personId === one.personId && mandateId === one.mandateId));
        const hasSpoken = me.person !== null && counted.some(({ personId }) => personId === me.person?.id);
        return {
          id: itemId, title: referred.title, note,
          recommendation: {
            referralId: referred.referralId, recommendationId: referred.recommendationId, number: referred.number, dossierTitle: referred.dossierTitle,
            opinion: opinion ? toOpinion(opinion) : null,
            conflictedSeatIds: declared.flatMap((one) => seatOf(one) ?? []),
            // what members said beforehand is for those who run the meeting, by the same rule as on the referral; the others see it there
            positions: !run
              ? []
              : seesPositions(body.positionsShown, { isMember: givePosition.allows(me, { bodyId: meeting.bodyId }), hasSpoken, runs: run }, { adopted: opinion !== undefined, meeting: meeting.state === 'open' })
                ? counted.flatMap((one) => {
                    const seatId = seatOf(one);
                    return seatId ? [{ seatId, verdict: one.verdict, reason: one.reason }] : [];
                  })
                : null,
            names: votes.filter((one) => one.itemId === itemId).map(({ seatId, choice }) => ({ seatId, choice })),
          },
        };
      }),
      positionsShown: body.positionsShown,
      minutes: meeting.minutes,
      approvedAt: meeting.approvedAt?.toISOString() ?? null,
      waiting: run
        ? before.filter(({ itemId, opinionId, decided, withdrawn }) => opinionId === null && !decided && !withdrawn && !referredIds.includes(itemId))
            .map(({ referralId, recommendationId, title, dossierTitle, dueOn }) => ({ referralId, recommendationId, title, dossierTitle, dueOn }))
        : [],
      may: { run },
    };
  }

  /** For a calendar (RFC 5545). */
  async calendar(me: Viewer, id: string): Promise<string> {
    const em = this.transactions.manager;
    const { title, startsOn, startsAt, place, onlineUrl, invitation, revision, state } = await openMeeting(em, me, readMeeting, id);
    const { timeZone, name } = await this.identity.municipality();
    const [row] = await em.query<{ start: Date }[]>('select (($1::date + $2::time) at time zone $3) as start', [startsOn, startsAt, timeZone]);
    return meetingCalendar({ id, title, start: row!.start, place: place || name, text: [invitation, onlineUrl].filter(Boolean).join('\n\n'), revision, cancelled: state === 'cancelled' }, new Date());
  }

  /** @throws Problem `not-found` as long as there are no minutes */
  async minutesFile(me: Viewer, id: string): Promise<Buffer> {
    const meeting = await openMeeting(this.transactions.manager, me, readMeeting, id);
    if (meeting.minutes === '') throw new Problem('not-found');
    const { name, defaultLanguage } = await this.identity.municipality();
    return paperDocument({ title: meeting.title, town: name, language: defaultLanguage, parts: partsOf(meeting.minutes) });
  }

  /** Every recommendation that was ever before the body, the most urgent first. */
  private beforeBody(em: EntityManager, bodyId: string): Promise<Before[]> {
    return em.query<Before[]>(
      `select i.id as "itemId", r.id as "referralId", rec.id as "recommendationId", rec.number, rec.title, v.title as "dossierTitle",
          to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", o.id as "opinionId",
          exists (select from decision d join decision_item di on di.decision_id = d.id where d.referral_id = r.id and di.recommendation_id = i.recommendation_id) as decided, r.withdrawn_at is not null as withdrawn
        from referral r join referral_item i on i.referral_id = r.id
          join dossier_version v on v.dossier_id = r.dossier_id and v.version = r.version
          join recommendation rec on rec.id = i.recommendation_id
          left join opinion o on o.item_id = i.id
        where r.body_id = $1
        order by r.due_on, r.id, rec.number`,
      [bodyId],
    );
  }
}
