import { EditMilestone, MilestoneOutput, MilestoneState, type CommitmentView, type MilestoneView } from '@spolu/contracts/commitments';
import type { OrganisationView } from '@spolu/contracts/identity';
import { DateField } from '@spolu/ui/date-field';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { DecisionItemField } from './decision-item-field.tsx';

/** The choices that stand for "none" in lists that must have something chosen. */
const OTHER_OWNER = 'other';
const NO_OUTPUT = 'none';
const PROGRESS_MAX_LENGTH = 2_000;

interface MilestoneDialogProps {
  commitment: CommitmentView;
  milestone: MilestoneView | null;
  /** The decision's item from which somebody came to add this milestone. */
  decisionItemId: string | null;
  onClose: () => void;
}

/** A milestone: who does what by when, and how far it is. */
export function MilestoneDialog({ commitment, milestone, decisionItemId, onClose }: MilestoneDialogProps) {
  const t = useText('commitments');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const form = useForm({
    schema: EditMilestone,
    initial: {
      title: milestone?.title ?? '',
      output: milestone?.output ?? null,
      ownerId: milestone?.ownerId ?? null,
      ownerName: milestone?.ownerName ?? '',
      dueOn: milestone?.dueOn ?? null,
      state: milestone?.state ?? 'not-started',
      progress: milestone?.progress ?? '',
      percent: milestone?.percent ?? null,
      budget: milestone?.budget ?? '',
      budgetSource: milestone?.budgetSource ?? '',
      evidence: milestone?.evidence ?? '',
      delayReason: '',
      decisionItemId: milestone?.decisionItemId ?? decisionItemId,
      language: milestone?.language ?? commitment.language,
      revision: milestone?.revision ?? 0,
    },
    labels: {
      title: t('milestone.title'),
      output: t('milestone.output'),
      ownerId: t('milestone.owner'),
      ownerName: t('milestone.ownerName'),
      dueOn: t('milestone.dueOn'),
      state: t('milestone.state'),
      progress: t('milestone.progress'),
      percent: t('milestone.percent'),
      budget: t('milestone.budget'),
      budgetSource: t('milestone.budgetSource'),
      evidence: t('milestone.evidence'),
      delayReason: t('milestone.delayReason'),
      decisionItemId: t('milestone.decision'),
    },
    about: { 'commitment/delay-needs-reason': 'delayReason' },
    submit: (input) => (milestone ? api.put(`/milestones/${milestone.id}`, input) : api.post(`/commitments/${commitment.id}/milestones`, input)),
    draft: milestone ? `milestone ${milestone.id}` : `milestone new ${commitment.id}`,
    onDone: async () => {
      await refresh('/commitments', '/action-plans', '/decisions', '/records');
      toast(t('milestone.saved'));
      onClose();
    },
  });

  /** Somebody saved meanwhile: what she wrote was there to be seen, and this is meant to stand. */
  async function handleSaveMine() {
    const { milestones } = await api.get<CommitmentView>(`/commitments/${commitment.id}`);
    await form.submitAgain({ ...form.values, revision: milestones.find(({ id }) => id === milestone?.id)?.revision ?? form.values.revision });
  }

  return (
    <FormDialog form={form} title={milestone ? t('milestone.edit') : t('milestones.add')} submit={t('save')} onClose={onClose}>
      {milestone && <ChangedMeanwhile failure={form.failure} title={t('milestone.changedTitle')} href={`/commitments/${commitment.id}#${milestone.id}`} onSaveMine={handleSaveMine} />}
      <TextField {...form.text('title')} hint={t('milestone.titleHint')} />
      <Select
        id={fieldIdOf('output')}
        label={t('milestone.output')}
        options={[{ id: NO_OUTPUT, label: t('milestone.noOutput') }, ...MilestoneOutput.options.map((id) => ({ id, label: t(`output.${id}`) }))]}
        value={form.values.output ?? NO_OUTPUT}
        onChange={(output) => form.set('output', output === NO_OUTPUT ? null : output)}
        error={form.errorOf('output')}
      />
      <Loaded query={organisations}>
        {(rows) => (
          <Select
            id={fieldIdOf('ownerId')}
            label={t('milestone.owner')}
            options={[...rows.map(({ id, name }) => ({ id, label: name })), { id: OTHER_OWNER, label: t('milestone.otherOwner') }]}
            value={form.values.ownerId ?? OTHER_OWNER}
            onChange={(id) => form.set('ownerId', id === OTHER_OWNER ? null : id)}
            error={form.errorOf('ownerId')}
          />
        )}
      </Loaded>
      {form.values.ownerId === null && <TextField {...form.text('ownerName')} optional />}
      <DateField id={fieldIdOf('dueOn')} label={t('milestone.dueOn')} optional value={form.values.dueOn} onChange={(day) => form.set('dueOn', day)} error={form.errorOf('dueOn')} />
      <Select
        id={fieldIdOf('state')}
        label={t('milestone.state')}
        options={MilestoneState.options.map((id) => ({ id, label: t(`state.${id}`) }))}
        value={form.values.state}
        onChange={(state) => form.set('state', state)}
        error={form.errorOf('state')}
        width="medium"
      />
      {milestone && <TextArea {...form.text('delayReason')} hint={t('milestone.delayReasonHint')} optional maxLength={PROGRESS_MAX_LENGTH} />}
      <TextArea {...form.text('progress')} hint={t('milestone.progressHint')} optional maxLength={PROGRESS_MAX_LENGTH} />
      <NumberField id={fieldIdOf('percent')} label={t('milestone.percent')} optional value={form.values.percent} onChange={(percent) => form.set('percent', percent)} error={form.errorOf('percent')} min={0} max={100} />
      <TextField {...form.text('budget')} optional width="medium" />
      <TextField {...form.text('budgetSource')} optional />
      <TextArea {...form.text('evidence')} hint={t('milestone.evidenceHint')} optional maxLength={PROGRESS_MAX_LENGTH} />
      <DecisionItemField id={fieldIdOf('decisionItemId')} value={form.values.decisionItemId} onChange={(id) => form.set('decisionItemId', id)} error={form.errorOf('decisionItemId')} />
    </FormDialog>
  );
}
