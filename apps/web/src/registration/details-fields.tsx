import { ACCESS_NEEDS, NEEDS_NOTE_MAX_LENGTH, PARTY_MAX } from '@spolu/contracts/registration';
import { CheckboxGroup } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { fieldIdOf } from '../shell/use-form.ts';
import type { Details } from './details.ts';

interface DetailsForm {
  values: Details;
  change: (part: Partial<Details>) => void;
  errorOf: (path: string) => string | null;
}

/** The labels of the fields, for the error summary too. */
export function useDetailLabels() {
  const t = useText('registration');
  return { name: t('form.name'), email: t('form.email'), people: t('form.people'), needs: t('form.needs'), needsNote: t('form.needsNote'), language: t('form.language') };
}

/** Who comes and what she needs. At the door nobody is asked for an address. */
export function DetailsFields({ form, atDoor = false }: { form: DetailsForm; atDoor?: boolean }) {
  const t = useText('registration');
  const labels = useDetailLabels();
  const { values, change, errorOf } = form;
  return (
    <>
      <TextField id={fieldIdOf('name')} label={labels.name} autoComplete={atDoor ? 'off' : 'name'} value={values.name} onChange={(name) => change({ name })} error={errorOf('name')} />
      {!atDoor && (
        <TextField
          id={fieldIdOf('email')} label={labels.email} hint={t('form.emailHint')} optional type="email" inputMode="email" autoComplete="email"
          value={values.email} onChange={(email) => change({ email })} error={errorOf('email')}
        />
      )}
      <NumberField id={fieldIdOf('people')} label={labels.people} value={values.people} onChange={(people) => change({ people })} error={errorOf('people')} min={1} max={PARTY_MAX} />
      <CheckboxGroup
        id={fieldIdOf('needs')} label={labels.needs} hint={t('form.needsHint')} value={values.needs} onChange={(needs) => change({ needs })} error={errorOf('needs')}
        options={ACCESS_NEEDS.map((id) => ({ id, label: t(`need.${id}`) }))}
      />
      <TextArea
        id={fieldIdOf('needsNote')} label={labels.needsNote} hint={t('form.needsNoteHint')} optional maxLength={NEEDS_NOTE_MAX_LENGTH}
        value={values.needsNote} onChange={(needsNote) => change({ needsNote })} error={errorOf('needsNote')}
      />
      <LanguageField id={fieldIdOf('language')} label={labels.language} value={values.language} onChange={(language) => change({ language })} />
    </>
  );
}
