import { ANSWER_TEXT_MAX_LENGTH, ANSWER_WORD_MAX_LENGTH } from '@spolu/contracts/plain';
import type { AnswerOf } from '@spolu/contracts/activities/answers';
import type { QuestionAnswer, QuestionForm as Form } from '@spolu/contracts/activities/question';
import { Checkbox } from '@spolu/ui/checkbox';
import { PlainTextArea, PlainTextField } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useId, useState } from 'react';
import { InBoth, useInBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';
import { typedNumber } from './typed-number.ts';
import './question.css';

type Of<Type extends Form['type']> = Extract<Form, { type: Type }>;
type Answer<Type extends Form['type']> = Extract<QuestionAnswer, { type: Type }>;
interface FieldProps<Type extends Form['type']> {
  form: Of<Type>;
  draft: Answer<Type> | null;
  change: (answer: Answer<Type> | null) => void;
}

const ABSTAINS = 'none';

export function QuestionForm({ draft, change, answers: { settings, options } }: AnswerFormProps<'question'>) {
  if (settings.kind !== 'question') return null;
  const { form } = settings;
  const answer = draft?.answer ?? null;
  const give = (next: QuestionAnswer | null) => change(next && ({ kind: 'question', answer: next } satisfies AnswerOf<'question'>));
  switch (form.type) {
    case 'choice': {
      const Field = form.most === 1 ? OneOf : SeveralOf;
      return <Field form={form} options={options} draft={answer?.type === 'choice' ? answer : null} change={give} />;
    }
    case 'scale':
      return <OnScale form={form} draft={answer?.type === 'scale' ? answer : null} change={give} />;
    case 'number':
      return <Number form={form} draft={answer?.type === 'number' ? answer : null} change={give} />;
    case 'text':
      return <OwnText isOpen={settings.secrecy === 'open'} draft={answer?.type === 'text' ? answer : null} change={give} />;
    case 'words':
      return <OwnWords form={form} isOpen={settings.secrecy === 'open'} draft={answer?.type === 'words' ? answer : null} change={give} />;
  }
}

type ChoiceProps = FieldProps<'choice'> & { options: readonly { id: string; title: string }[] };

function OneOf({ options, draft, change }: ChoiceProps) {
  const { t } = usePhoneText();
  return (
    <RadioGroup
      label={t('answers.question')}
      labelHidden
      look="tile"
      options={[...options.map(({ id, title }) => ({ id, label: <InBoth of={title} /> })), { id: ABSTAINS, label: t('answers.fistAbstain') }]}
      value={draft && (draft.chosen[0] ?? ABSTAINS)}
      onChange={(id) => change({ type: 'choice', chosen: id === ABSTAINS ? [] : [id] })}
    />
  );
}

/** As many as one may; who chooses none abstains, which the button says. */
function SeveralOf({ form: { most }, options, draft, change }: ChoiceProps) {
  const { t } = usePhoneText();
  const hint = useId();
  const chosen = draft?.chosen ?? [];
  const isFull = chosen.length >= most;
  return (
    <fieldset className="ui-field" aria-describedby={hint}>
      <legend className="visually-hidden">{t('answers.question')}</legend>
      <p className="ui-hint" id={hint} role="status">
        {t('answers.form.most', { count: most })} {isFull && most < options.length && t('answers.form.full')}
      </p>
      <div className="ui-choices">
        {options.map(({ id, title }) => (
          <Checkbox
            key={id}
            look="tile"
            label={<InBoth of={title} />}
            checked={chosen.includes(id)}
            disabled={isFull && !chosen.includes(id)}
            onChange={(checked) => change({ type: 'choice', chosen: checked ? [...chosen, id] : chosen.filter((one) => one !== id) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function OnScale({ form: { steps, low, high }, draft, change }: FieldProps<'scale'>) {
  const { t } = usePhoneText();
  const inBoth = useInBoth();
  const ends = [low && t('answers.ask.end', { step: 1, meaning: inBoth(low) }), high && t('answers.ask.end', { step: steps, meaning: inBoth(high) })].filter(Boolean);
  return (
    <div className="question-scale">
      <RadioGroup
        label={t('answers.question')}
        labelHidden
        look="tile"
        hint={ends.length > 0 ? <span className="question-ends">{ends.map((end) => <span key={end}>{end}</span>)}</span> : undefined}
        options={[...Array.from({ length: steps }, (_, i) => ({ id: String(i + 1), label: String(i + 1) })), { id: ABSTAINS, label: t('answers.fistAbstain') }]}
        value={draft && String(draft.step ?? ABSTAINS)}
        onChange={(step) => change({ type: 'scale', step: step === ABSTAINS ? null : globalThis.Number(step) })}
      />
    </div>
  );
}

/** Nothing can be sent while what stands there is no number that was asked for. */
function Number({ form: { unit, from, to }, draft, change }: FieldProps<'number'>) {
  const { t, language } = usePhoneText();
  const told = (value: number) => `${new Intl.NumberFormat(language).format(value)} ${unit}`.trim();
  /** Null: she has typed nothing yet, and sees what she answered before. */
  const [changed, setChanged] = useState<string | null>(null);
  const typed = changed ?? (draft?.number == null ? '' : new Intl.NumberFormat(language, { useGrouping: false }).format(draft.number));
  const abstains = draft !== null && draft.number === null;
  const range = t('answers.form.between', { from: told(from), to: told(to) });
  const numberIn = (text: string) => {
    const number = typedNumber(text);
    return number !== null && number >= from && number <= to ? number : null;
  };
  const isWrong = typed.trim() !== '' && numberIn(typed) === null;

  function handleTyping(text: string) {
    setChanged(text);
    const number = numberIn(text);
    change(number === null ? null : { type: 'number', number });
  }
  function handleAbstaining(checked: boolean) {
    setChanged('');
    change(checked ? { type: 'number', number: null } : null);
  }
  return (
    <div className="stack">
      <PlainTextField
        label={unit ? t('answers.form.numberIn', { unit }) : t('answers.form.number')}
        hint={range}
        error={isWrong ? t('answers.form.noNumber', { range }) : null}
        inputMode="decimal"
        autoComplete="off"
        disabled={abstains}
        value={typed}
        onChange={handleTyping}
      />
      <Checkbox look="tile" label={t('answers.fistAbstain')} checked={abstains} onChange={handleAbstaining} />
    </div>
  );
}

function OwnText({ isOpen, draft, change }: Omit<FieldProps<'text'>, 'form'> & { isOpen: boolean }) {
  const { t } = usePhoneText();
  return (
    <PlainTextArea
      label={t('answers.form.text')}
      hint={t(isOpen ? 'answers.form.readOpenly' : 'answers.form.read')}
      rows={4}
      max={{ length: ANSWER_TEXT_MAX_LENGTH, left: (count) => t('answers.left', { count }), over: (count) => t('answers.over', { count }) }}
      value={draft?.text ?? ''}
      onChange={(text) => change({ type: 'text', text })}
    />
  );
}

/** A line for each word; what stands in none of them is no word. */
function OwnWords({ form: { most }, isOpen, draft, change }: FieldProps<'words'> & { isOpen: boolean }) {
  const { t } = usePhoneText();
  const hint = useId();
  const [changed, setChanged] = useState<readonly string[] | null>(null);
  const typed = Array.from({ length: most }, (_, i) => (changed ?? draft?.words ?? [])[i] ?? '');

  function handleTyping(at: number, word: string) {
    const next = typed.map((one, i) => (i === at ? word : one));
    setChanged(next);
    change({ type: 'words', words: next.map((one) => one.trim()).filter(Boolean) });
  }
  return (
    <fieldset className="ui-field" aria-describedby={hint}>
      <legend className="visually-hidden">{t('answers.question')}</legend>
      <p className="ui-hint" id={hint}>
        {t(isOpen ? 'answers.form.readOpenly' : 'answers.form.read')}
      </p>
      {typed.map((word, i) => (
        <PlainTextField
          key={i}
          label={most === 1 ? t('answers.form.word') : t('answers.form.wordOf', { number: i + 1 })}
          maxLength={ANSWER_WORD_MAX_LENGTH}
          autoComplete="off"
          autoCapitalize="none"
          value={word}
          onChange={(next) => handleTyping(i, next)}
        />
      ))}
    </fieldset>
  );
}
