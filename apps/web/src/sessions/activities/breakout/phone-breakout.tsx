import { placeOf, questionAt, type OwnTable, type RoomBreakout } from '@spolu/contracts/activities/breakout';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Hand, MapPin, MessageSquare, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../http/api.ts';
import { InBoth } from '../../in-both.tsx';
import { BoardLink } from '../../phone/board-link.tsx';
import { BoardList } from '../../phone/board-list.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { CardComposer } from '../../phone/card-composer.tsx';
import { useDevice, useOwnCards } from '../../phone/device.tsx';
import { OwnCardList } from '../../phone/own-card-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { ScreenTitle, Thumb } from '../../phone/screen.tsx';
import { useFailureText } from '../../phone/use-failure-text.ts';
import { useServerCards } from '../../phone/use-server-cards.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';
import './phone-breakout.css';
import { useOwnTable } from './use-own-table.ts';

type Props = PhoneActivityProps<'breakout'>;

/** First where to go; at the table its question, and cards that go to its board. */
export function PhoneBreakout(props: Props) {
  const { t } = usePhoneText();
  const { room, activity, me } = props;
  const { part } = activity;
  const { table, take, reload } = useOwnTable(activity.id, part);
  const running = activity.state === 'running';
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      <div role="status">
        {running && part.message && (
          <p className="phone-mode">
            <MessageSquare aria-hidden size={22} />
            <span className="keep-lines">{part.message.text}</span>
          </p>
        )}
      </div>
      {activity.instruction && <p className="keep-lines phone-instruction"><InBoth of={activity.instruction} /></p>}
      {table === undefined && <p className="soft">{t('loading')}</p>}
      {table === null && running && (part.settings.deal === 'chosen' ? <Choose activityId={activity.id} part={part} onSeated={take} /> : <Notice>{t('breakout.wait')}</Notice>)}
      {table && (
        <>
          <TableCard table={table} />
          {running && part.settings.deal === 'chosen' && !part.carriedOver && (
            <details className="phone-more">
              <summary>{t('breakout.change')}</summary>
              <Choose activityId={activity.id} part={part} onSeated={take} />
            </details>
          )}
          <AtTable key={table.number} {...props} table={table} onChanged={reload} />
        </>
      )}
      {part.carriedOver && (
        <details className="phone-more">
          <summary>{t('breakout.all')}</summary>
          <BoardList boardId={room.boardId} participantId={me.participantId} version={room.version} level={2} />
        </details>
      )}
      <BoardLink sessionId={room.sessionId} boardId={part.carriedOver ? null : (table?.boardId ?? null)} />
    </div>
  );
}

function TableCard({ table: { number, place, question, memberCount, isHosted, hostName, isHost } }: { table: OwnTable }) {
  const { t } = usePhoneText();
  return (
    <section className="ui-card phone-table" aria-label={t('breakout.yours')}>
      <p className="phone-kicker">{t('breakout.yours')}</p>
      <p className="phone-table-number" role="status">
        {t('breakout.table', { number })}
      </p>
      {place && (
        <p>
          <MapPin aria-hidden size={20} /> {place}
        </p>
      )}
      <p>
        <UsersRound aria-hidden size={20} /> {t('breakout.people', { count: memberCount })}
      </p>
      {isHost ? <p>{t('breakout.youHost')}</p> : isHosted && <p>{hostName ? t('breakout.hostIs', { name: hostName }) : t('breakout.hostAmong')}</p>}
      {question && <p className="phone-table-question keep-lines">{question}</p>}
    </section>
  );
}

function AtTable({ room, activity, me, table, onChanged }: Props & { table: OwnTable; onChanged: () => void }) {
  const { t } = usePhoneText();
  const device = useDevice();
  const { draft, change: changeDraft, kept } = useCardDraft(activity.id);
  const cards = useOwnCards(room.sessionId).filter((card) => card.activityId === activity.id);
  const [reading, setReading] = useState(false);
  useServerCards(room, activity.id, { anonymous: false });
  const running = activity.state === 'running';
  const { frames, carriedOver } = activity.part;
  const writing = running && !carriedOver;
  return (
    <>
      {!running && <Notice title={t('breakout.over')}>{draft.text.trim() ? t('brainstorm.overDraft') : t('breakout.overMeans')}</Notice>}
      {running && carriedOver && <Notice title={t('breakout.carried')}>{t('breakout.carriedMeans')}</Notice>}
      {(writing || draft.text.trim() !== '') && (
        <CardComposer
          frames={frames}
          running={running}
          locked={activity.locked}
          draft={draft}
          onChange={changeDraft}
          anything={cards.length > 0}
          onSend={async (text) => {
            const frameId = frames.length > 1 ? draft.frameId : (frames[0]?.id ?? null);
            await device.composeCard(room.sessionId, activity.id, { text, colour: draft.colour, frameId }, { language: me.language, anonymous: false });
            kept(text);
          }}
        />
      )}
      {cards.length > 0 && (
        <section className="stack stack-s" aria-labelledby="own-cards">
          <h2 id="own-cards">{t('brainstorm.own', { count: cards.length })}</h2>
          <OwnCardList
            sessionId={room.sessionId}
            cards={cards}
            editable={writing && !activity.locked}
            onTakeBack={(card) => changeDraft({ text: draft.text.trim() ? `${draft.text.trim()}\n${card.text}` : card.text, colour: card.colour, frameId: card.frameId })}
          />
        </section>
      )}
      <details className="phone-more" onToggle={(event) => setReading(event.currentTarget.open)}>
        <summary>{t('breakout.atTable')}</summary>
        {reading && <BoardList boardId={table.boardId} participantId={me.participantId} version={room.version} level={2} />}
      </details>
      {running && <CallForHelp activityId={activity.id} since={table.helpSince} onChanged={onChanged} />}
    </>
  );
}

function CallForHelp({ activityId, since, onChanged }: { activityId: string; since: string | null; onChanged: () => void }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const calls = since !== null;
  async function handleClick() {
    setPending(true);
    setFailed(null);
    try {
      await api.post(`/activities/${activityId}/help`, { calls: !calls });
      onChanged();
    } catch (error) {
      setFailed(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <div className="stack stack-s">
      <p role="status">{calls ? t('breakout.helpComes') : ''}</p>
      {failed !== null && <Notice tone="warn" role="alert">{failureText(failed)}</Notice>}
      <PlainButton look="secondary" icon={<Hand aria-hidden size={20} />} pending={pending} onClick={() => void handleClick()}>
        {calls ? t('breakout.helpEnough') : t('breakout.help')}
      </PlainButton>
    </div>
  );
}

function Choose({ activityId, part, onSeated }: { activityId: string; part: RoomBreakout; onSeated: (table: OwnTable | null) => void }) {
  const { t } = usePhoneText();
  const failureText = useFailureText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const { settings, tables } = part;
  async function handleChoose() {
    if (chosen === null) return;
    setPending(true);
    setFailed(null);
    try {
      onSeated((await api.post<{ table: OwnTable | null }>(`/activities/${activityId}/table`, { table: Number(chosen) })).table);
    } catch (error) {
      setFailed(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <>
      <RadioGroup
        label={t('breakout.choose')}
        look="tile"
        error={failed === null ? null : failureText(failed)}
        options={tables.map(({ number, memberCount }) => ({
          id: String(number),
          label: [t('breakout.table', { number }), questionAt(settings, number), placeOf(settings, number)].filter(Boolean).join(' · '),
          hint: settings.seats === null ? t('breakout.people', { count: memberCount }) : t('breakout.free', { count: Math.max(0, settings.seats - memberCount) }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <Thumb>
        <PlainButton size="thumb" pending={pending} aria-disabled={chosen === null} onClick={() => void handleChoose()}>
          {t('breakout.sit')}
        </PlainButton>
      </Thumb>
    </>
  );
}
