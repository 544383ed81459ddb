import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { OrganisationView } from '@spolu/contracts/identity';
import type { ReferralView } from '@spolu/contracts/review';
import { AskDepartment, type ReferralQuestionRow } from '@spolu/contracts/review-questions';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Select } from '@spolu/ui/select';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { writtenIn } from './device/desk-queue.ts';
import { useWriting, type Writing } from './device/use-desk-queue.ts';
import { WaitingWords } from './device/waiting-words.tsx';

interface QuestionPartProps {
  referralId: string;
  item: ReferralView['items'][number];
  number: number;
}

/** What the body asks departments about a recommendation: what waits since when, and what was answered. */
export function QuestionPart({ referralId, item, number }: QuestionPartProps) {
  const t = useText('review');
  const [open, setOpen] = useState(false);
  const { questions, mayAsk } = item;
  const writing = useWriting({ referralId, recommendationId: item.recommendationId, what: 'question' });
  const { entries } = writing;
  if (questions.length === 0 && entries.length === 0 && !mayAsk) return null;
  return (
    <section className="stack" aria-label={t('question.heading', { number })}>
      {questions.length + entries.length > 0 && (
        <>
          <h3>{t('question.title')}</h3>
          <ul role="list" className="stack">
            {questions.map((question) => (
              <Question key={question.id} question={question} />
            ))}
            {entries.map((entry) => (
              <li key={entry.key} className="review-own stack stack-s">
                <p className="keep-lines">{writtenIn<AskDepartment>(entry).text}</p>
                <WaitingWords entry={entry} about={t('question.heading', { number })} onDiscard={() => writing.discard(entry)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {mayAsk && (
        <div className="no-print">
          <Button look="secondary" size="small" aria-label={t('question.askNamed', { number })} onPress={() => setOpen(true)}>
            {t('question.ask')}
          </Button>
          {open && <AskDialog referralId={referralId} item={item} number={number} writing={writing} onClose={() => setOpen(false)} />}
        </div>
      )}
    </section>
  );
}

function Question({ question: { id, organisationName: department, contribution, personName, text, askedAt, answer, answeredAt, mayWithdraw } }: { question: ReferralQuestionRow }) {
  const t = useText('review');
  const format = useFormat();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  // of an author nothing is known but her words
  const organisationName = contribution ? `„${contribution.text}“` : department;
  async function handleWithdraw() {
    await api.delete(`/referral-questions/${id}`);
    await refresh('/referrals');
    toast(t('question.withdrawn'));
  }
  return (
    <li className="review-own stack stack-s">
      <p className="soft small">{t('question.asked', { name: personName, date: format.day(askedAt) })}</p>
      <p className="keep-lines">{text}</p>
      {answeredAt === null ? (
        <p className="row">
          <Tag tone="warn">{t('question.waiting', { date: format.day(askedAt) })}</Tag>
          <span>{organisationName}</span>
        </p>
      ) : (
        <div className="review-milestones">
          <p className="strong">{t('question.answered', { organisation: organisationName, date: format.day(answeredAt) })}</p>
          <p className="keep-lines">{answer}</p>
        </div>
      )}
      {mayWithdraw && (
        <div className="no-print">
          <Button look="quiet" size="small" aria-label={t('question.withdrawNamed', { organisation: organisationName })} onPress={() => setAsking(true)}>
            {t('question.withdraw')}
          </Button>
          <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('question.withdrawTitle')} confirm={t('question.withdraw')} danger onConfirm={handleWithdraw}>
            <p>{t('question.withdrawText')}</p>
          </ConfirmDialog>
        </div>
      )}
    </li>
  );
}

function AskDialog({ referralId, item: { recommendationId }, number, writing, onClose }: QuestionPartProps & { writing: Writing; onClose: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const form = useForm({
    schema: AskDepartment,
    initial: { organisationId: null as string | null, text: '' },
    labels: { organisationId: t('question.organisation'), text: t('question.question') },
    draft: `question ${referralId} ${recommendationId}`,
    submit: (body) => writing.write({ method: 'POST', path: `/referrals/${referralId}/recommendations/${recommendationId}/questions`, body }),
    onDone: async (became) => {
      if (became === 'sent') await refresh('/referrals');
      toast(became === 'sent' ? t('question.sent', { number }) : t('device.willSend'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('question.heading', { number })} submit={t('question.send')} onClose={onClose}>
      <Loaded query={organisations}>
        {(rows) => (
          <Select
            id={fieldIdOf('organisationId')}
            label={t('question.organisation')}
            options={rows.map(({ id, name }) => ({ id, label: name }))}
            value={form.values.organisationId}
            onChange={(organisationId) => form.set('organisationId', organisationId)}
            error={form.errorOf('organisationId')}
          />
        )}
      </Loaded>
      <TextArea {...form.text('text')} hint={t('question.hint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}
