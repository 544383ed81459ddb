import { ReportWords } from '@spolu/contracts/comments';
import type { HiddenOfQuestion, HideQuestion } from '@spolu/contracts/review-questions';
import { Button } from '@spolu/ui/button';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';

const useHiding = (id: string) => useCommand((input: HideQuestion) => api.put(`/referral-questions/${id}/hiding`, input), ['/referrals']);

/** For the staff of the process: hides a question to an author or her answer with a reason, or shows it again. */
export function HidePart({ id, hidden, answered }: { id: string; hidden: HiddenOfQuestion; answered: boolean }) {
  const t = useText('review');
  const problemText = useProblemText();
  const [asking, setAsking] = useState<'question' | 'answer' | null>(null);
  const hiding = useHiding(id);
  const handleShow = () => hiding.mutate({ what: null }, { onSuccess: () => toast(t('question.hiding.shown')), onError: (error) => toast(problemText(error), 'bad') });
  return (
    <div className="row no-print">
      {hidden ? (
        <Button look="quiet" size="small" isPending={hiding.isPending} onPress={handleShow}>{t('question.hiding.show')}</Button>
      ) : (
        (answered ? (['question', 'answer'] as const) : (['question'] as const)).map((what) => (
          <Button key={what} look="quiet" size="small" onPress={() => setAsking(what)}>{t(`question.hiding.${what}`)}</Button>
        ))
      )}
      {asking && <HideDialog id={id} what={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

function HideDialog({ id, what, onClose }: { id: string; what: 'question' | 'answer'; onClose: () => void }) {
  const t = useText('review');
  const hiding = useHiding(id);
  const form = useForm({
    schema: ReportWords,
    initial: { reason: '' },
    labels: { reason: t('question.hiding.reason') },
    submit: ({ reason }) => hiding.mutateAsync({ what, reason }),
    onDone: () => {
      toast(t('question.hiding.done'));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t(`question.hiding.${what}`)} submit={t(`question.hiding.${what}`)} onClose={onClose}>
      <p>{t('question.hiding.text')}</p>
      <TextField {...form.text('reason')} />
    </FormDialog>
  );
}
