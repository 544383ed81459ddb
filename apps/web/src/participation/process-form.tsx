import type { ActionPlanView } from '@spolu/contracts/commitments';
import { SECTORS, TEXT_MAX_LENGTH, Visibility, type Made } from '@spolu/contracts/common';
import type { OrganisationView } from '@spolu/contracts/identity';
import { EditProcess, ProcessState, type ProcessView } from '@spolu/contracts/participation';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { CheckboxGroup } from '@spolu/ui/checkbox';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useNavigate } from 'react-router';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { ItemList } from './item-list.tsx';
import './participation.css';

const NEW: EditProcess = {
  title: '',
  problem: '',
  statusQuo: '',
  goals: [],
  phases: [],
  actors: [],
  organisationIds: [],
  commitmentIds: [],
  state: 'draft',
  visibility: 'internal',
  revision: 0,
};

const valuesOf = (view: ProcessView): EditProcess => ({
  title: view.title,
  problem: view.problem,
  statusQuo: view.statusQuo,
  goals: view.goals,
  phases: view.phases,
  actors: view.actors,
  organisationIds: view.organisationIds,
  commitmentIds: view.commitmentIds,
  state: view.state,
  visibility: view.visibility,
  revision: view.revision,
});

/** Creates a process or changes one. What was typed is kept in this tab until it is saved. */
export function ProcessForm({ process }: { process: ProcessView | null }) {
  const t = useText('participation');
  const identity = useText('identity');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const plans = useWholeList<ActionPlanView>('/action-plans');
  const labels = {
    title: t('field.title'),
    problem: t('field.problem'),
    statusQuo: t('field.statusQuo'),
    goals: t('field.goals'),
    'goals.*': t('field.goals'),
    phases: t('field.phases'),
    'phases.*.title': t('phase.title'),
    'phases.*.fromOn': t('phase.fromOn'),
    'phases.*.untilOn': t('phase.untilOn'),
    actors: t('field.actors'),
    'actors.*.name': t('actor.name'),
    'actors.*.role': t('actor.role'),
    organisationIds: t('field.organisations'),
    commitmentIds: t('field.commitments'),
    state: t('field.state'),
    visibility: t('field.visibility'),
  };
  const form = useForm({
    schema: EditProcess,
    initial: process ? valuesOf(process) : NEW,
    labels,
    draft: process ? `process ${process.id}` : 'process new',
    submit: async (input) => {
      if (process) await api.put(`/processes/${process.id}`, input);
      return process ?? api.post<Made>('/processes', input);
    },
    onDone: async (made) => {
      await refresh('/processes');
      toast(t('edit.saved'));
      await navigate(`/processes/${(made as Made).id}`);
    },
  });
  const { values, set } = form;

  /** Somebody saved meanwhile: her words were shown, and these are meant to stand. */
  async function handleSaveMine() {
    const newest = await api.get<ProcessView>(`/processes/${process?.id ?? ''}`);
    await form.submitAgain({ ...values, revision: newest.revision });
  }

  const changedMeanwhile = form.failure instanceof Problem && form.failure.code === 'changed-meanwhile';
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {changedMeanwhile && process && (
        <Notice tone="warn" title={t('edit.changedTitle')}>
          <div className="row">
            <LinkButton look="secondary" size="small" href={`/processes/${process.id}`} target="_blank">
              {t('edit.seeNewest')}
            </LinkButton>
            <Button look="secondary" size="small" onPress={() => void handleSaveMine()}>
              {t('edit.saveMine')}
            </Button>
          </div>
        </Notice>
      )}
      {form.restored && (
        <Notice title={t('edit.restored')}>
          <Button look="secondary" size="small" onPress={form.startOver}>
            {t('edit.startOver')}
          </Button>
        </Notice>
      )}
      <TextField {...form.text('title')} hint={t('hint.title')} />
      <TextArea {...form.text('problem')} hint={t('hint.problem')} optional maxLength={TEXT_MAX_LENGTH} rows={5} />
      <TextArea {...form.text('statusQuo')} hint={t('hint.statusQuo')} optional maxLength={TEXT_MAX_LENGTH} rows={5} />

      <ItemList
        label={labels.goals}
        hint={t('hint.goals')}
        items={values.goals}
        keyOf={(_, i) => String(i)}
        onChange={(goals) => set('goals', goals)}
        make={() => ''}
        max={20}
        addLabel={t('goal.add')}
        itemLabel={(i) => t('goal.nth', { number: i + 1 })}
        ordered
      >
        {(goal, i, change) => (
          <TextArea
            id={fieldIdOf(`goals.${i}`)}
            label={t('goal.nth', { number: i + 1 })}
            rows={2}
            value={goal}
            // A goal is one sentence: what is pasted with line ends becomes one line.
            onChange={(text) => change(text.replace(/\s*\n\s*/g, ' '))}
            error={form.errorOf(`goals.${i}`)}
          />
        )}
      </ItemList>

      <ItemList
        label={labels.phases}
        hint={t('hint.phases')}
        items={values.phases}
        keyOf={(phase) => phase.id}
        onChange={(phases) => set('phases', phases)}
        make={() => ({ id: uuid(), title: '', fromOn: null, untilOn: null })}
        max={20}
        addLabel={t('phase.add')}
        itemLabel={(i) => t('phase.nth', { number: i + 1 })}
        ordered
      >
        {(phase, i, change) => (
          <>
            <TextField
              id={fieldIdOf(`phases.${i}.title`)}
              label={t('phase.titleOf', { number: i + 1 })}
              value={phase.title}
              onChange={(title) => change({ ...phase, title })}
              error={form.errorOf(`phases.${i}.title`)}
            />
            <div className="participation-days">
              <DateField
                id={fieldIdOf(`phases.${i}.fromOn`)}
                label={t('phase.fromOn')}
                optional
                value={phase.fromOn}
                onChange={(fromOn) => change({ ...phase, fromOn })}
                error={form.errorOf(`phases.${i}.fromOn`)}
              />
              <DateField
                id={fieldIdOf(`phases.${i}.untilOn`)}
                label={t('phase.untilOn')}
                optional
                value={phase.untilOn}
                onChange={(untilOn) => change({ ...phase, untilOn })}
                error={form.errorOf(`phases.${i}.untilOn`)}
              />
            </div>
          </>
        )}
      </ItemList>

      <ItemList
        label={labels.actors}
        hint={t('hint.actors')}
        items={values.actors}
        keyOf={(actor) => actor.id}
        onChange={(actors) => set('actors', actors)}
        make={() => ({ id: uuid(), name: '', sector: 'residents' as const, organisationId: null, role: '' })}
        max={100}
        addLabel={t('actor.add')}
        itemLabel={(i) => values.actors[i]?.name || t('actor.nth', { number: i + 1 })}
      >
        {(actor, i, change) => (
          <>
            <TextField
              id={fieldIdOf(`actors.${i}.name`)}
              label={t('actor.name')}
              value={actor.name}
              onChange={(name) => change({ ...actor, name })}
              error={form.errorOf(`actors.${i}.name`)}
            />
            <div className="participation-days">
              <Select
                id={fieldIdOf(`actors.${i}.sector`)}
                label={identity('sector.title')}
                options={SECTORS.map((id) => ({ id, label: identity(`sector.${id}`) }))}
                value={actor.sector}
                onChange={(sector) => change({ ...actor, sector })}
                error={form.errorOf(`actors.${i}.sector`)}
              />
              <TextField
                id={fieldIdOf(`actors.${i}.role`)}
                label={t('actor.role')}
                optional
                value={actor.role}
                onChange={(role) => change({ ...actor, role })}
                error={form.errorOf(`actors.${i}.role`)}
              />
            </div>
          </>
        )}
      </ItemList>

      <Loaded query={organisations}>
        {(known) => (
          <CheckboxGroup
            id={fieldIdOf('organisationIds')}
            label={labels.organisationIds}
            hint={t('hint.organisations')}
            options={known.map(({ id, name }) => ({ id, label: name }))}
            value={values.organisationIds}
            onChange={(ids) => set('organisationIds', ids)}
            error={form.errorOf('organisationIds')}
          />
        )}
      </Loaded>
      <Loaded query={plans}>
        {(known) =>
          known.some((plan) => plan.commitments.length > 0) && (
            <CheckboxGroup
              id={fieldIdOf('commitmentIds')}
              label={labels.commitmentIds}
              hint={t('hint.commitments')}
              options={known.flatMap((plan) => plan.commitments).map(({ id, title }) => ({ id, label: title }))}
              value={values.commitmentIds}
              onChange={(ids) => set('commitmentIds', ids)}
              error={form.errorOf('commitmentIds')}
            />
          )
        }
      </Loaded>
      <RadioGroup
        id={fieldIdOf('state')}
        label={labels.state}
        options={ProcessState.options.map((id) => ({ id, label: t(`state.${id}`), hint: t(`stateHint.${id}`) }))}
        value={values.state}
        onChange={(state) => set('state', state)}
        error={form.errorOf('state')}
      />
      <RadioGroup
        id={fieldIdOf('visibility')}
        label={labels.visibility}
        options={Visibility.options.map((id) => ({ id, label: t(`visibility.${id}`), hint: t(`visibilityHint.${id}`) }))}
        value={values.visibility}
        onChange={(visibility) => set('visibility', visibility)}
        error={form.errorOf('visibility')}
      />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {process ? t('edit.save') : t('edit.create')}
        </Button>
        <LinkButton look="quiet" href={process ? `/processes/${process.id}` : '/processes'} onClick={form.forget}>
          {t('edit.discard')}
        </LinkButton>
      </div>
    </form>
  );
}
