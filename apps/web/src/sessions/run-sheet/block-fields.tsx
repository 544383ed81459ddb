import { BLOCK_TYPES, PURPOSE_MAX_LENGTH, type BlockType } from '@spolu/contracts/run-sheet';
import { ACTIVITY_MINUTES_MAX, type SessionView } from '@spolu/contracts/sessions';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../../i18n/use-text.ts';
import { fieldIdOf } from '../../shell/use-form.ts';
import { NOBODY, type PlanValues } from './block-values.ts';

/** What kind of block it is; all but work say on the screens what goes on, and ask nothing. */
export function BlockTypeField({ value, onChange }: { value: BlockType; onChange: (type: BlockType) => void }) {
  const t = useText('sessions/run-sheet');
  return <RadioGroup label={t('block.type')} direction="row" options={BLOCK_TYPES.map((id) => ({ id, label: t(`type.${id}`) }))} value={value} onChange={onChange} />;
}

interface BlockFieldsProps {
  values: PlanValues;
  session: Pick<SessionView, 'sheet' | 'staff'>;
  onChange: (part: Partial<PlanValues>) => void;
  errorOf: (path: string) => string | null;
}

/** What the run sheet says of a block, for the staff alone. */
export function BlockFields({ values, session: { sheet, staff }, onChange, errorOf }: BlockFieldsProps) {
  const t = useText('sessions/run-sheet');
  const materials = (name: 'supplies' | 'equipment') => (
    <TextArea
      id={fieldIdOf(`plan.${name}`)}
      label={t(`block.${name}`)}
      hint={t(`block.${name}Hint`)}
      optional
      rows={2}
      value={values[name]}
      onChange={(lines) => onChange({ [name]: lines })}
      error={errorOf(`plan.${name}`) ?? firstError(errorOf, `plan.${name}`)}
    />
  );
  return (
    <fieldset className="sheet-fields stack">
      <legend>{t('block.forStaff')}</legend>
      <TextArea
        id={fieldIdOf('plan.purpose')} label={t('block.purpose')} hint={t('block.purposeHint')} optional rows={2} maxLength={PURPOSE_MAX_LENGTH}
        value={values.purpose} onChange={(purpose) => onChange({ purpose })} error={errorOf('plan.purpose')}
      />
      {staff.length > 0 && (
        <Select
          id={fieldIdOf('plan.ownerId')} label={t('block.owner')} optional options={[{ id: NOBODY, label: t('block.nobody') }, ...staff.map(({ personId, name }) => ({ id: personId, label: name }))]}
          value={values.ownerId} onChange={(ownerId) => onChange({ ownerId })} error={errorOf('plan.ownerId')}
        />
      )}
      {sheet.tracks.length > 0 && (
        <Select
          id={fieldIdOf('plan.track')} label={t('block.track')} hint={t('block.trackHint')} options={[{ id: '0', label: t('block.everybody') }, ...sheet.tracks.map((name, i) => ({ id: String(i + 1), label: name }))]}
          value={String(values.track)} onChange={(track) => onChange({ track: Number(track) })}
        />
      )}
      <div className="row sheet-together">
        <TextField
          id={fieldIdOf('plan.fixedStart')} label={t('block.fixedStart')} hint={t('block.fixedStartHint')} optional width="short" inputMode="text"
          value={values.fixedStart} onChange={(fixedStart) => onChange({ fixedStart })} error={errorOf('plan.fixedStart')}
        />
        <NumberField
          id={fieldIdOf('plan.shortestMinutes')} label={t('block.shortest')} hint={t('block.shortestHint')} optional min={1} max={ACTIVITY_MINUTES_MAX}
          value={values.shortestMinutes} onChange={(shortestMinutes) => onChange({ shortestMinutes })} error={errorOf('plan.shortestMinutes')}
        />
      </div>
      <Checkbox label={t('block.optional')} hint={t('block.optionalHint')} checked={values.optional} onChange={(optional) => onChange({ optional })} />
      {materials('supplies')}
      {materials('equipment')}
    </fieldset>
  );
}

/** A complaint about one of the lines, whichever comes first. */
function firstError(errorOf: (path: string) => string | null, path: string): string | null {
  for (let i = 0; i < 100; i += 1) {
    const error = errorOf(`${path}.${i}.name`) ?? errorOf(`${path}.${i}.amount`);
    if (error) return error;
  }
  return null;
}
