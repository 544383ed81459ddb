import { WriteMinutes, type MeetingView } from '@spolu/contracts/meetings';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand, useRefresh } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useForm } from '../../shell/use-form.ts';
import { FormActions } from '../form-actions.tsx';

/** The minutes, drafted from what happened; the secretary edits and approves them, then they stay as they are. */
export function MinutesPart({ view }: { view: MeetingView }) {
  const t = useText('review');
  const format = useFormat();
  const [dialog, setDialog] = useState<'edit' | 'approve' | null>(null);
  const approve = useCommand(() => api.post(`/meetings/${view.id}/minutes/approval`, { revision: view.revision }), ['/meetings']);
  const mayEdit = view.may.run && view.state === 'closed';
  return (
    <section className="page-section">
      <div className="row row-apart">
        <h2>{t('minutes.title')}</h2>
        <div className="row no-print">
          <LinkButton look="secondary" size="small" href={`/api/meetings/${view.id}/minutes.docx`} download>
            {t('minutes.word')}
          </LinkButton>
          {mayEdit && dialog !== 'edit' && (
            <>
              <Button look="secondary" size="small" onPress={() => setDialog('edit')}>{t('minutes.edit')}</Button>
              <Button size="small" onPress={() => setDialog('approve')}>{t('minutes.approve')}</Button>
            </>
          )}
        </div>
      </div>
      <p className="soft">{view.approvedAt ? t('minutes.approved', { date: format.day(view.approvedAt) }) : t('minutes.draft')}</p>
      {dialog === 'edit' ? <MinutesForm view={view} onDone={() => setDialog(null)} /> : <MinutesText text={view.minutes} />}
      <ConfirmDialog
        open={dialog === 'approve'}
        onClose={() => setDialog(null)}
        title={t('minutes.approveTitle')}
        confirm={t('minutes.approve')}
        onConfirm={async () => {
          await approve.mutateAsync();
          setDialog(null);
        }}
      >
        {t('minutes.approveText')}
      </ConfirmDialog>
    </section>
  );
}

/** A line that begins with # is a heading. */
function MinutesText({ text }: { text: string }) {
  return (
    <div className="review-minutes review-words">
      {text.split('\n').map((line, i) => {
        const key = `${i} ${line}`;
        if (line.startsWith('#')) return <h3 key={key}>{line.replace(/^#+\s*/, '')}</h3>;
        return line.trim() === '' ? null : <p key={key}>{line}</p>;
      })}
    </div>
  );
}

function MinutesForm({ view, onDone }: { view: MeetingView; onDone: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: WriteMinutes,
    initial: { text: view.minutes, revision: view.revision },
    labels: { text: t('minutes.text') },
    draft: `minutes ${view.id}`,
    submit: (input) => api.put(`/meetings/${view.id}/minutes`, input),
    onDone: async () => {
      await refresh('/meetings');
      toast(t('minutes.saved'));
      onDone();
    },
  });
  return (
    <form className="form no-print" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextArea {...form.text('text')} hint={t('minutes.hint')} rows={24} maxLength={100_000} />
      <FormActions
        save={t('minutes.save')}
        pending={form.pending}
        onCancel={() => {
          form.forget();
          onDone();
        }}
      />
    </form>
  );
}
