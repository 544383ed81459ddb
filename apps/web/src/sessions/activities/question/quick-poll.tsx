import type { QuestionForm } from '@spolu/contracts/activities/question';
import type { RoomState } from '@spolu/contracts/sessions';
import { PlainButton, PlainTextField } from '@spolu/ui/plain';
import { Send } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import { Section } from '../../run-section.tsx';
import type { RoomCommands } from '../../use-room-commands.ts';
import { readPoll } from './read-poll.ts';

const TYPED_MAX = 4_000;

/** A question in the middle of a session, typed in one line and begun with Enter; what it will be stands below while she types. */
export function QuickPoll({ room, commands }: { room: RoomState; commands: RoomCommands }) {
  const t = useText('sessions');
  const [typed, setTyped] = useState('');
  const poll = readPoll(typed, { yes: t('quickPoll.yes'), no: t('quickPoll.no') });
  const running = room.activity?.state === 'running' ? room.activity : null;

  async function handleStart(event: FormEvent) {
    event.preventDefault();
    if (!poll?.form || commands.pending !== null) return;
    if (await commands.poll({ title: poll.title, form: poll.form, running: running?.id ?? null })) {
      // what was typed since stays
      setTyped((now) => (now === typed ? '' : now));
    }
  }
  return (
    <Section title={t('quickPoll.title')}>
      <form className="stack stack-s" onSubmit={(event) => void handleStart(event)}>
        <PlainTextField label={t('quickPoll.label')} hint={t('quickPoll.hint')} autoComplete="off" maxLength={TYPED_MAX} value={typed} onChange={setTyped} />
        <p className="small" role="status">
          {typed.trim() === '' ? '' : poll === null ? t('quickPoll.nothing') : poll.form ? <Preview title={poll.title} form={poll.form} /> : t('quickPoll.howToAnswer')}
        </p>
        {poll?.form && (
          <>
            {running && <p className="small soft">{t('quickPoll.means', { title: running.title })}</p>}
            <div>
              <PlainButton type="submit" size="small" pending={commands.pending !== null} icon={<Send aria-hidden size={18} />}>
                {t('quickPoll.start')}
              </PlainButton>
            </div>
          </>
        )}
      </form>
    </Section>
  );
}

function Preview({ title, form }: { title: string; form: QuestionForm }) {
  const t = useText('sessions');
  const answers = form.type === 'choice' ? form.options.join(' · ') : form.type === 'scale' ? t('quickPoll.scale', { steps: form.steps }) : '';
  return (
    <>
      <strong>{title}</strong> {t(`question.typeIs.${form.type}`)}
      {answers && `: ${answers}`}
    </>
  );
}
