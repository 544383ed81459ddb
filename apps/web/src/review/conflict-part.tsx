import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { DeclareConflict, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useForm } from '../shell/use-form.ts';

interface ConflictProps {
  referralId: string;
  item: ReferralView['items'][number];
  number: number;
}

/** A member says that she has an interest in a recommendation, instead of giving a position on it. */
export function DeclareConflictPart({ referralId, item, number }: ConflictProps) {
  const t = useText('review');
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print">
      <Button look="quiet" size="small" aria-label={t('conflict.declareNamed', { number })} onPress={() => setOpen(true)}>
        {t('conflict.declare')}
      </Button>
      {open && <DeclareDialog referralId={referralId} item={item} number={number} onClose={() => setOpen(false)} />}
    </div>
  );
}

function DeclareDialog({ referralId, item: { recommendationId }, number, onClose }: ConflictProps & { onClose: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: DeclareConflict,
    initial: { reason: '' },
    labels: { reason: t('conflict.reason') },
    submit: (input) => api.put(`/referrals/${referralId}/recommendations/${recommendationId}/conflict`, input),
    onDone: async () => {
      await refresh('/referrals');
      toast(t('conflict.declared', { number }));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('conflict.title', { number })} submit={t('conflict.send')} onClose={onClose}>
      <p>{t('conflict.means')}</p>
      <TextArea {...form.text('reason')} hint={t('conflict.reasonHint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}

/** Her own declaration, which she may take back until the opinion is adopted. */
export function OwnConflict({ referralId, item, number, mayTakeBack }: ConflictProps & { mayTakeBack: boolean }) {
  const t = useText('review');
  const problemText = useProblemText();
  const takeBack = useCommand(() => api.delete(`/referrals/${referralId}/recommendations/${item.recommendationId}/conflict`), ['/referrals']);
  if (!item.myConflict) return null;
  return (
    <div className="review-own stack stack-s">
      <p className="strong">{t('conflict.mine')}</p>
      <p className="keep-lines">{item.myConflict.reason}</p>
      {mayTakeBack && (
        <div className="no-print">
          <Button
            look="secondary" size="small" isPending={takeBack.isPending}
            onPress={() => takeBack.mutate(undefined, { onSuccess: () => toast(t('conflict.takenBack', { number })) })}
          >
            {t('conflict.takeBack')}
          </Button>
          {takeBack.error && <p role="alert">{problemText(takeBack.error)}</p>}
        </div>
      )}
    </div>
  );
}

/** Who has declared one, with the reason: for the commission and its minutes. */
export function Conflicts({ item: { conflicts } }: Pick<ConflictProps, 'item'>) {
  const t = useText('review');
  if (conflicts.length === 0) return null;
  return (
    <details className="review-others">
      <summary>{t('conflict.of', { count: conflicts.length })}</summary>
      <ul role="list" className="stack stack-s">
        {conflicts.map(({ personName, reason }) => (
          <li key={`${personName} ${reason}`}>
            <span className="strong">{personName}</span>
            <p className="keep-lines">{reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
