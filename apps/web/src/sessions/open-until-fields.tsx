import { DateField } from '@spolu/ui/date-field';
import { TextField } from '@spolu/ui/text-field';
import { dayInTown } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf } from '../shell/use-form.ts';
import { clockTime } from './clock-time.ts';

/** A day and an hour as they are typed. */
export interface TypedTime {
  on: string | null;
  time: string;
}
export const EVENING: TypedTime = { on: null, time: '18:00' };

/** What the schema sees. */
export const wallTimeOf = ({ on, time }: TypedTime) => ({ on, time: clockTime(time) });

interface OpenUntilFieldsProps {
  value: TypedTime;
  onChange: (value: TypedTime) => void;
  errorOf: (path: string) => string | null;
}

/** Until when people may come: read from the wall in the town. */
export function OpenUntilFields({ value, onChange, errorOf }: OpenUntilFieldsProps) {
  const t = useText('sessions');
  return (
    <div className="row sheet-together">
      <DateField
        id={fieldIdOf('openUntil.on')} label={t('activity.openUntilOn')} min={dayInTown(new Date())}
        value={value.on} onChange={(on) => onChange({ ...value, on })} error={errorOf('openUntil.on') ?? errorOf('openUntil')}
      />
      <TextField
        id={fieldIdOf('openUntil.time')} label={t('activity.openUntilTime')} width="short"
        value={value.time} onChange={(time) => onChange({ ...value, time })} error={errorOf('openUntil.time')}
      />
    </div>
  );
}
