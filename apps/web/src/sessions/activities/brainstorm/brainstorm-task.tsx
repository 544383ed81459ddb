import type { RoomActivityOf, RoomState } from '@spolu/contracts/sessions';
import { InBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle } from '../../phone/screen.tsx';

/** What is asked: the title, the “how might we” question, the instruction. */
export function BrainstormTask({ room, activity: { title, instruction, part } }: { room: RoomState; activity: RoomActivityOf<'brainstorm'> }) {
  const { t } = usePhoneText();
  return (
    <>
      <ScreenTitle>{title}</ScreenTitle>
      {part.howMightWe && (
        <>
          <p className="phone-question" lang={room.language}><InBoth of={part.howMightWe} /></p>
          <p className="soft">{t('brainstorm.howMightWeHelp')}</p>
        </>
      )}
      {instruction && <p className="keep-lines phone-instruction"><InBoth of={instruction} /></p>}
    </>
  );
}
