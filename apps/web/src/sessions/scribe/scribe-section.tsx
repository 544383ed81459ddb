import type { Receipt } from '@spolu/contracts/provenance';
import type { Attendee } from '@spolu/contracts/scribe';
import type { RoomState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { toast } from '@spolu/ui/toast';
import { PencilLine, Printer, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../run-section.tsx';
import { AttendeeDialog } from './attendee-dialog.tsx';
import { ReceiptPaper } from './receipt-paper.tsx';
import { WriteDownDialog } from './write-down-dialog.tsx';
import '../control.css';

/** People without a phone, and what stands on paper. */
export function ScribeSection({ room }: { room: RoomState }) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const path = `/sessions/${room.sessionId}/attendees`;
  const refresh = useRefresh();
  const { data: attendees = [] } = useResource<Attendee[]>(path);
  const [open, setOpen] = useState<'write' | 'add' | null>(null);
  const [printing, setPrinting] = useState<{ name: string; receipt: Receipt } | null>(null);
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState<{ person: Attendee; name: string } | null>(null);
  const begun = room.agenda.some(({ kind, state }) => kind === 'brainstorm' && state !== 'planned');
  const nameOf = ({ nickname }: Attendee, i: number) => nickname ?? t('scribe.unnamed', { number: i + 1 });

  async function print({ participantId }: Attendee, name: string) {
    setPending(true);
    try {
      setPrinting({ name, receipt: await api.post<Receipt>(`/attendees/${participantId}/receipt`) });
      void refresh(path);
    } catch (error) {
      toast(problemText(error), 'bad');
    } finally {
      setPending(false);
    }
  }
  return (
    <Section title={t('scribe.title')}>
      <div className="run-actions">
        {begun && (
          <PlainButton look="secondary" size="small" icon={<PencilLine aria-hidden size={18} />} onClick={() => setOpen('write')}>
            {t('scribe.write')}
          </PlainButton>
        )}
        <PlainButton look="secondary" size="small" icon={<UserRoundPlus aria-hidden size={18} />} onClick={() => setOpen('add')}>
          {t('scribe.add')}
        </PlainButton>
      </div>
      {attendees.length > 0 && (
        <ul role="list" className="run-hands">
          {attendees.map((person, i) => (
            <li key={person.participantId}>
              <span className="run-person">
                <span>{nameOf(person, i)}</span>
                <span className="small soft">{t('run.cards', { count: person.noteCount })}</span>
              </span>
              <PlainButton
                look="quiet"
                size="small"
                icon={<Printer aria-hidden size={18} />}
                pending={pending}
                aria-label={t('scribe.printOf', { name: nameOf(person, i) })}
                onClick={() => (person.hasReceipt ? setAsked({ person, name: nameOf(person, i) }) : void print(person, nameOf(person, i)))}
              >
                {t('scribe.print')}
              </PlainButton>
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('scribe.againTitle')}
        confirm={t('scribe.print')}
        onConfirm={() => (asked ? print(asked.person, asked.name) : undefined)}
      >
        {t('scribe.againMeans')}
      </ConfirmDialog>
      {open === 'write' && <WriteDownDialog room={room} attendees={attendees.map((person, i) => ({ ...person, name: nameOf(person, i) }))} onClose={() => setOpen(null)} />}
      {open === 'add' && <AttendeeDialog sessionId={room.sessionId} language={room.language} onClose={() => setOpen(null)} />}
      {printing && <ReceiptPaper title={room.title} {...printing} onClose={() => setPrinting(null)} />}
    </Section>
  );
}
