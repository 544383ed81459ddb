import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { AdoptInMeeting, VoteChoice, type AgendaItem, type MeetingView } from '@spolu/contracts/meetings';
import { OpinionVerdict } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { OutcomeTag, useOutcomeText } from '../../provenance/outcome.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';
import { FormActions } from '../form-actions.tsx';

type Recommendation = NonNullable<AgendaItem['recommendation']>;
interface VoteProps {
  view: MeetingView;
  item: AgendaItem;
}

/** The vote on a recommendation and the opinion adopted by it. */
export function VotePart({ view, item }: VoteProps) {
  const t = useText('review');
  // read here already, so that the page does not wait for these words when the form opens
  const outcome = useOutcomeText();
  const [open, setOpen] = useState(false);
  const { recommendation } = item;
  if (!recommendation) return null;
  const { opinion } = recommendation;
  const nameOf = (id: string) => view.seats.find((seat) => seat.id === id)?.name ?? '';
  const mayVote = view.may.run && view.state === 'open';
  return (
    <div className="stack">
      {recommendation.conflictedSeatIds.length > 0 && <p>{t('vote.conflicted', { names: recommendation.conflictedSeatIds.map(nameOf).join(', ') })}</p>}
      {opinion && (
        <div className="review-own stack stack-s">
          <p className="row">
            <span className="strong">{t('opinion.title')}</span>
            <OutcomeTag outcome={opinion.verdict} />
            <span>{t('vote.counts', { for: opinion.vote.for, against: opinion.vote.against, abstained: opinion.vote.abstained })}</span>
          </p>
          <p className="keep-lines">{opinion.reasoning}</p>
          {opinion.dissent && (
            <p className="keep-lines">
              <span className="strong">{t('opinion.dissent')}:</span> {opinion.dissent}
            </p>
          )}
          {VoteChoice.options.map((choice) => {
            const those = recommendation.names.filter((one) => one.choice === choice).map(({ seatId }) => nameOf(seatId));
            return those.length > 0 && <p key={choice} className="small">{t(`opinion.${choice}`)}: {those.join(', ')}</p>;
          })}
        </div>
      )}
      {mayVote && !open && (
        <div className="no-print">
          <Button look="secondary" size={opinion ? 'small' : 'medium'} aria-label={t(opinion ? 'vote.correctNamed' : 'vote.openNamed', { title: item.title })} onPress={() => setOpen(true)}>
            {t(opinion ? 'vote.correct' : 'vote.open')}
          </Button>
        </div>
      )}
      {mayVote && open && <VoteForm view={view} item={item} recommendation={recommendation} outcome={outcome} onDone={() => setOpen(false)} />}
    </div>
  );
}

interface Values {
  motion: OpinionVerdict | null;
  by: 'names' | 'count';
  choices: Record<string, VoteChoice>;
  for: number | null;
  against: number | null;
  abstained: number | null;
  reasoning: string;
  dissent: string;
}

function VoteForm({ view, item, recommendation, outcome, onDone }: VoteProps & { recommendation: Recommendation; outcome: ReturnType<typeof useOutcomeText>; onDone: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const { opinion, conflictedSeatIds, names, positions } = recommendation;
  const voters = view.seats.filter(({ id, presence }) => presence === 'present' && !conflictedSeatIds.includes(id));
  const form = useForm<Values, typeof AdoptInMeeting>({
    schema: AdoptInMeeting,
    initial: {
      motion: opinion?.motion ?? null, by: opinion && names.length === 0 ? 'count' : 'names', choices: Object.fromEntries(names.map(({ seatId, choice }) => [seatId, choice])),
      for: opinion?.vote.for ?? null, against: opinion?.vote.against ?? 0, abstained: opinion?.vote.abstained ?? 0, reasoning: opinion?.reasoning ?? '', dissent: opinion?.dissent ?? '',
    },
    toInput: ({ motion, by, choices, reasoning, dissent, ...vote }) => {
      if (by === 'count') return { motion, reasoning, dissent, vote, names: null };
      const said = voters.flatMap(({ id }) => (choices[id] ? [{ seatId: id, choice: choices[id] }] : []));
      const count = (choice: VoteChoice) => said.filter((one) => one.choice === choice).length;
      return { motion, reasoning, dissent, vote: { for: count('for'), against: count('against'), abstained: count('abstained') }, names: said };
    },
    labels: {
      motion: t('opinion.motion'), reasoning: t('opinion.reasoning'), dissent: t('opinion.dissent'), vote: t('opinion.vote'), 'vote.for': t('opinion.for'), 'vote.against': t('opinion.against'), 'vote.abstained': t('opinion.abstained'),
    },
    draft: `vote ${view.id} ${item.id}`,
    submit: (input) => api.put(`/meetings/${view.id}/items/${item.id}/opinion`, input),
    onDone: async () => {
      await refresh('/meetings', '/referrals', '/dossiers', '/records');
      toast(t('vote.done', { title: item.title }));
      onDone();
    },
  });
  const idOf = (path: string) => `${fieldIdOf(path)}-${item.id}`;
  const errors = form.summary.map((error) => (error.fieldId ? { ...error, fieldId: `${error.fieldId}-${item.id}` } : error));
  const heads = (name: VoteChoice) => (
    <NumberField id={idOf(`vote.${name}`)} label={t(`opinion.${name}`)} min={0} max={voters.length} value={form.values[name]} onChange={(count) => form.set(name, count)} error={form.errorOf(`vote.${name}`)} />
  );
  return (
    <form className="review-form form no-print" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={errors} attempt={form.attempt} />
      {positions === null && (
        <p className="soft small">
          {view.positionsShown === 'after-meeting' ? t('vote.positionsLater') : (
            <>{t('vote.positionsHidden')} <a href={`/referrals/${recommendation.referralId}#r${recommendation.number}`}>{t('vote.toPosition')}</a></>
          )}
        </p>
      )}
      {positions !== null && positions.length > 0 && (
        <details className="review-others">
          <summary>{t('vote.positions')}</summary>
          <ul>
            {positions.map(({ seatId, verdict, reason }) => (
              <li key={seatId}>
                <span className="strong">{view.seats.find(({ id }) => id === seatId)?.name}</span>: {outcome(verdict)}. {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <RadioGroup
        id={idOf('motion')}
        label={t('opinion.motionQuestion')}
        hint={t(`opinion.motionHint.${view.rules.majorityOf}`, { share: t(`share.${view.rules.majority}`) })}
        options={OpinionVerdict.options.map((verdict) => ({ id: verdict, label: t(`opinion.choice.${verdict}`) }))}
        value={form.values.motion}
        onChange={(motion) => form.set('motion', motion)}
        error={form.errorOf('motion')}
      />
      <RadioGroup label={t('vote.by')} direction="row" options={(['names', 'count'] as const).map((id) => ({ id, label: t(`vote.${id}`) }))} value={form.values.by} onChange={(by) => form.set('by', by)} />
      <fieldset className="ui-field review-heads" id={idOf('vote')}>
        <legend className="ui-label">{t('vote.who', { count: voters.length })}</legend>
        {form.values.by === 'count' ? (
          <div className="row review-numbers">
            {heads('for')}
            {heads('against')}
            {heads('abstained')}
          </div>
        ) : (
          <ul role="list" className="review-seats">
            {voters.map(({ id, name }) => (
              <li key={id}>
                <RadioGroup
                  label={name}
                  direction="row"
                  optional={false}
                  options={VoteChoice.options.map((choice) => ({ id: choice, label: t(`opinion.${choice}`) }))}
                  value={form.values.choices[id] ?? null}
                  onChange={(choice) => form.set('choices', { ...form.values.choices, [id]: choice })}
                />
              </li>
            ))}
          </ul>
        )}
        {form.errorOf('vote') && <p className="ui-error">{form.errorOf('vote')}</p>}
      </fieldset>
      <TextArea {...form.text('reasoning')} id={idOf('reasoning')} hint={t('opinion.reasoningHint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
      <TextArea {...form.text('dissent')} id={idOf('dissent')} hint={t('opinion.dissentHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} />
      <FormActions
        save={t('vote.save')}
        pending={form.pending}
        onCancel={() => {
          form.forget();
          onDone();
        }}
      />
    </form>
  );
}
