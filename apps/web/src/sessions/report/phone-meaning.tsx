import type { AnswerMeaning, MeaningAsked, MeaningVerdict } from '@spolu/contracts/meaning';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useDevice, useRemembered } from '../phone/device.tsx';
import { usePhoneText } from '../phone/phone-text.tsx';
import { useFailureText } from '../phone/use-failure-text.ts';

const aboutMeaning = (checkId: string) => `meaning:${checkId}`;
const WORDS_MAX = 1_000;

/** "Is this what we meant?": yes with one press, or in a few words what the summary misses. The device remembers what she said. */
export function PhoneMeaning({ asked }: { asked: MeaningAsked }) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const device = useDevice();
  const said = useRemembered<AnswerMeaning>(aboutMeaning(asked.id));
  const [changing, setChanging] = useState(false);
  const [writing, setWriting] = useState(false);
  const [words, setWords] = useState('');
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function answer(verdict: MeaningVerdict) {
    const input: AnswerMeaning = { verdict, words: verdict === 'yes' ? '' : words.trim(), language };
    setSending(true);
    setFailure(null);
    try {
      await api.put(`/meaning-checks/${asked.id}/answer`, input);
      await device.memory.change<AnswerMeaning>(aboutMeaning(asked.id), () => input);
      setChanging(false);
      setWriting(false);
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  }
  function handleChange() {
    setWords(said?.words ?? '');
    setWriting(said?.verdict === 'not-quite');
    setChanging(true);
  }

  return (
    <section className="ui-card phone-more" aria-labelledby="meaning-title">
      <h2 id="meaning-title">{t('meaning.title')}</h2>
      <p className="keep-lines" lang={asked.language}>{asked.summary}</p>
      {said && !changing ? (
        <div className="stack stack-s">
          <p role="status">{said.verdict === 'yes' ? t('meaning.answeredYes') : t('meaning.answeredNo')}</p>
          <div><PlainButton look="secondary" onClick={handleChange}>{t('meaning.change')}</PlainButton></div>
        </div>
      ) : (
        <div className="stack stack-s">
          <p className="small soft">{t('meaning.means')}</p>
          <PlainButton pending={sending} onClick={() => void answer('yes')}>{t('meaning.yes')}</PlainButton>
          {!writing && <PlainButton look="secondary" onClick={() => setWriting(true)}>{t('meaning.notQuite')}</PlainButton>}
          {writing && (
            <form
              className="stack stack-s"
              onSubmit={(event) => {
                event.preventDefault();
                void answer('not-quite');
              }}
            >
              <PlainTextArea label={t('meaning.words')} value={words} onChange={setWords} max={{ length: WORDS_MAX, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }} />
              <PlainButton type="submit" look="secondary" pending={sending} disabled={words.length > WORDS_MAX}>{t('meaning.send')}</PlainButton>
            </form>
          )}
        </div>
      )}
      {failure !== null && <Notice tone="bad" role="alert">{failureText(failure)}</Notice>}
    </section>
  );
}
