import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { WriteNote, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { writtenIn } from './device/desk-queue.ts';
import { useWriting, type Writing } from './device/use-desk-queue.ts';
import { WaitingWords } from './device/waiting-words.tsx';

interface NotePartProps {
  referralId: string;
  item: ReferralView['items'][number];
  number: number;
}

/** What she notes for herself on a recommendation; it opens where she has one, and is not printed. */
export function NotePart({ referralId, item, number }: NotePartProps) {
  const t = useText('review');
  const writing = useWriting({ referralId, recommendationId: item.recommendationId, what: 'note' });
  const entry = writing.entries.at(-1);
  return (
    <details className="review-others no-print" open={item.myNote !== '' || entry !== undefined}>
      <summary>{t('note.open')}</summary>
      <NoteForm key={`${entry?.key} ${item.myNote}`} referralId={referralId} item={item} number={number} writing={writing} />
    </details>
  );
}

function NoteForm({ referralId, item: { recommendationId, myNote }, number, writing }: NotePartProps & { writing: Writing }) {
  const t = useText('review');
  const refresh = useRefresh();
  const id = `${fieldIdOf('text')}-note-${recommendationId}`;
  const entry = writing.entries.at(-1);
  const form = useForm({
    schema: WriteNote,
    initial: { text: entry ? writtenIn<WriteNote>(entry).text : myNote },
    labels: { text: t('note.label', { number }) },
    draft: `note ${referralId} ${recommendationId}`,
    submit: (body) => writing.write({ method: 'PUT', path: `/referrals/${referralId}/recommendations/${recommendationId}/note`, body }, { text: myNote }),
    onDone: async (became) => {
      if (became === 'sent') await refresh('/referrals');
      toast(became === 'sent' ? t('note.saved', { number }) : t('device.willSend'));
    },
  });
  return (
    <form className="stack" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary.map((error) => (error.fieldId ? { ...error, fieldId: id } : error))} attempt={form.attempt} />
      <TextArea {...form.text('text')} id={id} hint={t('note.hint')} optional rows={3} maxLength={TEXT_MAX_LENGTH} />
      {entry && <WaitingWords entry={entry} about={t('note.label', { number })} onDiscard={() => writing.discard(entry)} />}
      <div>
        <Button type="submit" look="secondary" size="small" isPending={form.pending}>{t('note.save')}</Button>
      </div>
    </form>
  );
}
