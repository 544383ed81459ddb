import { Secrecy } from '@spolu/contracts/activities/answers';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import { OPTIONS_MAX, QUESTION_TYPES, type QuestionType } from '@spolu/contracts/activities/question';
import { ANSWER_WORDS_MAX, SCALE_STEPS_MAX, SCALE_STEPS_MIN } from '@spolu/contracts/plain';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../../../i18n/use-text.ts';
import { linesOf, SecrecyField } from '../answers/answers-settings.tsx';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

/** What was typed in each form stays while one looks at the others. */
interface Values {
  type: QuestionType;
  /** One a line. */
  options: string;
  several: boolean;
  most: number | null;
  steps: number | null;
  low: string;
  high: string;
  unit: string;
  from: number | null;
  to: number | null;
  words: number | null;
  secrecy: Secrecy;
}
const START: Values = { type: 'choice', options: '', several: false, most: 2, steps: 5, low: '', high: '', unit: '', from: 0, to: 100, words: 3, secrecy: 'blind' };

function valuesOf({ form, secrecy }: SettingsOf<'question'>): Values {
  const values = { ...START, secrecy, type: form.type };
  switch (form.type) {
    case 'choice':
      return { ...values, options: form.options.join('\n'), several: form.most > 1, most: form.most > 1 ? form.most : START.most };
    case 'scale':
      return { ...values, steps: form.steps, low: form.low, high: form.high };
    case 'number':
      return { ...values, unit: form.unit, from: form.from, to: form.to };
    case 'text':
      return values;
    case 'words':
      return { ...values, words: form.most };
  }
}

function formOf({ type, options, several, most, steps, low, high, unit, from, to, words }: Values): object {
  switch (type) {
    case 'choice':
      return { type, options: linesOf(options), most: several ? most : 1 };
    case 'scale':
      return { type, steps, low, high };
    case 'number':
      return { type, unit, from, to };
    case 'text':
      return { type };
    case 'words':
      return { type, most: words };
  }
}

type FieldsProps = SettingsFieldsProps<Values>;

function ChoiceFields({ values, change, errorOf, idOf }: FieldsProps) {
  const t = useText('sessions');
  const ofLine = Array.from({ length: OPTIONS_MAX }, (_, i) => errorOf(`form.options.${String(i)}`)).find((error) => error !== null);
  return (
    <>
      <TextArea
        id={idOf('form.options')}
        label={t('question.options')}
        hint={t('question.optionsHint')}
        rows={4}
        value={values.options}
        onChange={(options) => change({ options })}
        error={errorOf('form.options') ?? ofLine ?? null}
      />
      <Checkbox label={t('question.several')} checked={values.several} onChange={(several) => change({ several })} />
      {values.several && (
        <NumberField id={idOf('form.most')} label={t('question.most')} min={2} max={OPTIONS_MAX} value={values.most} onChange={(most) => change({ most })} error={errorOf('form.most')} />
      )}
    </>
  );
}

function ScaleFields({ values, change, errorOf, idOf }: FieldsProps) {
  const t = useText('sessions');
  return (
    <>
      <NumberField
        id={idOf('form.steps')} label={t('question.steps')} min={SCALE_STEPS_MIN} max={SCALE_STEPS_MAX} value={values.steps} onChange={(steps) => change({ steps })}
        error={errorOf('form.steps')}
      />
      {(['low', 'high'] as const).map((end) => (
        <TextField
          key={end} id={idOf(`form.${end}`)} label={t(`question.${end}`)} hint={t(`question.${end}Hint`)} optional value={values[end]} onChange={(text) => change({ [end]: text })}
          error={errorOf(`form.${end}`)}
        />
      ))}
    </>
  );
}

function NumberFields({ values, change, errorOf, idOf }: FieldsProps) {
  const t = useText('sessions');
  return (
    <>
      <TextField
        id={idOf('form.unit')} label={t('question.unit')} hint={t('question.unitHint')} optional value={values.unit} onChange={(unit) => change({ unit })} error={errorOf('form.unit')}
      />
      {(['from', 'to'] as const).map((end) => (
        <NumberField
          key={end} id={idOf(`form.${end}`)} label={t(`question.${end}`)} step={0.01} value={values[end]} onChange={(value) => change({ [end]: value })} error={errorOf(`form.${end}`)}
        />
      ))}
    </>
  );
}

function WordsFields({ values, change, errorOf, idOf }: FieldsProps) {
  const t = useText('sessions');
  return <NumberField id={idOf('form.most')} label={t('question.words')} min={1} max={ANSWER_WORDS_MAX} value={values.words} onChange={(words) => change({ words })} error={errorOf('form.most')} />;
}

const FIELDS = { choice: ChoiceFields, scale: ScaleFields, number: NumberFields, text: () => null, words: WordsFields };

function Fields(props: FieldsProps) {
  const t = useText('sessions');
  const { values, change } = props;
  const OfType = FIELDS[values.type];
  return (
    <>
      <RadioGroup
        label={t('question.type')}
        options={QUESTION_TYPES.map((id) => ({ id, label: t(`question.typeIs.${id}`), hint: t(`question.typeMeans.${id}`) }))}
        value={values.type}
        onChange={(type) => change({ type })}
      />
      <OfType {...props} />
      <SecrecyField {...props} />
    </>
  );
}

function Tags({ settings: { form, secrecy } }: { settings: SettingsOf<'question'> }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t(`question.typeIs.${form.type}`)}</Tag> <Tag>{t(`answers.secrecyIs.${secrecy}`)}</Tag>
    </>
  );
}

export const QUESTION_KIND_SETTINGS: KindSettings<'question', Values> = {
  start: START,
  valuesOf,
  settingsOf: (values) => ({ secrecy: values.secrecy, form: formOf(values) }),
  labels: {
    secrecy: 'answers.secrecy', 'form.options': 'question.options', 'form.options.*': 'question.options', 'form.most': 'question.most', 'form.steps': 'question.steps',
    'form.low': 'question.low', 'form.high': 'question.high', 'form.unit': 'question.unit', 'form.from': 'question.from', 'form.to': 'question.to',
  },
  Fields,
  Tags,
};
