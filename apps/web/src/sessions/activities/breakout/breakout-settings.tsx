import { type BreakoutSettings, TABLE_DEALS, TABLE_SEATS_MAX, TABLE_VISITORS, TABLES_MAX } from '@spolu/contracts/activities/breakout';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { useText } from '../../../i18n/use-text.ts';
import type { KindSettings, SettingsFieldsProps } from '../settings-by-kind.tsx';

interface Values {
  deal: BreakoutSettings['deal'];
  tableCount: number | null;
  seats: number | null;
  hosts: boolean;
  visitors: BreakoutSettings['visitors'];
  /** One a line, each. */
  questions: string;
  places: string;
  frames: string;
}

function Fields({ values, change, errorOf, idOf }: SettingsFieldsProps<Values>) {
  const t = useText('sessions');
  const lines = (name: 'questions' | 'places' | 'frames') => (
    <TextArea
      id={idOf(name)}
      label={t(`breakout.${name}`)}
      hint={t(`breakout.${name}Hint`)}
      optional
      rows={3}
      value={values[name]}
      onChange={(text) => change({ [name]: text })}
      error={errorOf(name) ?? Array.from({ length: TABLES_MAX }, (_, i) => errorOf(`${name}.${i}`)).find((error) => error !== null) ?? null}
    />
  );
  return (
    <>
      <NumberField id={idOf('tableCount')} label={t('breakout.tableCount')} min={2} max={TABLES_MAX} value={values.tableCount} onChange={(tableCount) => change({ tableCount })} error={errorOf('tableCount')} />
      <RadioGroup
        label={t('breakout.deal')}
        options={TABLE_DEALS.map((id) => ({ id, label: t(`breakout.dealBy.${id}`), hint: t(`breakout.dealMeans.${id}`) }))}
        value={values.deal}
        onChange={(deal) => change({ deal })}
      />
      {values.deal === 'chosen' && (
        <NumberField
          id={idOf('seats')}
          label={t('breakout.seats')}
          hint={t('breakout.seatsHint')}
          optional
          min={1}
          max={TABLE_SEATS_MAX}
          value={values.seats}
          onChange={(seats) => change({ seats })}
          error={errorOf('seats')}
        />
      )}
      <Checkbox label={t('breakout.hosts')} hint={t('breakout.hostsHint')} checked={values.hosts} onChange={(hosts) => change({ hosts })} />
      {lines('questions')}
      {lines('places')}
      {lines('frames')}
      <RadioGroup
        label={t('breakout.visitors')}
        options={TABLE_VISITORS.map((id) => ({ id, label: t(`breakout.visitorsMay.${id}`) }))}
        value={values.visitors}
        onChange={(visitors) => change({ visitors })}
      />
    </>
  );
}

function Tags({ settings: { tableCount, deal } }: { settings: BreakoutSettings }) {
  const t = useText('sessions');
  return (
    <>
      <Tag>{t('breakout.tables', { count: tableCount })}</Tag>
      <span className="soft small">{t(`breakout.dealBy.${deal}`)}</span>
    </>
  );
}

const split = (text: string) => text.split('\n').map((line) => line.trim());
const linesOf = (text: string) => split(text).filter(Boolean);
/** An empty line stands for a table without a place. */
function placesOf(text: string): string[] {
  const places = split(text);
  while (places.at(-1) === '') places.pop();
  return places;
}

export const BREAKOUT_SETTINGS: KindSettings<'breakout', Values> = {
  start: { deal: 'random', tableCount: 5, seats: null, hosts: true, visitors: 'nothing', questions: '', places: '', frames: '' },
  valuesOf: ({ kind: _, questions, places, frames, ...settings }) => ({ ...settings, questions: questions.join('\n'), places: places.join('\n'), frames: frames.join('\n') }),
  settingsOf: ({ questions, places, frames, seats, ...values }) => ({
    ...values, seats: values.deal === 'chosen' ? seats : null, questions: linesOf(questions), places: placesOf(places), frames: linesOf(frames),
  }),
  labels: {
    tableCount: 'breakout.tableCount', seats: 'breakout.seats', questions: 'breakout.questions', 'questions.*': 'breakout.questions', places: 'breakout.places', 'places.*': 'breakout.places',
    frames: 'breakout.frames', 'frames.*': 'breakout.frames',
  },
  Fields,
  Tags,
};
