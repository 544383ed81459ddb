import { reaches } from '@spolu/contracts/bodies';
import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { AdoptOpinion, OpinionVerdict, type ReferralView } from '@spolu/contracts/review';
import { BarChart } from '@spolu/ui/bar-chart';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag } from '../provenance/outcome.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { FormActions } from './form-actions.tsx';
import { todayInTown } from './today.ts';

type Item = ReferralView['items'][number];

/** The commission's opinion on one recommendation; its secretary records it here. */
export function OpinionPart({ view, item, number }: { view: ReferralView; item: Item; number: number }) {
  const t = useText('review');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { opinion, decision } = item;
  // What a body had before it when it decided stays as it was.
  const mayRecord = opinion ? view.may.correctOpinion && !decision : view.may.adoptOpinion;
  return (
    <section className="review-opinion stack" aria-label={t('opinion.heading', { number })}>
      {opinion && (
        <div className="stack stack-s">
          <p className="row">
            <span className="strong">{t('opinion.title')}</span>
            <OutcomeTag outcome={opinion.verdict} />
            <span className="soft small">{format.day(opinion.adoptedOn)}</span>
          </p>
          <p className="keep-lines">{opinion.reasoning}</p>
          {opinion.dissent && (
            <p className="keep-lines">
              <span className="strong">{t('opinion.dissent')}:</span> {opinion.dissent}
            </p>
          )}
          <div className="review-vote">
            <BarChart
              label={t('opinion.vote')}
              max={view.rules.memberCount}
              bars={[
                { id: 'for', label: t('opinion.for'), count: opinion.vote.for, marked: opinion.verdict !== 'no-opinion' },
                { id: 'against', label: t('opinion.against'), count: opinion.vote.against },
                { id: 'abstained', label: t('opinion.abstained'), count: opinion.vote.abstained },
              ]}
            />
          </div>
        </div>
      )}
      {decision && (
        <p className="row">
          <span className="strong">{t('referral.decided')}</span>
          <OutcomeTag outcome={decision} />
        </p>
      )}
      {mayRecord && !open && (
        <div className="no-print">
          <Button look="secondary" size={opinion ? 'small' : 'medium'} aria-label={t(opinion ? 'opinion.correctNamed' : 'opinion.recordNamed', { number })} onPress={() => setOpen(true)}>
            {opinion ? t('opinion.correct') : t('opinion.record')}
          </Button>
        </div>
      )}
      {mayRecord && open && <OpinionForm view={view} item={item} number={number} onDone={() => setOpen(false)} />}
    </section>
  );
}

interface Values {
  motion: OpinionVerdict | null;
  reasoning: string;
  dissent: string;
  for: number | null;
  against: number | null;
  abstained: number | null;
  adoptedOn: string | null;
}

function OpinionForm({ view, item, number, onDone }: { view: ReferralView; item: Item; number: number; onDone: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const { opinion } = item;
  const form = useForm<Values, typeof AdoptOpinion>({
    schema: AdoptOpinion,
    initial: {
      motion: opinion?.motion ?? null, reasoning: opinion?.reasoning ?? '', dissent: opinion?.dissent ?? '', for: opinion?.vote.for ?? null, against: opinion?.vote.against ?? 0,
      abstained: opinion?.vote.abstained ?? 0, adoptedOn: opinion?.adoptedOn ?? todayInTown(),
    },
    toInput: ({ motion, reasoning, dissent, adoptedOn, ...vote }) => ({ motion, reasoning, dissent, adoptedOn, vote }),
    labels: {
      motion: t('opinion.motion'), reasoning: t('opinion.reasoning'), dissent: t('opinion.dissent'), vote: t('opinion.vote'), 'vote.for': t('opinion.for'), 'vote.against': t('opinion.against'),
      'vote.abstained': t('opinion.abstained'), adoptedOn: t('opinion.adoptedOn'),
    },
    about: { 'review/day-in-future': 'adoptedOn', 'review/before-referral': 'adoptedOn' },
    draft: `opinion ${view.id} ${item.recommendationId}`,
    submit: (input) => api.put(`/referrals/${view.id}/recommendations/${item.recommendationId}/opinion`, input),
    onDone: async () => {
      await refresh('/referrals', '/dossiers', '/records');
      toast(t('opinion.done', { number }));
      onDone();
    },
  });
  const idOf = (path: string) => `${fieldIdOf(path)}-${item.recommendationId}`;
  const errors = form.summary.map((error) => (error.fieldId ? { ...error, fieldId: `${error.fieldId}-${item.recommendationId}` } : error));
  const present = (form.values.for ?? 0) + (form.values.against ?? 0) + (form.values.abstained ?? 0);
  const heads = (name: 'for' | 'against' | 'abstained') => (
    <NumberField
      id={idOf(`vote.${name}`)}
      label={t(`opinion.${name}`)}
      min={0}
      max={view.rules.memberCount}
      value={form.values[name]}
      onChange={(count) => form.set(name, count)}
      error={form.errorOf(`vote.${name}`)}
    />
  );
  return (
    <form className="review-form form no-print" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={errors} attempt={form.attempt} />
      <RadioGroup
        id={idOf('motion')}
        label={t('opinion.motionQuestion')}
        hint={t(`opinion.motionHint.${view.rules.majorityOf}`, { share: t(`share.${view.rules.majority}`) })}
        options={OpinionVerdict.options.map((verdict) => ({ id: verdict, label: t(`opinion.choice.${verdict}`) }))}
        value={form.values.motion}
        onChange={(motion) => form.set('motion', motion)}
        error={form.errorOf('motion')}
      />
      <fieldset className="ui-field review-heads" id={idOf('vote')}>
        <legend className="ui-label">{t('opinion.vote')}</legend>
        <div className="row review-numbers">
          {heads('for')}
          {heads('against')}
          {heads('abstained')}
        </div>
        <p className="small" role="status">
          {t('opinion.present', { present, members: view.rules.memberCount })} {reaches(view.rules.quorum, present, view.rules.memberCount) ? t('opinion.quorum') : t('opinion.noQuorum', { share: t(`share.${view.rules.quorum}`) })}
        </p>
        {form.errorOf('vote') && <p className="ui-field-error">{form.errorOf('vote')}</p>}
      </fieldset>
      <DateField
        id={idOf('adoptedOn')}
        label={t('opinion.adoptedOn')}
        max={todayInTown()}
        value={form.values.adoptedOn}
        onChange={(adoptedOn) => form.set('adoptedOn', adoptedOn)}
        error={form.errorOf('adoptedOn')}
      />
      <TextArea {...form.text('reasoning')} id={idOf('reasoning')} hint={t('opinion.reasoningHint')} rows={4} maxLength={TEXT_MAX_LENGTH} />
      <TextArea {...form.text('dissent')} id={idOf('dissent')} hint={t('opinion.dissentHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} />
      <FormActions save={t('opinion.save')} pending={form.pending} onCancel={onDone} cancel={t('later')} />
    </form>
  );
}
