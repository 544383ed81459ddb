import { Currency, type Made } from '@spolu/contracts/common';
import { EditPublicVote, faultsOfVote, VOTE_CATEGORIES_MAX, VOTE_DOTS_MAX, VOTE_INTRO_MAX_LENGTH, VOTE_METHODS, VOTE_OPTIONS_MAX, Voters, type PublicVoteView } from '@spolu/contracts/public-votes';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { ItemList } from '../participation/item-list.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { ChooseIdeas } from './choose-ideas.tsx';
import { HowItWorks } from './how-it-works.tsx';
import { inputOf, newCategory, newVote, ruleOf, valuesOf } from './vote-values.ts';
import './public-votes.css';
import '../participation/participation.css';

/** Prepares a vote: what it asks, of whom, when, by which rule, with a preview of what voters will read. */
export function VoteForm({ processId, vote }: { processId: string; vote: PublicVoteView | null }) {
  const t = useText('public-votes');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const form = useForm({
    schema: EditPublicVote,
    initial: vote ? valuesOf(vote) : newVote(),
    toInput: inputOf,
    labels: {
      title: t('form.title'), intro: t('form.intro'), rule: t('form.method'), voters: t('form.voters'),
      'opens.on': t('form.opensOn'), 'opens.time': t('form.opensTime'), 'closes.on': t('form.closesOn'), 'closes.time': t('form.closesTime'),
      categories: t('form.categories'), 'categories.*.title': t('form.category'), 'categories.*.limit': t('form.limit'), 'categories.*.winners': t('form.winners'),
      'categories.*.budget': t('form.budget'), 'categories.*.options': t('form.options'), 'categories.*.options.*.cost': t('form.cost'),
    },
    draft: vote ? `vote ${vote.id}` : `vote new ${processId}`,
    submit: async (input) => {
      const faults = faultsOfVote(input);
      if (faults.length > 0) throw new Problem('invalid-input', {}, faults);
      if (vote) await api.put(`/public-votes/${vote.id}`, input);
      return vote ?? api.post<Made>(`/processes/${processId}/public-votes`, input);
    },
    onDone: async (made) => {
      await refresh('/public-votes', `/processes/${processId}/public-votes`);
      toast(t('form.saved'));
      await navigate(`/public-votes/${(made as Made).id}`);
    },
  });
  const { values, set, change } = form;
  const { method } = values;
  const limited = method === 'fixed-number' || method === 'dots';
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('title')} hint={t('hint.title')} />
      <TextArea {...form.text('intro')} hint={t('hint.intro')} optional maxLength={VOTE_INTRO_MAX_LENGTH} rows={5} />
      <RadioGroup
        id={fieldIdOf('rule')} label={t('form.method')} value={method} onChange={(next) => set('method', next)}
        options={VOTE_METHODS.map((id) => ({ id, label: t(`method.${id}`), hint: t(`methodHint.${id}`) }))}
      />
      {method === 'dots' && <NumberField label={t('form.perOption')} hint={t('hint.perOption')} optional value={values.perOption} onChange={(perOption) => set('perOption', perOption)} min={1} max={VOTE_DOTS_MAX} />}
      {method === 'budget' && (
        <>
          <RadioGroup label={t('form.count')} value={values.count} onChange={(count) => set('count', count)} options={(['equal-shares', 'greedy'] as const).map((id) => ({ id, label: t(`count.${id}`), hint: t(`counted.${id}`) }))} />
          <RadioGroup label={t('form.currency')} direction="row" value={values.currency} onChange={(currency) => set('currency', currency)} options={Currency.options.map((id) => ({ id, label: id }))} />
        </>
      )}
      <ItemList
        label={t('form.categories')} hint={t('hint.categories')} items={values.categories} keyOf={({ key }) => key} make={newCategory} max={VOTE_CATEGORIES_MAX}
        onChange={(categories) => set('categories', categories.length > 0 ? categories : [newCategory()])} addLabel={t('form.addCategory')} itemLabel={(i) => t('form.nthCategory', { number: i + 1 })} ordered
      >
        {(category, i, put) => (
          <>
            <TextField
              id={fieldIdOf(`categories.${i}.title`)} label={t('form.category')} optional={values.categories.length === 1} value={category.title}
              onChange={(title) => put({ ...category, title })} error={form.errorOf(`categories.${i}.title`)}
            />
            {limited && (
              <NumberField
                id={fieldIdOf(`categories.${i}.limit`)} label={t(method === 'dots' ? 'form.dots' : 'form.limit')} value={category.limit} min={1} max={VOTE_DOTS_MAX}
                onChange={(limit) => put({ ...category, limit })} error={form.errorOf(`categories.${i}.limit`)}
              />
            )}
            {method === 'budget' ? (
              <NumberField
                id={fieldIdOf(`categories.${i}.budget`)} label={t('form.budget')} value={category.budget} min={1} width="medium"
                onChange={(budget) => put({ ...category, budget })} error={form.errorOf(`categories.${i}.budget`)}
              />
            ) : (
              <NumberField
                id={fieldIdOf(`categories.${i}.winners`)} label={t('form.winners')} hint={t('hint.winners')} optional value={category.winners} min={1} max={VOTE_OPTIONS_MAX}
                onChange={(winners) => put({ ...category, winners })} error={form.errorOf(`categories.${i}.winners`)}
              />
            )}
            {form.errorOf(`categories.${i}.options`) && <p className="ui-field-error">{t('form.noOptions')}</p>}
          </>
        )}
      </ItemList>
      <ChooseIdeas processId={processId} values={values} onChange={(chosen) => set('chosen', chosen)} errorOf={form.errorOf} />
      <RadioGroup
        id={fieldIdOf('voters')} label={t('form.voters')} value={values.voters} onChange={(voters) => set('voters', voters)}
        options={Voters.options.map((id) => ({ id, label: t(`voters.${id}.name`), hint: t(`voters.${id}.limits`) }))}
      />
      <Checkbox label={t('form.openBallots')} hint={t('hint.openBallots')} checked={values.openBallots} onChange={(openBallots) => set('openBallots', openBallots)} />
      <div className="participation-days">
        {(['opens', 'closes'] as const).map((name) => (
          <div key={name} className="stack stack-s">
            <DateField id={fieldIdOf(`${name}.on`)} label={t(`form.${name}On`)} value={values[name].on} onChange={(on) => change({ [name]: { ...values[name], on } })} error={form.errorOf(`${name}.on`)} />
            <TextField id={fieldIdOf(`${name}.time`)} label={t(`form.${name}Time`)} hint={t('hint.time')} width="short" value={values[name].time} onChange={(time) => change({ [name]: { ...values[name], time } })} error={form.errorOf(`${name}.time`)} />
          </div>
        ))}
      </div>
      <section className="ui-card stack" aria-label={t('form.preview')}>
        <p className="small soft">{t('form.preview')}</p>
        <HowItWorks vote={{ rule: ruleOf(values), voters: values.voters, openBallots: values.openBallots, categories: values.categories }} />
      </section>
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>{t('form.save')}</Button>
        <LinkButton look="quiet" href={vote ? `/public-votes/${vote.id}` : `/processes/${processId}`} onClick={form.forget}>{t('form.discard')}</LinkButton>
      </div>
    </form>
  );
}
