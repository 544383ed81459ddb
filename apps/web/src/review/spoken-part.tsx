import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { DeclareConflict, GivePosition, PositionVerdict, type ReferralView } from '@spolu/contracts/review';
import { Button } from '@spolu/ui/button';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useCommand, useRefresh } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

interface SpokenProps {
  view: ReferralView;
  item: ReferralView['items'][number];
  number: number;
}
type Member = ReferralView['spokenFor'][number];

/** The secretary enters what members without an account said, until the opinion is adopted. */
export function SpokenPart({ view, item, number }: SpokenProps) {
  const t = useText('review');
  const [open, setOpen] = useState<{ member: Member; what: 'position' | 'conflict' } | null>(null);
  if (view.spokenFor.length === 0 || item.opinion) return null;
  const close = () => setOpen(null);
  return (
    <details className="review-others no-print">
      <summary>{t('spoken.title')}</summary>
      <ul role="list" className="stack stack-s">
        {view.spokenFor.map((member) => {
          const named = t('spoken.named', { name: member.name, number });
          const conflicted = item.conflicts.some(({ mandateId }) => mandateId === member.mandateId);
          return (
            <li key={member.mandateId} className="row row-apart">
              <span className="strong">{member.name}</span>
              <span className="row">
                {conflicted ? (
                  <TakeBack view={view} item={item} member={member} label={named} />
                ) : (
                  <>
                    <Button look="secondary" size="small" aria-label={`${t('spoken.position')} – ${named}`} onPress={() => setOpen({ member, what: 'position' })}>
                      {t('spoken.position')}
                    </Button>
                    <Button look="quiet" size="small" aria-label={`${t('spoken.conflict')} – ${named}`} onPress={() => setOpen({ member, what: 'conflict' })}>
                      {t('spoken.conflict')}
                    </Button>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {open?.what === 'position' && <PositionDialog view={view} item={item} number={number} member={open.member} onClose={close} />}
      {open?.what === 'conflict' && <ConflictDialog view={view} item={item} number={number} member={open.member} onClose={close} />}
    </details>
  );
}

const pathOf = (view: ReferralView, item: SpokenProps['item'], { mandateId }: Member, what: string) =>
  `/referrals/${view.id}/recommendations/${item.recommendationId}/mandates/${mandateId}/${what}`;

function PositionDialog({ view, item, number, member, onClose }: SpokenProps & { member: Member; onClose: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const said = item.positions?.find(({ mandateId }) => mandateId === member.mandateId);
  const form = useForm({
    schema: GivePosition,
    initial: { verdict: said?.verdict ?? (null as PositionVerdict | null), reason: said?.reason ?? '' },
    labels: { verdict: t('position.verdict'), reason: t('position.reason') },
    submit: (input) => api.put(pathOf(view, item, member, 'position'), input),
    onDone: async () => {
      await refresh('/referrals');
      toast(t('spoken.done', { name: member.name, number }));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('spoken.named', { name: member.name, number })} submit={t('spoken.position')} onClose={onClose}>
      <p>{t('spoken.text')}</p>
      <RadioGroup
        id={fieldIdOf('verdict')}
        label={t('position.verdict')}
        options={PositionVerdict.options.map((verdict) => ({ id: verdict, label: t(`position.choice.${verdict}`) }))}
        value={form.values.verdict}
        onChange={(verdict) => form.set('verdict', verdict)}
        error={form.errorOf('verdict')}
      />
      <TextArea {...form.text('reason')} hint={t('spoken.reasonHint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}

function ConflictDialog({ view, item, number, member, onClose }: SpokenProps & { member: Member; onClose: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: DeclareConflict,
    initial: { reason: '' },
    labels: { reason: t('conflict.reason') },
    submit: (input) => api.put(pathOf(view, item, member, 'conflict'), input),
    onDone: async () => {
      await refresh('/referrals');
      toast(t('spoken.done', { name: member.name, number }));
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('spoken.named', { name: member.name, number })} submit={t('spoken.conflict')} onClose={onClose}>
      <TextArea {...form.text('reason')} hint={t('conflict.reasonHint')} rows={3} maxLength={TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}

function TakeBack({ view, item, member, label }: Pick<SpokenProps, 'view' | 'item'> & { member: Member; label: string }) {
  const t = useText('review');
  const problemText = useProblemText();
  const takeBack = useCommand(() => api.delete(pathOf(view, item, member, 'conflict')), ['/referrals']);
  return (
    <>
      <Button look="quiet" size="small" isPending={takeBack.isPending} aria-label={`${t('spoken.takeBack')} – ${label}`} onPress={() => takeBack.mutate()}>
        {t('spoken.takeBack')}
      </Button>
      {takeBack.error && <span role="alert">{problemText(takeBack.error)}</span>}
    </>
  );
}
