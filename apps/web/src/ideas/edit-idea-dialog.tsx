import { type Language, TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import { PLACE_NAME_MAX_LENGTH } from '@spolu/contracts/idea-places';
import { EditIdea, type IdeaView } from '@spolu/contracts/ideas';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { FormDialog } from '../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { useSeenRevision } from '../shell/use-seen-revision.ts';
import { CategoryField } from './category-field.tsx';
import { PlanPointField, type PlanPoint } from './places/plan-point-field.tsx';

interface Values {
  title: string;
  summary: string;
  language: Language;
  /** Empty: none. */
  categoryId: string;
  placeName: string;
  at: PlanPoint | null;
}

/** Other words for an idea, and what it is sorted and found by, from the people of its process. */
export function EditIdeaDialog({ idea: { id, processId, title, summary, language, categoryId, place, revision }, onClose }: { idea: IdeaView; onClose: () => void }) {
  const t = useText('ideas');
  const ownLanguage = useLanguage();
  const refresh = useRefresh();
  const { data: intake } = useResource<IdeaIntakeView>(`/processes/${processId}/idea-intake`);
  const standing = useSeenRevision(revision, '/ideas');
  const initial: Values = { title, summary, language: language ?? ownLanguage, categoryId: categoryId ?? '', placeName: place?.name ?? '', at: place?.at ?? null };
  const form = useForm({
    schema: EditIdea.omit({ revision: true }),
    initial,
    labels: { title: t('field.title'), summary: t('field.summary'), categoryId: t('field.category'), place: t('place.title'), language: t('desk.language') },
    toInput: ({ placeName, at, categoryId: chosen, ...values }: Values) => ({ ...values, categoryId: chosen || null, place: placeName.trim() || at ? { name: placeName, at } : null }),
    submit: (input) => standing((seen) => api.put(`/ideas/${id}`, { ...input, revision: seen } satisfies EditIdea)),
    onDone: async () => {
      await refresh('/ideas', '/processes');
      toast(t('saved'));
      onClose();
    },
  });
  const { values, set } = form;
  return (
    <FormDialog form={form} title={t('edit')} submit={t('save')} onClose={onClose}>
      <TextField {...form.text('title')} lang={values.language} />
      <TextArea {...form.text('summary')} lang={values.language} optional maxLength={TEXT_MAX_LENGTH} rows={6} />
      <CategoryField categories={intake?.categories ?? []} value={values.categoryId} onChange={(chosen) => set('categoryId', chosen)} error={form.errorOf('categoryId')} />
      <TextField id={fieldIdOf('place')} label={t('place.name')} optional lang={values.language} value={values.placeName} onChange={(name) => set('placeName', name.slice(0, PLACE_NAME_MAX_LENGTH))} error={form.errorOf('place')} />
      {/* a point on a plan that was replaced meanwhile stays until another is chosen */}
      {intake?.plan && <PlanPointField processId={processId} plan={intake.plan} value={values.at?.planId === intake.plan.fileId ? values.at : null} onChange={(at) => set('at', at)} />}
      <LanguageField id={fieldIdOf('language')} label={t('desk.language')} value={values.language} onChange={(chosen) => set('language', chosen)} />
    </FormDialog>
  );
}
