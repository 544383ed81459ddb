import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { AnswerQuestion, type AuthorQuestions, type AuthorQuestionView } from '@spolu/contracts/review-questions';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useQuery } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { useForm } from '../shell/use-form.ts';

interface Answering {
  send: (questionId: string, input: AnswerQuestion) => Promise<unknown>;
  onSent: () => Promise<unknown>;
}

/** What bodies ask about what was said under this account or on this device. */
export function OwnAuthorQuestions() {
  const refresh = useRefresh();
  const asked = useResource<AuthorQuestions>('/author-questions');
  // who came by the letter must not take a lost answer for no question
  if (asked.isError) return <Loaded query={asked}>{() => null}</Loaded>;
  return <AuthorQuestionList questions={asked.data?.questions ?? []} send={(id, input) => api.put(`/referral-questions/${id}/answer`, input)} onSent={() => refresh('/author-questions')} />;
}

/** The same for who holds the receipt. */
export function ReceiptAuthorQuestions({ secret }: { secret: string }) {
  // as the receipt itself: the secret is in no cache key
  const asked = useQuery<AuthorQuestions>({
    queryKey: ['receipt-author-questions'],
    queryFn: () => api.post<AuthorQuestions>('/author-question-lookups', { secret }),
    gcTime: 0,
    retry: false,
  });
  if (asked.isError) return <Loaded query={asked}>{() => null}</Loaded>;
  return <AuthorQuestionList questions={asked.data?.questions ?? []} send={(questionId, input) => api.post('/author-answers', { secret, questionId, ...input })} onSent={() => asked.refetch()} />;
}

/** Nothing where nobody asks. */
function AuthorQuestionList({ questions, ...answering }: { questions: readonly AuthorQuestionView[] } & Answering) {
  const t = useText('provenance');
  if (questions.length === 0) return null;
  return (
    <section className="page-section stack stack-l" aria-labelledby="author-questions">
      <h2 id="author-questions">{t('authorQuestions.title')}</h2>
      <p>{t('authorQuestions.means')}</p>
      <ul role="list" className="stack stack-l">
        {questions.map((question) => (
          <li key={question.id}>
            <AuthorQuestion question={question} {...answering} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AuthorQuestion({ question, ...answering }: { question: AuthorQuestionView } & Answering) {
  const t = useText('provenance');
  const format = useFormat();
  const { bodyName, contribution, recommendation, text, askedAt, dueOn, answer, answeredAt, hidden, mayAnswer, revision } = question;
  return (
    <article className="stack" aria-label={t('authorQuestions.asks', { body: bodyName, date: format.day(askedAt) })}>
      <p className="soft small">{t('authorQuestions.wrote')}</p>
      <blockquote className="keep-lines" lang={contribution.language}>„{contribution.text}“</blockquote>
      <p className="soft small">{t('authorQuestions.ledTo', { title: recommendation.title })}</p>
      <p className="strong">{t('authorQuestions.asks', { body: bodyName, date: format.day(askedAt) })}</p>
      {text !== '' && <p className="keep-lines">{text}</p>}
      {hidden && <p role="status">{t(`authorQuestions.hidden.${hidden.what}`, { reason: hidden.reason })}</p>}
      {mayAnswer && answeredAt === null && dueOn && <p>{t('authorQuestions.until', { date: format.day(dueOn) })}</p>}
      {answeredAt !== null && (
        <>
          <p className="strong">{t('authorQuestions.answered', { date: format.day(answeredAt) })}</p>
          {!mayAnswer && <p className="keep-lines">{answer}</p>}
        </>
      )}
      {mayAnswer && <AnswerForm key={revision} question={question} {...answering} />}
      {!mayAnswer && !hidden && answeredAt === null && <p role="status">{t('authorQuestions.tooLate')}</p>}
    </article>
  );
}

function AnswerForm({ question: { id, answer, answeredAt, revision, bodyName }, send, onSent }: { question: AuthorQuestionView } & Answering) {
  const t = useText('provenance');
  const form = useForm({
    schema: AnswerQuestion,
    initial: { answer },
    toInput: (values) => ({ ...values, revision }),
    labels: { answer: t('authorQuestions.answer') },
    draft: `author-answer ${id}`,
    submit: (input) => send(id, input),
    onDone: async () => {
      await onSent();
      toast(t('authorQuestions.saved'), 'good');
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextArea {...form.text('answer')} hint={t(answeredAt === null ? 'authorQuestions.hint' : 'authorQuestions.hintMend', { body: bodyName })} rows={4} maxLength={TEXT_MAX_LENGTH} />
      <div>
        <Button type="submit" isPending={form.pending}>{t(answeredAt === null ? 'authorQuestions.give' : 'authorQuestions.mend')}</Button>
      </div>
    </form>
  );
}
