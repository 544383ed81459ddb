import type { ReferralView } from '@spolu/contracts/review';
import type { AskAuthor, AskDepartment, ReferralQuestionRow } from '@spolu/contracts/review-questions';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { AskDialog } from './ask-dialog.tsx';
import { writtenIn } from './device/desk-queue.ts';
import { useWriting } from './device/use-desk-queue.ts';
import { WaitingWords } from './device/waiting-words.tsx';
import { HidePart } from './hide-part.tsx';

interface QuestionPartProps {
  referralId: string;
  item: ReferralView['items'][number];
  number: number;
}

/** What the body asks departments and authors about a recommendation: what waits since when, and what was answered. */
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
                <p className="keep-lines">{writtenIn<AskDepartment | AskAuthor>(entry).text}</p>
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
          {open && <AskDialog referralId={referralId} recommendationId={item.recommendationId} number={number} writing={writing} onClose={() => setOpen(false)} />}
        </div>
      )}
    </section>
  );
}

function Question({ question: { id, organisationName, contribution, personName, text, askedAt, answer, answeredAt, hidden, mayWithdraw, mayHide } }: { question: ReferralQuestionRow }) {
  const t = useText('review');
  const format = useFormat();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  // of an author nothing is known but her words
  const words = contribution?.text == null ? t('question.wordsHidden') : `„${contribution.text}“`;
  const asked = contribution ? words : organisationName;
  async function handleWithdraw() {
    await api.delete(`/referral-questions/${id}`);
    await refresh('/referrals');
    toast(t('question.withdrawn'));
  }
  return (
    <li className="review-own stack stack-s">
      <p className="soft small">{t('question.asked', { name: personName, date: format.day(askedAt) })}</p>
      {contribution && (
        <blockquote className="keep-lines" lang={contribution.text === null ? undefined : contribution.language}>
          {words}
        </blockquote>
      )}
      {text !== '' && <p className="keep-lines">{text}</p>}
      {hidden && <p className="strong">{t(`question.hidden.${hidden.what}`, { reason: hidden.reason })}</p>}
      {answeredAt === null ? hidden?.what !== 'question' && (
        <p className="row">
          {contribution?.reachable === false ? <Tag tone="bad">{t('question.unreachable')}</Tag> : <Tag tone="warn">{t('question.waiting', { date: format.day(askedAt) })}</Tag>}
          <span>{contribution ? t('question.ofAuthor') : organisationName}</span>
        </p>
      ) : (
        <div className="review-milestones">
          <p className="strong">{t('question.answered', { organisation: contribution ? t('question.byAuthor') : organisationName, date: format.day(answeredAt) })}</p>
          {answer !== '' && <p className="keep-lines">{answer}</p>}
        </div>
      )}
      {mayHide && <HidePart id={id} hidden={hidden} answered={answeredAt !== null} />}
      {mayWithdraw && (
        <div className="no-print">
          <Button look="quiet" size="small" aria-label={t('question.withdrawNamed', { organisation: asked })} onPress={() => setAsking(true)}>
            {t('question.withdraw')}
          </Button>
          <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('question.withdrawTitle')} confirm={t('question.withdraw')} danger onConfirm={handleWithdraw}>
            <p>{contribution ? t('question.withdrawAuthorText') : t('question.withdrawText')}</p>
          </ConfirmDialog>
        </div>
      )}
    </li>
  );
}
