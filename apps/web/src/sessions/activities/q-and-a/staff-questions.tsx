import type { RoomQAndA, StaffQuestion, TendQuestion } from '@spolu/contracts/activities/q-and-a';
import type { Translation } from '@spolu/contracts/second-language';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { TranslationLines } from '../../../boards/note-translations.tsx';
import { api } from '../../../http/api.ts';
import { keyOf, useResource } from '../../../http/queries.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';
import { useText } from '../../../i18n/use-text.ts';

/** What staff choose from: what waits, what is open by support, what is done; each step can be taken back. */
export function StaffQuestions({ activity: { id: activityId, part } }: { activity: { id: string; part: RoomQAndA } }) {
  const t = useText('sessions');
  const path = `/activities/${activityId}/questions`;
  const list = useResource<StaffQuestion[]>(path);
  const client = useQueryClient();
  const problemText = useProblemText();
  const [pending, setPending] = useState<string | null>(null);
  // The room tells that something changed; what waits or was hidden is not told there.
  const changed = JSON.stringify(part);
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, changed]);

  async function tend(question: StaffQuestion, input: TendQuestion) {
    if (pending !== null) return;
    setPending(question.id);
    try {
      await api.put(`/questions/${question.id}/state`, input);
    } catch (error) {
      toast(problemText(error), 'bad');
    } finally {
      setPending(null);
      void client.invalidateQueries({ queryKey: keyOf(path) });
    }
  }
  const questions = list.data ?? [];
  const bySupport = (state: StaffQuestion['state']) => questions.filter((question) => question.state === state).sort((a, b) => b.supportCount - a.supportCount);
  const groups = [
    { id: 'current', title: t('qAndA.now'), questions: bySupport('current') },
    { id: 'waiting', title: t('qAndA.waiting'), questions: questions.filter(({ state }) => state === 'waiting') },
    { id: 'shown', title: t('qAndA.openTitle'), questions: bySupport('shown') },
    { id: 'answered', title: t('qAndA.answered'), questions: bySupport('answered') },
    { id: 'hidden', title: t('qAndA.hidden'), questions: bySupport('hidden') },
  ].filter((group) => group.questions.length > 0);
  if (groups.length === 0) return <p className="soft small">{t('qAndA.none')}</p>;
  return groups.map((group) => (
    <details key={group.id} className="run-people" open={group.id !== 'answered' && group.id !== 'hidden'}>
      <summary>
        {group.title} ({group.questions.length})
      </summary>
      <ul role="list" className="stack stack-s">
        {group.questions.map((question) => (
          <Question key={question.id} question={question} translations={part.questions.find(({ id }) => id === question.id)?.translations} waits={pending === question.id} onTend={(input) => tend(question, input)} />
        ))}
      </ul>
    </details>
  ));
}

function Question({ question, translations, waits, onTend }: { question: StaffQuestion; translations: Translation[] | undefined; waits: boolean; onTend: (input: TendQuestion) => Promise<void> }) {
  const t = useText('sessions');
  const { id, text, language, state, supportCount } = question;
  const [answer, setAnswer] = useState<string | null>(null);
  const button = (next: TendQuestion['state'], label: string, look: 'primary' | 'secondary' | 'quiet' = 'secondary') => (
    <PlainButton look={look} size="small" pending={waits} aria-describedby={`staff-question-${id}`} onClick={() => void onTend({ state: next })}>
      {label}
    </PlainButton>
  );
  return (
    <li className="ui-note">
      <p id={`staff-question-${id}`} className="keep-lines">
        <span lang={language}>{text}</span>
        {translations && <TranslationLines translations={translations} sign={t('translated')} />}
      </p>
      {supportCount > 0 && <Tag>{t('qAndA.supporters', { count: supportCount })}</Tag>}
      {state === 'answered' && question.answer && <p className="small keep-lines">{question.answer}</p>}
      {answer !== null ? (
        <form
          className="stack stack-s"
          onSubmit={(event) => {
            event.preventDefault();
            void onTend({ state: 'answered', answer: answer.trim() }).then(() => setAnswer(null));
          }}
        >
          <PlainTextArea label={t('qAndA.answerLabel')} hint={t('qAndA.answerHint')} value={answer} onChange={setAnswer} rows={2} autoFocus />
          <div className="row">
            <PlainButton type="submit" size="small" pending={waits}>
              {t('qAndA.saveAnswer')}
            </PlainButton>
            <PlainButton look="quiet" size="small" onClick={() => setAnswer(null)}>
              {t('cancel')}
            </PlainButton>
          </div>
        </form>
      ) : (
        <div className="row">
          {state === 'waiting' && button('shown', t('qAndA.show'), 'primary')}
          {state === 'shown' && button('current', t('qAndA.take'), 'primary')}
          {state === 'current' && button('answered', t('qAndA.done'), 'primary')}
          {(state === 'current' || state === 'shown' || state === 'answered') && (
            <PlainButton look="secondary" size="small" aria-describedby={`staff-question-${id}`} onClick={() => setAnswer(question.answer)}>
              {t('qAndA.writeAnswer')}
            </PlainButton>
          )}
          {(state === 'current' || state === 'answered') && button('shown', t('qAndA.reopen'), 'quiet')}
          {(state === 'waiting' || state === 'shown') && button('hidden', t('qAndA.hide'), 'quiet')}
          {state === 'hidden' && button('shown', t('qAndA.show'))}
        </div>
      )}
    </li>
  );
}
