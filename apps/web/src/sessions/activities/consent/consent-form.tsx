import { CONSENT_STANCES, REASON_MAX_LENGTH } from '@spolu/contracts/plain';
import { PlainTextArea } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';

/** One of four stances; whoever objects says why, whoever has a concern may. */
export function ConsentForm({ draft, change, answers, error }: AnswerFormProps<'consent'>) {
  const { t } = usePhoneText();
  return (
    <>
      <RadioGroup
        label={t('answers.question')}
        labelHidden
        look="tile"
        options={CONSENT_STANCES.map((id) => ({ id, label: t(`answers.consent.${id}`) }))}
        value={draft?.stance ?? null}
        onChange={(stance) => change({ kind: 'consent', stance, reason: draft?.reason ?? '' })}
      />
      {(draft?.stance === 'objection' || draft?.stance === 'concern') && (
        <PlainTextArea
          label={t('answers.reason')}
          hint={answers.settings.secrecy === 'open' ? t('answers.reasonOpenHint') : t('answers.reasonHint')}
          error={error}
          rows={3}
          max={{ length: REASON_MAX_LENGTH, left: (count) => t('answers.left', { count }), over: (count) => t('answers.over', { count }) }}
          value={draft.reason}
          onChange={(reason) => change({ ...draft, reason })}
        />
      )}
    </>
  );
}
