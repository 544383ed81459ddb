import { partOf } from '@spolu/contracts/activities/part-of';
import type { Card } from '@spolu/contracts/activities/brainstorm';
import type { RoomState } from '@spolu/contracts/sessions';
import { LinkButton } from '@spolu/ui/link-button';
import { useResource } from '../http/queries.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { BreakLine } from './activities/break/break-line.tsx';
import { OwnTable } from './activities/breakout/own-table.tsx';
import { InBoth, InTwoLanguages } from './in-both.tsx';
import { RoomTimer } from './room-timer.tsx';
import type { ServerClock } from './server-clock.ts';
import { takesCards } from './takes-cards.ts';

/** What is asked of her now, and her own cards that nobody else sees yet. */
export function ParticipantPanel({ room, clock }: { room: RoomState; clock: ServerClock }) {
  const t = useText('sessions');
  const language = useLanguage();
  const { activity } = room;
  if (room.state === 'closed') {
    return (
      <div className="run-section stack stack-s">
        <h2>{t('projector.closed')}</h2>
        <p>{t('projector.closedMeans')}</p>
      </div>
    );
  }
  if (!activity) {
    return (
      <div className="run-section stack stack-s">
        <h2>{t('canvas.waiting')}</h2>
        {room.welcome && <p className="keep-lines">{room.welcome}</p>}
      </div>
    );
  }
  return (
    <InTwoLanguages room={room} activity={activity} own={language}>
      <div className="run-section run-now stack stack-s">
        <h2><InBoth of={activity.title} /></h2>
        {activity.state === 'running' && <RoomTimer activity={activity} clock={clock} />}
        {activity.kind === 'break' && <BreakLine room={room} activity={activity} />}
        {activity.kind === 'brainstorm' && activity.part.howMightWe && <p><strong><InBoth of={activity.part.howMightWe} /></strong></p>}
        {activity.instruction && <p className="keep-lines"><InBoth of={activity.instruction} /></p>}
        {activity.locked && <p className="soft">{t('canvas.locked')}</p>}
        {activity.kind === 'brainstorm' && activity.part.way && activity.state === 'running' && <LinkButton href="/j">{t('way.write')}</LinkButton>}
        {activity.isCounted && activity.state === 'running' && <LinkButton href="/j">{t('canvas.vote')}</LinkButton>}
      </div>
      {activity.kind === 'breakout' && <OwnTable activity={activity} />}
      {takesCards(activity) && partOf(activity, 'brainstorm')?.mode === 'hidden' && <OwnCards activityId={activity.id} />}
    </InTwoLanguages>
  );
}

function OwnCards({ activityId }: { activityId: string }) {
  const t = useText('sessions');
  const cards = useResource<Card[]>(`/activities/${activityId}/cards`);
  const held = (cards.data ?? []).filter((card) => card.state === 'held');
  return (
    <section className="run-section stack stack-s" aria-label={t('canvas.ownCards')}>
      <h2>{t('canvas.ownCards')}</h2>
      <p className="small soft">{t('canvas.ownCardsMeans')}</p>
      {held.length === 0 && <p className="soft">{t('canvas.noOwnCards')}</p>}
      <ul role="list" className="stack stack-s">
        {held.map((card) => (
          <li key={card.id} className="ui-note" data-color={card.colour}>
            {card.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
