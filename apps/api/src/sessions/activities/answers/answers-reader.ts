import { Injectable } from '@nestjs/common';
import type { AnswerKind, AnswerOption, AnswerResult, AnswerRound, AnswerSettings, AnswerValue, ReportAnswers, RoomAnswers } from '@spolu/contracts/activities/answers';
import type { Sector } from '@spolu/contracts/common';
import type { SessionState } from '@spolu/contracts/sessions';
import { tellableSectors } from '@spolu/deliberation/sectors';
import type { EntityManager } from 'typeorm';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { isCounted, isResumable } from '../../activity.ts';
import type { ReadActivity } from '../../room-state.ts';
import type { Activity } from '../../session.entity.ts';
import type { SessionFindings } from '../../report-findings.ts';
import { eligibleFor } from '../eligible.ts';
import { lateTold } from '../late/read-late.ts';
import type { KindReader } from '../kind-reader.ts';
import { answerRulesOf } from './answer-rules.ts';
import { tellable, withAuthors } from '../question/said.ts';
import { isAnswered, isInOwnWords } from './answered.ts';
import { hiddenIn } from './hidden.ts';
import { roundsUntil } from './round.ts';

/** Texts of an option's notes that the screens show. */
const NOTE_TEXTS_MAX = 50;
/** Reasons, texts and words that go to every screen with the result; the report has them all. */
const REASONS_IN_ROOM = 50;

interface Given {
  value: AnswerValue;
  /** Null where the vote is secret. */
  participantId: string | null;
  /** Null also where the vote is secret: a sector stated by one person alone would be her name. */
  sector: Sector | null;
}

/** What may be told of answers: how many there are while people answer, what they came to once it is over. */
@Injectable()
export class AnswersReader implements KindReader<AnswerKind> {
  constructor(private readonly provenance: ProvenanceService) {}

  /** What the screens know of it: what is asked, how many have answered, and the result once it is shown. */
  async roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomAnswers> {
    const { id, resultShownAt } = activity;
    const settings = answered(activity);
    const options = await this.optionsOf(em, id);
    const rounds = await roundsUntil(em, id);
    const result = resultShownAt ? shortened(await resultOf(em, activity, options)) : null;
    return {
      settings,
      options,
      answeredCount: await answeredCount(em, id),
      eligibleCount: await eligibleFor(em, id),
      round: rounds.length + 1,
      result,
      earlier: result ? await this.told(em, rounds, 'open') : [],
      returnsTo: await returnOf(em, id),
    };
  }

  /** A report's block; null until the answers are counted (SEC-46). */
  async reportPart(em: EntityManager, activity: ReadActivity, { sessionState, authorOf }: SessionFindings): Promise<ReportAnswers | null> {
    if (!isCounted(activity, sessionState)) return null;
    const { id } = activity;
    const settings = answered(activity);
    const options = await this.optionsOf(em, id);
    const rounds = await roundsUntil(em, id);
    const given = await answersOf(em, id);
    const result = await resultOf(em, activity, options);
    const late = await lateTold(em, id);
    return {
      settings,
      options: options.map(withoutWords),
      eligibleCount: await eligibleFor(em, id),
      round: rounds.length + 1,
      result: settings.secrecy === 'open' ? withAuthors(result, given, authorOf) : result,
      // by sector, somebody's own words would single her out
      sectors:
        settings.secrecy === 'secret' || isInOwnWords(settings)
          ? []
          : tellableSectors(given.map(({ sector, value }) => ({ sector, ballot: value }))).map(({ sector, ballots }) => ({
              sector,
              result: tally(settings, ballots, options, ballots.length),
            })),
      earlier: await this.told(em, rounds, sessionState),
      ...(late && { late }),
    };
  }

  private async told(em: EntityManager, rounds: readonly Activity[], sessionState: SessionState): Promise<AnswerRound[]> {
    const told: AnswerRound[] = [];
    for (const [i, round] of rounds.entries()) {
      if (!isCounted(round, sessionState)) continue;
      const options = await this.optionsOf(em, round.id);
      told.push({ activityId: round.id, number: i + 1, title: round.title, options: options.map(withoutWords), result: shortened(await resultOf(em, round, options)) });
    }
    return told;
  }

  private async optionsOf(em: EntityManager, activityId: string): Promise<AnswerOption[]> {
    const options = await em.query<{ id: string; title: string; contributionIds: string[] }[]>(
      `select o.id, o.title,
          array(select contribution_id from cluster_note n where n.cluster_id = o.cluster_id order by position limit $2) as "contributionIds"
        from answer_option o where o.activity_id = $1 order by o.position`,
      [activityId, NOTE_TEXTS_MAX],
    );
    const words = new Map(
      (await this.provenance.contributionsOf(em, [...new Set(options.flatMap(({ contributionIds }) => contributionIds))])).map(({ id, text }) => [id, text]),
    );
    return options.map(({ id, title, contributionIds }) => ({ id, title, noteTexts: contributionIds.flatMap((noteId) => words.get(noteId) ?? []) }));
  }
}

/** As a count has it: the notes' words stand in the chapter that shows them, where what was taken back or hidden is left out. */
const withoutWords = (option: AnswerOption): AnswerOption => ({ ...option, noteTexts: [] });

/** The settings of an activity whose kind is one of these. */
function answered({ settings }: Pick<ReadActivity, 'settings'>): AnswerSettings {
  if (!isAnswered(settings)) throw new Error(`nothing is answered in ${settings.kind}`);
  return settings;
}

/** What a quick poll took the place of, while it may go on. */
async function returnOf(em: EntityManager, activityId: string): Promise<RoomAnswers['returnsTo']> {
  const [before] = await em.query<Pick<Activity, 'id' | 'title' | 'settings' | 'state' | 'resultShownAt' | 'revealedAt'>[]>(
    `select b.id, b.title, b.settings, b.state, b.result_shown_at as "resultShownAt", b.revealed_at as "revealedAt"
      from activity a join activity b on b.id = a.returns_to where a.id = $1`,
    [activityId],
  );
  return before && isResumable(before) ? { id: before.id, title: before.title } : null;
}

function tally(settings: AnswerSettings, values: readonly AnswerValue[], options: readonly { id: string }[], eligibleCount: number): AnswerResult {
  return answerRulesOf<AnswerKind>(settings.kind).tally(values, options.map(({ id }) => id), eligibleCount, settings);
}

async function resultOf(em: EntityManager, activity: Pick<ReadActivity, 'id' | 'settings'>, options: readonly AnswerOption[]): Promise<AnswerResult> {
  const { id } = activity;
  const given = await answersOf(em, id);
  const result = tally(answered(activity), given.map(({ value }) => value), options, await eligibleFor(em, id));
  return tellable(result, await hiddenIn(em, id));
}

/** All answers, in an order that says nothing of who gave them or when. */
async function answersOf(em: EntityManager, activityId: string): Promise<Given[]> {
  return em.query(
    `select value, "participantId", sector from (
        select a.value, p.id as "participantId", p.sector from answer a join participant p on p.id = a.participant_id where a.activity_id = $1
        union all select value, null, null from secret_answer where activity_id = $1) as given
      order by md5(value::text), sector`,
    [activityId],
  );
}

async function answeredCount(em: EntityManager, activityId: string): Promise<number> {
  const [row] = await em.query<{ count: number }[]>(
    'select ((select count(*) from answer where activity_id = $1) + (select count(*) from secret_answer_given where activity_id = $1))::int as count',
    [activityId],
  );
  return row?.count ?? 0;
}

const shortened = (result: AnswerResult): AnswerResult =>
  result.kind === 'question' && 'said' in result.figures
    ? { ...result, figures: { ...result.figures, said: result.figures.said.slice(0, REASONS_IN_ROOM) } }
    : result.kind === 'consent' ? { ...result, objections: result.objections.slice(0, REASONS_IN_ROOM), concerns: result.concerns.slice(0, REASONS_IN_ROOM) } : result;
