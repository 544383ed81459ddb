import { FINGERS } from '@spolu/contracts/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';

const ABSTAINS = 'none';

export function FistForm({ draft, change }: AnswerFormProps<'fist-to-five'>) {
  const { t } = usePhoneText();
  return (
    <RadioGroup
      label={t('answers.question')}
      labelHidden
      look="tile"
      options={[...[...FINGERS].reverse().map((fingers) => ({ id: String(fingers), label: t(`answers.fist.${fingers}`) })), { id: ABSTAINS, label: t('answers.fistAbstain') }]}
      value={draft ? String(draft.fingers ?? ABSTAINS) : null}
      onChange={(chosen) => change({ kind: 'fist-to-five', fingers: FINGERS.find((fingers) => String(fingers) === chosen) ?? null })}
    />
  );
}
