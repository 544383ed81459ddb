import type { RoomState, StaffState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Section } from './run-section.tsx';
import type { RoomCommands } from './use-room-commands.ts';

/** Who is here, who has said nothing yet, and whom she asked to leave. */
export function RunPeople({ room, staff, commands, mayRun }: { room: RoomState; staff: StaffState; commands: RoomCommands; mayRun: boolean }) {
  const t = useText('sessions');
  const [asked, setAsked] = useState<StaffState['participants'][number] | null>(null);
  const here = staff.participants.filter((person) => !person.removed);
  const gone = staff.participants.filter((person) => person.removed);
  const silent = room.agenda.some(({ state }) => state !== 'planned') ? here.filter(({ id }) => staff.silentIds.includes(id)) : [];
  const online = here.filter((person) => person.online).length;
  const nameOf = (person: StaffState['participants'][number]) => person.nickname ?? t('run.anonymous');
  return (
    <Section title={t('run.people')}>
      <details className="run-people">
        <summary>{t('run.peopleCount', { count: room.participantCount, online })}</summary>
        {here.length === 0 && <p className="soft">{t('run.nobody')}</p>}
        <ul role="list">
          {here.map((person) => (
            <li key={person.id}>
              <span className="run-person">
                <span>{nameOf(person)}</span>
                <span className="small soft">
                  {[person.sector && t(`sector.${person.sector}`), person.online ? t('run.online') : t('run.away'), person.cardCount !== null && t('run.cards', { count: person.cardCount })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {mayRun && (
                <PlainButton look="quiet" size="small" aria-label={t('run.removeOf', { name: nameOf(person) })} onClick={() => setAsked(person)}>
                  {t('run.remove')}
                </PlainButton>
              )}
            </li>
          ))}
        </ul>
      </details>
      {silent.length > 0 && (
        <details className="run-people">
          <summary>{t('run.silent', { count: silent.length })}</summary>
          <p className="small soft">{t('run.silentMeans')}</p>
          <ul role="list">
            {silent.map((person) => (
              <li key={person.id}>
                <span>{nameOf(person)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayRun && gone.length > 0 && (
        <details className="run-people">
          <summary>{t('run.removed', { number: gone.length })}</summary>
          <ul role="list">
            {gone.map((person) => (
              <li key={person.id}>
                <span>{nameOf(person)}</span>
                <PlainButton look="quiet" size="small" pending={commands.pending !== null} aria-label={t('run.letInOf', { name: nameOf(person) })} onClick={() => void commands.letIn(person.id)}>
                  {t('run.letIn')}
                </PlainButton>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('run.removeTitle', { name: asked ? nameOf(asked) : '' })}
        confirm={t('run.remove')}
        danger
        onConfirm={async () => {
          if (asked) await commands.removeParticipant(asked.id);
        }}
      >
        {t('run.removeMeans')}
      </ConfirmDialog>
    </Section>
  );
}
