import { EraseMe, type ErasurePreview } from '@spolu/contracts/erasure';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useResource } from '../http/queries.ts';
import { useViewerChange } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { useForm } from '../shell/use-form.ts';
import { ErasureWords } from './erasure-words.tsx';

/** She asks to be forgotten: sees what goes and what stays, shows that it is her, and ticks that she knows it can't be undone. */
export function EraseMePart() {
  const t = useText('identity');
  const preview = useResource<ErasurePreview>('/me/erasure');
  return (
    <section className="page-section stack" aria-labelledby="erasure">
      <h2 id="erasure">{t('erasure.title')}</h2>
      <details className="stack">
        <summary>{t('erasure.open')}</summary>
        <div className="stack">
          {preview.data && <p>{t('erasure.count', { contributions: t('erasure.contributionCount', { count: preview.data.contributionCount }), places: t('erasure.placeCount', { count: preview.data.placeCount }) })}</p>}
          <ErasureWords />
          {preview.data?.holdsRole === true && <Notice tone="warn">{t('erasure.holdsRole')}</Notice>}
          {preview.data?.holdsRole === false && <EraseMeForm />}
        </div>
      </details>
    </section>
  );
}

function EraseMeForm() {
  const t = useText('identity');
  const [understood, setUnderstood] = useState(false);
  const navigate = useNavigate();
  const changeViewer = useViewerChange();
  const form = useForm({
    schema: EraseMe,
    initial: { password: '' },
    labels: { password: t('account.currentPassword') },
    about: { 'wrong-credentials': 'password' },
    submit: (input) => api.post('/me/erasures', input),
    onDone: async () => {
      toast(t('erasure.done'));
      await navigate('/');
      await changeViewer();
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('password')} type="password" autoComplete="current-password" width="medium" />
      <Checkbox label={t('erasure.understood')} checked={understood} onChange={setUnderstood} />
      <div className="form-actions">
        <Button type="submit" look="danger" isDisabled={!understood} isPending={form.pending}>{t('erasure.confirm')}</Button>
      </div>
    </form>
  );
}
