import type { FeedbackView, FeedbackWords, WordsState } from '@spolu/contracts/feedback';
import { textIn } from '@spolu/contracts/question-texts';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { Eye, EyeOff } from 'lucide-react';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';

/** What people said in their own words, in a pulse or in the survey: somebody looks through it before it stands in the report. */
export function OwnWords({ sessionId }: { sessionId: string }) {
  const t = useText('sessions/feedback');
  const problemText = useProblemText();
  const path = `/sessions/${sessionId}/feedback`;
  const feedback = useResource<FeedbackView>(path);
  const review = useCommand(({ id, state }: { id: string; state: WordsState }) => api.put(`/feedback-words/${id}/state`, { state }), [path, `/sessions/${sessionId}/report`, `/sessions/${sessionId}/report-draft`]);
  const words = feedback.data?.words ?? [];
  if (words.length === 0) return null;
  const waiting = words.filter(({ state }) => state === 'waiting').length;
  return (
    <section className="page-section stack" aria-labelledby="own-words">
      <h2 id="own-words">{t('words.title')}</h2>
      <p>{t('words.means')}</p>
      <p role="status" className="soft">{waiting > 0 ? t('words.waiting', { count: waiting }) : t('words.done')}</p>
      {review.error !== null && <Notice tone="bad" role="alert">{problemText(review.error)}</Notice>}
      <ul role="list" className="stack stack-s">
        {words.map((one) => (
          <li key={one.id} className="ui-card stack stack-s">
            <p className="small soft">{askedIn(one)}</p>
            <p className="keep-lines">{one.text}</p>
            <div className="row">
              <Tag tone={one.state === 'shown' ? 'good' : one.state === 'waiting' ? 'warn' : 'neutral'}>{t(`words.state.${one.state}`)}</Tag>
              {one.state !== 'shown' && (
                <Button size="small" look="secondary" icon={<Eye aria-hidden size={18} />} isPending={review.isPending} aria-label={t('words.showOf', { text: one.text })} onPress={() => review.mutate({ id: one.id, state: 'shown' })}>
                  {t('words.show')}
                </Button>
              )}
              {one.state !== 'hidden' && (
                <Button size="small" look="quiet" icon={<EyeOff aria-hidden size={18} />} isPending={review.isPending} aria-label={t('words.hideOf', { text: one.text })} onPress={() => review.mutate({ id: one.id, state: 'hidden' })}>
                  {t('words.hide')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const askedIn = ({ activityTitle, question }: FeedbackWords) => activityTitle ?? (question ? textIn(question, currentLanguage()).text : '');
