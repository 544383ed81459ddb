import { ChangeRegistration, type RegistrationReceipt } from '@spolu/contracts/registration';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { Spinner } from '@spolu/ui/progress';
import { toast } from '@spolu/ui/toast';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { useSecret } from '../identity/use-secret.ts';
import { ConsentsPart } from '../provenance/consents-part.tsx';
import { Page } from '../shell/page.tsx';
import { useForm } from '../shell/use-form.ts';
import { detailsFrom, detailsOf, type Details } from './details.ts';
import { DetailsFields, useDetailLabels } from './details-fields.tsx';
import { SessionFacts } from './session-facts.tsx';
import './registration.css';

/** Her sign-up by its link: how it stands, to change, to cancel, to be forgotten, to take a consent back. The secret is sent in bodies only. */
export function MyRegistrationPage() {
  const t = useText('registration');
  const problemText = useProblemText();
  const language = useLanguage();
  const secret = useSecret();
  // the secret is in no cache key
  const receipt = useQuery<RegistrationReceipt>({
    queryKey: ['registration', language],
    queryFn: () => api.post<RegistrationReceipt>(`/registration-lookups?lang=${language}`, { secret }),
    enabled: secret !== null,
    gcTime: 0,
    retry: false,
  });
  if (secret === null || receipt.data === undefined) {
    return (
      <Page title={t('mine.title')} width="narrow">
        <section className="page-section">
          {secret === null ? (
            <EmptyState title={t('mine.incompleteTitle')}>{t('mine.incompleteText')}</EmptyState>
          ) : receipt.isError ? (
            <Notice tone="bad" title={t('mine.failed')} role="alert">
              <div className="stack stack-s">
                <p>{problemText(receipt.error)}</p>
                <div>
                  <Button look="secondary" onPress={() => void receipt.refetch()} isPending={receipt.isFetching}>
                    {t('mine.again')}
                  </Button>
                </div>
              </div>
            </Notice>
          ) : (
            <Spinner />
          )}
        </section>
      </Page>
    );
  }
  return <Mine receipt={receipt.data} secret={secret} onChanged={receipt.refetch} />;
}

interface MineProps {
  receipt: RegistrationReceipt;
  secret: string;
  onChanged: () => Promise<unknown>;
}

function Mine({ receipt, secret, onChanged }: MineProps) {
  const t = useText('registration');
  const [changing, setChanging] = useState(false);
  return (
    <Page title={t('mine.title')} kind={receipt.page.title} width="narrow">
      <section className="page-section stack stack-l">
        <Standing receipt={receipt} />
        <SessionFacts of={receipt.page} seats={false} />
        <p>
          <a href={`/sessions/${receipt.page.sessionId}/registration`}>{t('mine.page')}</a>
        </p>
      </section>
      {changing ? (
        <ChangeForm
          receipt={receipt}
          secret={secret}
          onDone={() => {
            setChanging(false);
            toast(t('mine.saved'));
            void onChanged();
          }}
        />
      ) : (
        <Doings receipt={receipt} secret={secret} onChange={() => setChanging(true)} onChanged={onChanged} />
      )}
      {!receipt.erased && (
        <ConsentsPart
          // letters are only for whoever gave an address
          consents={receipt.consents.filter(({ kind, given }) => kind !== 'contact' || given || receipt.email !== null)}
          decide={(decision) => api.post('/registration-consents', { secret, ...decision })}
        />
      )}
    </Page>
  );
}

function Standing({ receipt: { erased, arrived, state, placeInLine } }: { receipt: RegistrationReceipt }) {
  const t = useText('registration');
  if (erased) return <Notice title={t('mine.erased')}>{t('mine.erasedText')}</Notice>;
  if (state === 'cancelled') return <Notice title={t('mine.cancelled')} />;
  if (state === 'waiting') return <Notice tone="warn" title={t('mine.waiting', { place: placeInLine ?? 1 })}>{t('done.waitingText')}</Notice>;
  return <Notice tone="good" title={t(arrived ? 'mine.arrived' : 'mine.registered')} />;
}

function ChangeForm({ receipt, secret, onDone }: { receipt: RegistrationReceipt; secret: string; onDone: () => void }) {
  const t = useText('registration');
  const form = useForm<Details, typeof ChangeRegistration>({
    schema: ChangeRegistration,
    initial: detailsFrom(receipt),
    toInput: (values) => ({ secret, ...detailsOf(values) }),
    labels: useDetailLabels(),
    about: { 'registration/no-room': 'people' },
    submit: (input) => api.post('/registration-changes', input),
    onDone,
  });
  return (
    <form className="form page-section" onSubmit={(event) => void form.handleSubmit(event)} noValidate aria-labelledby="change">
      <h2 id="change">{t('mine.change')}</h2>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <DetailsFields form={form} />
      <div>
        <Button type="submit" isPending={form.pending}>
          {t('mine.save')}
        </Button>
      </div>
    </form>
  );
}

function Doings({ receipt, secret, onChange, onChanged }: MineProps & { onChange: () => void }) {
  const t = useText('registration');
  const problemText = useProblemText();
  const [asking, setAsking] = useState<'cancel' | 'erase' | null>(null);
  async function handle(what: 'cancellations' | 'erasures', said: string) {
    try {
      await api.post(`/registration-${what}`, { secret });
      toast(said);
      await onChanged();
    } catch (error) {
      toast(problemText(error), 'bad');
    }
  }
  if (receipt.erased) return null;
  return (
    <section className="page-section">
      <div className="row">
        {receipt.may.change && <Button onPress={onChange}>{t('mine.change')}</Button>}
        {receipt.may.cancel && (
          <Button look="secondary" onPress={() => setAsking('cancel')}>
            {t('mine.cancel')}
          </Button>
        )}
        <Button look="quiet" onPress={() => setAsking('erase')}>
          {t('mine.erase')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking === 'cancel'} onClose={() => setAsking(null)} title={t('mine.cancelTitle')} confirm={t('mine.cancelGo')}
        onConfirm={() => handle('cancellations', t('mine.cancelledSaid'))}
      >
        <p>{t('mine.cancelText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'erase'} onClose={() => setAsking(null)} title={t('mine.eraseTitle')} confirm={t('mine.eraseGo')}
        onConfirm={() => handle('erasures', t('mine.erasedSaid'))}
      >
        <p>{t('mine.eraseText')}</p>
      </ConfirmDialog>
    </section>
  );
}
