import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { EditActionPlan, type ActionPlanView } from '@spolu/contracts/commitments';
import type { OrganisationView } from '@spolu/contracts/identity';
import { LANGUAGES } from '@spolu/contracts/plain';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { readWholeList, useWholeList } from '../http/use-list.ts';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';

export function ActionPlanDialog({ plan, onClose }: { plan: ActionPlanView | null; onClose: () => void }) {
  const t = useText('commitments');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const form = useForm({
    schema: EditActionPlan,
    initial: {
      title: plan?.title ?? '',
      fromOn: plan?.fromOn ?? null,
      untilOn: plan?.untilOn ?? null,
      vision: plan?.vision ?? '',
      language: plan?.language ?? currentLanguage(),
      organisationId: plan?.organisationId ?? null,
      revision: plan?.revision ?? 0,
    },
    labels: {
      title: t('field.title'),
      fromOn: t('field.fromOn'),
      untilOn: t('field.untilOn'),
      vision: t('field.vision'),
      language: t('field.language'),
      organisationId: t('field.organisation'),
    },
    submit: (input) => (plan ? api.put(`/action-plans/${plan.id}`, input) : api.post('/action-plans', input)),
    onDone: async () => {
      await refresh('/action-plans');
      toast(t('saved'));
      onClose();
    },
  });
  async function handleSaveMine(id: string) {
    const newest = await readWholeList<ActionPlanView>('/action-plans');
    await form.submitAgain({ ...form.values, revision: newest.find((one) => one.id === id)?.revision ?? form.values.revision });
  }
  return (
    <FormDialog form={form} title={plan ? t('plan.edit') : t('plan.add')} submit={t('save')} onClose={onClose}>
      {plan && <ChangedMeanwhile failure={form.failure} title={t('plan.changedTitle')} href="/commitments" onSaveMine={() => handleSaveMine(plan.id)} />}
      <TextField {...form.text('title')} />
      <div className="commitments-days">
        <DateField id={fieldIdOf('fromOn')} label={t('field.fromOn')} optional value={form.values.fromOn} onChange={(day) => form.set('fromOn', day)} error={form.errorOf('fromOn')} />
        <DateField id={fieldIdOf('untilOn')} label={t('field.untilOn')} optional value={form.values.untilOn} onChange={(day) => form.set('untilOn', day)} error={form.errorOf('untilOn')} />
      </div>
      <TextArea {...form.text('vision')} optional maxLength={TEXT_MAX_LENGTH} />
      <Loaded query={organisations}>
        {(rows) => (
          <Select
            id={fieldIdOf('organisationId')}
            label={t('field.organisation')}
            options={rows.map(({ id, name }) => ({ id, label: name }))}
            value={form.values.organisationId}
            onChange={(id) => form.set('organisationId', id)}
            error={form.errorOf('organisationId')}
          />
        )}
      </Loaded>
      <Select
        id={fieldIdOf('language')}
        label={t('field.language')}
        options={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={form.values.language}
        onChange={(language) => form.set('language', language)}
        error={form.errorOf('language')}
        width="medium"
      />
    </FormDialog>
  );
}
