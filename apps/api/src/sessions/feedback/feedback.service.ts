import { Injectable } from '@nestjs/common';
import type { FeedbackView, FeedbackWords, ReviewWords } from '@spolu/contracts/feedback';
import { Problem } from '@spolu/contracts/problems';
import type { EntityManager } from 'typeorm';
import { QUESTIONS } from '@spolu/methods/questionnaires/survey';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { type FoundSession, SessionAccess } from '../session-access.ts';
import { editReport } from '../sessions.policy.ts';
import { FeedbackWordsRow } from './feedback.entity.ts';
import { askedAfter, surveyResults, tellAtTheEnd } from './survey-results.ts';
import { SurveyGiven, SurveyRow } from './survey.entity.ts';

/** What people say of the session, for those who run it: they look through words before the report shows them. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
  ) {}

  async view(me: Viewer, sessionId: string): Promise<FeedbackView> {
    const found = await this.access.session(sessionId);
    demand(editReport, me, found.facts);
    const em = this.transactions.manager;
    const words = await wordsOf(em, found);
    const survey = await surveyResults(em, sessionId);
    return { words, survey, choice: { questionnaires: await askedAfter(em, sessionId), mayChange: await mayChoose(em, found) } };
  }

  /** @throws Problem `not-found` for words that nobody may see yet */
  async review(me: Viewer, wordsId: string, { state }: ReviewWords): Promise<void> {
    return this.transactions.run(async (em) => {
      const words = await em.findOneBy(FeedbackWordsRow, { id: wordsId });
      if (!words) throw new Problem('not-found');
      const found = await this.access.session(words.sessionId, 'read', em);
      demand(editReport, me, found.facts);
      if (!(await wordsOf(em, found)).some(({ id }) => id === wordsId)) throw new Problem('not-found');
      await em.update(FeedbackWordsRow, { id: wordsId }, { state });
    });
  }
}

/** Until the first answer; a session that was closed before there were surveys gets none. */
async function mayChoose(em: EntityManager, { session: { id, state } }: FoundSession): Promise<boolean> {
  return (state !== 'closed' || (await em.existsBy(SurveyRow, { sessionId: id }))) && !(await em.existsBy(SurveyGiven, { sessionId: id }));
}

async function wordsOf(em: EntityManager, { session: { id, state } }: FoundSession): Promise<FeedbackWords[]> {
  await tellAtTheEnd(em, id);
  const rows = await em.query<{ id: string; activityTitle: string | null; questionId: string | null; text: string; state: FeedbackWords['state'] }[]>(
    `select w.id, a.title as "activityTitle", w.question_id as "questionId", w.text, w.state from feedback_words w left join activity a on a.id = w.activity_id
      where w.session_id = $1 and w.state <> 'held' and (a.id is null or a.state = 'ended' and (a.result_shown_at is not null or $2))
      order by a.position nulls last, w.question_id, md5(w.text), w.id`,
    [id, state === 'closed'],
  );
  return rows.map(({ questionId, ...row }) => ({ ...row, question: questionId === null ? null : (QUESTIONS.get(questionId) ?? null) }));
}
