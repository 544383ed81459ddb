import { Notice } from '@spolu/ui/notice';
import { EyeOff, Eye, VenetianMask } from 'lucide-react';
import { useState } from 'react';
import { BoardLink } from '../../phone/board-link.tsx';
import { BoardList } from '../../phone/board-list.tsx';
import { CardComposer } from '../../phone/card-composer.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { useDevice, useOwnCards } from '../../phone/device.tsx';
import type { CardView } from '../../phone/own-cards.ts';
import { OwnCardList } from '../../phone/own-card-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { useServerCards } from '../../phone/use-server-cards.ts';
import { lazyView } from '../lazy-view.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { BrainstormTask } from './brainstorm-task.tsx';
import type { PhoneSheet } from './phone-sheet.tsx';
import type { PhoneWord } from './phone-word.tsx';

const ICONS = { open: Eye, hidden: EyeOff, anonymous: VenetianMask };

const sheet = lazyView<Parameters<typeof PhoneSheet>[0]>(async () => (await import('./phone-sheet.tsx')).PhoneSheet);
const word = lazyView<Parameters<typeof PhoneWord>[0]>(async () => (await import('./phone-word.tsx')).PhoneWord);

export function PhoneBrainstorm(props: PhoneActivityProps<'brainstorm'>) {
  const { way } = props.activity.part;
  if (!way) return <PhoneCards {...props} />;
  return way.kind === 'brainwriting' ? <sheet.View {...props} way={way} /> : <word.View {...props} way={way} />;
}

/** Cards are composed here one by one; what is typed stays on the phone until it is sent, what was sent until it is saved. */
function PhoneCards({ room, activity, me }: PhoneActivityProps<'brainstorm'>) {
  const { t } = usePhoneText();
  const device = useDevice();
  const { part: brainstorm } = activity;
  const { draft, change: changeDraft, kept } = useCardDraft(activity.id);
  const cards = useOwnCards(room.sessionId).filter((card) => card.activityId === activity.id);
  const [reading, setReading] = useState(false);
  const anonymous = brainstorm.mode === 'anonymous';
  const running = activity.state === 'running';
  useServerCards(room, activity.id, { anonymous, moderated: brainstorm.moderated, cards });

  function takeBack(card: CardView) {
    const text = draft.text.trim() ? `${draft.text.trim()}\n${card.text}` : card.text;
    changeDraft({ text, colour: card.colour, frameId: card.frameId });
  }

  const Icon = ICONS[brainstorm.mode];
  const others = brainstorm.mode === 'open' || brainstorm.revealed;
  return (
    <div className="phone-screen">
      <BrainstormTask room={room} activity={activity} />
      <p className="phone-mode">
        <Icon aria-hidden size={22} />
        <span>{brainstorm.moderated && brainstorm.mode === 'open' ? t('brainstorm.moderated') : brainstorm.mode === 'hidden' && brainstorm.revealed ? t('brainstorm.mode.revealed') : t(`brainstorm.mode.${brainstorm.mode}`)}</span>
      </p>
      {brainstorm.moderated && brainstorm.mode !== 'open' && <p>{t('brainstorm.moderated')}</p>}
      {!running && <Notice title={t('brainstorm.over')}>{draft.text.trim() ? t('brainstorm.overDraft') : t('brainstorm.overMeans')}</Notice>}
      {(running || draft.text.trim() !== '') && (
        <CardComposer
          frames={brainstorm.frames}
          running={running}
          locked={activity.locked}
          draft={draft}
          onChange={changeDraft}
          anything={cards.length > 0}
          onSend={async (text) => {
            const frameId = brainstorm.frames.length > 1 ? draft.frameId : (brainstorm.frames[0]?.id ?? null);
            await device.composeCard(room.sessionId, activity.id, { text, colour: draft.colour, frameId }, { language: me.language, anonymous });
            kept(text);
          }}
        />
      )}
      {cards.length > 0 && (
        <section className="stack stack-s" aria-labelledby="own-cards">
          <h2 id="own-cards">{t('brainstorm.own', { count: cards.length })}</h2>
          <OwnCardList sessionId={room.sessionId} cards={cards} editable={running && !activity.locked} moderated={brainstorm.moderated} onTakeBack={takeBack} />
        </section>
      )}
      {others && (
        <details className="phone-more" onToggle={(event) => setReading(event.currentTarget.open)}>
          <summary>{t('brainstorm.others')}</summary>
          {/* Fetched when somebody wants to read it: a hall of phones would ask for the board all the time. */}
          {reading && <BoardList boardId={room.boardId} participantId={me.participantId} version={room.version} level={2} />}
        </details>
      )}
      <BoardLink sessionId={room.sessionId} />
    </div>
  );
}
