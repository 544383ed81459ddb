import { BrainstormMode } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { Checkbox } from '@spolu/ui/checkbox';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

const FRAMES_MAX = 12;

interface Values {
  mode: BrainstormMode;
  /** One a line. */
  frames: string;
  moderated: boolean;
}

function Fields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  const lineError = Array.from({ length: FRAMES_MAX }, (_, i) => errorOf(`frames.${i}`)).find((error) => error !== null);
  return (
    <>
      <RadioGroup
        label={t('activity.mode')}
        options={BrainstormMode.options.map((id) => ({ id, label: t(`mode.${id}`), hint: t(`modeMeans.${id}`) }))}
        value={values.mode}
        onChange={(mode) => change({ mode })}
      />
      <TextArea
        id={idOf('frames')}
        label={t('activity.frames')}
        hint={t('activity.framesHint')}
        optional
        rows={3}
        value={values.frames}
        onChange={(frames) => change({ frames })}
        error={errorOf('frames') ?? lineError ?? null}
      />
      <Checkbox label={t('activity.moderated')} hint={t('activity.moderatedHint')} checked={values.moderated} onChange={(moderated) => change({ moderated })} />
    </>
  );
}

function Tags({ settings: { mode, frames, moderated } }: { settings: SettingsOf<'brainstorm'> }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t(`mode.${mode}`)}</Tag>
      {moderated && <Tag>{t('activity.moderated')}</Tag>}
      {frames.length > 0 && <span className="soft small">{t('agenda.frames', { frames: frames.join(' · ') })}</span>}
    </>
  );
}

export const BRAINSTORM_SETTINGS: KindSettings<'brainstorm', Values> = {
  start: { mode: 'hidden', frames: '', moderated: false },
  valuesOf: ({ mode, frames, moderated = false }) => ({ mode, frames: frames.join('\n'), moderated }),
  settingsOf: ({ mode, frames, moderated }) => ({ mode, moderated, frames: frames.split('\n').map((frame) => frame.trim()).filter(Boolean) }),
  labels: { moderated: 'activity.moderated', frames: 'activity.frames', 'frames.*': 'activity.frames' },
  Fields,
  Tags,
};
