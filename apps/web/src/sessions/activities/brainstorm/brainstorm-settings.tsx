import { BrainstormMode, SHEET_ROUNDS_MAX } from '@spolu/contracts/activities/brainstorm';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { TextArea } from '@spolu/ui/text-area';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

const FRAMES_MAX = 12;

const WAYS = ['free', 'brainwriting', 'round-robin'] as const;
type Way = (typeof WAYS)[number];

interface Values {
  way: Way;
  rounds: number | null;
  mode: BrainstormMode;
  /** One a line. */
  frames: string;
  moderated: boolean;
  asksHow: boolean;
  /** Kept while the box is not ticked, so that ticking it again brings it back. */
  howMightWe: string;
}

function Fields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  const lineError = Array.from({ length: FRAMES_MAX }, (_, i) => errorOf(`frames.${i}`)).find((error) => error !== null);
  return (
    <>
      <Checkbox
        label={t('activity.asksHow')}
        hint={t('activity.asksHowHint')}
        checked={values.asksHow}
        onChange={(asksHow) => change({ asksHow, howMightWe: values.howMightWe || `${t('activity.howMightWeStem')} ` })}
      />
      {values.asksHow && (
        <TextField
          id={idOf('howMightWe')}
          label={t('activity.howMightWe')}
          hint={t('activity.howMightWeHint')}
          value={values.howMightWe}
          onChange={(howMightWe) => change({ howMightWe })}
          error={errorOf('howMightWe')}
        />
      )}
      <RadioGroup
        label={t('way.label')}
        options={WAYS.map((id) => ({ id, label: t(`way.${id}`), hint: t(`wayMeans.${id}`) }))}
        value={values.way}
        onChange={(way) => change({ way, ...(way !== 'free' && values.mode === 'anonymous' && { mode: 'hidden' }) })}
      />
      {values.way === 'brainwriting' && (
        <NumberField
          id={idOf('way.rounds')}
          label={t('way.rounds')}
          hint={t('way.roundsHint')}
          min={2}
          max={SHEET_ROUNDS_MAX}
          value={values.rounds}
          onChange={(rounds) => change({ rounds })}
          error={errorOf('way.rounds')}
        />
      )}
      <RadioGroup
        label={t('activity.mode')}
        options={BrainstormMode.options.filter((id) => values.way === 'free' || id !== 'anonymous').map((id) => ({ id, label: t(`mode.${id}`), hint: t(`modeMeans.${id}`) }))}
        value={values.mode}
        onChange={(mode) => change({ mode })}
      />
      {values.way !== 'brainwriting' && (
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
      )}
      {values.way === 'free' && (
        <Checkbox label={t('activity.moderated')} hint={t('activity.moderatedHint')} checked={values.moderated} onChange={(moderated) => change({ moderated })} />
      )}
    </>
  );
}

function Tags({ settings: { way, mode, frames, moderated, howMightWe } }: { settings: SettingsOf<'brainstorm'> }) {
  const t = useText('sessions');
  return (
    <>
      {way && <Tag>{t(`way.${way.kind}`)}</Tag>}
      <Tag>{t(`mode.${mode}`)}</Tag>
      {howMightWe && <span className="soft small">{howMightWe}</span>}
      {moderated && <Tag>{t('activity.moderated')}</Tag>}
      {frames.length > 0 && <span className="soft small">{t('agenda.frames', { frames: frames.join(' · ') })}</span>}
    </>
  );
}

export const BRAINSTORM_SETTINGS: KindSettings<'brainstorm', Values> = {
  start: { way: 'free', rounds: SHEET_ROUNDS_MAX, mode: 'hidden', frames: '', moderated: false, asksHow: false, howMightWe: '' },
  valuesOf: ({ way, mode, frames, moderated = false, howMightWe = '' }) => ({
    way: way?.kind ?? 'free', rounds: way?.kind === 'brainwriting' ? way.rounds : SHEET_ROUNDS_MAX, mode, frames: frames.join('\n'), moderated, asksHow: howMightWe !== '', howMightWe,
  }),
  settingsOf: ({ way, rounds, mode, frames, moderated, asksHow, howMightWe }) => ({
    ...(way === 'brainwriting' && { way: { kind: way, rounds } }),
    ...(way === 'round-robin' && { way: { kind: way } }),
    mode,
    moderated: way === 'free' && moderated,
    howMightWe: asksHow ? howMightWe : undefined,
    frames: way === 'brainwriting' ? [] : frames.split('\n').map((frame) => frame.trim()).filter(Boolean),
  }),
  labels: { 'way.rounds': 'way.rounds', mode: 'activity.mode', howMightWe: 'activity.howMightWe', moderated: 'activity.moderated', frames: 'activity.frames', 'frames.*': 'activity.frames' },
  Fields,
  Tags,
};
