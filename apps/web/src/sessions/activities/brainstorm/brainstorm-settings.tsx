import { BrainstormMode } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
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
    </>
  );
}

function Tags({ settings: { mode, frames } }: { settings: SettingsOf<'brainstorm'> }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t(`mode.${mode}`)}</Tag>
      {frames.length > 0 && <span className="soft small">{t('agenda.frames', { frames: frames.join(' · ') })}</span>}
    </>
  );
}

export const BRAINSTORM_SETTINGS: KindSettings<'brainstorm', Values> = {
  start: { mode: 'hidden', frames: '' },
  valuesOf: ({ mode, frames }) => ({ mode, frames: frames.join('\n') }),
  settingsOf: ({ mode, frames }) => ({ mode, frames: frames.split('\n').map((frame) => frame.trim()).filter(Boolean) }),
  labels: { frames: 'activity.frames', 'frames.*': 'activity.frames' },
  Fields,
  Tags,
};
