import { wordsOfActivity } from '@spolu/contracts/activity-words';
import { ACTIVITY_KINDS, type ActivityKind, type ActivitySettings } from '@spolu/contracts/activities/kinds';
import { mayStayOpen } from '@spolu/contracts/activities/open-until';
import { TEXT_MAX_LENGTH, type Language } from '@spolu/contracts/common';
import { isPause, type BlockType } from '@spolu/contracts/run-sheet';
import { ACTIVITY_MINUTES_MAX, EditActivity, type SessionView } from '@spolu/contracts/sessions';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { settingsOfKind, settingsValues, type SettingsValues } from './activities/settings-by-kind.tsx';
import { EVENING, OpenUntilFields, type TypedTime, wallTimeOf } from './open-until-fields.tsx';
import { BlockFields, BlockTypeField } from './run-sheet/block-fields.tsx';
import { SecondFields } from './run-sheet/second-fields.tsx';
import { carried, pairsOfValues, type SecondValues, valuesOfPairs } from './run-sheet/second-words.ts';
import { planInput, planValues, type PlanValues } from './run-sheet/block-values.ts';

const INSTRUCTION_MAX_LENGTH = 1_000;

interface Values {
  title: string;
  instruction: string;
  staffNotes: string;
  minutes: number | null;
  lasts: 'minutes' | 'until';
  openUntil: TypedTime;
  kind: ActivityKind;
  settings: SettingsValues;
  plan: PlanValues;
  second: SecondValues;
}

const START_MINUTES = 15;
/** A break is chosen as a block of its own. */
const WORK_KINDS = ACTIVITY_KINDS.filter((kind) => kind !== 'break');

function kindOf(type: BlockType, chosen: ActivityKind): ActivityKind {
  if (isPause(type)) return 'break';
  return type === 'work' && chosen !== 'break' ? chosen : 'information';
}

const valuesOf = (activity: EditActivity | null, secondLanguage: Language | null): Values => ({
  title: activity?.title ?? '',
  instruction: activity?.instruction ?? '',
  staffNotes: activity?.staffNotes ?? '',
  minutes: activity ? activity.minutes : START_MINUTES,
  lasts: activity?.openUntil ? 'until' : 'minutes',
  openUntil: activity?.openUntil ?? EVENING,
  kind: activity?.settings.kind ?? 'brainstorm',
  settings: settingsValues(ACTIVITY_KINDS, activity?.settings ?? null),
  plan: planValues(activity?.plan),
  second: activity?.second && activity.second.language === secondLanguage ? valuesOfPairs(activity.second.pairs) : {},
});

/** A draft that an older version kept lacks the kinds and the fields that came since: those are as in what it began with. */
const whole = (values: Values, initial: Values): Values => ({
  ...values,
  settings: Object.fromEntries(ACTIVITY_KINDS.map((kind) => [kind, { ...initial.settings[kind], ...values.settings[kind] }])) as SettingsValues,
  plan: { ...initial.plan, ...values.plan },
});

interface ActivityFormProps {
  /** What it begins with; null: with nothing. */
  activity: EditActivity | null;
  /** It stands in the run sheet already. */
  saved: boolean;
  session: Pick<SessionView, 'sheet' | 'staff' | 'language' | 'secondLanguage'>;
  /** Only words and minutes may change: the activity runs already. */
  running?: boolean;
  draft: string;
  submit: (input: EditActivity) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** One step of the agenda: what participants are asked, for how long, and what their phones do. */
export function ActivityForm({ activity, saved, session, running = false, draft, submit, onDone, onCancel }: ActivityFormProps) {
  const t = useText('sessions');
  const sheet = useText('sessions/run-sheet');
  const { language, secondLanguage = null } = session;
  const settingsIn = (values: Values) => (running && activity ? activity.settings : { kind: values.kind, ...settingsOfKind(values.kind).settingsOf(values.settings[values.kind]) });
  // the form may hold what no activity can have yet: of it only the words are read
  const wordsIn = (values: Values) => wordsOfActivity({ title: values.title, instruction: values.instruction, settings: settingsIn(values) as ActivitySettings });
  const initial = valuesOf(activity, secondLanguage);
  // drafts of before there was a choice have none
  const isOpenUntil = (values: Values) => !running && values.lasts === 'until' && mayStayOpen(settingsIn(values));
  const form = useForm<Values, typeof EditActivity>({
    schema: EditActivity,
    initial,
    toInput: (typed) => {
      const values = whole(typed, initial);
      return {
        title: values.title,
        instruction: values.instruction,
        staffNotes: values.staffNotes,
        minutes: isOpenUntil(values) ? (values.minutes ?? START_MINUTES) : values.minutes,
        ...(!running && { openUntil: isOpenUntil(values) ? wallTimeOf(values.openUntil) : null }),
        methodId: activity?.methodId ?? null,
        settings: settingsIn(values),
        ...(secondLanguage && { second: { language: secondLanguage, pairs: pairsOfValues(values.second, wordsIn(values)) } }),
        plan: planInput(values.plan),
        ...(activity?.day === undefined ? {} : { day: activity.day }),
      };
    },
    labels: {
      title: t('activity.title'), instruction: t('activity.instruction'), staffNotes: t('activity.staffNotes'), minutes: t('activity.minutes'), openUntil: t('activity.openUntilOn'), 'openUntil.time': t('activity.openUntilTime'), settings: t('activity.kind'),
      ...Object.fromEntries(ACTIVITY_KINDS.flatMap((kind) => Object.entries(settingsOfKind(kind).labels).map(([path, label]) => [`settings.${path}`, t(label)]))),
      'plan.purpose': sheet('block.purpose'), 'plan.supplies': sheet('block.supplies'), 'plan.equipment': sheet('block.equipment'), 'plan.fixedStart': sheet('block.fixedStart'),
      'plan.shortestMinutes': sheet('block.shortest'), 'plan.ownerId': sheet('block.owner'),
    },
    draft,
    submit,
    onDone,
  });
  const values = whole(form.values, initial);
  const words = wordsIn(values);
  const known = useRef(words);
  useEffect(() => {
    const second = carried(values.second, known.current, words);
    known.current = words;
    if (second !== values.second) form.set('second', second);
  });
  const { Fields } = settingsOfKind(values.kind);
  const setPlan = (part: Partial<PlanValues>) => form.set('plan', { ...values.plan, ...part });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {!running && <BlockTypeField value={values.plan.type} onChange={(type) => form.change({ plan: { ...values.plan, type }, kind: kindOf(type, values.kind) })} />}
      {!running && values.plan.type === 'work' && (
        <RadioGroup
          label={t('activity.kind')}
          options={WORK_KINDS.map((id) => ({ id, label: t(`activityKind.${id}`), hint: t(`activityKindMeans.${id}`) }))}
          value={values.kind}
          onChange={(kind) => form.set('kind', kind)}
        />
      )}
      <TextField {...form.text('title')} />
      <TextArea {...form.text('instruction')} hint={t('activity.instructionHint')} optional rows={2} maxLength={INSTRUCTION_MAX_LENGTH} />
      {!running && mayStayOpen(settingsIn(values)) && (
        <RadioGroup
          label={t('activity.lasts')}
          options={[{ id: 'minutes', label: t('activity.lastsMinutes') }, { id: 'until', label: t('activity.lastsUntil'), hint: t('activity.lastsUntilHint') }]}
          value={values.lasts}
          onChange={(lasts) => form.set('lasts', lasts)}
        />
      )}
      {isOpenUntil(values) ? (
        <OpenUntilFields value={values.openUntil} onChange={(openUntil) => form.set('openUntil', openUntil)} errorOf={form.errorOf} />
      ) : !activity?.openUntil || !running ? (
        <NumberField
          id={fieldIdOf('minutes')}
          label={t('activity.minutes')}
          min={1}
          max={ACTIVITY_MINUTES_MAX}
          value={values.minutes}
          onChange={(minutes) => form.set('minutes', minutes)}
          error={form.errorOf('minutes')}
        />
      ) : null}
      {!running && Fields && (
        <Fields
          values={values.settings[values.kind]}
          change={(part) => form.set('settings', { ...values.settings, [values.kind]: { ...values.settings[values.kind], ...part } })}
          errorOf={(path) => form.errorOf(`settings.${path}`)}
          idOf={(path) => fieldIdOf(`settings.${path}`)}
        />
      )}
      {secondLanguage && <SecondFields first={language} second={secondLanguage} words={words} values={values.second} onChange={(second) => form.set('second', second)} />}
      <BlockFields values={values.plan} session={session} onChange={setPlan} errorOf={form.errorOf} />
      <TextArea {...form.text('staffNotes')} hint={t('activity.staffNotesHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} />
      <div className="row form-actions">
        <Button type="submit" isPending={form.pending}>
          {saved ? t('activity.save') : t('activity.add')}
        </Button>
        <Button
          look="secondary"
          onPress={() => {
            form.forget();
            onCancel();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
