import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { AnswerQuestion, type ReferralQuestionView } from '@spolu/contracts/review-questions';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { DueDay } from '../shell/due-day.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useForm } from '../shell/use-form.ts';
import './review.css';

/** What a body asks a department about one recommendation: for the department to answer, for who else may read it to read. */
export function QuestionPage() {
  const { id = '' } = useParams();
  const question = useResource<ReferralQuestionView>(`/referral-questions/${id}`);
  return (
    <Loaded query={question} as="page">
      {(view) => <Question view={view} />}
    </Loaded>
  );
}

function Question({ view }: { view: ReferralQuestionView }) {
  const t = useText('review');
  const format = useFormat();
  const { recommendation, may, answeredAt } = view;
  return (
    <Page
      title={recommendation.title}
      kind={t('question.kind', { body: view.bodyName })}
      breadcrumbs={[{ label: t('desk.own'), href: '/desk' }]}
      meta={
        <>
          {answeredAt === null && may.answer && <DueDay dueOn={view.dueOn} />}
          <span>{view.organisationName}</span>
          <span>{view.processTitle}</span>
        </>
      }
      width="narrow"
    >
      <section className="page-section">
        <h2>{t('question.question')}</h2>
        <p className="keep-lines">{view.text}</p>
        <p className="soft small">{t('question.askedOn', { date: format.day(view.askedAt) })}</p>
      </section>
      <section className="page-section">
        <h2>{t('question.about', { number: recommendation.number })}</h2>
        <p className="keep-lines">{recommendation.text}</p>
        {recommendation.reasons && <p className="keep-lines">{recommendation.reasons}</p>}
        {may.readDossier && (
          <p>
            <a href={`/dossiers/${view.dossierId}/versions/${view.dossierVersion}#r${recommendation.number}`}>{t('question.dossier', { title: view.dossierTitle })}</a>
          </p>
        )}
        {view.referralId && (
          <p>
            <a href={`/referrals/${view.referralId}#r${recommendation.number}`}>{t('question.referral')}</a>
          </p>
        )}
      </section>
      <section className="page-section" aria-labelledby="answer">
        <h2 id="answer">{t('question.answer')}</h2>
        {may.answer ? <AnswerForm key={view.revision} view={view} /> : <p className="keep-lines">{view.answer || t('question.none')}</p>}
      </section>
    </Page>
  );
}

function AnswerForm({ view: { id, answer, answeredAt, revision } }: { view: ReferralQuestionView }) {
  const t = useText('review');
  const format = useFormat();
  const refresh = useRefresh();
  const form = useForm({
    schema: AnswerQuestion,
    initial: { answer },
    toInput: (values) => ({ ...values, revision }),
    labels: { answer: t('question.answer') },
    draft: `answer ${id}`,
    submit: (input) => api.put(`/referral-questions/${id}/answer`, input),
    onDone: async () => {
      await refresh('/referral-questions', '/referrals', '/duties');
      toast(t('question.saved'));
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {answeredAt !== null && <p className="soft small">{t('question.answeredOn', { date: format.day(answeredAt) })}</p>}
      <TextArea {...form.text('answer')} hint={t('question.answerHint')} rows={6} maxLength={TEXT_MAX_LENGTH} />
      <div>
        <Button type="submit" isPending={form.pending}>{t(answeredAt === null ? 'question.give' : 'question.change')}</Button>
      </div>
    </form>
  );
}
