import { Injectable } from '@nestjs/common';
import { QUESTIONS_IN_ROOM_MAX, type ReportQAndA, type RoomQAndA, type RoomQuestion } from '@spolu/contracts/activities/q-and-a';
import type { EntityManager } from 'typeorm';
import type { ReadActivity } from '../../room-state.ts';
import { translationsOf } from '../../translations/read-translations.ts';
import type { KindReader } from '../kind-reader.ts';
import { IN_ROOM } from './question.ts';

/** What everybody may read of the hall's questions, never who asked: the phone promised that, also to those who may be quoted by name. */
@Injectable()
export class QAndAReader implements KindReader<'q-and-a'> {
  async roomPart(em: EntityManager, activity: ReadActivity): Promise<RoomQAndA> {
    const rows = await translated(em, await rowsOf(em, activity.id, { openFirst: true, limit: QUESTIONS_IN_ROOM_MAX }));
    const counts = await em.query<{ state: string; count: number }[]>('select state, count(*)::int as count from question where activity_id = $1 group by state', [activity.id]);
    const count = (...states: string[]) => counts.reduce((sum, row) => sum + (states.includes(row.state) ? row.count : 0), 0);
    return {
      moderated: isModerated(activity),
      questions: rows.map(({ inTwo: _, ...question }) => question),
      openCount: count('shown', 'current'),
      answeredCount: count('answered'),
      waitingCount: count('waiting'),
    };
  }

  async reportPart(em: EntityManager, activity: ReadActivity): Promise<ReportQAndA> {
    const rows = await translated(em, await rowsOf(em, activity.id, { openFirst: false, limit: null }));
    return {
      moderated: isModerated(activity),
      questions: rows.map(({ id, text, language, supportCount, state, answer, translations }) => ({
        note: { contributionId: id, text, language, author: null, ...(translations && { translations }) }, supportCount, answered: state === 'answered', answer,
      })),
    };
  }
}

const isModerated = ({ settings }: ReadActivity) => settings.kind === 'q-and-a' && settings.moderated;

interface ReadQuestion extends RoomQuestion {
  /** Its session has a second language. */
  inTwo: boolean;
}
/** With what people made of them in the session's other language. */
async function translated(em: EntityManager, questions: ReadQuestion[]): Promise<ReadQuestion[]> {
  if (!questions[0]?.inTwo) return questions;
  const made = await translationsOf(em, questions.map(({ id, text }) => ({ contributionId: id, text })));
  return questions.map((question) => {
    const translations = made.get(question.id);
    return translations ? { ...question, translations } : question;
  });
}

/** By support, then by time; with `openFirst` the current one before all, the answered ones after all. */
const rowsOf = (em: EntityManager, activityId: string, { openFirst, limit }: { openFirst: boolean; limit: number | null }): Promise<ReadQuestion[]> =>
  em.query(
    `select q.id, q.text, q.language, q.state, case q.state when 'answered' then q.answer else '' end as answer, count(s.participant_id)::int as "supportCount", m.second_language is not null as "inTwo"
      from question q join activity a on a.id = q.activity_id join session m on m.id = a.session_id left join question_support s on s.question_id = q.id
      where q.activity_id = $1 and q.state = any($2) group by q.id, m.second_language
      order by $4 and q.state <> 'current', $4 and q.state = 'answered', "supportCount" desc, q.asked_at, q.id limit $3`,
    [activityId, IN_ROOM, limit, openFirst],
  );
