import { ASSESSED_TEXT_MAX_LENGTH, COST_MAX, Feasibility, WriteAssessment, type AssessmentView, type Criterion } from '@spolu/contracts/assessment';
import { LANGUAGES } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useRef } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useOutcomeText } from '../provenance/outcome.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** A value and its reason by criterion; a reason may be written before the value is. */
type Scores = Readonly<Record<string, { value: number | null; reason: string }>>;
const NOTHING: Scores[string] = { value: null, reason: '' };
/** Those of the criteria as they are now that something was said of; a reason alone is asked for its value rather than lost. */
const saidOf = (criteria: readonly Criterion[], scores: Scores) =>
  criteria.map(({ id }) => ({ criterionId: id, ...(scores[id] ?? NOTHING) })).filter(({ value, reason }) => value !== null || reason.trim() !== '');

export function AssessmentForm({ assessment }: { assessment: AssessmentView }) {
  const t = useText('assessment');
  const outcomeText = useOutcomeText();
  const refresh = useRefresh();
  const { id, criteria, revision, state, feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName } = assessment;
  /** Which of the two buttons was pressed. */
  const give = useRef(false);
  const form = useForm({
    schema: WriteAssessment.omit({ revision: true, give: true }),
    initial: {
      scores: Object.fromEntries(criteria.map((criterion) => {
        const score = assessment.scores.find(({ criterionId }) => criterionId === criterion.id);
        return [criterion.id, { value: score?.value ?? null, reason: score?.reason ?? '' }];
      })),
      feasibility, cost, costNote, internalNote, publicAnswer, language, assessorName,
    },
    toInput: (values) => ({ ...values, scores: saidOf(criteria, values.scores) }),
    labels: {
      feasibility: t('form.feasibility'), cost: t('form.cost'), costNote: t('form.costNote'), internalNote: t('form.internalNote'),
      publicAnswer: t('form.publicAnswer'), language: t('form.language'), assessorName: t('form.assessorName'), scores: t('criteria.field'),
    },
    draft: `assessment ${id}`,
    submit: async (input) => {
      try {
        await api.put(`/assessments/${id}`, { ...input, revision, give: give.current } satisfies WriteAssessment);
      } catch (error) {
        // Somebody of the department saved: hers is read, and the next try stands on it.
        if (error instanceof Problem && error.code === 'changed-meanwhile') await refresh('/assessments');
        throw error;
      }
    },
    onDone: async () => {
      await refresh('/assessments', '/processes');
      toast(t(give.current || state === 'given' ? 'form.given' : 'form.saved'));
    },
  });
  const { values } = form;
  const setScore = (criterionId: string, change: Partial<Scores[string]>) =>
    form.set('scores', { ...values.scores, [criterionId]: { ...(values.scores[criterionId] ?? NOTHING), ...change } });
  /** Its place among what would be sent; of what is not, a name of its own. */
  const pathOf = (criterionId: string) => {
    const at = saidOf(criteria, values.scores).findIndex((score) => score.criterionId === criterionId);
    return at === -1 ? `scores.${criterionId}` : `scores.${at}.value`;
  };
  const send = (all: boolean) => {
    give.current = all;
    void form.handleSubmit();
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(true);
      }}
    >
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {form.failure instanceof Problem && form.failure.code === 'changed-meanwhile' && <Notice tone="warn">{t('form.changed')}</Notice>}
      {form.restored && (
        <Notice title={t('form.restored')}>
          <Button look="secondary" size="small" onPress={form.startOver}>{t('form.startOver')}</Button>
        </Notice>
      )}
      {criteria.map((criterion) => (
        <ScoreField
          key={criterion.id}
          criterion={criterion}
          score={values.scores[criterion.id] ?? NOTHING}
          id={fieldIdOf(pathOf(criterion.id))}
          error={form.errorOf(pathOf(criterion.id))}
          onChange={(change) => setScore(criterion.id, change)}
        />
      ))}
      <RadioGroup
        id={fieldIdOf('feasibility')}
        label={t('form.feasibility')}
        options={Feasibility.options.map((one) => ({ id: one, label: outcomeText(one) }))}
        value={values.feasibility}
        onChange={(one) => form.set('feasibility', one)}
        error={form.errorOf('feasibility')}
      />
      <NumberField id={fieldIdOf('cost')} label={t('form.cost')} optional width="medium" min={0} max={COST_MAX} value={values.cost} onChange={(amount) => form.set('cost', amount)} error={form.errorOf('cost')} />
      <TextField {...form.text('costNote')} optional />
      <TextArea {...form.text('publicAnswer')} hint={t('form.publicHint')} optional rows={5} maxLength={ASSESSED_TEXT_MAX_LENGTH} />
      <Select
        id={fieldIdOf('language')}
        label={t('form.language')}
        options={LANGUAGES.map((one) => ({ id: one, label: LANGUAGE_NAMES[one] }))}
        value={values.language}
        onChange={(one) => form.set('language', one)}
        width="medium"
      />
      <TextArea {...form.text('internalNote')} hint={t('form.internalHint')} optional rows={3} maxLength={ASSESSED_TEXT_MAX_LENGTH} />
      <TextField {...form.text('assessorName')} hint={t('form.assessorHint')} optional />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>{t(state === 'given' ? 'form.giveAgain' : 'form.give')}</Button>
        {state !== 'given' && (
          <Button look="secondary" isDisabled={form.pending} onPress={() => send(false)}>{t('form.save')}</Button>
        )}
      </div>
    </form>
  );
}

/** What is given for one criterion, and why. */
function ScoreField({ criterion, score, id, error, onChange }: { criterion: Criterion; score: Scores[string]; id: string; error: string | null; onChange: (change: Partial<Scores[string]>) => void }) {
  const t = useText('assessment');
  const choices = criterion.kind === 'must'
    ? [{ id: '1', label: t('form.met') }, { id: '0', label: t('form.notMet') }]
    : Array.from({ length: criterion.scaleMax + 1 }, (_, points) => ({ id: String(points), label: String(points) }));
  return (
    <div className="assessment-score stack stack-s">
      <RadioGroup
        id={id}
        error={error}
        label={criterion.kind === 'must' ? criterion.title : t('form.score', { title: criterion.title, max: criterion.scaleMax })}
        hint={criterion.description || undefined}
        direction="row"
        options={choices}
        value={score.value === null ? null : String(score.value)}
        onChange={(value) => onChange({ value: Number(value) })}
      />
      <TextArea label={t('form.reasonOf', { title: criterion.title })} optional rows={2} maxLength={ASSESSED_TEXT_MAX_LENGTH} value={score.reason} onChange={(reason) => onChange({ reason })} />
    </div>
  );
}
