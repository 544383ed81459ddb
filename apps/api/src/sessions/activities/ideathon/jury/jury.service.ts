import { Injectable } from '@nestjs/common';
import { type IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import { JURORS_MAX, type JuryCriterion, type JurySettings, type JuryState, type JuryView, type MoveSeat, type NameJuror, type ReopenJury, type SetRubric, type StepJury } from '@spolu/contracts/activities/ideathon-jury';
import { Problem } from '@spolu/contracts/problems';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { Viewer } from '../../../../http/viewer.ts';
import { IdentityService } from '../../../../identity/identity.service.ts';
import { Activity, Participant } from '../../../session.entity.ts';
import { runSession } from '../../../sessions.policy.ts';
import { type FoundIdeathon, IdeathonAccess } from '../ideathon-access.ts';
import { IdeathonMember } from '../ideathon.entity.ts';
import { demandStage } from '../stage.ts';
import { IdeathonJuror, IdeathonJury, IdeathonJuryConflict, IdeathonJuryResult, IdeathonJurySheet } from './jury.entity.ts';
import { discussionOf, fixedResult, progressOf, reopenedOf, resultOf } from './jury-result.ts';
import { holdJury, isOpened, readJury } from './jury-rows.ts';

/** What whoever runs an ideathon does with its jury. She sees no score before all are opened, as nobody does (SEC-46). */
@Injectable()
export class JuryService {
  constructor(
    private readonly ideathons: IdeathonAccess,
    private readonly identity: IdentityService,
  ) {}

  async view(me: Viewer, activityId: string): Promise<JuryView> {
    const { em, settings } = await this.ideathons.reading(me, runSession, activityId);
    const rows = await readJury(em, activityId, juryOf(settings));
    const result = resultOf(rows);
    const fixed = await em.find(IdeathonJuryResult, { where: { activityId }, order: { number: 'DESC' } });
    const { state, revision } = rows.jury;
    return {
      state,
      revision,
      criteria: [...rows.criteria],
      jurors: rows.jurors.map(({ participantId, heldById, nickname, declaredAt }) => ({
        participantId: heldById,
        nickname,
        declared: declaredAt !== null,
        conflictCount: rows.conflicts.filter((one) => one.participantId === participantId).length,
        ...progressOf(rows, result, participantId),
      })),
      discussion: state === 'discussing' || state === 'fixed' ? discussionOf(rows, result) : null,
      reopened: reopenedOf(fixed),
      fixedAt: fixed.find(({ reopenedAt }) => reopenedAt === null)?.fixedAt.toISOString() ?? null,
    };
  }

  /** @throws Problem `jury/begun`, `changed-meanwhile` where it is another than she saw */
  async setRubric(me: Viewer, activityId: string, { criteria, before }: SetRubric): Promise<void> {
    return this.steer(me, activityId, async (em, { settings }, held) => {
      if (held.state !== 'preparing') throw new Problem('jury/begun');
      if (!sameRubric(juryOf(settings).criteria, before)) throw new Problem('changed-meanwhile');
      await em.update(Activity, { id: activityId }, { settings: { ...settings, jury: { criteria } } });
      await this.change(em, held, {});
    });
  }

  /** Who is a juror no more leaves her sheets behind: they count again if she comes back. @throws Problem `jury/opened`, `jury/full`, `jury/has-seat` of who handed hers on, `not-found` */
  async name(me: Viewer, activityId: string, { participantId, named }: NameJuror): Promise<void> {
    return this.steer(me, activityId, async (em, { session }, held) => {
      if (isOpened(held)) throw new Problem('jury/opened');
      if (!named) {
        await em.delete(IdeathonJuror, { activityId, heldById: participantId });
      } else {
        if (!(await em.existsBy(Participant, { id: participantId, sessionId: session.id, removedAt: IsNull() }))) throw new Problem('not-found');
        if ((await em.countBy(IdeathonJuror, { activityId, heldById: Not(participantId) })) >= JURORS_MAX) throw new Problem('jury/full', { limit: JURORS_MAX });
        // who handed a seat on gets it back with all that was given from it, and no second one
        if (await em.existsBy(IdeathonJuror, { activityId, participantId, heldById: Not(participantId) })) throw new Problem('jury/has-seat');
        await em.createQueryBuilder().insert().into(IdeathonJuror).values({ activityId, participantId, heldById: participantId, declaredAt: null }).orIgnore().execute();
      }
      await this.change(em, held, {});
    });
  }

  /**
   * A juror goes on from another phone: it has her seat with all that was given and declared, and the one before has nothing of it from now on. Also once the scores
   * are opened, for the jury stays the same people.
   * @throws Problem `jury/fixed`, `changed-meanwhile` where `from` has no seat, `not-found`, `jury/has-seat`, `jury/in-a-team`
   */
  async moveSeat(me: Viewer, activityId: string, { from, to }: MoveSeat): Promise<void> {
    return this.steer(me, activityId, async (em, { session }, held) => {
      if (held.state === 'fixed') throw new Problem('jury/fixed');
      const seat = await em.findOneBy(IdeathonJuror, { activityId, heldById: from });
      if (!seat) throw new Problem('changed-meanwhile');
      if (!(await em.existsBy(Participant, { id: to, sessionId: session.id, removedAt: IsNull() }))) throw new Problem('not-found');
      // whose own sheets there are, or were before she was taken out of the jury, would have two
      if (await hasOrHadSeat(em, activityId, seat, to)) throw new Problem('jury/has-seat');
      if (await em.existsBy(IdeathonMember, { activityId, participantId: to })) throw new Problem('jury/in-a-team');
      await em.update(IdeathonJuror, { activityId, participantId: seat.participantId }, { heldById: to });
      await this.change(em, held, {});
      await this.note(em, me, 'jury.seat-moved', activityId, { from, to });
    });
  }

  /** From here on the rubric stays, and jurors score. @throws Problem `jury/begun`, `jury/not-ready` without jurors or teams, `ideathon/not-now` */
  async begin(me: Viewer, activityId: string, step: StepJury): Promise<void> {
    return this.steer(me, activityId, async (em, { settings, ideathon }, held) => {
      if (held.state !== 'preparing') throw new Problem('jury/begun');
      demandSeen(held, step);
      demandStage(ideathon.stage, 'pitches', 'jury');
      const { jurors, teams } = await readJury(em, activityId, juryOf(settings));
      if (jurors.length === 0 || teams.length === 0) throw new Problem('jury/not-ready', { jurorCount: jurors.length, teamCount: teams.length });
      await this.change(em, held, { state: 'scoring' });
    });
  }

  /** The jury sees what all gave, and who runs it does; of those who were asked to leave by now nothing counts, also if they come back. @throws Problem `jury/not-begun`, `jury/opened`, `jury/not-ready` while no sheet is complete */
  async open(me: Viewer, activityId: string, step: StepJury): Promise<void> {
    return this.steer(me, activityId, async (em, { settings }, held) => {
      if (held.state === 'preparing') throw new Problem('jury/not-begun');
      if (held.state !== 'scoring') throw new Problem('jury/opened');
      demandSeen(held, step);
      const rows = await readJury(em, activityId, juryOf(settings));
      const gone = await em.query<{ id: string }[]>('select p.id from ideathon_juror j join participant p on p.id = j.held_by_id where j.activity_id = $1 and p.removed_at is not null', [activityId]);
      await em.delete(IdeathonJuror, { activityId, heldById: In(gone.map(({ id }) => id)) });
      if (resultOf(rows).winnerIds.length === 0) throw new Problem('jury/not-ready', { jurorCount: rows.jurors.length, teamCount: rows.teams.length });
      await this.change(em, held, { state: 'discussing' });
      await this.note(em, me, 'jury.opened', activityId);
    });
  }

  /** What was discussed is the jury's word from now on. @throws Problem `jury/not-opened`, `jury/fixed` */
  async fix(me: Viewer, activityId: string, step: StepJury): Promise<void> {
    return this.steer(me, activityId, async (em, { settings }, held) => {
      if (held.state === 'fixed') throw new Problem('jury/fixed');
      if (held.state !== 'discussing') throw new Problem('jury/not-opened');
      demandSeen(held, step);
      const rows = await readJury(em, activityId, juryOf(settings));
      const number = ((await em.maximum(IdeathonJuryResult, 'number', { activityId })) ?? 0) + 1;
      await em.insert(IdeathonJuryResult, {
        activityId, number, result: fixedResult(rows, resultOf(rows)), fixedAt: new Date(), fixedBy: me.person?.id ?? null, reopenedAt: null, reopenedBy: null, reason: null,
      });
      await this.change(em, held, { state: 'fixed' });
      await this.note(em, me, 'jury.fixed', activityId, { number });
    });
  }

  /** The jury talks once more; the result that stood is kept with the reason. @throws Problem `jury/not-fixed` */
  async reopen(me: Viewer, activityId: string, { reason }: ReopenJury): Promise<void> {
    return this.steer(me, activityId, async (em, _, held) => {
      if (held.state !== 'fixed') throw new Problem('jury/not-fixed');
      await em.update(IdeathonJuryResult, { activityId, reopenedAt: IsNull() }, { reopenedAt: new Date(), reopenedBy: me.person?.id ?? null, reason });
      await this.change(em, held, { state: 'discussing' });
      await this.note(em, me, 'jury.reopened', activityId);
    });
  }

  private steer(me: Viewer, activityId: string, work: (em: EntityManager, found: FoundIdeathon, jury: IdeathonJury) => Promise<void>): Promise<void> {
    return this.ideathons.steering(me, runSession, activityId, async (em, found) => {
      juryOf(found.settings);
      await work(em, found, await holdJury(em, activityId));
    });
  }

  private async change(em: EntityManager, { activityId, version, revision }: IdeathonJury, step: { state?: JuryState }): Promise<void> {
    await em.update(IdeathonJury, { activityId }, { ...step, version: version + 1, revision: revision + 1 });
  }

  private note(em: EntityManager, by: Viewer, action: `jury.${string}`, activityId: string, facts: Record<string, number | string> = {}): Promise<void> {
    return this.identity.audit(em, { by, action, subjectKind: 'activity', subjectId: activityId, facts });
  }
}

/** @throws Problem `not-found` where there is no jury */
export function juryOf({ jury }: Pick<IdeathonSettings, 'jury'>): JurySettings {
  if (!jury) throw new Problem('not-found');
  return jury;
}

/** Her first seat is given back to her; of no other does she have anything. */
async function hasOrHadSeat(em: EntityManager, activityId: string, seat: IdeathonJuror, participantId: string): Promise<boolean> {
  if (seat.participantId === participantId) return seat.heldById === participantId;
  const where = { activityId, participantId };
  return (
    (await em.existsBy(IdeathonJuror, [where, { activityId, heldById: participantId }])) || (await em.existsBy(IdeathonJurySheet, where)) || em.existsBy(IdeathonJuryConflict, where)
  );
}

const inWords = (criteria: readonly JuryCriterion[]) => JSON.stringify(criteria.map(({ title, weight, anchors }) => [title, weight, anchors]));
const sameRubric = (one: readonly JuryCriterion[], other: readonly JuryCriterion[]) => inWords(one) === inWords(other);

function demandSeen({ revision }: IdeathonJury, { revision: seen }: StepJury): void {
  if (revision !== seen) throw new Problem('changed-meanwhile');
}
