import type { OwnSheet, RoomBrainwriting } from '@spolu/contracts/activities/brainstorm';
import { Notice } from '@spolu/ui/notice';
import { BookOpenText } from 'lucide-react';
import { BoardLink } from '../../phone/board-link.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { CardComposer } from '../../phone/card-composer.tsx';
import { useDevice, useOwnCards } from '../../phone/device.tsx';
import { OwnCardList } from '../../phone/own-card-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { useServerCards } from '../../phone/use-server-cards.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import { BrainstormTask } from './brainstorm-task.tsx';
import './phone-sheet.css';
import { useSheet } from './use-sheet.ts';

/** A sheet that goes round: what others wrote on it, and three ideas that build on it. */
export function PhoneSheet({ room, activity, me, way }: PhoneActivityProps<'brainstorm'> & { way: RoomBrainwriting }) {
  const { t } = usePhoneText();
  const device = useDevice();
  const { part } = activity;
  const running = activity.state === 'running';
  const sheet = useSheet({ activityId: activity.id, way, ticking: running && activity.pausedAt === null, clock: device.clock });
  const { draft, change: changeDraft, kept } = useCardDraft(activity.id);
  const cards = useOwnCards(room.sessionId).filter((card) => card.activityId === activity.id);
  useServerCards(room, activity.id, { anonymous: false });

  const onSheet = cards.filter(({ frameId, state }) => frameId === sheet?.frameId && state !== 'removed');
  const left = (sheet?.ideasMax ?? 0) - onSheet.filter(({ state }) => state !== 'not-taken').length;
  const mayWrite = sheet && left > 0 && (running || draft.text.trim() !== '');
  const shown = running ? onSheet : cards;
  return (
    <div className="phone-screen">
      <BrainstormTask room={room} activity={activity} />
      {!running && <Notice title={t('brainstorm.over')}>{mayWrite ? t('brainstorm.overDraft') : t('brainstorm.overMeans')}</Notice>}
      {running && sheet === undefined && <p className="soft">{t('loading')}</p>}
      {running && sheet === null && <Notice>{t('sheet.none')}</Notice>}
      {running && sheet && (
        <section className="ui-card phone-sheet" aria-labelledby="own-sheet">
          <p className="phone-kicker">{t('sheet.round', { round: sheet.round, rounds: way.rounds })}</p>
          <div role="status">
            <h2 id="own-sheet">{sheet.title}</h2>
          </div>
          <p className="soft">
            {sheet.circle && <>{t('sheet.circle', { number: sheet.circle.number, circles: sheet.circle.count, count: sheet.circle.peopleCount })} </>}
            {whose(t, sheet)}
          </p>
          {sheet.ideas.length === 0 ? (
            left === sheet.ideasMax && <p>{t('sheet.empty')}</p>
          ) : (
            <>
              <p>{t('sheet.read')}</p>
              <ul role="list" className="stack stack-s">
                {sheet.ideas.map(({ id, text, language }) => (
                  <li key={id} className="keep-lines phone-sheet-idea" lang={language}>{text}</li>
                ))}
              </ul>
            </>
          )}
          <p role="status" className="soft">
            {left > 0 ? t('sheet.left', { count: left }) : sheet.round < way.rounds ? t('sheet.full') : t('sheet.last')}
          </p>
        </section>
      )}
      {mayWrite && (
        <CardComposer
          frames={[]}
          running={running}
          locked={activity.locked}
          draft={draft}
          onChange={changeDraft}
          anything={cards.length > 0}
          onSend={async (text) => {
            await device.composeCard(room.sessionId, activity.id, { text, colour: draft.colour, frameId: sheet.frameId }, { language: me.language, anonymous: false });
            kept(text);
          }}
        />
      )}
      {shown.length > 0 && (
        <section className="stack stack-s" aria-labelledby="own-cards">
          <h2 id="own-cards">{t('brainstorm.own', { count: shown.length })}</h2>
          <OwnCardList sessionId={room.sessionId} cards={shown} editable={running && !activity.locked} moderated={false} onTakeBack={(card) => changeDraft({ text: [draft.text.trim(), card.text].filter(Boolean).join('\n'), colour: card.colour })} />
        </section>
      )}
      {running && (
        <p className="phone-mode">
          <BookOpenText aria-hidden size={22} />
          <span>{t(part.revealed ? 'sheet.meansOpen' : 'sheet.means')}</span>
        </p>
      )}
      <BoardLink sessionId={room.sessionId} />
    </div>
  );
}

function whose(t: ReturnType<typeof usePhoneText>['t'], { isOwn, handCount, round }: OwnSheet): string {
  if (!isOwn) return t('sheet.foreign', { count: handCount });
  if (handCount > 0) return t('sheet.back');
  return t(round === 1 ? 'sheet.begin' : 'sheet.beginLater');
}
