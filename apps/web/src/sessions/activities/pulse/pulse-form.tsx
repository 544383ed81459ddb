import { OWN_WORDS_MAX_LENGTH } from '@spolu/contracts/question-texts';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { PlainTextArea } from '@spolu/ui/plain';
import { InBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScaleField } from '../../questionnaire/scale-field.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';

/** A tap for each statement, and a sentence for who has one. */
export function PulseForm({ draft, change, answers: { options } }: AnswerFormProps<'pulse'>) {
  const { t, language } = usePhoneText();
  const { scores, words } = draft ?? { scores: [], words: '' };
  return (
    <>
      {options.map(({ id, title }) => (
        <ScaleField
          key={id}
          label={<InBoth of={title} />}
          scale={SCALES.agree5}
          language={language}
          value={scores.find(({ optionId }) => optionId === id)?.score ?? null}
          onChange={(score) => change({ kind: 'pulse', scores: [...scores.filter(({ optionId }) => optionId !== id), { optionId: id, score: Number(score) }], words })}
        />
      ))}
      <PlainTextArea
        label={t('answers.ownWords')}
        hint={t('answers.ownWordsHint')}
        rows={2}
        max={{ length: OWN_WORDS_MAX_LENGTH, left: (count) => t('answers.left', { count }), over: (count) => t('answers.over', { count }) }}
        value={words}
        onChange={(next) => change({ kind: 'pulse', scores, words: next })}
      />
    </>
  );
}
