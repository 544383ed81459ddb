import { LeaveAddress, type GuestAddress } from '@spolu/contracts/notices';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { useForm } from '../../shell/use-form.ts';
import { FrequencyField } from './frequency-field.tsx';

/** A guest may leave an address with her receipt, to be told what becomes of her words, and take it back. */
export function AddressPart({ secret }: { secret: string }) {
  const t = useText('provenance/notices');
  // the secret is in no cache key
  const address = useQuery<GuestAddress>({ queryKey: ['receipt-address'], queryFn: () => api.post<GuestAddress>('/receipt-address-lookups', { secret }), gcTime: 0, retry: false });
  return (
    <section className="page-section stack no-print" aria-labelledby="address">
      <h2 id="address">{t('address.title')}</h2>
      <p className="soft">{t('address.text')}</p>
      {address.isError && <p role="alert">{t('address.failed')}</p>}
      {address.data && <AddressForm key={address.data.email} secret={secret} address={address.data} onChanged={address.refetch} />}
    </section>
  );
}

function AddressForm({ secret, address, onChanged }: { secret: string; address: GuestAddress; onChanged: () => Promise<unknown> }) {
  const t = useText('provenance/notices');
  const language = useLanguage();
  const problemText = useProblemText();
  const remove = useCommand(() => api.post('/receipt-address-removals', { secret }));
  const form = useForm({
    schema: LeaveAddress,
    initial: { secret, email: address.email ?? '', language, frequency: address.frequency },
    toInput: (values) => ({ ...values, language }),
    labels: { email: t('address.email') },
    submit: (input) => api.post('/receipt-addresses', input),
    onDone: () => {
      toast(address.confirmed && form.values.email === address.email ? t('address.saved') : t('address.sent', { email: form.values.email }));
      void onChanged();
    },
  });
  const handleRemove = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast(t('address.removed'));
        void onChanged();
      },
      onError: (error) => toast(problemText(error), 'bad'),
    });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      {address.email !== null && <Notice tone={address.confirmed ? 'good' : 'warn'} title={t(address.confirmed ? 'address.confirmed' : 'address.waiting', { email: address.email })} />}
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('email')} type="email" autoComplete="email" width="medium" />
      <FrequencyField value={form.values.frequency} onChange={(frequency) => form.set('frequency', frequency)} never={address.email !== null} />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t(address.email === null ? 'address.leave' : 'address.save')}
        </Button>
        {address.email !== null && (
          <Button look="secondary" onPress={handleRemove} isPending={remove.isPending}>
            {t('address.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
