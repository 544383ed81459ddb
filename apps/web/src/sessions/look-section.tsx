import type { RoomState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { MonitorSmartphone } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Section } from './run-section.tsx';
import type { RoomCommands } from './use-room-commands.ts';
import { useOutline } from './use-outline.ts';

/** "Everybody look here": what the phones turn to while she talks about it. */
export function LookSection({ room, commands }: { room: RoomState; commands: RoomCommands }) {
  const t = useText('sessions');
  const { outline } = useOutline(room.boardId, room.version);
  const [chosen, setChosen] = useState('');
  const selectId = useId();
  const { look } = room;
  const frames = outline?.frames.filter(({ id }) => id !== null) ?? [];
  const frameId = frames.some(({ id }) => id === chosen) ? chosen : '';
  const waits = commands.pending !== null;
  return (
    <Section title={t('look.title')}>
      <p className="small soft">{t('look.means')}</p>
      <p role="status" className="small">
        {look && <strong>{t('look.now', { title: look.title || t('look.whole') })}</strong>}
      </p>
      <label htmlFor={selectId} className="small">
        {t('look.what')}
      </label>
      <select id={selectId} className="ui-input" value={frameId} onChange={({ target: { value } }) => setChosen(value)}>
        <option value="">{t('look.whole')}</option>
        {frames.map(({ id, title }, i) => (
          <option key={id} value={id ?? ''}>
            {title || t('look.unnamed', { number: i + 1 })}
          </option>
        ))}
      </select>
      <div className="run-actions">
        <PlainButton look="secondary" size="small" pending={waits} icon={<MonitorSmartphone aria-hidden size={18} />} onClick={() => void commands.showLook(frameId || null)}>
          {t('look.show')}
        </PlainButton>
        {look && (
          <PlainButton look="quiet" size="small" pending={waits} onClick={() => void commands.endLook()}>
            {t('look.end')}
          </PlainButton>
        )}
      </div>
    </Section>
  );
}
