import { EditAnswerTerms, TERM_DAYS_MAX, type AnswerTerms } from '@spolu/contracts/duties';
import { Button } from '@spolu/ui/button';
import { NumberField } from '@spolu/ui/number-field';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { useSeenRevision } from '../shell/use-seen-revision.ts';

/** Until when the process answers, for everybody; who answers for it sets it. Nothing for others, where nothing is promised. */
export function ProcessTerms({ processId }: { processId: string }) {
  const t = useText('participation');
  const { data: terms } = useResource<AnswerTerms>(`/processes/${processId}/answer-terms`);
  const [editing, setEditing] = useState(false);
  if (!terms || (terms.answerDays === null && terms.questionDays === null && !terms.may.edit)) return null;
  return (
    <section className="page-section">
      <h2>{t('terms.title')}</h2>
      {terms.answerDays !== null && <p>{t('terms.answer', { count: terms.answerDays })}</p>}
      {terms.questionDays !== null && <p>{t('terms.question', { count: terms.questionDays })}</p>}
      {terms.answerDays === null && terms.questionDays === null && <p className="soft">{t('terms.none')}</p>}
      {terms.may.edit && (
        <div className="row">
          <Button look="secondary" onPress={() => setEditing(true)}>{t('terms.edit')}</Button>
        </div>
      )}
      {editing && <TermsDialog processId={processId} terms={terms} onClose={() => setEditing(false)} />}
    </section>
  );
}

function TermsDialog({ processId, terms, onClose }: { processId: string; terms: AnswerTerms; onClose: () => void }) {
  const t = useText('participation');
  const refresh = useRefresh();
  const standing = useSeenRevision(terms.revision, `/processes/${processId}/answer-terms`);
  const form = useForm({
    schema: EditAnswerTerms.omit({ revision: true }),
    initial: { answerDays: terms.answerDays, questionDays: terms.questionDays },
    labels: { answerDays: t('terms.answerDays'), questionDays: t('terms.questionDays') },
    submit: (days) => standing((revision) => api.put(`/processes/${processId}/answer-terms`, { ...days, revision } satisfies EditAnswerTerms)),
    onDone: async () => {
      await refresh('/processes', '/records', '/duties');
      toast(t('terms.saved'));
      onClose();
    },
  });
  const days = (name: 'answerDays' | 'questionDays', hint: string) => (
    <NumberField
      id={fieldIdOf(name)} label={t(`terms.${name}`)} hint={hint} optional min={1} max={TERM_DAYS_MAX}
      value={form.values[name]} onChange={(value) => form.set(name, value)} error={form.errorOf(name)}
    />
  );
  return (
    <FormDialog form={form} title={t('terms.edit')} submit={t('terms.save')} onClose={onClose}>
      {days('answerDays', t('terms.answerHint'))}
      {days('questionDays', t('terms.questionHint'))}
    </FormDialog>
  );
}
