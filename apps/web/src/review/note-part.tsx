import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { WriteNote, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
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

/** What she notes for herself on a recommendation, and is not printed. */
export function NotePart({ referralId, item, number }: NotePartProps) {
  const writing = useWriting({ referralId, recommendationId: item.recommendationId, what: 'note' });
  const entry = writing.entries.at(-1);
  return <NoteForm key={`${entry?.key} ${item.myNote}`} referralId={referralId} item={item} number={number} writing={writing} />;
}

/** It opens where she has one, or began one that she did not save. */
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
  // stays open under her hands once she discards it
  const [began] = useState(form.restored);
  return (
    <details className="review-others no-print" open={myNote !== '' || entry !== undefined || began}>
      <summary>{t('note.open')}</summary>
      <form className="stack" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
        {form.restored && (
          <Notice title={t('note.restored')}>
            <Button look="secondary" size="small" onPress={form.startOver}>{t('note.startOver')}</Button>
          </Notice>
        )}
        <ErrorSummary errors={form.summary.map((error) => (error.fieldId ? { ...error, fieldId: id } : error))} attempt={form.attempt} />
        <TextArea {...form.text('text')} id={id} hint={t('note.hint')} optional rows={3} maxLength={TEXT_MAX_LENGTH} />
        {entry && <WaitingWords entry={entry} about={t('note.label', { number })} onDiscard={() => writing.discard(entry)} />}
        <div>
          <Button type="submit" look="secondary" size="small" isPending={form.pending}>{t('note.save')}</Button>
        </div>
      </form>
    </details>
  );
}
