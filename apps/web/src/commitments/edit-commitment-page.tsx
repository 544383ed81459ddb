import { TEXT_MAX_LENGTH, type Made } from '@spolu/contracts/common';
import { EditCommitment, type ActionPlanView, type CommitmentView } from '@spolu/contracts/commitments';
import { LANGUAGES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { useNavigate, useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../shell/page.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

export function NewCommitmentPage() {
  const t = useText('commitments');
  const { planId = '' } = useParams();
  const plans = useWholeList<ActionPlanView>('/action-plans');
  return (
    <Loaded query={plans} as="page">
      {(rows) => {
        const plan = rows.find(({ id }) => id === planId);
        if (!plan?.may.edit) return <NotFoundPage />;
        return (
          <Page title={t('commitment.add')} kind={plan.title} breadcrumbs={[{ label: t('title'), href: '/commitments' }]} width="narrow">
            <CommitmentForm planId={plan.id} commitment={null} />
          </Page>
        );
      }}
    </Loaded>
  );
}

export function EditCommitmentPage() {
  const t = useText('commitments');
  const { id = '' } = useParams();
  const commitment = useResource<CommitmentView>(`/commitments/${id}`);
  return (
    <Loaded query={commitment} as="page">
      {(view) =>
        view.may.edit ? (
          <Page
            title={t('commitment.edit')}
            windowTitle={`${t('commitment.edit')}: ${view.title}`}
            breadcrumbs={[
              { label: t('title'), href: '/commitments' },
              { label: view.title, href: `/commitments/${id}` },
            ]}
            width="narrow"
          >
            <CommitmentForm planId={view.actionPlanId} commitment={view} />
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Loaded>
  );
}

/** The long fields of the template, in its order. */
const TEXTS = ['problem', 'statusQuo', 'action', 'contribution', 'vision', 'resources'] as const;

function CommitmentForm({ planId, commitment }: { planId: string; commitment: CommitmentView | null }) {
  const t = useText('commitments');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const form = useForm({
    schema: EditCommitment,
    initial: {
      title: commitment?.title ?? '',
      summary: commitment?.summary ?? '',
      problem: commitment?.problem ?? '',
      statusQuo: commitment?.statusQuo ?? '',
      action: commitment?.action ?? '',
      contribution: commitment?.contribution ?? '',
      vision: commitment?.vision ?? '',
      resources: commitment?.resources ?? '',
      values: (commitment?.values ?? []).join('\n'),
      language: commitment?.language ?? currentLanguage(),
    },
    // One value a line is quicker to write than a list of fields.
    toInput: (values) => ({ ...values, values: values.values.split('\n').map((line) => line.trim()).filter(Boolean) }),
    labels: {
      title: t('field.title'),
      summary: t('field.summary'),
      problem: t('field.problem'),
      statusQuo: t('field.statusQuo'),
      action: t('field.action'),
      contribution: t('field.contribution'),
      vision: t('field.vision'),
      resources: t('field.resources'),
      values: t('field.values'),
      language: t('field.language'),
    },
    draft: commitment ? `commitment ${commitment.id}` : `commitment new ${planId}`,
    submit: async (input) => {
      if (commitment) await api.put(`/commitments/${commitment.id}`, input);
      return commitment ?? api.post<Made>(`/action-plans/${planId}/commitments`, input);
    },
    onDone: async (made) => {
      await refresh('/commitments', '/action-plans');
      toast(t('saved'));
      await navigate(`/commitments/${(made as Made).id}`);
    },
  });
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <TextField {...form.text('title')} />
      <TextArea {...form.text('summary')} hint={t('hint.summary')} optional maxLength={TEXT_MAX_LENGTH} rows={3} />
      {TEXTS.map((name) => (
        <TextArea key={name} {...form.text(name)} hint={t(`hint.${name}`)} optional maxLength={TEXT_MAX_LENGTH} />
      ))}
      <TextArea {...form.text('values')} hint={t('hint.values')} optional rows={3} />
      <Select
        id={fieldIdOf('language')}
        label={t('field.language')}
        hint={t('hint.language')}
        options={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={form.values.language}
        onChange={(language) => form.set('language', language)}
        error={form.errorOf('language')}
        width="medium"
      />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t('save')}
        </Button>
        <LinkButton look="quiet" href={commitment ? `/commitments/${commitment.id}` : '/commitments'} onClick={form.forget}>
          {t('discard')}
        </LinkButton>
      </div>
    </form>
  );
}
