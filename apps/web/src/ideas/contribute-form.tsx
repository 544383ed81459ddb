import { type Language, type Made, TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { TakenPicture } from '@spolu/contracts/boards';
import { PLACE_NAME_MAX_LENGTH } from '@spolu/contracts/idea-places';
import type { Guest } from '@spolu/contracts/guests';
import { ContributeIdea, type IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { Receipt } from '@spolu/contracts/provenance';
import { Button } from '@spolu/ui/button';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useRef, useState, type RefObject } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useMe } from '../http/use-me.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { smallerPicture } from '../sessions/report/smaller-picture.ts';
import { PicturesField, type ChosenPicture } from './places/pictures-field.tsx';
import { PlanPointField, type PlanPoint } from './places/plan-point-field.tsx';
import { CategoryField } from './category-field.tsx';
import { SimilarIdeas } from './similar-ideas.tsx';
import './ideas.css';

export interface Contributed {
  ideaId: string;
  waits: boolean;
  /** Null: it is under her account. */
  participantId: string | null;
  receipt: Receipt | null;
}

interface Values {
  title: string;
  text: string;
  language: Language;
  /** Empty: none. */
  categoryId: string;
  placeName: string;
  at: PlanPoint | null;
}

/** What she types is kept in this tab until it is stored; the same words are sent under the same key, so that they count once. */
export function ContributeForm({ processId, intake, receipt, onDone }: { processId: string; intake: IdeaIntakeView; receipt: RefObject<Receipt | null>; onDone: (contributed: Contributed) => void }) {
  const t = useText('ideas');
  const language = useLanguage();
  const { person, participants } = useMe();
  const guestKey = useRef(uuid());
  const last = useRef({ words: '', key: '' });
  const initial: Values = { title: '', text: '', language, categoryId: '', placeName: '', at: null };
  // files are no words: they are kept on this page alone
  const [pictures, setPictures] = useState<readonly ChosenPicture[]>([]);
  const taken = useRef(new Map<string, string>());

  async function submit(input: ContributeIdea): Promise<Contributed> {
    let participantId = person ? null : (participants.find((each) => each.processId === processId)?.id ?? null);
    if (!person && participantId === null) {
      const guest = await api.post<Guest>(`/processes/${processId}/guests`, { language }, { key: guestKey.current });
      participantId = guest.participantId;
      receipt.current = guest.receipt ?? receipt.current;
    }
    for (const { key, file } of pictures) {
      if (taken.current.has(key)) continue;
      const { fileId } = await api.post<TakenPicture>(`/processes/${processId}/idea-pictures`, await smallerPicture(file), { key });
      taken.current.set(key, fileId);
    }
    input = { ...input, pictures: input.pictures.map(({ fileId, alt }) => ({ fileId: taken.current.get(fileId) ?? fileId, alt })) };
    const words = JSON.stringify(input);
    if (last.current.words !== words) last.current = { words, key: uuid() };
    const { id } = await api.post<Made>(`/processes/${processId}/ideas`, input, { key: last.current.key });
    return { ideaId: id, waits: intake.lookFirst, participantId, receipt: receipt.current };
  }

  // a plan that was replaced meanwhile has no such place
  const onPlan = (at: PlanPoint | null = null) => (at?.planId === intake.plan?.fileId ? at : null);
  const form = useForm({
    schema: ContributeIdea,
    initial,
    labels: { title: t('field.title'), text: t('field.summary'), categoryId: t('field.category'), language: t('contribute.language'), place: t('place.title'), pictures: t('pictures.title'), 'pictures.*.alt': t('pictures.title') },
    draft: `idea ${processId}`,
    toInput: ({ categoryId, placeName = '', at, ...values }: Values) => ({
      ...values,
      categoryId: categoryId || null,
      place: placeName.trim() || onPlan(at) ? { name: placeName, at: onPlan(at) } : null,
      pictures: pictures.map(({ key, alt }) => ({ fileId: key, alt })),
    }),
    submit,
    onDone: (answer) => onDone(answer as Contributed),
  });
  const { values, set } = form;
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {form.restored && (
        <Notice title={t('contribute.restored')}>
          <Button look="secondary" size="small" onPress={form.startOver}>
            {t('contribute.startOver')}
          </Button>
        </Notice>
      )}
      <TextField {...form.text('title')} lang={values.language} hint={t('contribute.titleHint')} />
      <TextArea {...form.text('text')} lang={values.language} hint={t('contribute.textHint')} optional maxLength={TEXT_MAX_LENGTH} rows={6} />
      <SimilarIdeas processId={processId} text={`${values.title} ${values.text}`} />
      <CategoryField categories={intake.categories} value={values.categoryId} onChange={(categoryId) => set('categoryId', categoryId)} error={form.errorOf('categoryId')} />
      <fieldset className="ideas-fieldset stack">
        <legend>{t('place.legend')}</legend>
        <TextField id={fieldIdOf('place')} label={t('place.name')} hint={t('place.nameHint')} optional lang={values.language} value={values.placeName ?? ''} onChange={(name) => set('placeName', name.slice(0, PLACE_NAME_MAX_LENGTH))} error={form.errorOf('place')} />
        {intake.plan && <PlanPointField processId={processId} plan={intake.plan} value={onPlan(values.at)} onChange={(at) => set('at', at)} />}
      </fieldset>
      <PicturesField value={pictures} onChange={setPictures} errorOf={form.errorOf} lang={values.language} />
      <LanguageField id={fieldIdOf('language')} label={t('contribute.language')} value={values.language} onChange={(chosen) => set('language', chosen)} />
      <p className="soft small">{t(person ? 'contribute.asPerson' : 'contribute.asGuest')}</p>
      {intake.lookFirst && <p className="soft small">{t('contribute.lookFirst')}</p>}
      <div className="form-actions">
        <Button type="submit" isPending={form.pending}>
          {t('contribute.send')}
        </Button>
      </div>
    </form>
  );
}
