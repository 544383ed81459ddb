import type { NoticeFrequency } from '@spolu/contracts/notices';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useText } from '../../i18n/use-text.ts';

const FREQUENCIES: readonly NoticeFrequency[] = ['at-once', 'daily', 'weekly', 'never'];

/** How often somebody wants to be told by mail; `never` only where she could not just leave it. */
export function FrequencyField({ value, onChange, never = true, disabled }: { value: NoticeFrequency; onChange: (frequency: NoticeFrequency) => void; never?: boolean; disabled?: boolean }) {
  const t = useText('provenance/notices');
  return (
    <RadioGroup
      label={t('frequency.label')}
      hint={t('frequency.hint')}
      options={FREQUENCIES.filter((id) => never || id !== 'never').map((id) => ({ id, label: t(`frequency.${id}`) }))}
      value={value}
      onChange={onChange}
      disabled={disabled}
    />
  );
}
