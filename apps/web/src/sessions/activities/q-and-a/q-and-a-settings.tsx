import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { Checkbox } from '@spolu/ui/checkbox';
import { Tag } from '@spolu/ui/tag';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

interface Values {
  moderated: boolean;
}

function Fields({ values, change }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  return <Checkbox label={t('qAndA.moderated')} hint={t('qAndA.moderatedHint')} checked={values.moderated} onChange={(moderated) => change({ moderated })} />;
}

function Tags({ settings }: { settings: SettingsOf<'q-and-a'> }) {
  const t = useText('sessions');
  return settings.moderated && <Tag>{t('qAndA.moderated')}</Tag>;
}

export const Q_AND_A_SETTINGS: KindSettings<'q-and-a', Values> = {
  start: { moderated: false },
  valuesOf: ({ moderated }) => ({ moderated }),
  settingsOf: ({ moderated }) => ({ moderated }),
  labels: { moderated: 'qAndA.moderated' },
  Fields,
  Tags,
};
