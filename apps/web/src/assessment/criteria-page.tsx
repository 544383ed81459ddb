import { CRITERIA_MAX, EditCriteria, SCALE_MAX, WEIGHT_MAX, ASSESSED_TEXT_MAX_LENGTH, type CriteriaView, type Criterion } from '@spolu/contracts/assessment';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { Notice } from '@spolu/ui/notice';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useParams } from 'react-router';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { ItemList } from '../participation/item-list.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** By what the ideas of a process are assessed: for everybody to read, for its lead to set. */
export function CriteriaPage() {
  const { id = '' } = useParams();
  const t = useText('assessment');
  const [editing, setEditing] = useState(false);
  const view = useResource<CriteriaView>(`/processes/${id}/criteria`);
  return (
    <Loaded query={view} as="page">
      {(criteria) => (
        <Page
          title={t('criteria.title')}
          summary={t('criteria.summary')}
          breadcrumbs={[{ label: criteria.processTitle, href: `/processes/${id}` }]}
          width="narrow"
          actions={criteria.may.edit && !editing && <Button look="secondary" onPress={() => setEditing(true)}>{t('criteria.edit')}</Button>}
        >
          {editing ? <CriteriaForm processId={id} view={criteria} onDone={() => setEditing(false)} /> : <CriteriaList criteria={criteria.criteria} />}
        </Page>
      )}
    </Loaded>
  );
}

function CriteriaList({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useText('assessment');
  const format = useFormat();
  const whole = criteria.reduce((sum, criterion) => sum + (criterion.kind === 'points' ? criterion.weight : 0), 0);
  if (criteria.length === 0) return <p className="soft">{t('criteria.none')}</p>;
  return (
    <ol role="list" className="assessment-criteria">
      {criteria.map((criterion) => (
        <li key={criterion.id} className="stack stack-s">
          <h2 className="h3">{criterion.title}</h2>
          <p className="soft small">
            {criterion.kind === 'must'
              ? t('criteria.must')
              : `${t('criteria.points', { max: criterion.scaleMax, weight: criterion.weight })} · ${t('criteria.share', { percent: format.percent(criterion.weight / whole) })}`}
          </p>
          {criterion.description && <p className="keep-lines">{criterion.description}</p>}
        </li>
      ))}
    </ol>
  );
}

const newCriterion = (): Criterion => ({ kind: 'points', id: uuid(), title: '', description: '', weight: 1, scaleMax: 5 });
const ofKind = (kind: Criterion['kind'], { id, title, description }: Criterion): Criterion =>
  kind === 'must' ? { kind, id, title, description } : { kind, id, title, description, weight: 1, scaleMax: 5 };

function CriteriaForm({ processId, view: { criteria, revision, fixed }, onDone }: { processId: string; view: CriteriaView; onDone: () => void }) {
  const t = useText('assessment');
  const refresh = useRefresh();
  const form = useForm({
    schema: EditCriteria,
    initial: { criteria, revision },
    draft: `criteria ${processId} ${revision}`,
    labels: { criteria: t('criteria.field'), 'criteria.*.title': t('criteria.name'), 'criteria.*.description': t('criteria.description'), 'criteria.*.weight': t('criteria.weight'), 'criteria.*.scaleMax': t('criteria.scaleMax') },
    submit: (input) => api.put(`/processes/${processId}/criteria`, input),
    onDone: async () => {
      await refresh('/processes', '/assessments');
      toast(t('criteria.saved'));
      onDone();
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {fixed && <Notice>{t('criteria.fixed')}</Notice>}
      <ItemList
        label={t('criteria.field')}
        hint={t('criteria.hint')}
        items={form.values.criteria}
        keyOf={({ id }) => id}
        onChange={(next) => form.set('criteria', next)}
        make={newCriterion}
        max={fixed ? form.values.criteria.length : CRITERIA_MAX}
        addLabel={t('criteria.add')}
        itemLabel={(i) => t('criteria.nth', { number: i + 1 })}
        ordered
      >
        {(criterion, i, change) => (
          <>
            <TextField
              id={fieldIdOf(`criteria.${i}.title`)}
              label={t('criteria.nth', { number: i + 1 })}
              value={criterion.title}
              onChange={(title) => change({ ...criterion, title })}
              error={form.errorOf(`criteria.${i}.title`)}
            />
            <TextArea
              id={fieldIdOf(`criteria.${i}.description`)}
              label={t('criteria.description')}
              optional
              rows={2}
              maxLength={ASSESSED_TEXT_MAX_LENGTH}
              value={criterion.description}
              onChange={(description) => change({ ...criterion, description })}
              error={form.errorOf(`criteria.${i}.description`)}
            />
            <RadioGroup
              label={t('criteria.kind')}
              direction="row"
              disabled={fixed}
              options={(['points', 'must'] as const).map((kind) => ({ id: kind, label: t(`criteria.kinds.${kind}`) }))}
              value={criterion.kind}
              onChange={(kind) => change(ofKind(kind, criterion))}
            />
            {criterion.kind === 'points' && (
              <div className="row">
                <NumberField id={fieldIdOf(`criteria.${i}.weight`)} label={t('criteria.weight')} min={1} max={WEIGHT_MAX} disabled={fixed} value={criterion.weight} onChange={(weight) => change({ ...criterion, weight: weight ?? 1 })} error={form.errorOf(`criteria.${i}.weight`)} />
                <NumberField id={fieldIdOf(`criteria.${i}.scaleMax`)} label={t('criteria.scaleMax')} min={1} max={SCALE_MAX} disabled={fixed} value={criterion.scaleMax} onChange={(scaleMax) => change({ ...criterion, scaleMax: scaleMax ?? 1 })} error={form.errorOf(`criteria.${i}.scaleMax`)} />
              </div>
            )}
          </>
        )}
      </ItemList>
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>{t('criteria.save')}</Button>
        <Button
          look="quiet"
          onPress={() => {
            form.forget();
            onDone();
          }}
        >
          {t('view.cancel')}
        </Button>
      </div>
    </form>
  );
}
