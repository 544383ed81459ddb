import { STATEMENTS_MAX } from '@spolu/contracts/activities/answers';
import { textIn } from '@spolu/contracts/question-texts';
import { PULSE_STATEMENTS } from '@spolu/methods/questionnaires/pulse';
import { TextArea } from '@spolu/ui/text-area';
import { currentLanguage } from '../../../i18n/i18n.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

interface Values {
  /** One a line; null: as they are proposed. */
  statements: string | null;
}
const proposed = () => PULSE_STATEMENTS.map((texts) => textIn(texts, currentLanguage()).text).join('\n');

function Fields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  const ofLine = Array.from({ length: STATEMENTS_MAX }, (_, i) => errorOf(`options.${String(i)}`)).find((error) => error !== null);
  return (
    <TextArea
      id={idOf('options')}
      label={t('pulse.statements')}
      hint={t('pulse.statementsHint')}
      rows={4}
      value={values.statements ?? proposed()}
      onChange={(statements) => change({ statements })}
      error={errorOf('options') ?? ofLine ?? null}
    />
  );
}

export const PULSE_SETTINGS: KindSettings<'pulse', Values> = {
  start: { statements: null },
  valuesOf: ({ options }) => ({ statements: options.join('\n') }),
  settingsOf: ({ statements }) => ({ secrecy: 'secret', options: (statements ?? proposed()).split('\n').map((line) => line.trim()).filter(Boolean) }),
  labels: { options: 'pulse.statements', 'options.*': 'pulse.statements' },
  Fields,
  Tags: null,
};
