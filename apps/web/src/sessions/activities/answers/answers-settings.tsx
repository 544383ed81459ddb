import { Secrecy, type AnswerKind, type AnswerSettings } from '@spolu/contracts/activities/answers';
import { OPTIONS_MAX } from '@spolu/contracts/activities/question';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

interface Values {
  secrecy: Secrecy;
  /** One a line. */
  options: string;
  x: string;
  y: string;
}
const START: Values = { secrecy: 'blind', options: '', x: '', y: '' };
export const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

export function SecrecyField({ values, change }: Pick<SettingsFieldsProps<{ secrecy: Secrecy }>, 'values' | 'change'>) {
  const t = useText('sessions');
  return (
    <RadioGroup
      label={t('answers.secrecy')}
      options={Secrecy.options.map((id) => ({ id, label: t(`answers.secrecyIs.${id}`), hint: t(`answers.secrecyMeans.${id}`) }))}
      value={values.secrecy}
      onChange={(secrecy) => change({ secrecy })}
    />
  );
}

function OptionsField({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  const ofLine = Array.from({ length: OPTIONS_MAX }, (_, i) => errorOf(`options.${String(i)}`)).find((error) => error !== null);
  return (
    <TextArea
      id={idOf('options')}
      label={t('answers.options')}
      hint={t('answers.optionsHint')}
      optional
      rows={4}
      value={values.options}
      onChange={(options) => change({ options })}
      error={errorOf('options') ?? ofLine ?? null}
    />
  );
}

function AxisFields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  return (
    <>
      {(['x', 'y'] as const).map((axis) => (
        <TextField
          key={axis}
          id={idOf(axis)}
          label={t(`answers.${axis}`)}
          hint={t(`answers.${axis}Hint`)}
          value={values[axis]}
          onChange={(title) => change({ [axis]: title })}
          error={errorOf(axis)}
        />
      ))}
    </>
  );
}

function Tags({ settings }: { settings: AnswerSettings }) {
  const t = useText('sessions');
  return <Tag>{t(`answers.secrecyIs.${settings.secrecy}`)}</Tag>;
}

const valuesOf = (settings: AnswerSettings): Values => ({
  ...START,
  secrecy: settings.secrecy,
  ...('options' in settings ? { options: settings.options.join('\n') } : {}),
  ...(settings.kind === 'estimate' ? { x: settings.x, y: settings.y } : {}),
});

/** A question that needs nothing but to be asked. */
export const QUESTION_SETTINGS: KindSettings<AnswerKind, Values> = {
  start: START,
  valuesOf,
  settingsOf: ({ secrecy }) => ({ secrecy }),
  labels: { secrecy: 'answers.secrecy' },
  Fields: SecrecyField,
  Tags,
};

export const RANKING_SETTINGS: KindSettings<AnswerKind, Values> = {
  ...QUESTION_SETTINGS,
  settingsOf: ({ secrecy, options }) => ({ secrecy, options: linesOf(options) }),
  labels: { secrecy: 'answers.secrecy', options: 'answers.options', 'options.*': 'answers.options' },
  Fields: (props) => (
    <>
      <OptionsField {...props} />
      <SecrecyField {...props} />
    </>
  ),
};

export const ESTIMATE_SETTINGS: KindSettings<AnswerKind, Values> = {
  ...RANKING_SETTINGS,
  settingsOf: ({ secrecy, options, x, y }) => ({ secrecy, options: linesOf(options), x: x.trim(), y: y.trim() }),
  labels: { ...RANKING_SETTINGS.labels, x: 'answers.x', y: 'answers.y' },
  Fields: (props) => (
    <>
      <OptionsField {...props} />
      <AxisFields {...props} />
      <SecrecyField {...props} />
    </>
  ),
};
