import type { GiveWord, PassWord, RoomRoundRobin, RoomSpeaker } from '@spolu/contracts/activities/brainstorm';
import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import type { WriteDown } from '@spolu/contracts/scribe';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';
import { useLanguage } from '../../../i18n/i18n.ts';
import { useText } from '../../../i18n/use-text.ts';
import { speakerName } from './speaker-name.ts';

interface RunWordProps {
  activityId: string;
  running: boolean;
  way: RoomRoundRobin;
  /** Whom the word went past, because her phone has no signal. */
  missed: Pick<RoomSpeaker, 'participantId' | 'name' | 'number'>[];
}

/** Who has the word and who comes then; the facilitator goes on, and writes for those without a phone. */
export function RunWord({ activityId, running, way: { speaker, next, turn }, missed }: RunWordProps) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const language = useLanguage();
  const [pending, setPending] = useState(false);
  const nameOf = (one: Pick<RoomSpeaker, 'name' | 'number'>) => speakerName(one, (number) => t('way.guest', { number }));
  async function send(command: 'skip-speaker' | 'give-word' | 'written-down', body: PassWord | GiveWord | WriteDown): Promise<boolean> {
    setPending(true);
    try {
      await api.post(`/activities/${activityId}/${command}`, body);
      return true;
    } catch (error) {
      toast(problemText(error), 'bad');
      return false;
    } finally {
      setPending(false);
    }
  }
  if (!running) return null;
  return (
    <>
      <p>
        {t('way.word')} <strong>{speaker ? nameOf(speaker) : t('way.nobody')}</strong>
        {next.length > 0 && (
          <>
            <br />
            <span className="soft">{t('way.then', { names: next.map(nameOf).join(', ') })}</span>
          </>
        )}
      </p>
      {speaker && !speaker.hasDevice && (
        <WriteFor
          key={turn}
          name={nameOf(speaker)}
          pending={pending}
          onWrite={(text) => send('written-down', { texts: [text], participantId: speaker.participantId, onPaper: false, colour: 'yellow', frameId: null, language })}
        />
      )}
      <PlainButton look="secondary" size="small" pending={pending} onClick={() => void send('skip-speaker', { turn })}>
        {t('way.skip')}
      </PlainButton>
      {missed.length > 0 && (
        <div className="stack stack-s">
          <p className="soft">{t('way.missed')}</p>
          <ul role="list" className="stack stack-s">
            {missed.map((one) => (
              <li key={one.participantId}>
                <PlainButton look="secondary" size="small" pending={pending} onClick={() => void send('give-word', { turn, participantId: one.participantId })}>
                  {t('way.give', { name: nameOf(one) })}
                </PlainButton>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function WriteFor({ name, pending, onWrite }: { name: string; pending: boolean; onWrite: (text: string) => Promise<boolean> }) {
  const t = useText('sessions');
  const [text, setText] = useState('');
  return (
    <form
      className="stack stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void onWrite(text.trim());
      }}
    >
      <PlainTextArea label={t('way.writeFor', { name })} hint={t('way.writeForHint')} rows={2} value={text} onChange={(next) => setText(next.slice(0, NOTE_MAX_LENGTH))} />
      <PlainButton type="submit" look="secondary" size="small" pending={pending} aria-disabled={!text.trim()}>
        {t('way.writeDown')}
      </PlainButton>
    </form>
  );
}
