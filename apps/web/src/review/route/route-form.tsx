import { PlanRoute, ROUTE_MAX, type RouteStep, type RouteView } from '@spolu/contracts/referral-route';
import type { BodyView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useWholeList } from '../../http/use-list.ts';
import { useText } from '../../i18n/use-text.ts';
import { useBodyHint } from '../../outputs/refer-dialog.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';
import { FormActions } from '../form-actions.tsx';

interface StepValues {
  id: string;
  bodyId: string | null;
  dueOn: string | null;
  asked: string;
  withPrevious: boolean;
}
const added = (bodyId: string | null = null): StepValues => ({ id: uuid(), bodyId, dueOn: null, asked: '', withPrevious: false });

interface RouteFormProps {
  view: RouteView;
  /** To the council: a step of a body that decides is added. */
  forward: boolean;
  onDone: () => void;
}

/** The bodies a dossier goes to, in order, each with its day and what it is asked. */
export function RouteForm(props: RouteFormProps) {
  const bodies = useWholeList<BodyView>('/bodies');
  return <Loaded query={bodies}>{(all) => <Form {...props} bodies={all} />}</Loaded>;
}

function Form({ view, forward, onDone, bodies }: RouteFormProps & { bodies: BodyView[] }) {
  const t = useText('review');
  const refresh = useRefresh();
  const [moved, setMoved] = useState('');
  const standing = new Map(view.steps.map((step) => [step.id, step]));
  const first = view.steps.length === 0;
  const form = useForm({
    schema: PlanRoute,
    initial: {
      revision: view.revision,
      reason: '',
      steps: [
        ...view.steps.map(({ id, bodyId, dueOn, asked, withPrevious }): StepValues => ({ id, bodyId, dueOn, asked, withPrevious })),
        ...(forward ? [added(bodies.find(({ deciding }) => deciding)?.id)] : first ? [added()] : []),
      ],
    },
    labels: {
      reason: t('route.reason'), steps: t('route.title'), 'steps.*.bodyId': t('route.body'), 'steps.*.dueOn': t('route.dueOn'), 'steps.*.asked': t('route.askedLabel'), 'steps.*.withPrevious': t('route.withPrevious'),
    },
    submit: (input) => api.put(`/dossiers/${view.dossierId}/route`, input),
    onDone: async () => {
      await refresh('/dossiers', '/referrals', '/records');
      toast(t('route.saved'));
      onDone();
    },
  });
  const { steps } = form.values;
  const nameOf = (id: string | null) => bodies.find((body) => body.id === id)?.name ?? t('route.newBody');
  const setStep = (i: number, part: Partial<StepValues>) => form.set('steps', steps.map((step, at) => (at === i ? { ...step, ...part } : step)));
  const begun = steps.filter(({ id }) => (standing.get(id)?.state ?? 'waiting') !== 'waiting').length;
  function move(from: number, by: -1 | 1) {
    const next = [...steps];
    const [step] = next.splice(from, 1);
    next.splice(from + by, 0, step!);
    form.set('steps', next.map((one, i) => (i === 0 ? { ...one, withPrevious: false } : one)));
    setMoved(t('route.moved', { body: nameOf(step!.bodyId), place: from + by + 1 }));
    requestAnimationFrame(() => document.getElementById(fieldIdOf(`steps.${from + by}`))?.focus());
  }
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <p role="status" className="visually-hidden">{moved}</p>
      <ol role="list" className="review-route">
        {steps.map((step, i) => {
          const name = nameOf(step.bodyId);
          return (
            <li key={step.id} className="review-step">
              <fieldset className="ui-field review-heads">
                <legend>
                  <h2 id={fieldIdOf(`steps.${i}`)} tabIndex={-1}>
                    {i + 1}. {name}
                  </h2>
                </legend>
                <StepFields i={i} step={step} before={standing.get(step.id)} bodies={bodies} errorOf={form.errorOf} onChange={(part) => setStep(i, part)} />
              </fieldset>
              {i >= begun && (
                <div className="row">
                  <Button look="quiet" size="small" isDisabled={i === begun} aria-label={t('agenda.upNamed', { title: name })} onPress={() => move(i, -1)}>{t('agenda.up')}</Button>
                  <Button look="quiet" size="small" isDisabled={i === steps.length - 1} aria-label={t('agenda.downNamed', { title: name })} onPress={() => move(i, 1)}>{t('agenda.down')}</Button>
                  <Button look="quiet" size="small" isDisabled={steps.length === 1} aria-label={t('route.removeNamed', { body: name })} onPress={() => form.set('steps', steps.filter((_, at) => at !== i))}>{t('route.remove')}</Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {steps.length < ROUTE_MAX && (
        <div>
          <Button look="secondary" onPress={() => form.set('steps', [...steps, added()])}>{t('route.add')}</Button>
        </div>
      )}
      {!first && <TextArea {...form.text('reason')} label={t('route.changeReason')} hint={t('route.changeReasonHint')} optional rows={2} maxLength={2_000} />}
      <FormActions save={first ? t('route.saveFirst') : t('route.save')} pending={form.pending} onCancel={onDone} />
    </form>
  );
}

interface StepFieldsProps {
  i: number;
  step: StepValues;
  /** As it stands; none for one that is being added. */
  before: RouteStep | undefined;
  bodies: readonly BodyView[];
  errorOf: (path: string) => string | null;
  onChange: (part: Partial<StepValues>) => void;
}

/** What has begun keeps its body and its place, what is over also its day. */
function StepFields({ i, step, before, bodies, errorOf, onChange }: StepFieldsProps) {
  const t = useText('review');
  const hintOf = useBodyHint();
  const state = before?.state ?? 'waiting';
  if (state === 'opinion-adopted' || state === 'decided' || state === 'withdrawn') return <p>{t(`route.state.${state}`)}</p>;
  const id = (name: string) => fieldIdOf(`steps.${i}.${name}`);
  return (
    <>
      {state === 'waiting' && (
        <Select
          id={id('bodyId')} label={t('route.body')} hint={hintOf(bodies.find((body) => body.id === step.bodyId))} options={bodies.map((body) => ({ id: body.id, label: body.name }))} value={step.bodyId}
          onChange={(bodyId) => onChange({ bodyId })} error={errorOf(`steps.${i}.bodyId`)}
        />
      )}
      {state === 'waiting' && i > 0 && <Checkbox label={t('route.withPrevious')} hint={t('route.withPreviousHint')} checked={step.withPrevious} onChange={(withPrevious) => onChange({ withPrevious })} />}
      <DateField id={id('dueOn')} label={t('route.dueOn')} hint={t('route.dueOnHint')} value={step.dueOn} onChange={(dueOn) => onChange({ dueOn })} error={errorOf(`steps.${i}.dueOn`)} />
      <TextArea id={id('asked')} label={t('route.askedLabel')} hint={t('route.askedHint')} optional rows={2} maxLength={2_000} value={step.asked} onChange={(asked) => onChange({ asked })} error={errorOf(`steps.${i}.asked`)} />
    </>
  );
}
