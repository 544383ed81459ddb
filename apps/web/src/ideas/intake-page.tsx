import type { Page as PageOf } from '@spolu/contracts/common';
import { EditIdeaIntake, type IdeaIntakeView, type WaitingIdea } from '@spolu/contracts/idea-intake';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { ItemList } from '../participation/item-list.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { ForIntakeStaff } from './for-intake-staff.tsx';
import { PlanFields } from './places/plan-fields.tsx';
import { planInput, planValues } from './places/plan-values.ts';
import '../participation/participation.css';
import './ideas.css';

/** Whether and how a process takes ideas of residents, and those that wait for somebody's look. */
export function IntakePage() {
  const t = useText('ideas');
  return (
    <ForIntakeStaff>
      {(view, processId) => (
        <Page title={t('intake.title')} kind={view.processTitle} breadcrumbs={[{ label: view.processTitle, href: `/processes/${processId}` }]} summary={t('intake.summary')} width="narrow">
          <Waiting processId={processId} />
          <section className="page-section">
            <h2>{t('intake.settings')}</h2>
            <IntakeForm key={view.revision} processId={processId} intake={view} />
          </section>
        </Page>
      )}
    </ForIntakeStaff>
  );
}

function Waiting({ processId }: { processId: string }) {
  const t = useText('ideas');
  const format = useFormat();
  const ideas = useList<PageOf<WaitingIdea>>(`/processes/${processId}/waiting-ideas`);
  return (
    <section className="page-section">
      <h2>{t('waiting.title')}</h2>
      <Loaded query={ideas}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('waiting.none')}</p>
          ) : (
            <ul role="list" className="stack">
              {items.map(({ id, title, summary, language, createdAt }) => (
                <Card as="li" look="link" key={id}>
                  <h3 lang={language ?? undefined}>
                    <a href={`/ideas/${id}`}>{title}</a>
                  </h3>
                  {summary && (
                    <p className="ideas-two-lines" lang={language ?? undefined}>
                      {summary}
                    </p>
                  )}
                  <p className="small soft">{format.dateTime(createdAt)}</p>
                </Card>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={ideas} label={t('waiting.title')} />
    </section>
  );
}

function IntakeForm({ processId, intake }: { processId: string; intake: IdeaIntakeView }) {
  const t = useText('ideas');
  const refresh = useRefresh();
  const { fromOn, untilOn, lookFirst, categories, plan, revision } = intake;
  const form = useForm({
    schema: EditIdeaIntake,
    initial: { fromOn, untilOn, lookFirst, categories, plan: planValues(plan), revision },
    toInput: (values) => ({ ...values, plan: planInput(values.plan) }),
    labels: { fromOn: t('intake.fromOn'), untilOn: t('intake.untilOn'), lookFirst: t('intake.lookFirst'), categories: t('intake.categories'), 'categories.*.title': t('intake.category'), plan: t('plan.title'), 'plan.description': t('plan.description'), 'plan.edges': t('plan.edges') },
    about: { 'idea/category-in-use': 'categories' },
    submit: (input) => api.put(`/processes/${processId}/idea-intake`, input),
    onDone: async () => {
      await refresh(`/processes/${processId}`);
      toast(t('intake.saved'));
    },
  });
  const { values, set } = form;
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <div className="participation-days">
        <DateField id={fieldIdOf('fromOn')} label={t('intake.fromOn')} hint={t('intake.fromOnHint')} optional value={values.fromOn} onChange={(day) => set('fromOn', day)} error={form.errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('intake.untilOn')} hint={t('intake.untilOnHint')} optional value={values.untilOn} onChange={(day) => set('untilOn', day)} error={form.errorOf('untilOn')} />
      </div>
      <RadioGroup
        id={fieldIdOf('lookFirst')}
        label={t('intake.lookFirst')}
        options={[
          { id: 'yes', label: t('intake.afterLook'), hint: t('intake.afterLookHint') },
          { id: 'no', label: t('intake.atOnce'), hint: t('intake.atOnceHint') },
        ]}
        value={values.lookFirst ? 'yes' : 'no'}
        onChange={(chosen) => set('lookFirst', chosen === 'yes')}
      />
      <ItemList
        label={t('intake.categories')}
        hint={t('intake.categoriesHint')}
        items={values.categories}
        keyOf={({ id }) => id}
        onChange={(changed) => set('categories', changed)}
        make={() => ({ id: uuid(), title: '' })}
        max={30}
        addLabel={t('intake.addCategory')}
        itemLabel={(i) => values.categories[i]?.title || t('intake.nthCategory', { number: i + 1 })}
        ordered
      >
        {(category, i, change) => (
          <TextField
            id={fieldIdOf(`categories.${i}.title`)}
            label={t('intake.nthCategory', { number: i + 1 })}
            value={category.title}
            onChange={(title) => change({ ...category, title })}
            error={form.errorOf(`categories.${i}.title`)}
          />
        )}
      </ItemList>
      <PlanFields processId={processId} value={values.plan} onChange={(changed) => set('plan', changed)} errorOf={form.errorOf} />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
