import { ACTIVITY_KINDS, ACTIVITY_MINUTES_MAX, BrainstormMode, DOTS_MAX, EditActivity, type ActivityKind, type ActivitySettings } from '@spolu/contracts/sessions';
import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

const INSTRUCTION_MAX_LENGTH = 1_000;

/** All kinds' settings side by side while one chooses: going back to a kind finds what was set there. */
interface Values {
  title: string;
  instruction: string;
  staffNotes: string;
  minutes: number | null;
  kind: ActivityKind;
  mode: BrainstormMode;
  frames: string;
  dots: number | null;
  limited: boolean;
  perOption: number | null;
}

const START: Values = { title: '', instruction: '', staffNotes: '', minutes: 15, kind: 'brainstorm', mode: 'hidden', frames: '', dots: 5, limited: true, perOption: 2 };

function valuesOf({ title, instruction, staffNotes, minutes, settings }: EditActivity): Values {
  const values = { ...START, title, instruction, staffNotes, minutes, kind: settings.kind };
  switch (settings.kind) {
    case 'brainstorm':
      return { ...values, mode: settings.mode, frames: settings.frames.join('\n') };
    case 'dot-vote':
      return { ...values, dots: settings.dots, limited: settings.perOption !== null, perOption: settings.perOption ?? START.perOption };
    default:
      return values;
  }
}

function settingsOf({ kind, mode, frames, dots, limited, perOption }: Values) {
  switch (kind) {
    case 'brainstorm':
      return { kind, mode, frames: frames.split('\n').map((frame) => frame.trim()).filter(Boolean) };
    case 'dot-vote':
      return { kind, dots, perOption: limited ? perOption : null };
    default:
      return { kind };
  }
}

interface ActivityFormProps {
  /** Null: a new activity. */
  activity: EditActivity | null;
  /** Only words and minutes may change: the activity runs already. */
  running?: boolean;
  draft: string;
  submit: (input: EditActivity) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}

/** One step of the agenda: what participants are asked, for how long, and what their phones do. */
export function ActivityForm({ activity, running = false, draft, submit, onDone, onCancel }: ActivityFormProps) {
  const t = useText('sessions');
  const form = useForm<Values, typeof EditActivity>({
    schema: EditActivity,
    initial: activity ? valuesOf(activity) : START,
    toInput: (values) => ({
      title: values.title,
      instruction: values.instruction,
      staffNotes: values.staffNotes,
      minutes: values.minutes,
      methodId: activity?.methodId ?? null,
      settings: running && activity ? activity.settings : (settingsOf(values) as ActivitySettings),
    }),
    labels: {
      title: t('activity.title'), instruction: t('activity.instruction'), staffNotes: t('activity.staffNotes'), minutes: t('activity.minutes'), settings: t('activity.kind'),
      'settings.frames': t('activity.frames'), 'settings.frames.*': t('activity.frames'), 'settings.dots': t('activity.dots'), 'settings.perOption': t('activity.perOption'),
    },
    draft,
    submit,
    onDone,
  });
  const { values } = form;
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {!running && (
        <RadioGroup
          label={t('activity.kind')}
          options={ACTIVITY_KINDS.map((id) => ({ id, label: t(`activityKind.${id}`), hint: t(`activityKindMeans.${id}`) }))}
          value={values.kind}
          onChange={(kind) => form.set('kind', kind)}
        />
      )}
      <TextField {...form.text('title')} />
      <TextArea {...form.text('instruction')} hint={t('activity.instructionHint')} optional rows={2} maxLength={INSTRUCTION_MAX_LENGTH} />
      <NumberField
        id={fieldIdOf('minutes')}
        label={t('activity.minutes')}
        min={1}
        max={ACTIVITY_MINUTES_MAX}
        value={values.minutes}
        onChange={(minutes) => form.set('minutes', minutes)}
        error={form.errorOf('minutes')}
      />
      {!running && values.kind === 'brainstorm' && (
        <>
          <RadioGroup
            label={t('activity.mode')}
            options={BrainstormMode.options.map((id) => ({ id, label: t(`mode.${id}`), hint: t(`modeMeans.${id}`) }))}
            value={values.mode}
            onChange={(mode) => form.set('mode', mode)}
          />
          <TextArea
            id={fieldIdOf('settings.frames')}
            label={t('activity.frames')}
            hint={t('activity.framesHint')}
            optional
            rows={3}
            value={values.frames}
            onChange={(frames) => form.set('frames', frames)}
            error={form.errorOf('settings.frames') ?? firstFrameError(form.errorOf)}
          />
        </>
      )}
      {!running && values.kind === 'dot-vote' && (
        <>
          <NumberField
            id={fieldIdOf('settings.dots')}
            label={t('activity.dots')}
            min={1}
            max={DOTS_MAX}
            value={values.dots}
            onChange={(dots) => form.set('dots', dots)}
            error={form.errorOf('settings.dots')}
          />
          <Checkbox label={t('activity.limited')} hint={t('activity.limitedHint')} checked={values.limited} onChange={(limited) => form.set('limited', limited)} />
          {values.limited && (
            <NumberField
              id={fieldIdOf('settings.perOption')}
              label={t('activity.perOption')}
              min={1}
              max={values.dots ?? DOTS_MAX}
              value={values.perOption}
              onChange={(perOption) => form.set('perOption', perOption)}
              error={form.errorOf('settings.perOption')}
            />
          )}
        </>
      )}
      <TextArea {...form.text('staffNotes')} hint={t('activity.staffNotesHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} />
      <div className="row form-actions">
        <Button type="submit" isPending={form.pending}>
          {activity ? t('activity.save') : t('activity.add')}
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

const firstFrameError = (errorOf: (path: string) => string | null) => {
  for (let i = 0; i < 12; i += 1) {
    const error = errorOf(`settings.frames.${i}`);
    if (error) return error;
  }
  return null;
};
