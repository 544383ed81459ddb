import { ASSESSED_AT_ONCE_MAX, AskForAssessments, type Asked } from '@spolu/contracts/assessment';
import type { OrganisationView } from '@spolu/contracts/identity';
import { CheckboxGroup } from '@spolu/ui/checkbox';
import { DateField } from '@spolu/ui/date-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { IdeaChooser } from '../ideas/idea-chooser.tsx';
import { useChosenIdeas } from '../ideas/use-chosen-ideas.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';

/** Which ideas, by whom, until when. */
export function AskDialog({ processId, onClose }: { processId: string; onClose: () => void }) {
  const t = useText('assessment');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const form = useForm({
    schema: AskForAssessments,
    initial: { ideaIds: [] as string[], organisationIds: [] as string[], dueOn: null as string | null },
    labels: { ideaIds: t('ask.ideas'), organisationIds: t('ask.organisations'), dueOn: t('ask.dueOn') },
    submit: (input) => api.post<Asked>(`/processes/${processId}/assessments`, input),
    onDone: async (answer) => {
      await refresh('/processes', '/assessments');
      toast(t('ask.done', { count: (answer as Asked).askedCount }));
      onClose();
    },
  });
  const { values } = form;
  const known = useChosenIdeas(processId, values.ideaIds);
  return (
    <FormDialog form={form} title={t('ask.title')} submit={t('ask.send')} onClose={onClose}>
      <IdeaChooser
        id={fieldIdOf('ideaIds')} processId={processId} chosen={values.ideaIds} known={known} max={ASSESSED_AT_ONCE_MAX}
        label={t('ask.ideas')} hint={t('ask.ideasHint')} onChange={(ideaIds) => form.set('ideaIds', ideaIds)} error={form.errorOf('ideaIds')}
      />
      <Loaded query={organisations}>
        {(rows) => (
          <div className="assessment-ideas">
            <CheckboxGroup
              id={fieldIdOf('organisationIds')}
              label={t('ask.organisations')}
              options={rows.map(({ id, name }) => ({ id, label: name }))}
              value={values.organisationIds}
              onChange={(organisationIds) => form.set('organisationIds', organisationIds)}
              error={form.errorOf('organisationIds')}
            />
          </div>
        )}
      </Loaded>
      <DateField id={fieldIdOf('dueOn')} label={t('ask.dueOn')} optional value={values.dueOn} onChange={(day) => form.set('dueOn', day)} error={form.errorOf('dueOn')} />
    </FormDialog>
  );
}
