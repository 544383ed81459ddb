import { TEXT_MAX_LENGTH, type Made } from '@spolu/contracts/common';
import type { BodyView } from '@spolu/contracts/identity';
import { DecisionVerdict, RecordDecision, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
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

const unanswered = (recommendationId: string): Values['items'][number] => ({ recommendationId, verdict: null, reasons: '' });

/** What may be decided on: not what was settled before, but what was only postponed. */
const openTo = ({ dossier, items }: ReferralView) => dossier.recommendations.filter(({ id }) => {
  const decision = items.find(({ recommendationId }) => recommendationId === id)?.decision ?? null;
  return decision === null || decision === 'postponed';
});

/** The council's decision: every recommendation answered with a reason. Final, so it is asked for twice. */
export function DecisionForm({ view }: { view: ReferralView }) {
  const t = useText('review');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const [confirming, setConfirming] = useState(false);
  const open = openTo(view);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = open.filter(({ id }) => !left.includes(id));
  const toInput = ({ items, ...values }: Values) => ({ ...values, items: chosen.map(({ id }) => items.find(({ recommendationId }) => recommendationId === id) ?? unanswered(id)) });
  const bodies = useWholeList<BodyView>('/bodies');
  const form = useForm<Values, typeof RecordDecision>({
    schema: RecordDecision,
    initial: {
      bodyId: view.deciding ? view.bodyId : null, number: '', decidedOn: todayInTown(), text: '',
      items: open.map(({ id }) => unanswered(id)),
    },
    toInput,
    labels: {
      bodyId: t('decision.body'), number: t('decision.number'), decidedOn: t('decision.decidedOn'), text: t('decision.text'),
      items: t('decision.items'),
      // Several ask for the same: the summary says which recommendation is meant.
      ...Object.fromEntries(
        chosen.flatMap(({ number }, i) =>
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
  const setItem = (id: string, part: Partial<Values['items'][number]>) =>
    form.set('items', open.map((one) => ({ ...(form.values.items.find(({ recommendationId }) => recommendationId === one.id) ?? unanswered(one.id)), ...(one.id === id ? part : {}) })));
  return (
    <section className="review-decision page-section no-print" aria-labelledby="decision-heading">
      <h2 id="decision-heading">{t('decision.record')}</h2>
      <p>{t('decision.intro')}</p>
      {open.length > 1 && <p>{t('decision.part')}</p>}
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What is incomplete is said before anybody is asked to confirm.
          if (RecordDecision.safeParse(toInput(form.values)).success) setConfirming(true);
          else void form.handleSubmit();
        }}
      >
        <ErrorSummary errors={form.summary} attempt={form.attempt} />
        {!view.deciding && (
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
        )}
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
        {open.map(({ id, number, title }) => {
          const item = form.values.items.find(({ recommendationId }) => recommendationId === id) ?? unanswered(id);
          const i = chosen.findIndex((one) => one.id === id);
          return (
            <fieldset key={id} className="ui-field review-item">
              <legend>
                <h3>
                  {number}. {title}
                </h3>
              </legend>
              {open.length > 1 && (
                <Checkbox label={t('decision.now')} checked={i >= 0} onChange={(now) => setLeft(now ? left.filter((one) => one !== id) : [...left, id])} />
              )}
              {i >= 0 && (
              <>
              <RadioGroup
                id={fieldIdOf(`items.${i}.verdict`)}
                label={t('decision.verdict')}
                options={DecisionVerdict.options.map((verdict) => ({ id: verdict, label: t(`decision.choice.${verdict}`) }))}
                value={item.verdict}
                onChange={(verdict) => setItem(id, { verdict })}
                error={form.errorOf(`items.${i}.verdict`)}
              />
              <TextArea
                id={fieldIdOf(`items.${i}.reasons`)}
                label={t('decision.reasons')}
                hint={t('decision.reasonsHint')}
                rows={3}
                maxLength={TEXT_MAX_LENGTH}
                value={item.reasons}
                onChange={(reasons) => setItem(id, { reasons })}
                error={form.errorOf(`items.${i}.reasons`)}
              />
              </>
              )}
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
