import { TEAM_IDEA_MAX_LENGTH, TEAM_NAME_MAX_LENGTH } from '@spolu/contracts/plain';
import { Problem } from '@spolu/contracts/problems';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea, PlainTextField } from '@spolu/ui/plain';
import { useId, useState, type FormEvent } from 'react';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { useSending } from './use-sending.ts';

interface Words {
  name: string;
  idea: string;
}
interface TeamWordsFormProps {
  start: Words;
  submit: string;
  /** @param seen what stood there when she began to write, or when she was told that it is another by now */
  onSubmit: (words: Words, seen: Words) => Promise<void>;
}

/** What a team is called, and its idea in a sentence. What she types stays, also where somebody else changes it meanwhile. */
export function TeamWordsForm({ start, submit, onSubmit }: TeamWordsFormProps) {
  const { t } = usePhoneText();
  const [typed, setTyped] = useState<{ words: Words; seen: Words | null } | null>(null);
  const words = typed?.words ?? start;
  const setWords = (next: Words) => setTyped({ words: next, seen: typed ? typed.seen : { name: start.name, idea: start.idea } });
  const [missing, setMissing] = useState(false);
  const { pending, failure, send } = useSending();
  const nameId = useId();
  const [name, idea] = [words.name.trim(), words.idea.trim().replace(/\s+/g, ' ')];
  const tooLong = name.length > TEAM_NAME_MAX_LENGTH || idea.length > TEAM_IDEA_MAX_LENGTH;
  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    setMissing(!name || !idea);
    if (!name || !idea) {
      document.getElementById(name ? `${nameId}-idea` : nameId)?.focus();
      return;
    }
    if (tooLong) return;
    await send(async () => {
      try {
        await onSubmit({ name, idea }, typed?.seen ?? { name: start.name, idea: start.idea });
      } catch (error) {
        if (error instanceof Problem && error.code === 'changed-meanwhile') setTyped({ words, seen: null });
        throw error;
      }
    });
  }
  return (
    <form className="stack" onSubmit={(event) => void handleSubmit(event)}>
      <PlainTextField
        id={nameId}
        label={t('ideathon.teamName')}
        maxLength={TEAM_NAME_MAX_LENGTH}
        autoComplete="off"
        error={missing && !name ? t('ideathon.fillIn') : null}
        value={words.name}
        onChange={(next) => setWords({ ...words, name: next })}
      />
      <PlainTextArea
        id={`${nameId}-idea`}
        label={t('ideathon.teamIdea')}
        rows={2}
        error={missing && !idea ? t('ideathon.fillIn') : null}
        value={words.idea}
        onChange={(next) => setWords({ ...words, idea: next })}
        max={{ length: TEAM_IDEA_MAX_LENGTH, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }}
      />
      {failure && <Notice tone="bad" role="alert">{failure}</Notice>}
      <PlainButton type="submit" size="thumb" pending={pending} aria-disabled={tooLong}>
        {submit}
      </PlainButton>
    </form>
  );
}
