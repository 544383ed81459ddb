import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { WriteNote, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

interface NotePartProps {
  referralId: string;
  item: ReferralView['items'][number];
  number: number;
}

/** What she notes for herself on a recommendation; it opens where she has one, and is not printed. */
export function NotePart({ referralId, item: { recommendationId, myNote }, number }: NotePartProps) {
  const t = useText('review');
  const refresh = useRefresh();
  const id = `${fieldIdOf('text')}-note-${recommendationId}`;
  const form = useForm({
    schema: WriteNote,
    initial: { text: myNote },
    labels: { text: t('note.label', { number }) },
    draft: `note ${referralId} ${recommendationId}`,
    submit: (input) => api.put(`/referrals/${referralId}/recommendations/${recommendationId}/note`, input),
    onDone: async () => {
      await refresh('/referrals');
      toast(t('note.saved', { number }));
    },
  });
  return (
    <details className="review-others no-print" open={myNote !== ''}>
      <summary>{t('note.open')}</summary>
      <form className="stack" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
        <ErrorSummary errors={form.summary.map((error) => (error.fieldId ? { ...error, fieldId: id } : error))} attempt={form.attempt} />
        <TextArea {...form.text('text')} id={id} hint={t('note.hint')} optional rows={3} maxLength={TEXT_MAX_LENGTH} />
        <div>
          <Button type="submit" look="secondary" size="small" isPending={form.pending}>{t('note.save')}</Button>
        </div>
      </form>
    </details>
  );
}
