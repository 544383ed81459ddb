import { Injectable } from '@nestjs/common';
import type { DeclareConflicts, JudgedCanvas, OwnJury, SaveSheet, TeamFeedback } from '@spolu/contracts/activities/ideathon-jury';
import { Problem } from '@spolu/contracts/problems';
import { checkScores } from '@spolu/deliberation/jury';
import { type EntityManager, In } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Viewer } from '../../../../http/viewer.ts';
import { wordsOnCanvases } from '../canvas.ts';
import { type AttendedIdeathon, IdeathonAccess } from '../ideathon-access.ts';
import { IdeathonMember } from '../ideathon.entity.ts';
import { IdeathonJuror, IdeathonJury, IdeathonJuryConflict, IdeathonJuryRevision, IdeathonJurySheet } from './jury.entity.ts';
import { criteriaOf, feedbackFor, ownJury } from './jury-result.ts';
import { holdJury, type JuryRows, readJury, seatOf } from './jury-rows.ts';
import { juryOf } from './jury.service.ts';
import { isOver, isTold } from './told.ts';

/** What a juror does: she says where she has a conflict of interest, and scores. */
@Injectable()
export class JudgingService {
  constructor(private readonly ideathons: IdeathonAccess) {}

  /** Null for who is no juror. */
  async own(me: Viewer, activityId: string): Promise<OwnJury | null> {
    const { em, settings, participant } = await this.ideathons.attending(me, activityId);
    if (!settings.jury) return null;
    const rows = await readJury(em, activityId, settings.jury);
    const seat = seatOf(rows, participant.id);
    return seat ? ownJury(rows, seat.participantId) : null;
  }

  /** What she reads to judge, from when the jury begins: not of a team in which she has a conflict of interest. */
  async canvases(me: Viewer, activityId: string): Promise<JudgedCanvas[]> {
    const { em, settings, participant } = await this.ideathons.attending(me, activityId);
    if (!settings.jury) return [];
    const rows = await readJury(em, activityId, settings.jury);
    const { jury, teams, conflicts } = rows;
    const seat = seatOf(rows, participant.id);
    if (jury.state === 'preparing' || !seat) return [];
    const entries = await wordsOnCanvases(em, activityId);
    return teams
      .filter(({ id }) => !conflicts.some((one) => one.participantId === seat.participantId && one.teamId === id))
      .map(({ id }) => ({
        teamId: id,
        fields: settings.fields.flatMap(({ title }, field) => {
          const text = entries.find((entry) => entry.teamId === id && entry.field === field)?.text;
          return text ? [{ title, text }] : [];
        }),
      }));
  }

  /**
   * Said once for all teams, and again later when one comes to her mind; what she gave to such a team is set aside at once.
   * @throws Problem `jury/not-begun`, `jury/opened` where one is taken back, `jury/fixed`, `invalid-input` for a team that is none
   */
  async declare(me: Viewer, activityId: string, { conflicts }: DeclareConflicts): Promise<void> {
    return this.judge(me, activityId, async (em, jury, rows, participantId) => {
      const unknown = conflicts.find(({ teamId }) => !rows.teams.some(({ id }) => id === teamId));
      if (unknown) throw new Problem('invalid-input', { teamId: unknown.teamId });
      // of teams that are none any more, and of one that she is in by now, nothing is asked and nothing taken back
      const asked = (one: IdeathonJuryConflict) => rows.conflicts.some(({ participantId: juror, teamId, reason }) => juror === participantId && teamId === one.teamId && reason !== null);
      const before = (await em.findBy(IdeathonJuryConflict, { activityId, participantId })).filter(asked);
      const gone = before.filter(({ teamId }) => !conflicts.some((one) => one.teamId === teamId));
      // whoever knows the scores does not choose among them
      if (jury.state === 'discussing' && gone.length > 0) throw new Problem('jury/opened');
      const now = new Date();
      await em.delete(IdeathonJuryConflict, { activityId, participantId, teamId: In(gone.map(({ teamId }) => teamId)) });
      await em.upsert(IdeathonJuryConflict, conflicts.map(({ teamId, reason }) => ({
        activityId, participantId, teamId, reason, declaredAt: before.find((one) => one.teamId === teamId)?.declaredAt ?? now,
      })), ['activityId', 'participantId', 'teamId']);
      await em.update(IdeathonJuror, { activityId, participantId }, { declaredAt: now });
      return true;
    });
  }

  /**
   * All she has to say of one team so far. Once the scores were opened, the ones before are kept beside the new ones.
   * @throws Problem `jury/not-begun`, `jury/undeclared`, `jury/conflict-of-interest`, `jury/fixed`, `not-found` for a team that is none, `invalid-input` for a score outside its scale
   */
  async save(me: Viewer, activityId: string, { teamId, scores, feedback, note }: SaveSheet): Promise<void> {
    return this.judge(me, activityId, async (em, jury, rows, participantId) => {
      if (!rows.teams.some(({ id }) => id === teamId)) throw new Problem('not-found');
      if (!rows.jurors.some((juror) => juror.participantId === participantId && juror.declaredAt)) throw new Problem('jury/undeclared');
      if (rows.conflicts.some((one) => one.participantId === participantId && one.teamId === teamId)) throw new Problem('jury/conflict-of-interest');
      if (scores.length !== rows.criteria.length) throw new Problem('invalid-input', { scores: scores.length });
      checkScores(Object.fromEntries(scores.flatMap((score, i) => (score === null ? [] : [[String(i), score]]))), criteriaOf(rows));
      const before = rows.sheets.find((sheet) => sheet.participantId === participantId && sheet.teamId === teamId);
      const now = new Date();
      await em.upsert(IdeathonJurySheet, { activityId, participantId, teamId, scores, feedback, note, savedAt: now }, ['activityId', 'participantId', 'teamId']);
      if (jury.state === 'scoring') return isComplete(before?.scores) !== isComplete(scores);
      const known = before?.scores ?? scores.map(() => null);
      if (String(known) !== String(scores)) {
        await em.insert(IdeathonJuryRevision, { id: newId(), activityId, participantId, teamId, before: [...known], after: scores, at: now });
      }
      return true;
    });
  }

  /** What the jury wrote to the own team; null before the result is told, and for who is in none. */
  async feedback(me: Viewer, activityId: string): Promise<TeamFeedback | null> {
    const { em, settings, activity, ideathon, participant } = await this.ideathons.attending(me, activityId);
    const rows = await readJury(em, activityId, juryOf(settings));
    const member = await em.findOneBy(IdeathonMember, { activityId, participantId: participant.id });
    if (!member || !isTold(rows.jury.state, ideathon.stage, await isOver(em, activity, settings))) return null;
    return { teamId: member.teamId, feedback: feedbackFor(rows, member.teamId) };
  }

  /** @param work gets the participant whose her rows are, and answers whether others may know that something changed */
  private judge(
    me: Viewer, activityId: string, work: (em: EntityManager, jury: IdeathonJury, rows: JuryRows, participantId: string) => Promise<boolean>,
  ): Promise<void> {
    return this.ideathons.takingPart(me, activityId, async (em, found: AttendedIdeathon) => {
      const settings = juryOf(found.settings);
      const seat = await em.findOneBy(IdeathonJuror, { activityId, heldById: found.participant.id });
      if (!seat) throw new Problem('jury/not-a-juror');
      const jury = await holdJury(em, activityId);
      if (jury.state === 'preparing') throw new Problem('jury/not-begun');
      if (jury.state === 'fixed') throw new Problem('jury/fixed');
      if (await work(em, jury, await readJury(em, activityId, settings), seat.participantId)) await em.increment(IdeathonJury, { activityId }, 'revision', 1);
    });
  }
}

const isComplete = (scores: readonly (number | null)[] | undefined) => scores?.every((score) => score !== null) ?? false;
