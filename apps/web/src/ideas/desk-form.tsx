import { type Language, type Made, TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { ConsentView } from '@spolu/contracts/consents';
import { WriteIdea, type IdeaIntakeView } from '@spolu/contracts/idea-intake';
import { PLACE_NAME_MAX_LENGTH } from '@spolu/contracts/idea-places';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useRef, type KeyboardEvent } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useResource } from '../http/queries.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { ConsentBoxes } from '../provenance/consents-part.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { PlanPointField, type PlanPoint } from './places/plan-point-field.tsx';
import { CategoryField } from './category-field.tsx';
import { SimilarIdeas } from './similar-ideas.tsx';
import './ideas.css';

export interface WrittenIdea {
  id: string;
  title: string;
  name: string | null;
  onPaper: boolean;
}

interface Values {
  from: 'desk' | 'paper';
  title: string;
  text: string;
  name: string;
  /** She agrees to be quoted with her name. */
  quoted: boolean;
  language: Language;
  /** Empty: none. */
  categoryId: string;
  placeName: string;
  at: PlanPoint | null;
}

/** For one after the other: what a pile has in common stays, the rest is empty again, and the first field waits for the next. */
export function DeskForm({ processId, intake, onDone }: { processId: string; intake: IdeaIntakeView; onDone: (written: WrittenIdea) => void }) {
  const t = useText('ideas');
  const language = useLanguage();
  // read to her in the language of the desk
  const { data: consents = [] } = useResource<ConsentView[]>(`/processes/${processId}/desk-consents?lang=${language}`);
  const fields = useRef<HTMLDivElement>(null);
  // the same words, sent again because the answer was lost, count once; typed again they are somebody else's
  const last = useRef({ words: '', key: '' });
  const from = (values: Values): Values['from'] => (intake.open ? values.from : 'paper');
  const onPlan = (at: PlanPoint | null) => (at?.planId === intake.plan?.fileId ? at : null);

  async function submit(input: WriteIdea): Promise<WrittenIdea> {
    const words = JSON.stringify(input);
    if (last.current.words !== words) last.current = { words, key: uuid() };
    const { id } = await api.post<Made>(`/processes/${processId}/written-ideas`, input, { key: last.current.key });
    last.current = { words: '', key: '' };
    return { id, title: input.title, name: input.name, onPaper: input.onPaper };
  }

  const form = useForm<Values, typeof WriteIdea>({
    schema: WriteIdea,
    initial: { from: 'desk', title: '', text: '', name: '', quoted: false, language, categoryId: '', placeName: '', at: null },
    labels: { title: t('field.title'), text: t('field.summary'), name: t('desk.name'), categoryId: t('field.category'), language: t('desk.language'), place: t('place.title') },
    draft: `desk ${processId}`,
    toInput: (values) => ({
      title: values.title, text: values.text, language: values.language, name: values.name.trim() || null, categoryId: values.categoryId || null, onPaper: from(values) === 'paper',
      consents: values.quoted && values.name.trim() ? consents.flatMap(({ kind, version, language: read }) => (kind === 'quote' ? [{ kind, version, language: read }] : [])) : [],
      place: values.placeName.trim() || onPlan(values.at) ? { name: values.placeName, at: onPlan(values.at) } : null,
    }),
    submit,
    onDone: (written) => {
      form.change({ title: '', text: '', name: '', quoted: false });
      fields.current?.querySelector('input')?.focus();
      onDone(written as WrittenIdea);
    },
  });
  const { values, set } = form;

  function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void form.handleSubmit(event);
  }

  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} onKeyDown={handleKeyDown} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {intake.open && (
        <RadioGroup label={t('desk.from')} direction="row" value={values.from} onChange={(chosen) => set('from', chosen)} options={(['desk', 'paper'] as const).map((id) => ({ id, label: t(`desk.${id}`) }))} />
      )}
      {from(values) === 'desk' && <p className="soft">{t('desk.tell')}</p>}
      <div ref={fields}>
        <TextField {...form.text('title')} lang={values.language} />
      </div>
      <TextArea {...form.text('text')} lang={values.language} optional maxLength={TEXT_MAX_LENGTH} rows={5} />
      <SimilarIdeas processId={processId} text={`${values.title} ${values.text}`} />
      <TextField {...form.text('name')} hint={t('desk.nameHint')} optional autoComplete="off" />
      {values.name.trim() !== '' && consents.length > 0 && (
        <section className="stack stack-s" aria-label={t('desk.consents')}>
          <p className="soft small">{t(from(values) === 'paper' ? 'desk.consentsPaper' : 'desk.consentsRead')}</p>
          <ConsentBoxes consents={consents} given={() => values.quoted} onChange={(_, quoted) => set('quoted', quoted)} />
        </section>
      )}
      <CategoryField categories={intake.categories} value={values.categoryId} onChange={(categoryId) => set('categoryId', categoryId)} error={form.errorOf('categoryId')} />
      <TextField id={fieldIdOf('place')} label={t('place.name')} optional lang={values.language} value={values.placeName} onChange={(name) => set('placeName', name.slice(0, PLACE_NAME_MAX_LENGTH))} error={form.errorOf('place')} />
      {intake.plan && <PlanPointField processId={processId} plan={intake.plan} value={onPlan(values.at)} onChange={(at) => set('at', at)} />}
      <LanguageField id={fieldIdOf('language')} label={t('desk.language')} value={values.language} onChange={(chosen) => set('language', chosen)} />
      <p className="soft small">{t('desk.keys')}</p>
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>{t('desk.send')}</Button>
      </div>
    </form>
  );
}
