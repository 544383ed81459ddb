import { Injectable } from '@nestjs/common';
import type { AnswerKind, AnswerSettings, AnswerValue, GiveAnswer, GiveSecretAnswer, NamedAnswer, OwnAnswer } from '@spolu/contracts/activities/answers';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { areWordsRead, demandRunning, isCounted } from '../../activity.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import type { Activity } from '../../session.entity.ts';
import { enterRoom, takePart } from '../../sessions.policy.ts';
import { AnswerOptionRow, AnswerRow, SecretAnswerGiven } from './answer.entity.ts';
import { answerRulesOf } from './answer-rules.ts';
import { arrive, saidMoment } from '../late/arrival.ts';
import { LateTray } from '../late/late-tray.ts';
import { idsAmong, withoutHidden } from '../question/said.ts';
import { isAnswered, optionLinesOf } from './answered.ts';
import { hiddenIn } from './hidden.ts';
import { layIn, spend } from './secret-box.ts';

/** Something to choose from: a line that was typed, or a cluster. */
export interface Option {
  title: string;
  clusterId: string | null;
}

/** Everybody gives one answer to what an activity asks. Each kind says what an answer is; here it is taken once, in time, and kept as secret as was promised. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly rooms: Rooms,
    private readonly late: LateTray,
  ) {}

  /** Fixes what there is to choose from. @throws Problem `vote/no-options` where that is nothing */
  async begin(em: EntityManager, activityId: string, options: readonly Option[]): Promise<void> {
    if (options.length === 0) throw new Problem('vote/no-options');
    await em.insert(AnswerOptionRow, options.map(({ title, clusterId }, position) => ({ id: newId(), activityId, position, title, clusterId })));
  }

  async optionsOf(em: EntityManager, activityId: string): Promise<Option[]> {
    return em.find(AnswerOptionRow, { where: { activityId }, order: { position: 'ASC' }, select: { title: true, clusterId: true } });
  }

  /**
   * Replaces the own answer, until the end by the server's clock; what was made before it may come a little later, and what is too late waits for the
   * facilitator; so does what comes once staff have read a blind question's words.
   * @throws Problem `activity/not-running`, `board/read-only` while locked, `vote/too-late`, `conflict` in a secret vote, and what the kind's rules refuse
   */
  async give(me: Viewer, activityId: string, { value, madeAt }: GiveAnswer): Promise<OwnAnswer> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, found.facts);
      const participant = await this.access.participant(me, found.session.id, em);
      const { settings, checked } = await this.checked(em, found.activity, value);
      if (settings.secrecy === 'secret') throw new Problem('conflict', { secrecy: settings.secrecy });
      const now = new Date();
      const { isLate, madeAt: saidAt } = arrive(found.activity, saidMoment(madeAt, participant, now), now);
      if (isLate || isCounted(found.activity, found.session.state) || areWordsRead(found.activity)) {
        await this.late.lay(em, found, participant, checked);
        return this.ownOf(em, found, participant.id);
      }
      await this.put(em, activityId, participant.id, checked);
      await this.late.forgetBefore(em, activityId, participant.id, saidAt);
      this.transactions.afterCommit(() => this.rooms.countsChanged(found.session.id));
      return { activityId, given: true, value: checked };
    });
  }

  /** Counts what lies in the late tray. @param leftOut what had been left out too */
  async countLate(em: EntityManager, activityId: string, leftOut: boolean): Promise<number> {
    const taken = await this.late.take<AnswerValue>(em, activityId, leftOut);
    for (const { participantId, value } of taken) await this.put(em, activityId, participantId, value);
    return taken.length;
  }

  private async put(em: EntityManager, activityId: string, participantId: string, value: AnswerValue): Promise<void> {
    await em.upsert(AnswerRow, { activityId, participantId, value, givenAt: new Date() }, ['activityId', 'participantId']);
  }

  /**
   * Takes a secret answer, once. No answer to the command is stored, nor a digest of its words: with so few to choose from, either would tell what she answered.
   * @param command the device's id of it: sent again it is known for the same, and nothing of its words is looked at
   * After the end none is taken: the order of rows would say which one came late.
   * @throws Problem `answer/already-given`, `activity/not-running`, `vote/too-late`, `board/read-only` while locked, `conflict` in another vote
   */
  async giveSecretly(me: Viewer, activityId: string, command: string, { value }: GiveSecretAnswer): Promise<OwnAnswer> {
    return this.transactions.run(async (em) => {
      const { activity, session, facts } = await this.access.activity(activityId, 'contribute', em);
      demand(takePart, me, facts);
      const { id: participantId } = await this.access.participant(me, session.id, em);
      if (!(await spend(em, activityId, participantId, command))) return { activityId, given: true, value: null };
      const { settings, checked } = await this.checked(em, activity, value);
      if (settings.secrecy !== 'secret') throw new Problem('conflict', { secrecy: settings.secrecy });
      if (activity.state === 'ended') throw new Problem('vote/too-late');
      demandRunning(activity);
      if (activity.lockedAt) throw new Problem('board/read-only');
      await layIn(em, activityId, checked);
      this.transactions.afterCommit(() => this.rooms.countsChanged(session.id));
      return { activityId, given: true, value: null };
    });
  }

  /** The viewer's own; nobody else's is ever answered. */
  async own(me: Viewer, activityId: string): Promise<OwnAnswer> {
    const found = await this.access.activity(activityId);
    demand(takePart, me, found.facts);
    const { id: participantId } = await this.access.participant(me, found.session.id);
    return this.ownOf(this.transactions.manager, found, participantId);
  }

  private async ownOf(em: EntityManager, found: FoundActivity, participantId: string): Promise<OwnAnswer> {
    const { id: activityId } = found.activity;
    const answer = await em.findOneBy(AnswerRow, { activityId, participantId });
    const given = answer !== null || (await em.existsBy(SecretAnswerGiven, { activityId, participantId }));
    const late = await this.late.stateOf(em, found, participantId);
    return { activityId, given, value: answer?.value ?? null, ...(late && { late }) };
  }

  /**
   * Who answered what in an open vote, by name, once it is counted: for those in the room, not for a report that may be public.
   * @throws Problem `not-found` where no name may be told
   */
  async named(me: Viewer, activityId: string): Promise<NamedAnswer[]> {
    const { activity, session, facts } = await this.access.activity(activityId);
    demand(enterRoom, me, facts);
    const { settings } = activity;
    if (!isAnswered(settings) || settings.secrecy !== 'open' || !isCounted(activity, session.state)) throw new Problem('not-found');
    const em = this.transactions.manager;
    const named = await em.query<NamedAnswer[]>(
      `select p.nickname, a.value from answer a join participant p on p.id = a.participant_id where a.activity_id = $1 order by p.nickname nulls last, a.given_at`,
      [activityId],
    );
    const hidden = await hiddenIn(em, activityId);
    const idsOf = idsAmong(named.map(({ value }) => value));
    return named.flatMap(({ nickname, value }) => {
      const told = withoutHidden(value, idsOf(value), hidden);
      return told ? [{ nickname, value: told }] : [];
    });
  }

  /** @throws Problem `conflict` for an activity that asks nothing of the kind, `invalid-input` for an answer of another kind */
  private async checked(em: EntityManager, activity: Activity, value: AnswerValue): Promise<{ settings: AnswerSettings; checked: AnswerValue }> {
    const { id: activityId, settings } = activity;
    if (!isAnswered(settings)) throw new Problem('conflict', { kind: settings.kind });
    if (value.kind !== settings.kind) throw new Problem('invalid-input', { kind: settings.kind });
    const options = optionLinesOf(settings) ? await em.find(AnswerOptionRow, { where: { activityId }, select: { id: true } }) : [];
    return { settings, checked: answerRulesOf<AnswerKind>(value.kind).check(value, options.map(({ id }) => id), settings) };
  }
}
