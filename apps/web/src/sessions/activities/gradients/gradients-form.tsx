import { GRADIENTS } from '@spolu/contracts/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';

export function GradientsForm({ draft, change }: AnswerFormProps<'gradients'>) {
  const { t } = usePhoneText();
  return (
    <RadioGroup
      label={t('answers.question')}
      labelHidden
      look="tile"
      options={GRADIENTS.map((id) => ({ id, label: t(`answers.gradients.${id}`) }))}
      value={draft?.gradient ?? null}
      onChange={(gradient) => change({ kind: 'gradients', gradient })}
    />
  );
}
