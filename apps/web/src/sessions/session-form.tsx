import { wordsOfSession } from '@spolu/contracts/activity-words';
import { LANGUAGES } from '@spolu/contracts/plain';
import { EditSession, SessionKind } from '@spolu/contracts/sessions';
import { TEXT_MAX_LENGTH, Visibility } from '@spolu/contracts/common';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { ErrorSummary } from '@spolu/ui/error-summary';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import { clockTime } from './clock-time.ts';
import { SecondFields } from './run-sheet/second-fields.tsx';
import { carried, pairsOfValues, type SecondValues, valuesOfPairs } from './run-sheet/second-words.ts';

type Values = Omit<EditSession, 'plannedTime' | 'second'> & { plannedTime: string; second: SecondValues };

export const emptySession = (): EditSession => ({
  kind: 'workshop', title: '', welcome: '', plannedOn: null, plannedTime: null, place: '', language: currentLanguage(), secondLanguage: null, visibility: 'public',
});

interface SessionFormProps {
  initial: EditSession;
  /** Keeps what was typed through a reload under this name. */
  draft: string;
  submit: (input: EditSession) => Promise<unknown>;
  onDone: (answer: unknown) => void;
  action: string;
  onCancel?: () => void;
  /** What is asked before the rest. `suggest` fills in a title where nobody has typed one of her own. */
  first?: (suggest: (title: string) => void) => ReactNode;
}

/** What a session is called, when and where, and what participants read first. */
export function SessionForm({ initial, draft, submit, onDone, action, onCancel, first }: SessionFormProps) {
  const t = useText('sessions');
  const [suggested, setSuggested] = useState('');
  const form = useForm<Values, typeof EditSession>({
    schema: EditSession,
    initial: { ...initial, plannedTime: initial.plannedTime ?? '', second: initial.second && initial.second.language === initial.secondLanguage ? valuesOfPairs(initial.second.pairs) : {} },
    toInput: ({ second, ...values }) => ({
      ...values,
      plannedTime: clockTime(values.plannedTime),
      second: values.secondLanguage ? { language: values.secondLanguage, pairs: pairsOfValues(second, wordsOfSession(values)) } : null,
    }),
    labels: {
      title: t('form.title'), kind: t('form.kind'), welcome: t('form.welcome'), plannedOn: t('form.plannedOn'), plannedTime: t('form.plannedTime'),
      place: t('form.place'), language: t('form.language'), secondLanguage: t('form.secondLanguage'), visibility: t('form.visibility'),
    },
    draft,
    submit,
    onDone,
  });
  const { second } = form.values;
  const words = wordsOfSession(form.values);
  const known = useRef(words);
  useEffect(() => {
    const moved = carried(second, known.current, words);
    known.current = words;
    if (moved !== second) form.set('second', moved);
  });
  function suggest(title: string) {
    setSuggested(title);
    if (form.values.title.trim() === '' || form.values.title === suggested) form.set('title', title);
  }
  return (
    <form className="form" onSubmit={(event) => void form.handleSubmit(event)} noValidate>
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      {first?.(suggest)}
      <TextField {...form.text('title')} />
      <RadioGroup
        label={t('form.kind')}
        direction="row"
        options={SessionKind.options.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={form.values.kind}
        onChange={(kind) => form.set('kind', kind)}
      />
      <TextArea {...form.text('welcome')} hint={t('form.welcomeHint')} optional maxLength={TEXT_MAX_LENGTH} />
      <div className="row sessions-when">
        <DateField id={fieldIdOf('plannedOn')} label={t('form.plannedOn')} optional value={form.values.plannedOn} onChange={(day) => form.set('plannedOn', day)} error={form.errorOf('plannedOn')} />
        <TextField {...form.text('plannedTime')} hint={t('form.plannedTimeHint')} optional inputMode="text" width="short" />
      </div>
      <TextField {...form.text('place')} optional />
      <LanguageField id={fieldIdOf('language')} label={t('form.language')} value={form.values.language} onChange={(language) => form.change({ language, ...(language === form.values.secondLanguage && { secondLanguage: null }) })} />
      <RadioGroup
        label={t('form.secondLanguage')}
        hint={t('form.secondLanguageHint')}
        direction="row"
        options={[{ id: 'none', label: t('form.noSecondLanguage') }, ...LANGUAGES.flatMap((id) => (id === form.values.language ? [] : [{ id, label: <span lang={id}>{LANGUAGE_NAMES[id]}</span> }]))]}
        value={form.values.secondLanguage ?? 'none'}
        onChange={(id) => form.change({ secondLanguage: id === 'none' ? null : id, second: {} })}
      />
      {form.values.secondLanguage && (
        <SecondFields first={form.values.language} second={form.values.secondLanguage} words={words} values={second} onChange={(next) => form.set('second', next)} />
      )}
      <RadioGroup
        label={t('form.visibility')}
        options={Visibility.options.map((id) => ({ id, label: t(`visibility.${id}`), hint: t(`visibilityMeans.${id}`) }))}
        value={form.values.visibility}
        onChange={(visibility) => form.set('visibility', visibility)}
      />
      <div className="row form-actions">
        <Button type="submit" isPending={form.pending}>
          {action}
        </Button>
        {onCancel && (
          <Button
            look="secondary"
            onPress={() => {
              form.forget();
              onCancel();
            }}
          >
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
