import type { NotesToTranslate } from '@spolu/contracts/second-language';
import type { RoomState } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { useQueryClient } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useList } from '../../http/use-list.ts';
import { keyOf } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../run-section.tsx';
import { TranslateDialog } from './translate-dialog.tsx';

/** How many notes wait to be put into the session's other language, and the way to do it. */
export function TranslateSection({ room }: { room: RoomState }) {
  const t = useText('sessions');
  const path = `/sessions/${room.sessionId}/translations`;
  const list = useList<NotesToTranslate>(path);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  // The room says that something changed; what waits is not told there.
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, room.version]);
  const waitingCount = list.data?.first.waitingCount ?? 0;
  return (
    <Section title={t('translate.title')} aside={<Tag tone={waitingCount > 0 ? 'warn' : 'neutral'}>{t('translate.waiting', { count: waitingCount })}</Tag>}>
      <p className="small soft">{t('translate.means')}</p>
      <div>
        <PlainButton look="secondary" icon={<PencilLine aria-hidden size={20} />} onClick={() => setOpen(true)}>
          {t('translate.open')}
        </PlainButton>
      </div>
      {open && <TranslateDialog path={path} list={list} onClose={() => setOpen(false)} />}
    </Section>
  );
}
