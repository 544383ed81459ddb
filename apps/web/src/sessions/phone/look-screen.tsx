import type { RoomLook } from '@spolu/contracts/sessions';
import { PlainButton } from '@spolu/ui/plain';
import { Eye } from 'lucide-react';
import { BoardList } from './board-list.tsx';
import { usePhoneText } from './phone-text.tsx';
import { ScreenTitle, Thumb } from './screen.tsx';

interface LookProps {
  look: RoomLook;
  boardId: string;
  participantId: string;
  version: number;
  /** She went back to what is asked of her. */
  left: boolean;
  onLeave: () => void;
  onCome: () => void;
}

/** What everybody is asked to look at; whoever leaves it has the way back above what she does. */
export function Look({ look, boardId, participantId, version, left, onLeave, onCome }: LookProps) {
  const { t } = usePhoneText();
  const title = look.title || t('look.whole');
  if (left) {
    return (
      <div className="ui-card row row-apart phone-look">
        <p className="small">{t('look.shown', { title })}</p>
        <PlainButton look="secondary" size="small" icon={<Eye aria-hidden size={18} />} onClick={onCome}>
          {t('look.come')}
        </PlainButton>
      </div>
    );
  }
  return (
    <div className="phone-screen">
      <p role="status" className="phone-mode">
        <Eye aria-hidden size={22} />
        <span>{t('look.here')}</span>
      </p>
      <ScreenTitle>{title}</ScreenTitle>
      <BoardList boardId={boardId} participantId={participantId} version={version} level={2} frameId={look.frameId} />
      <Thumb>
        <PlainButton look="secondary" size="thumb" onClick={onLeave}>
          {t('look.leave')}
        </PlainButton>
      </Thumb>
    </div>
  );
}
