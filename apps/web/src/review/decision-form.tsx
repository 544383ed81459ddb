import { TEXT_MAX_LENGTH, type Made } from '@spolu/contracts/common';
import type { BodyView } from '@spolu/contracts/identity';
import { DecisionVerdict, RecordDecision, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { todayInTown } from './today.ts';

interface Values {
  bodyId: string | null;
  number: string;
  decidedOn: string | null;
  text: string;
  items: { recommendationId: string; verdict: DecisionVerdict | null; reasons: string }[];
}

/** The council's decision: every recommendation answered with a reason. Final, so it is asked for twice. */
export function DecisionForm({ view }: { view: ReferralView }) {
  const t = useText('review');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [confirming, setConfirming] = useState(false);
  const bodies = useWholeList<BodyView>('/bodies');
  const form = useForm<Values, typeof RecordDecision>({
    schema: RecordDecision,
    initial: {
      bodyId: null, number: '', decidedOn: todayInTown(), text: '',
      items: view.dossier.recommendations.map(({ id }) => ({ recommendationId: id, verdict: null, reasons: '' })),
    },
    labels: {
      bodyId: t('decision.body'), number: t('decision.number'), decidedOn: t('decision.decidedOn'), text: t('decision.text'),
      items: t('decision.items'),
      // Several ask for the same: the summary says which recommendation is meant.
      ...Object.fromEntries(
        view.dossier.recommendations.flatMap(({ number }, i) =>
          (['verdict', 'reasons'] as const).map((name) => [`items.${i}.${name}`, t('decision.itemField', { number, field: t(`decision.${name}`) })]),
        ),
      ),
    },
    about: { 'review/day-in-future': 'decidedOn', 'review/before-opinion': 'decidedOn' },
    draft: `decision ${view.id}`,
    submit: (input) => api.post<Made>(`/referrals/${view.id}/decision`, input),
    onDone: async (made) => {
      await refresh('/referrals', '/dossiers', '/decisions', '/records');
      toast(t('decision.done'));
      await navigate(`/decisions/${(made as Made).id}`);
    },
  });
  const setItem = (i: number, part: Partial<Values['items'][number]>) =>
    form.set('items', form.values.items.map((item, at) => (at === i ? { ...item, ...part } : item)));
  return (
    <section className="review-decision page-section no-print" aria-labelledby="decision-heading">
      <h2 id="decision-heading">{t('decision.record')}</h2>
      <p>{t('decision.intro')}</p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What is incomplete is said before anybody is asked to confirm.
          if (RecordDecision.safeParse(form.values).success) setConfirming(true);
          else void form.handleSubmit();
        }}
      >
        <ErrorSummary errors={form.summary} attempt={form.attempt} />
        <Loaded query={bodies}>
          {(all) => (
            <Select
              id={fieldIdOf('bodyId')}
              label={t('decision.body')}
              options={all.filter(({ deciding }) => deciding).map(({ id, name }) => ({ id, label: name }))}
              value={form.values.bodyId}
              onChange={(bodyId) => form.set('bodyId', bodyId)}
              error={form.errorOf('bodyId')}
            />
          )}
        </Loaded>
        <TextField {...form.text('number')} width="medium" hint={t('decision.numberHint')} />
        <DateField
          id={fieldIdOf('decidedOn')}
          label={t('decision.decidedOn')}
          max={todayInTown()}
          value={form.values.decidedOn}
          onChange={(decidedOn) => form.set('decidedOn', decidedOn)}
          error={form.errorOf('decidedOn')}
        />
        <TextArea {...form.text('text')} hint={t('decision.textHint')} rows={4} maxLength={TEXT_MAX_LENGTH} />
        {view.dossier.recommendations.map(({ id, number, title }, i) => {
          const item = form.values.items[i];
          if (!item) return null;
          return (
            <fieldset key={id} className="ui-field review-item">
              <legend>
                <h3>
                  {number}. {title}
                </h3>
              </legend>
              <RadioGroup
                id={fieldIdOf(`items.${i}.verdict`)}
                label={t('decision.verdict')}
                options={DecisionVerdict.options.map((verdict) => ({ id: verdict, label: t(`decision.choice.${verdict}`) }))}
                value={item.verdict}
                onChange={(verdict) => setItem(i, { verdict })}
                error={form.errorOf(`items.${i}.verdict`)}
              />
              <TextArea
                id={fieldIdOf(`items.${i}.reasons`)}
                label={t('decision.reasons')}
                hint={t('decision.reasonsHint')}
                rows={3}
                maxLength={TEXT_MAX_LENGTH}
                value={item.reasons}
                onChange={(reasons) => setItem(i, { reasons })}
                error={form.errorOf(`items.${i}.reasons`)}
              />
            </fieldset>
          );
        })}
        <div className="form-actions">
          <Button type="submit" isPending={form.pending}>{t('decision.save')}</Button>
        </div>
      </form>
      <ConfirmDialog open={confirming} onClose={() => setConfirming(false)} title={t('decision.confirmTitle')} confirm={t('decision.confirm')} onConfirm={() => form.handleSubmit()}>
        {t('decision.confirmText')}
      </ConfirmDialog>
    </section>
  );
}
