import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { GivePosition, PositionVerdict, type ReferralView } from '@spolu/contracts/review';
import { BarChart } from '@spolu/ui/bar-chart';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useRefresh } from '../http/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeTag, useOutcomeText } from '../provenance/outcome.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { Conflicts, DeclareConflictPart, OwnConflict } from './conflict-part.tsx';
import { writtenIn } from './device/desk-queue.ts';
import { useWriting, type Writing } from './device/use-desk-queue.ts';
import { WaitingWords } from './device/waiting-words.tsx';
import { FormActions } from './form-actions.tsx';
import { NotePart } from './note-part.tsx';
import { SpokenPart } from './spoken-part.tsx';

type Item = ReferralView['items'][number];

/** Members' positions on one recommendation: one's own to give or change, then the others'. */
export function PositionPart({ view, item, number }: { view: ReferralView; item: Item; number: number }) {
  const t = useText('review');
  const [changing, setChanging] = useState(false);
  const mayGive = view.may.givePosition && !item.opinion;
  const { myConflict } = item;
  const writing = useWriting({ referralId: view.id, recommendationId: item.recommendationId, what: 'position' });
  const entry = writing.entries.at(-1);
  const written = entry ? writtenIn<GivePosition>(entry) : null;
  const refused = entry?.state === 'not-taken';
  // What waits on this device is what she says now.
  const myPosition = refused ? item.myPosition : (written ?? item.myPosition);
  return (
    <section className="review-positions stack" aria-label={t('position.heading', { number })}>
      <OwnConflict referralId={view.id} item={item} number={number} mayTakeBack={mayGive} />
      {refused && written && (
        <div className="review-own stack stack-s">
          <OutcomeTag outcome={written.verdict} />
          <p className="keep-lines">{written.reason}</p>
          <WaitingWords entry={entry} about={t('position.heading', { number })} onDiscard={() => writing.discard(entry)} />
        </div>
      )}
      {mayGive && !myConflict && (!myPosition || changing) && <PositionForm key={entry?.key} view={view} item={item} number={number} mine={written ?? myPosition} writing={writing} onDone={() => setChanging(false)} />}
      {myPosition && !changing && (
        <div className="review-own stack stack-s">
          <p className="row">
            <span className="strong">{t('position.mine')}</span>
            <OutcomeTag outcome={myPosition.verdict} />
          </p>
          <p className="keep-lines">{myPosition.reason}</p>
          {entry && !refused && <WaitingWords entry={entry} about={t('position.heading', { number })} onDiscard={() => writing.discard(entry)} />}
          {mayGive && (
            <div className="no-print">
              <Button look="secondary" size="small" aria-label={t('position.changeNamed', { number })} onPress={() => setChanging(true)}>{t('position.change')}</Button>
            </div>
          )}
        </div>
      )}
      {mayGive && !myConflict && <DeclareConflictPart referralId={view.id} item={item} number={number} />}
      <Others item={item} shown={view.positionsShown} />
      <Conflicts item={item} />
      <SpokenPart view={view} item={item} number={number} />
      <NotePart referralId={view.id} item={item} number={number} />
    </section>
  );
}

function Others({ item: { positions, positionCount, myConflict }, shown }: { item: Item; shown: ReferralView['positionsShown'] }) {
  const t = useText('review');
  const format = useFormat();
  const text = useOutcomeText();
  if (positionCount === 0) return <p className="soft small">{t('position.none')}</p>;
  const hidden = shown === 'after-meeting' ? 'position.hiddenMeeting' : myConflict ? 'position.hiddenConflict' : 'position.hidden';
  if (!positions) return <p className="soft small">{t(hidden, { count: positionCount })}</p>;
  const bars = PositionVerdict.options
    .map((verdict) => ({ id: verdict, label: text(verdict), count: positions.filter((position) => position.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return (
    <details className="review-others">
      <summary>{t('position.all', { count: positionCount })}</summary>
      <div className="stack">
        <BarChart label={t('position.all', { count: positionCount })} bars={bars} />
        <ul role="list" className="stack">
          {positions.map(({ personName, verdict, reason, givenAt }) => (
            <li key={`${personName} ${givenAt}`} className="stack stack-s">
              <p className="row">
                <span className="strong">{personName}</span>
                <OutcomeTag outcome={verdict} />
                <span className="soft small">{format.day(givenAt)}</span>
              </p>
              <p className="keep-lines">{reason}</p>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

interface PositionFormProps {
  view: ReferralView;
  item: Item;
  number: number;
  mine: GivePosition | null;
  writing: Writing;
  onDone: () => void;
}

function PositionForm({ view, item, number, mine, writing, onDone }: PositionFormProps) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: GivePosition,
    initial: { verdict: mine?.verdict ?? (null as PositionVerdict | null), reason: mine?.reason ?? '' },
    labels: { verdict: t('position.verdict'), reason: t('position.reason') },
    draft: `position ${view.id} ${item.recommendationId}`,
    submit: (body) => writing.write({ method: 'PUT', path: `/referrals/${view.id}/recommendations/${item.recommendationId}/position`, body }, item.myPosition),
    onDone: async (became) => {
      if (became === 'sent') await refresh('/referrals');
      toast(became === 'sent' ? t('position.given', { number }) : t('device.willSend'));
      onDone();
    },
  });
  const idOf = (name: string) => `${fieldIdOf(name)}-${item.recommendationId}`;
  const errors = form.summary.map((error) => (error.fieldId ? { ...error, fieldId: `${error.fieldId}-${item.recommendationId}` } : error));
  return (
    <form className="review-form form no-print" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={errors} attempt={form.attempt} />
      <RadioGroup
        id={idOf('verdict')}
        label={t('position.question', { number })}
        options={PositionVerdict.options.map((verdict) => ({ id: verdict, label: t(`position.choice.${verdict}`) }))}
        value={form.values.verdict}
        onChange={(verdict) => form.set('verdict', verdict)}
        error={form.errorOf('verdict')}
      />
      <TextArea {...form.text('reason')} id={idOf('reason')} hint={t('position.reasonHint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
      <FormActions
        save={mine ? t('position.save') : t('position.give')}
        pending={form.pending}
        onCancel={
          mine
            ? () => {
                form.forget();
                onDone();
              }
            : undefined
        }
      />
      <p className="soft small">{t(`position.whoSees.${view.positionsShown}`)}</p>
    </form>
  );
}
