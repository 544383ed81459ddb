import { Currency, TEXT_MAX_LENGTH, type Made } from '@spolu/contracts/common';
import { EditCommitment, FundingState, type ActionPlanView, type CommitmentView } from '@spolu/contracts/commitments';
import { LANGUAGES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { LinkButton } from '@spolu/ui/link-button';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
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
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import './commitments.css';

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
const TEXTS = ['problem', 'statusQuo', 'action', 'contribution', 'vision'] as const;
/** Lists, of which one entry a line is quicker to write than a list of fields. */
const ACTORS = ['leadInternal', 'leadExternal', 'otherActors'] as const;
/** The choice that stands for "none" in a list that must have something chosen. */
const UNSAID = 'unsaid';
const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

function CommitmentForm({ planId, commitment }: { planId: string; commitment: CommitmentView | null }) {
  const t = useText('commitments');
  const refresh = useRefresh();
  const navigate = useNavigate();
  const form = useForm({
    schema: EditCommitment,
    initial: {
      title: commitment?.title ?? '',
      summary: commitment?.summary ?? '',
      fromOn: commitment?.fromOn ?? null,
      untilOn: commitment?.untilOn ?? null,
      leadInternal: (commitment?.leadInternal ?? []).join('\n'),
      leadExternal: (commitment?.leadExternal ?? []).join('\n'),
      otherActors: (commitment?.otherActors ?? []).join('\n'),
      problem: commitment?.problem ?? '',
      statusQuo: commitment?.statusQuo ?? '',
      action: commitment?.action ?? '',
      contribution: commitment?.contribution ?? '',
      vision: commitment?.vision ?? '',
      resources: commitment?.resources ?? '',
      amount: commitment?.amount ?? null,
      currency: commitment?.currency ?? 'EUR',
      isAmountApproximate: commitment?.isAmountApproximate ?? false,
      funding: commitment?.funding ?? null,
      additional: commitment?.additional ?? '',
      values: (commitment?.values ?? []).join('\n'),
      changeReason: '',
      revision: commitment?.revision ?? 0,
      language: commitment?.language ?? currentLanguage(),
    },
    toInput: (values) => ({
      ...values, values: linesOf(values.values), leadInternal: linesOf(values.leadInternal), leadExternal: linesOf(values.leadExternal), otherActors: linesOf(values.otherActors),
    }),
    labels: {
      title: t('field.title'),
      summary: t('field.summary'),
      fromOn: t('field.fromOn'),
      untilOn: t('field.untilOn'),
      leadInternal: t('field.leadInternal'),
      leadExternal: t('field.leadExternal'),
      otherActors: t('field.otherActors'),
      additional: t('field.additional'),
      changeReason: t('history.changeReason'),
      problem: t('field.problem'),
      statusQuo: t('field.statusQuo'),
      action: t('field.action'),
      contribution: t('field.contribution'),
      vision: t('field.vision'),
      resources: t('field.resources'),
      amount: t('money.amount'),
      currency: t('money.currency'),
      isAmountApproximate: t('money.isAmountApproximate'),
      funding: t('money.funding'),
      values: t('field.values'),
      language: t('field.language'),
    },
    draft: commitment ? `commitment fields ${commitment.id}` : `commitment fields new ${planId}`,
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
  async function handleSaveMine(id: string) {
    const { revision } = await api.get<CommitmentView>(`/commitments/${id}`);
    await form.submitAgain({ ...form.values, revision });
  }
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {commitment && (
        <ChangedMeanwhile failure={form.failure} title={t('commitment.changedTitle')} href={`/commitments/${commitment.id}`} onSaveMine={() => handleSaveMine(commitment.id)} />
      )}
      <TextField {...form.text('title')} />
      <TextArea {...form.text('summary')} hint={t('hint.summary')} optional maxLength={TEXT_MAX_LENGTH} rows={3} />
      <div className="commitments-days">
        <DateField id={fieldIdOf('fromOn')} label={t('field.fromOn')} optional value={form.values.fromOn} onChange={(day) => form.set('fromOn', day)} error={form.errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('field.untilOn')} optional value={form.values.untilOn} onChange={(day) => form.set('untilOn', day)} error={form.errorOf('untilOn')} />
      </div>
      {ACTORS.map((name) => (
        <TextArea key={name} {...form.text(name)} hint={t('hint.actors')} optional rows={3} />
      ))}
      {TEXTS.map((name) => (
        <TextArea key={name} {...form.text(name)} hint={t(`hint.${name}`)} optional maxLength={TEXT_MAX_LENGTH} />
      ))}
      <TextArea {...form.text('values')} hint={t('hint.values')} optional rows={3} />
      <div className="commitments-days">
        <NumberField id={fieldIdOf('amount')} label={t('money.amount')} optional value={form.values.amount} onChange={(amount) => form.set('amount', amount)} error={form.errorOf('amount')} min={0} width="medium" />
        <RadioGroup label={t('money.currency')} direction="row" value={form.values.currency} onChange={(currency) => form.set('currency', currency)} options={Currency.options.map((id) => ({ id, label: id }))} />
      </div>
      <Checkbox label={t('money.isAmountApproximate')} checked={form.values.isAmountApproximate} onChange={(isAmountApproximate) => form.set('isAmountApproximate', isAmountApproximate)} />
      <Select
        id={fieldIdOf('funding')}
        label={t('money.funding')}
        options={[{ id: UNSAID, label: t('money.unsaid') }, ...FundingState.options.map((id) => ({ id, label: t(`funding.${id}`) }))]}
        value={form.values.funding ?? UNSAID}
        onChange={(funding) => form.set('funding', funding === UNSAID ? null : funding)}
        error={form.errorOf('funding')}
        width="medium"
      />
      <TextArea {...form.text('resources')} hint={t('hint.resources')} optional maxLength={TEXT_MAX_LENGTH} />
      <TextArea {...form.text('additional')} optional maxLength={TEXT_MAX_LENGTH} rows={3} />
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
      {commitment && <TextArea {...form.text('changeReason')} hint={t('history.changeReasonHint')} maxLength={2_000} rows={2} />}
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
