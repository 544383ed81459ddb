import { LayoutDashboard } from 'lucide-react';
import { usePhoneText } from './phone-text.tsx';

/** To the board itself, for who has room for it: a laptop, a tablet, a patient thumb. It is another page, fetched only when somebody goes there. */
export function BoardLink({ sessionId, boardId = null }: { sessionId: string; /** A table's; null: the session's first. */ boardId?: string | null }) {
  const { t } = usePhoneText();
  return (
    <a className="ui-button" data-look="secondary" href={`/sessions/${sessionId}/canvas${boardId === null ? '' : `?board=${boardId}`}`}>
      <LayoutDashboard aria-hidden size={20} />
      {t('board.open')}
    </a>
  );
}
