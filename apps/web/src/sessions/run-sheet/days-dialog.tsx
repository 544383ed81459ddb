import { Problem } from '@spolu/contracts/problems';
import { Sheet, SHEET_DAYS_MAX, TRACKS_MAX, type EditSheet } from '@spolu/contracts/run-sheet';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';
import { clockTime } from '../clock-time.ts';

interface Values {
  days: { on: string | null; startsAt: string; endsAt: string }[];
  tracks: string;
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);
/** The calendar day after. */
const dayAfter = (on: string | null) => on && new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);

/** When the session is, day by day, and what goes on side by side. */
export function DaysDialog({ sheet, submit, onClose }: { sheet: Sheet; submit: (input: EditSheet) => Promise<unknown>; onClose: () => void }) {
  const t = useText('sessions/run-sheet');
  const format = useFormat();
  const [begun, setBegun] = useState<Sheet | null>(sheet);
  const form = useForm<Values, typeof Sheet>({
    schema: Sheet,
    initial: { days: sheet.days.map(({ on, startsAt, endsAt }) => ({ on, startsAt: startsAt ?? '', endsAt: endsAt ?? '' })), tracks: sheet.tracks.join('\n') },
    toInput: ({ days, tracks }) => ({ days: days.map(({ on, startsAt, endsAt }) => ({ on, startsAt: clockTime(startsAt), endsAt: clockTime(endsAt) })), tracks: lines(tracks) }),
    labels: { 'days.*.on': t('days.on'), 'days.*.startsAt': t('days.startsAt'), 'days.*.endsAt': t('days.endsAt'), tracks: t('days.tracks') },
    submit: handleSubmit,
    onDone: onClose,
  });
  const { days } = form.values;
  // Somebody else's words are looked at before they are replaced.
  async function handleSubmit(input: Sheet) {
    try {
      await submit({ ...input, seen: begun ?? sheet });
    } catch (error) {
      if (error instanceof Problem && error.code === 'changed-meanwhile') setBegun(null);
      throw error;
    }
  }
  const change = (at: number, part: Partial<Values['days'][number]>) => form.set('days', days.map((day, i) => (i === at ? { ...day, ...part } : day)));
  const last = days.at(-1);
  return (
    <FormDialog form={form} title={t('days.title')} submit={t('days.save')} onClose={onClose}>
      {begun === null && (
        <Notice tone="warn" title={t('days.changed')}>
          <ul>
            {sheet.days.map(({ on, startsAt, endsAt }, i) => (
              <li key={i}>{[t('day.title', { number: i + 1 }), on && format.day(on), startsAt && [startsAt, endsAt].filter(Boolean).join(' – ')].filter(Boolean).join(' · ')}</li>
            ))}
            {sheet.tracks.map((track) => (
              <li key={track}>{track}</li>
            ))}
          </ul>
        </Notice>
      )}
      {days.map((day, i) => (
        <fieldset key={i} className="sheet-fields">
          <legend>{t('day.title', { number: i + 1 })}</legend>
          <div className="row sheet-together">
            <DateField id={fieldIdOf(`days.${i}.on`)} label={t('days.on')} optional value={day.on} onChange={(on) => change(i, { on })} error={form.errorOf(`days.${i}.on`)} />
            <TextField id={fieldIdOf(`days.${i}.startsAt`)} label={t('days.startsAt')} optional width="short" value={day.startsAt} onChange={(startsAt) => change(i, { startsAt })} error={form.errorOf(`days.${i}.startsAt`)} />
            <TextField id={fieldIdOf(`days.${i}.endsAt`)} label={t('days.endsAt')} optional width="short" value={day.endsAt} onChange={(endsAt) => change(i, { endsAt })} error={form.errorOf(`days.${i}.endsAt`)} />
            {days.length > 1 && (
              <Button look="quiet" size="small" iconOnly icon={<Trash2 aria-hidden size={20} />} aria-label={t('days.remove', { number: i + 1 })} onPress={() => form.set('days', days.filter((_, j) => j !== i))} />
            )}
          </div>
        </fieldset>
      ))}
      {days.length < SHEET_DAYS_MAX && (
        <div>
          <Button look="secondary" size="small" icon={<Plus aria-hidden size={18} />} onPress={() => form.set('days', [...days, { on: dayAfter(last?.on ?? null), startsAt: last?.startsAt ?? '', endsAt: last?.endsAt ?? '' }])}>
            {t('days.add')}
          </Button>
        </div>
      )}
      <TextArea {...form.text('tracks')} hint={t('days.tracksHint', { most: TRACKS_MAX })} optional rows={3} />
    </FormDialog>
  );
}
