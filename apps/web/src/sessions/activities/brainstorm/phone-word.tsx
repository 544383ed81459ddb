import type { PassWord, RoomRoundRobin } from '@spolu/contracts/activities/brainstorm';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { BoardLink } from '../../phone/board-link.tsx';
import { BoardList } from '../../phone/board-list.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { CardComposer } from '../../phone/card-composer.tsx';
import { useDevice, useOwnCards } from '../../phone/device.tsx';
import { OwnCardList } from '../../phone/own-card-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { useFailureText } from '../../phone/use-failure-text.ts';
import { useServerCards } from '../../phone/use-server-cards.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { BrainstormTask } from './brainstorm-task.tsx';
import './phone-sheet.css';
import { speakerName } from './speaker-name.ts';

/** One after the other has the word: hers says one idea or passes, the others see whose turn it is and how soon theirs. */
export function PhoneWord({ room, activity, me, way }: PhoneActivityProps<'brainstorm'> & { way: RoomRoundRobin }) {
  const { t } = usePhoneText();
  const device = useDevice();
  const { part } = activity;
  const running = activity.state === 'running';
  const { draft, change: changeDraft, kept } = useCardDraft(activity.id);
  const cards = useOwnCards(room.sessionId).filter((card) => card.activityId === activity.id);
  const [reading, setReading] = useState(false);
  useServerCards(room, activity.id, { anonymous: false });

  const isMine = way.speaker?.participantId === me.participantId;
  // Her idea is on its way: a second one now would come when somebody else has the word.
  const isSaid = cards.some(({ state }) => state === 'waiting' || state === 'sending');
  return (
    <div className="phone-screen">
      <BrainstormTask room={room} activity={activity} />
      {!running && <Notice title={t('brainstorm.over')}>{t('brainstorm.overMeans')}</Notice>}
      {running && <Whose way={way} isMine={isMine} participantId={me.participantId} />}
      {running && isMine && !isSaid && (
        <>
          <CardComposer
            frames={part.frames}
            running
            locked={activity.locked}
            draft={draft}
            onChange={changeDraft}
            anything={cards.length > 0}
            onSend={async (text) => {
              const frameId = part.frames.length > 1 ? draft.frameId : (part.frames[0]?.id ?? null);
              await device.composeCard(room.sessionId, activity.id, { text, colour: draft.colour, frameId }, { language: me.language, anonymous: false });
              kept(text);
            }}
          />
          <Pass activityId={activity.id} turn={way.turn} />
        </>
      )}
      {cards.length > 0 && (
        <section className="stack stack-s" aria-labelledby="own-cards">
          <h2 id="own-cards">{t('brainstorm.own', { count: cards.length })}</h2>
          <OwnCardList
            sessionId={room.sessionId}
            cards={cards}
            editable={running && !activity.locked}
            moderated={false}
            onTakeBack={(card) => changeDraft({ text: [draft.text.trim(), card.text].filter(Boolean).join('\n'), colour: card.colour, frameId: card.frameId })}
          />
        </section>
      )}
      {part.revealed && (
        <details className="phone-more" onToggle={(event) => setReading(event.currentTarget.open)}>
          <summary>{t('brainstorm.others')}</summary>
          {reading && <BoardList boardId={room.boardId} participantId={me.participantId} version={room.version} level={2} />}
        </details>
      )}
      <BoardLink sessionId={room.sessionId} />
    </div>
  );
}

function Whose({ way: { speaker, next }, isMine, participantId }: { way: RoomRoundRobin; isMine: boolean; participantId: string }) {
  const { t } = usePhoneText();
  const ahead = next.findIndex((other) => other.participantId === participantId);
  return (
    <section className="ui-card phone-sheet" aria-label={t('word.who')}>
      <p className="phone-kicker">{t('word.who')}</p>
      <div role="status" className="stack stack-s">
        <p className="phone-question">{isMine ? t('word.yours') : speaker ? speakerName(speaker, (number) => t('word.guest', { number })) : t('word.nobody')}</p>
        {isMine && <p>{t('word.yoursMeans')}</p>}
        {!isMine && ahead >= 0 && <p>{ahead === 0 ? t('word.youNext') : t('word.ahead', { count: ahead })}</p>}
      </div>
    </section>
  );
}

function Pass({ activityId, turn }: { activityId: string; turn: number }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  async function handleClick() {
    setPending(true);
    setFailed(null);
    try {
      await api.post(`/activities/${activityId}/pass`, { turn } satisfies PassWord);
    } catch (error) {
      setFailed(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <div className="stack stack-s">
      {failed !== null && <Notice tone="warn" role="alert">{failureText(failed)}</Notice>}
      <PlainButton look="secondary" pending={pending} onClick={() => void handleClick()}>
        {t('word.pass')}
      </PlainButton>
    </div>
  );
}
