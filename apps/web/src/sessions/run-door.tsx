import type { RoomState } from '@spolu/contracts/sessions';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { DoorClosed, DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useInstallation } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { joinAddress, readableCode } from './join-address.ts';
import { Section } from './run-section.tsx';
import type { RoomCommands } from './use-room-commands.ts';

/** Before anybody is here. */
export function OpenRoom({ commands }: { commands: RoomCommands }) {
  const t = useText('sessions');
  return (
    <div className="run-section stack stack-s">
      <p>{t('next.preparing')}</p>
      <PlainButton onClick={() => void commands.openRoom()} pending={commands.pending !== null} icon={<DoorOpen aria-hidden size={20} />}>
        {t('next.openRoom')}
      </PlainButton>
    </div>
  );
}

/** How one comes in, and whether one may. */
export function Door({ room, commands, mayRun }: { room: RoomState; commands: RoomCommands; mayRun: boolean }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState(false);
  const { data: installation } = useInstallation();
  const address = joinAddress(installation?.publicUrl ?? window.location.origin);
  return (
    <Section title={t('run.door')} aside={<Tag tone={room.doorOpen ? 'good' : 'warn'}>{room.doorOpen ? t('run.doorOpen') : t('run.doorClosed')}</Tag>}>
      {room.code && (
        <p>
          <span className="soft">{address}</span>
          <br />
          <strong className="run-code">{readableCode(room.code)}</strong>
        </p>
      )}
      {mayRun && (
        <div className="run-actions">
          <PlainButton
            look="secondary"
            size="small"
            pending={commands.pending !== null}
            icon={room.doorOpen ? <DoorClosed aria-hidden size={18} /> : <DoorOpen aria-hidden size={18} />}
            onClick={() => void commands.setDoor(!room.doorOpen)}
          >
            {room.doorOpen ? t('run.closeDoor') : t('run.openDoor')}
          </PlainButton>
          <PlainButton look="quiet" size="small" onClick={() => setAsking(true)}>
            {t('run.newCode')}
          </PlainButton>
        </div>
      )}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('run.newCodeTitle')} confirm={t('run.newCode')} onConfirm={() => commands.newCode()}>
        {t('run.newCodeMeans')}
      </ConfirmDialog>
    </Section>
  );
}

/** The end of it all, asked for twice. */
export function CloseRoom({ room, commands, onClosed }: { room: RoomState; commands: RoomCommands; onClosed: () => void }) {
  const t = useText('sessions');
  const [asking, setAsking] = useState(false);
  const open = room.agenda.filter((step) => step.state !== 'ended').length;
  return (
    <div className="run-section stack stack-s">
      <p>
        <a href={`/sessions/${room.sessionId}/history`}>{t('history.title')}</a>
      </p>
      <PlainButton look="secondary" onClick={() => setAsking(true)}>
        {t('run.close')}
      </PlainButton>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('run.closeTitle')}
        confirm={t('run.close')}
        danger
        onConfirm={async () => {
          if (await commands.closeRoom()) onClosed();
        }}
      >
        <div className="stack stack-s">
          <p>{t('run.closeMeans')}</p>
          {open > 0 && <p>{t('run.closeLeft', { count: open })}</p>}
        </div>
      </ConfirmDialog>
    </div>
  );
}
