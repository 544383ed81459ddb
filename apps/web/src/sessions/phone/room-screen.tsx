import type { Sector } from '@spolu/contracts/common';
import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { RoomActivity, RoomState, RoomView } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { UserRound } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLiveStatus } from '../../http/live.ts';
import { keepFocus } from '../../shell/keep-focus.ts';
import { phoneActivityOf, type PhoneActivityProps, phoneResultOf, preloadPhoneKind } from '../activities/phone-by-kind.tsx';
import { InTwoLanguages, SessionTitle } from '../in-both.tsx';
import { keepAsking } from '../keep-asking.ts';
import { useRoom } from '../use-room.ts';
import { TOO_LATE, useDevice, useLateVotes, useOwnCards, useQueue, useRemembered } from './device.tsx';
import { SectorScreen } from './join-screen.tsx';
import { editParticipant, MeScreen } from './me-screen.tsx';
import { usePhoneText } from './phone-text.tsx';
import { ScreenTitle, Thumb } from './screen.tsx';
import { PhoneTimer } from './timer.tsx';
import { useFailureText } from './use-failure-text.ts';
import { useOnTop } from './use-on-top.ts';
import { WaitingScreen } from './waiting-screen.tsx';

/** Nobody waits for these: they come after what is asked. */
const Meaning = lazy(async () => ({ default: (await keepAsking(() => import('../report/phone-meaning.tsx'))).PhoneMeaning }));
const Look = lazy(async () => ({ default: (await keepAsking(() => import('./look-screen.tsx'))).Look }));
const LateVotes = lazy(async () => ({ default: (await keepAsking(() => import('./late-votes.tsx'))).LateVotes }));
const Signals = lazy(async () => ({ default: (await keepAsking(() => import('./signals.tsx'))).Signals }));

type Me = NonNullable<RoomView['me']>;
const askedKey = (sessionId: string) => `sector-asked:${sessionId}`;

/** The room on a phone: what runs now decides what is on the screen. */
export function RoomScreen({ sessionId, justJoined, onLeave }: { sessionId: string; justJoined: boolean; onLeave: () => void }) {
  const { t, language } = usePhoneText();
  const failureText = useFailureText();
  const device = useDevice();
  const { view, ended, reload } = useRoom(sessionId, device.clock);
  const cards = useOwnCards(sessionId);
  const asked = useRemembered<boolean>(askedKey(sessionId));
  const isLate = useIsLate();
  const mine = useOnTop('mine');
  const [answering, setAnswering] = useState(false);
  const [leftLook, setLeftLook] = useState<string | null>(null);
  const me = view?.me ?? null;
  useOwnLanguage(sessionId, me, language, reload);
  usePreloadedKinds(view?.room);
  useDrainOnReturn();

  if (ended && ended.code !== 'session/closed') {
    return (
      <main className="phone-screen">
        <ScreenTitle>{t('ended.title')}</ScreenTitle>
        <Notice tone="warn">{failureText(ended)}</Notice>
        <Thumb>
          <PlainButton size="thumb" onClick={onLeave}>
            {t('ended.go')}
          </PlainButton>
        </Thumb>
      </main>
    );
  }
  if (!view) return <main><Loading /></main>;
  if (!me) {
    // Staff who scan the code with their own sign-in have a seat, but are nobody's participant.
    return (
      <main className="phone-screen">
        <ScreenTitle>{view.room.title}</ScreenTitle>
        <p>{t('staff.means')}</p>
        <a className="ui-button" data-size="thumb" href={`/sessions/${sessionId}`}>
          {t('staff.go')}
        </a>
      </main>
    );
  }
  const { room } = view;

  async function answerSector(of: Me, sector: Sector | null) {
    setAnswering(true);
    try {
      if (sector) await editParticipant(sessionId, { nickname: of.nickname, sector, language: of.language });
      reload();
    } finally {
      // Unreachable: she can still say it under "mine"; asking twice would be worse.
      await device.memory.change(askedKey(sessionId), () => true);
      setAnswering(false);
    }
  }
  if (justJoined && me.sector === null && !asked) {
    return <main><SectorScreen pending={answering} onAnswer={(sector) => void answerSector(me, sector).catch(() => undefined)} /></main>;
  }

  const looking = room.look !== null && room.look.id !== leftLook;
  const refused = cards.filter((card) => card.state === 'not-taken').length;
  return (
    <>
      <header className="phone-top">
        <span className="phone-session"><SessionTitle room={room} own={language} /></span>
        {room.activity && <PhoneTimer activity={room.activity} />}
        <PlainButton
          look="quiet"
          icon={<UserRound aria-hidden size={22} />}
          aria-label={refused > 0 ? t('me.openRefused', { count: refused }) : t('me.open')}
          aria-expanded={mine.open}
          className="phone-me"
          onClick={() => (mine.open ? void mine.hide() : mine.show())}
        >
          <span aria-hidden>{t('me.short')}</span>
          {refused > 0 && <span className="phone-alarm" aria-hidden />}
        </PlainButton>
      </header>
      <Signal />
      {room.state === 'open' && !mine.open && (
        <Suspense fallback={null}>
          <Signals sessionId={sessionId} hands={room.hands} activityId={room.activity?.state === 'running' ? room.activity.id : null} />
        </Suspense>
      )}
      <main ref={keepFocus}>
        {mine.open ? (
          <MeScreen room={room} me={me} cards={cards} onBack={() => void mine.hide()} onChanged={reload} onLeave={() => void mine.hide().then(onLeave)} />
        ) : (
          <>
            {room.look && (
              <InTwoLanguages room={room} activity={room.activity}>
                <Suspense fallback={null}>
                  <Look
                    look={room.look} boardId={room.boardId} participantId={me.participantId} version={room.version} left={!looking}
                    onLeave={() => setLeftLook(room.look?.id ?? null)} onCome={() => setLeftLook(null)}
                  />
                </Suspense>
              </InTwoLanguages>
            )}
            {/* Stays as it is meanwhile: nobody loses what she was writing or choosing. */}
            <div className="phone-under" hidden={looking}>
              {isLate && <Suspense fallback={null}><LateVotes room={room} /></Suspense>}
              <Asked room={room} me={me} hasCards={cards.length > 0} />
            </div>
          </>
        )}
      </main>
    </>
  );
}

/** Whether a vote of hers came after its end and she may want to know what became of it. */
function useIsLate(): boolean {
  const waiting = useLateVotes().length > 0;
  const { entries } = useQueue();
  return waiting || entries.some(({ refusal }) => refusal?.code === TOO_LATE);
}

/** What is asked of her now, or that nothing is yet. */
function Asked({ room, me, hasCards }: { room: RoomState; me: Me; hasCards: boolean }) {
  if (!room.activity || room.state !== 'open') return <WaitingScreen room={room} participantId={me.participantId} hasCards={hasCards} />;
  return (
    <>
      {room.meaning && <Suspense fallback={null}><Meaning key={room.meaning.id} asked={room.meaning} /></Suspense>}
      {room.hall && <HallResult room={room} activity={room.hall} />}
      <Activity key={room.activity.id} room={room} activity={room.activity} me={me} />
    </>
  );
}

function Loading() {
  const { t } = usePhoneText();
  return <p className="phone-screen soft" role="status">{t('loading')}</p>;
}

function Activity(props: PhoneActivityProps) {
  const OfKind = phoneActivityOf(props.activity);
  const { language } = usePhoneText();
  return (
    <InTwoLanguages room={props.room} activity={props.activity} own={language}>
      <Suspense fallback={<Loading />}>
        <OfKind {...props} />
      </Suspense>
    </InTwoLanguages>
  );
}

/** The hall looks at an earlier result: here it is folded, so that what is asked now stays where it was. */
function HallResult({ room, activity }: { room: RoomState; activity: RoomActivity }) {
  const { t, language } = usePhoneText();
  const OfKind = phoneResultOf(activity);
  return (
    OfKind && (
      <details className="ui-card phone-more phone-hall">
        <summary>{t('vote.hallResult', { title: activity.title })}</summary>
        <InTwoLanguages room={room} activity={activity} own={language}>
          <Suspense fallback={<Loading />}>
            <OfKind activity={activity} />
          </Suspense>
        </InTwoLanguages>
      </details>
    )
  );
}

/** What the agenda asks later is fetched while the signal is good. */
function usePreloadedKinds(room: RoomState | undefined) {
  const kinds = room?.agenda.map(({ kind }) => kind).join();
  useEffect(() => {
    for (const kind of new Set(kinds?.split(',').filter(Boolean))) preloadPhoneKind(kind as ActivityKind);
  }, [kinds]);
}

/** Says that the line is gone only when it stays away: a phone that wakes up is back in a moment. */
function Signal() {
  const { t } = usePhoneText();
  const status = useLiveStatus();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (status === 'online') {
      setLost(false);
      return;
    }
    const wait = setTimeout(() => setLost(true), 2_500);
    return () => clearTimeout(wait);
  }, [status]);
  return (
    <p className="phone-signal" role="status" hidden={!lost}>
      {lost && t('network.waiting')}
    </p>
  );
}

/** The live connection notices first that the network is back: what waits need not wait for its next try. */
function useDrainOnReturn() {
  const { queue } = useDevice();
  const status = useLiveStatus();
  useEffect(() => {
    if (status === 'online') queue.nudge();
  }, [queue, status]);
}

/** The language chosen on the phone is the language of her notes, so the server learns it. */
function useOwnLanguage(sessionId: string, me: Me | null, language: Me['language'], onChanged: () => void) {
  const participantId = me?.participantId;
  const known = me?.language;
  const nickname = me?.nickname ?? null;
  const sector = me?.sector ?? null;
  useEffect(() => {
    if (!participantId || known === language) return;
    let left = false;
    editParticipant(sessionId, { nickname, sector, language }).then(
      () => !left && onChanged(),
      // The next change or reload tries again; her notes then still carry the language they were written under.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [sessionId, participantId, known, language, nickname, sector, onChanged]);
}
