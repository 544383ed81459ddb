import type { AnswerKind, AnswerSettings, AnswerValue } from '@spolu/contracts/activities/answers';
import type { QuestionAnswer } from '@spolu/contracts/activities/question';
import { ANSWER_TEXT_MAX_LENGTH, REASON_MAX_LENGTH } from '@spolu/contracts/plain';
import { OWN_WORDS_MAX_LENGTH } from '@spolu/contracts/question-texts';
import type { RoomActivityOf } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { Eye, LockKeyhole } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { InBoth } from '../../in-both.tsx';
import { useDevice } from '../../phone/device.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { QueueLine } from '../../phone/queue-line.tsx';
import { ScreenTitle, Thumb } from '../../phone/screen.tsx';
import { useRefusalText } from '../../phone/use-failure-text.ts';
import { ConsentForm } from '../consent/consent-form.tsx';
import { EstimateForm } from '../estimate/estimate-form.tsx';
import { FistForm } from '../fist-to-five/fist-form.tsx';
import { GradientsForm } from '../gradients/gradients-form.tsx';
import { QuestionForm } from '../question/question-form.tsx';
import { PulseForm } from '../pulse/pulse-form.tsx';
import { RankingForm } from '../ranking/ranking-form.tsx';
import { useAnswerDraft } from './answer-draft.ts';
import type { AnswerFormProps } from './answer-form.ts';
import { AnswerResultView } from './answer-result.tsx';
import { NamedAnswers } from './named-answers.tsx';
import { useOwnAnswer } from './use-own-answer.ts';

type AnswersActivity = RoomActivityOf<AnswerKind>;

const FORMS: { [Kind in AnswerKind]: ComponentType<AnswerFormProps<Kind>> } = {
  consent: ConsentForm,
  'fist-to-five': FistForm,
  gradients: GradientsForm,
  ranking: RankingForm,
  estimate: EstimateForm,
  question: QuestionForm,
  pulse: PulseForm,
};
const formOf = <Kind extends AnswerKind>(kind: Kind): ComponentType<AnswerFormProps<Kind>> => FORMS[kind];

/** An answer is made, then sent; where the vote is not secret it may be changed until the end. */
export function PhoneAnswers({ activity }: { activity: AnswersActivity }) {
  const { t } = usePhoneText();
  const { part: answers } = activity;
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
      {answers.result ? (
        <Result activity={activity} />
      ) : activity.state === 'running' ? (
        <Paper activity={activity} />
      ) : (
        <Notice title={t('vote.over')}>{t('vote.waitForResult')}</Notice>
      )}
    </div>
  );
}

/** The hall looks at an earlier vote's result: here it is folded, so that what is asked now stays where it was. */
export function PhoneAnswersResult({ activity }: { activity: AnswersActivity }) {
  const { t } = usePhoneText();
  return (
    <details className="ui-card phone-more phone-hall">
      <summary>{t('vote.hallResult', { title: activity.title })}</summary>
      <Result activity={activity} />
    </details>
  );
}

function Result({ activity: { id, part } }: { activity: AnswersActivity }) {
  const { t } = usePhoneText();
  if (!part.result) return null;
  return (
    <section className="stack" aria-labelledby="answers-result">
      <h2 id="answers-result">{t('answers.result')}</h2>
      <AnswerResultView counted={{ ...part, result: part.result }} t={t} />
      {part.settings.secrecy === 'open' && <NamedAnswers activityId={id} options={part.options} />}
    </section>
  );
}

function Paper({ activity: { id, part: answers, locked } }: { activity: AnswersActivity }) {
  const { t } = usePhoneText();
  const refusalText = useRefusalText();
  const device = useDevice();
  const { kind, secrecy } = answers.settings;
  const secret = secrecy === 'secret';
  const own = useOwnAnswer(id, secret);
  const [made, setMade] = useAnswerDraft(id);
  const [tried, setTried] = useState(false);
  // Sent secretly it can't be taken back, and nothing was chosen before: one tap in passing must not be it.
  const [askedTwice, setAskedTwice] = useState(false);
  const draft = made ?? own.refusedValue ?? own.value;
  const Form = formOf<AnswerKind>(kind);
  const error = draft?.kind === 'consent' && draft.stance === 'objection' && !draft.reason.trim() ? t('answers.reasonMissing') : null;
  const tooLong = lengthOver(draft);
  const value = draft ?? emptyOf(answers.settings);
  const abstains = value !== null && isAbstention(value);
  const sendable = value !== null && !tooLong && !locked && own.ready && !(own.given && JSON.stringify(value) === JSON.stringify(own.value));

  function handleSend() {
    if (!sendable) return;
    setTried(true);
    if (error) return;
    if (abstains && secret && !askedTwice) {
      setAskedTwice(true);
      return;
    }
    own.give(value, () => setMade(value));
    setMade(null);
    setTried(false);
  }
  function handleChange(next: AnswerValue | null) {
    setAskedTwice(false);
    setMade(next);
  }

  return (
    <>
      <p className="phone-mode">
        {secrecy === 'open' ? <Eye aria-hidden size={22} /> : <LockKeyhole aria-hidden size={22} />}
        <span>
          {t(`answers.secrecy.${secrecy}`)} {!secret && t('answers.changeable')}
        </span>
      </p>
      {own.refused && (
        <Notice tone="bad" role="alert" title={t('answers.notTaken')}>
          <div className="stack stack-s">
            <p>{refusalText(own.refused.refusal?.code ?? '', own.refused.refusal?.facts)}</p>
            <div>
              <PlainButton look="secondary" onClick={() => void device.queue.discard([own.refused?.key ?? ''])}>
                {t('vote.understood')}
              </PlainButton>
            </div>
          </div>
        </Notice>
      )}
      {own.unkept && <Notice tone="bad" role="alert">{t('answers.notKept')}</Notice>}
      {locked && <Notice tone="warn">{t('answers.locked')}</Notice>}
      {secret && own.given ? (
        <>
          <Notice tone="good" role="status">{own.underWay ? t('answers.onItsWay') : t('answers.givenSecretly')}</Notice>
          <QueueLine anything={false} />
        </>
      ) : (
        <>
          <Form draft={draft} change={handleChange} answers={answers} error={tried ? error : null} />
          <Thumb>
            {own.given && <p role="status">{own.underWay ? t('answers.onItsWay') : t('answers.given')}</p>}
            {askedTwice && <p role="status">{t('answers.abstainTwice')}</p>}
            <PlainButton size="thumb" look={abstains ? 'secondary' : 'primary'} aria-disabled={!sendable} onClick={handleSend}>
              {abstains ? t('answers.abstainNow') : own.given ? t('answers.change') : t('answers.send')}
            </PlainButton>
            <QueueLine anything={false} />
          </Thumb>
        </>
      )}
    </>
  );
}

/** Where nothing chosen is an answer too: she abstains. */
function emptyOf(settings: AnswerSettings): AnswerValue | null {
  const { kind } = settings;
  if (kind === 'ranking') return { kind, ranking: [] };
  if (kind === 'estimate') return { kind, estimates: [] };
  if (kind !== 'question') return null;
  switch (settings.form.type) {
    case 'choice':
      return settings.form.most > 1 ? { kind, answer: { type: 'choice', chosen: [] } } : null;
    case 'text':
      return { kind, answer: { type: 'text', text: '' } };
    case 'words':
      return { kind, answer: { type: 'words', words: [] } };
    default:
      return null;
  }
}
const isAbstention = (value: AnswerValue) =>
  (value.kind === 'ranking' && value.ranking.length === 0)
  || (value.kind === 'estimate' && value.estimates.length === 0)
  || (value.kind === 'question' && saysNothing(value.answer));

function saysNothing(answer: QuestionAnswer): boolean {
  switch (answer.type) {
    case 'choice':
      return answer.chosen.length === 0;
    case 'text':
      return answer.text.trim() === '';
    case 'words':
      return answer.words.length === 0;
    default:
      return false;
  }
}

/** Whether her own words have more letters than fit. */
const lengthOver = (value: AnswerValue | null) =>
  (value?.kind === 'consent' && value.reason.length > REASON_MAX_LENGTH)
  || (value?.kind === 'pulse' && value.words.length > OWN_WORDS_MAX_LENGTH)
  || (value?.kind === 'question' && value.answer.type === 'text' && value.answer.text.length > ANSWER_TEXT_MAX_LENGTH);
