import type { TeamNote } from '@spolu/contracts/activities/ideathon';
import { TEAM_NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import type { IdeathonCommands } from './use-ideathon-commands.ts';

interface TeamNotesProps {
  teamId: string;
  notes: readonly TeamNote[];
  running: boolean;
  commands: IdeathonCommands;
  onChanged: () => void;
}

/** What the staff told a team; its members read it on their phones, nobody else does. */
export function TeamNotes({ teamId, notes, running, commands, onChanged }: TeamNotesProps) {
  const t = useText('sessions/activities/ideathon');
  const [text, setText] = useState('');
  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return;
    if (await commands.run('post', `/teams/${teamId}/notes`, { text: text.trim() })) {
      setText('');
      onChanged();
    }
  }
  return (
    <section className="stack stack-s" aria-label={t('notes')}>
      <h3>{t('notes')}</h3>
      <p className="small soft">{t('notesMeans')}</p>
      <ul role="list" className="stack stack-s">
        {notes.map((note) => (
          <li key={note.id} className="row row-apart">
            <span className="keep-lines">{note.text}</span>
            {running && (
              <PlainButton
                look="quiet"
                size="small"
                pending={commands.pending}
                aria-label={t('removeNoteOf', { text: note.text })}
                onClick={() => void commands.run('post', `/teams/${teamId}/notes/remove`, { noteId: note.id }).then((removed) => removed && onChanged())}
              >
                {t('removeNote')}
              </PlainButton>
            )}
          </li>
        ))}
      </ul>
      {running && (
        <form className="stack stack-s" onSubmit={(event) => void handleSubmit(event)}>
          <PlainTextArea label={t('note')} rows={2} value={text} onChange={(next) => setText(next.slice(0, TEAM_NOTE_MAX_LENGTH))} />
          <div className="row">
            <PlainButton type="submit" look="secondary" size="small" pending={commands.pending} aria-disabled={!text.trim()}>
              {t('sendNote')}
            </PlainButton>
          </div>
        </form>
      )}
    </section>
  );
}
