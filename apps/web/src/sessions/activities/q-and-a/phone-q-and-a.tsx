import type { OwnQuestion, RoomQuestion } from '@spolu/contracts/activities/q-and-a';
import { QUESTION_MAX_LENGTH } from '@spolu/contracts/plain';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { MessageCircleQuestion, ThumbsUp } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { TranslationLines } from '../../../boards/note-translations.tsx';
import { InBoth } from '../../in-both.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { useDevice } from '../../phone/device.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { QueueLine } from '../../phone/queue-line.tsx';
import { ScreenTitle, Thumb } from '../../phone/screen.tsx';
import type { Sending } from '../../../device/send-queue.ts';
import { useRefusalText } from '../../phone/use-failure-text.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { useOwnQuestions, type UnsentQuestion } from './use-own-questions.ts';

/** One asks, and supports what others asked; the answer comes here too. */
export function PhoneQAndA({ activity, me }: PhoneActivityProps<'q-and-a'>) {
  const { t } = usePhoneText();
  const device = useDevice();
  const own = useOwnQuestions(activity.id);
  const { draft, change: changeDraft, kept } = useCardDraft(activity.id);
  const { part, locked } = activity;
  const running = activity.state === 'running';
  const ownIds = new Set(own.asked.map(({ id }) => id));
  const shownIds = new Set(part.questions.map(({ id }) => id));
  const notShown = own.asked.filter(({ id }) => !shownIds.has(id));
  const anything = own.asked.length + own.unsent.length > 0 || part.questions.some(({ id }) => own.supports(id));
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
      <p className="phone-mode">
        <MessageCircleQuestion aria-hidden size={22} />
        <span>
          {t('qAndA.nameless')} {part.moderated && t('qAndA.moderated')}
        </span>
      </p>
      {!running && <Notice title={t('qAndA.over')}>{draft.text.trim() ? t('qAndA.overDraft') : t('qAndA.overMeans')}</Notice>}
      {(running || draft.text.trim() !== '') && (
        <Asking
          text={draft.text}
          onChange={(text) => changeDraft({ text })}
          locked={locked || !running}
          lockedText={running ? t('qAndA.locked') : null}
          anything={anything}
          onSend={async (text) => {
            await own.ask({ text, language: me.language });
            kept(text);
          }}
        />
      )}
      <NotTaken title={t('qAndA.supportNotTaken')} sending={own.refusedSupport} />
      <NotTaken title={t('qAndA.takeBackNotTaken')} sending={own.refusedTakeBack} />
      {(own.unsent.length > 0 || notShown.length > 0) && (
        <section className="stack stack-s" aria-labelledby="own-questions">
          <h2 id="own-questions">{t('qAndA.own')}</h2>
          <ul role="list" className="stack stack-s">
            {own.unsent.map((question) => (
              <Unsent
                key={question.key}
                question={question}
                onTakeBack={() => {
                  changeDraft({ text: draft.text.trim() ? `${draft.text.trim()}\n${question.text}` : question.text });
                  void device.queue.discard([question.key]);
                }}
              />
            ))}
            {notShown.map((question) => (
              <li key={question.id} className="ui-card stack stack-s">
                <p className="keep-lines">{question.text}</p>
                <p className="small soft">{t(question.state === 'hidden' ? 'qAndA.state.hidden' : 'qAndA.state.waiting')}</p>
                <TakeBack question={question} onTakeBack={() => void own.takeBack(question.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack stack-s" aria-labelledby="all-questions">
        <h2 id="all-questions">{t('qAndA.all', { count: part.openCount + part.answeredCount })}</h2>
        {part.questions.length === 0 && <p className="soft">{t('qAndA.none')}</p>}
        <ul role="list" className="stack stack-s">
          {part.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              isOwn={ownIds.has(question.id)}
              supported={own.supports(question.id)}
              onSupport={running ? (supported) => void own.support(question.id, supported) : null}
              onTakeBack={() => void own.takeBack(question.id)}
            />
          ))}
        </ul>
        {part.questions.length < part.openCount + part.answeredCount && <p className="soft">{t('qAndA.more', { count: part.openCount + part.answeredCount - part.questions.length })}</p>}
      </section>
    </div>
  );
}

/** What she did and what stays as it was all the same, with the reason, until she has read it. */
function NotTaken({ title, sending }: { title: string; sending: Sending | undefined }) {
  const { t } = usePhoneText();
  const device = useDevice();
  const refusalText = useRefusalText();
  if (!sending) return null;
  return (
    <Notice tone="bad" role="alert" title={title}>
      <div className="stack stack-s">
        <p>{refusalText(sending.refusal?.code ?? '', sending.refusal?.facts)}</p>
        <div>
          <PlainButton look="secondary" onClick={() => void device.queue.discard([sending.key])}>
            {t('vote.understood')}
          </PlainButton>
        </div>
      </div>
    </Notice>
  );
}

interface QuestionProps {
  question: RoomQuestion;
  isOwn: boolean;
  supported: boolean;
  /** Null once it is over. */
  onSupport: ((supported: boolean) => void) | null;
  onTakeBack: () => void;
}

function Question({ question, isOwn, supported, onSupport, onTakeBack }: QuestionProps) {
  const { t } = usePhoneText();
  const { id, text, language, supportCount, state, answer, translations } = question;
  const wordsId = `question-${id}`;
  return (
    <li className="ui-card stack stack-s" data-chosen={state === 'current' || undefined}>
      {state !== 'shown' && (
        <div>
          <Tag tone={state === 'answered' ? 'good' : 'accent'}>{t(`qAndA.state.${state}`)}</Tag>
        </div>
      )}
      <p id={wordsId} className="keep-lines">
        <span lang={language}>{text}</span>
        {translations && <TranslationLines translations={translations} sign={t('board.translated')} />}
      </p>
      {answer && (
        <p className="keep-lines">
          <strong>{t('qAndA.answer')}</strong> {answer}
        </p>
      )}
      {isOwn ? (
        <>
          <p className="small soft">
            {t('qAndA.yours')} {supportCount > 0 && t('qAndA.supporters', { count: supportCount })}
          </p>
          {state !== 'answered' && <TakeBack question={question} onTakeBack={onTakeBack} />}
        </>
      ) : onSupport && state !== 'answered' ? (
        <PlainButton
          look={supported ? 'primary' : 'secondary'}
          icon={<ThumbsUp aria-hidden size={20} />}
          aria-pressed={supported}
          aria-describedby={wordsId}
          onClick={() => onSupport(!supported)}
        >
          {t('qAndA.support')} · {supportCount}
          <span className="visually-hidden"> {t('qAndA.supporters', { count: supportCount })}</span>
        </PlainButton>
      ) : (
        <p className="small soft">{t('qAndA.supporters', { count: supportCount })}</p>
      )}
    </li>
  );
}

function TakeBack({ question, onTakeBack }: { question: Pick<OwnQuestion, 'text'>; onTakeBack: () => void }) {
  const { t } = usePhoneText();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div>
        <PlainButton look="quiet" size="small" aria-label={t('qAndA.takeBackOf', { text: question.text })} onClick={() => setAsked(true)}>
          {t('qAndA.takeBack')}
        </PlainButton>
      </div>
    );
  }
  return (
    <div className="row" role="group" aria-label={t('qAndA.takeBackSure')}>
      <PlainButton look="danger" size="small" autoFocus onClick={onTakeBack}>
        {t('qAndA.takeBackSure')}
      </PlainButton>
      <PlainButton look="quiet" size="small" onClick={() => setAsked(false)}>
        {t('qAndA.keep')}
      </PlainButton>
    </div>
  );
}

function Unsent({ question: { text, state, refusal }, onTakeBack }: { question: UnsentQuestion; onTakeBack: () => void }) {
  const { t } = usePhoneText();
  const refusalText = useRefusalText();
  return (
    <li className="ui-card stack stack-s">
      <p className="keep-lines">{text}</p>
      {state === 'not-taken' ? (
        <>
          <p className="small" role="alert">
            {t('qAndA.notTaken')} {refusalText(refusal?.code ?? '', refusal?.facts)}
          </p>
          <div>
            <PlainButton look="secondary" size="small" onClick={onTakeBack}>
              {t('qAndA.backToWriting')}
            </PlainButton>
          </div>
        </>
      ) : (
        <p className="small soft">{t('qAndA.state.sending')}</p>
      )}
    </li>
  );
}

interface AskingProps {
  text: string;
  onChange: (text: string) => void;
  locked: boolean;
  lockedText: string | null;
  anything: boolean;
  onSend: (text: string) => Promise<void>;
}

function Asking({ text, onChange, locked, lockedText, anything, onSend }: AskingProps) {
  const { t } = usePhoneText();
  const field = useRef<HTMLDivElement>(null);
  const keeping = useRef(false);
  const [complaint, setComplaint] = useState<'empty' | 'storage' | null>(null);
  const tooLong = text.length > QUESTION_MAX_LENGTH;

  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (locked || tooLong || keeping.current) return;
    const words = text.trim();
    const area = field.current?.querySelector('textarea');
    setComplaint(words ? null : 'empty');
    if (!words) {
      area?.focus();
      return;
    }
    keeping.current = true;
    try {
      await onSend(words);
    } catch {
      // The device can't keep it: the words stay in the field.
      setComplaint('storage');
      return;
    } finally {
      keeping.current = false;
    }
    area?.focus();
  }

  return (
    <form className="stack" onSubmit={(event) => void handleSubmit(event)}>
      <div ref={field}>
        <PlainTextArea
          label={t('qAndA.label')}
          error={complaint === 'empty' ? t('qAndA.empty') : complaint === 'storage' ? t('card.storageFull') : null}
          value={text}
          onChange={(next) => {
            setComplaint(null);
            onChange(next);
          }}
          max={{ length: QUESTION_MAX_LENGTH, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }}
          rows={2}
        />
      </div>
      <Thumb>
        <QueueLine anything={anything} />
        {locked && lockedText && <Notice tone="warn">{lockedText}</Notice>}
        <PlainButton type="submit" size="thumb" aria-disabled={locked || tooLong}>
          {t('qAndA.send')}
        </PlainButton>
      </Thumb>
    </form>
  );
}
