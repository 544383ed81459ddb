import { Eye, Presentation } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardConnection } from '../board-connection.ts';
import '../side-panel.css';
import './follow.css';
import type { Following } from './use-following.ts';

/** Whom this screen follows, or who sees what is on it, and the way out. There only while one of them holds. The list is never led: it says where the other is. */
export function FollowBar({ connection, seen, followers, isList }: { connection: BoardConnection; seen: Following; followers: number; isList: boolean }) {
  const t = useText('boards');
  const { leader, where, waiting, presents } = seen;
  const button = (text: string, onClick: () => void) => (
    <button type="button" className="board-bar-button" onClick={onClick}>
      {text}
    </button>
  );
  return (
    <div className="board-bar follow-bar" role="group" aria-label={t('follow.now')}>
      {presents && (
        <p className="board-bar-line">
          <Presentation aria-hidden size={18} /> <strong>{t('follow.presents')}</strong>
          {button(t('follow.endPresenting'), () => connection.present(false))}
        </p>
      )}
      {leader && (
        <p className="board-bar-line">
          <Eye aria-hidden size={18} /> <strong>{leader.kind === 'person' ? t('follow.follows', { name: leader.name }) : t('follow.isShown', { name: leader.name })}</strong>
          {where && <span>{where}</span>}
          {(leader.kind === 'person' || !isList) && button(leader.kind === 'person' ? t('follow.stop') : t('follow.leave'), seen.stop)}
        </p>
      )}
      {waiting && (
        <p className="board-bar-line">
          <Eye aria-hidden size={18} /> <span>{t('follow.isShown', { name: waiting.name })}</span>
          {button(t('follow.comeBack'), seen.comeBack)}
        </p>
      )}
      {followers > 0 && (
        <p className="board-bar-line small">
          <Eye aria-hidden size={18} /> {t('follow.followers', { count: followers })}
        </p>
      )}
    </div>
  );
}
