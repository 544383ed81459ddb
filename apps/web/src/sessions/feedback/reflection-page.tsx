import { textIn, type Texts } from '@spolu/contracts/question-texts';
import { DIRECT_COSTS_MAX, LESSON_MAX_LENGTH, type ReflectionView, SaveReflection, STAFF_HOURS_MAX } from '@spolu/contracts/reflection';
import { REFLECTION_FIGURES, reflection } from '@spolu/methods/questionnaires/reflection';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { NumberField } from '@spolu/ui/number-field';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../http/api.ts';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';
import { ScaleField } from '../questionnaire/scale-field.tsx';
import { OtherReflections } from './other-reflections.tsx';

/** What those who ran a session think of how it went, for themselves and those who come after. */
export function ReflectionPage() {
  const { id = '' } = useParams();
  const t = useText('sessions/feedback');
  const view = useResource<ReflectionView>(`/sessions/${id}/reflection`);
  const title = textIn(reflection.title, currentLanguage());
  return (
    <Loaded query={view} as="page">
      {(loaded) => (
        <Page
          title={title.text} windowTitle={`${title.text}: ${loaded.sessionTitle}`} summary={textIn(reflection.intro, currentLanguage()).text} width="narrow"
          breadcrumbs={[{ label: loaded.sessionTitle, href: `/sessions/${id}` }, { label: t('reflection.report'), href: `/sessions/${id}/report` }]}
        >
          <ReflectionForm sessionId={id} view={loaded} />
          <OtherReflections view={loaded} />
        </Page>
      )}
    </Loaded>
  );
}

function ReflectionForm({ sessionId, view: { revision, savedAt, ...view } }: { sessionId: string; view: ReflectionView }) {
  const t = useText('sessions/feedback');
  const format = useFormat();
  const refresh = useRefresh();
  const language = currentLanguage();
  const text = (texts: Texts) => textIn(texts, language).text;
  const { staffHours, directCosts, lesson } = REFLECTION_FIGURES;
  const path = `/sessions/${sessionId}/reflection`;
  // what is read again in the background is not what this form began with
  const seen = useRef(revision);
  const [draft] = useState(`reflection ${sessionId} ${revision}`);
  const form = useForm({
    schema: SaveReflection,
    initial: { scores: Object.entries(view.scores).map(([questionId, value]) => ({ questionId, value })), lesson: view.lesson, staffHours: view.staffHours, directCosts: view.directCosts },
    toInput: (values) => ({ ...values, revision: seen.current }),
    draft,
    labels: { staffHours: text(staffHours.texts), directCosts: text(directCosts.texts), lesson: text(lesson.texts) },
    submit: (input) => api.put<{ revision: number }>(path, input),
    onDone: async (saved) => {
      seen.current = (saved as { revision: number }).revision;
      toast(t('reflection.saved'));
      await refresh(path);
    },
  });
  const { scores } = form.values;
  return (
    <form className="form page-section" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <p className="soft">{t('reflection.means')}</p>
      {reflection.questions.map(({ id, type, texts }) => type !== 'text' && (
        <ScaleField
          key={id} label={text(texts)} lang={textIn(texts, language).lang} scale={SCALES[type]} language={language} withOptOut
          value={scores.find(({ questionId }) => questionId === id)?.value ?? null}
          onChange={(value) => form.set('scores', [...scores.filter(({ questionId }) => questionId !== id), { questionId: id, value }])}
        />
      ))}
      <NumberField
        id={fieldIdOf('staffHours')} label={text(staffHours.texts)} optional min={0} max={STAFF_HOURS_MAX}
        value={form.values.staffHours} onChange={(value) => form.set('staffHours', value)} error={form.errorOf('staffHours')}
      />
      <NumberField
        id={fieldIdOf('directCosts')} label={text(directCosts.texts)} optional min={0} max={DIRECT_COSTS_MAX}
        value={form.values.directCosts} onChange={(value) => form.set('directCosts', value)} error={form.errorOf('directCosts')}
      />
      <TextArea
        id={fieldIdOf('lesson')} label={text(lesson.texts)} hint={t('reflection.lessonHint')} optional maxLength={LESSON_MAX_LENGTH}
        value={form.values.lesson} onChange={(value) => form.set('lesson', value)} error={form.errorOf('lesson')}
      />
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>{t('reflection.save')}</Button>
        {savedAt !== null && <p role="status" className="small soft">{t('reflection.savedAt', { when: format.dateTime(savedAt) })}</p>}
      </div>
    </form>
  );
}
