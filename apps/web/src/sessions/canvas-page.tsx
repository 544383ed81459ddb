import { partOf } from '@spolu/contracts/activities/part-of';
import type { BoardPerson } from '@spolu/contracts/boards';
import type { Card, ComposeCard } from '@spolu/contracts/activities/brainstorm';
import type { RoomState, RoomView } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton } from '@spolu/ui/plain';
import { Spinner } from '@spolu/ui/progress';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, PanelRightClose, PanelRightOpen, Users } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { BoardScreen, fetchList, type BoardViewName } from '../boards/board-screen.tsx';
import { keepView, keptView } from '../boards/kept-view.ts';
import type { NoteAuthors } from '../boards/lens/lens.ts';
import { TranslatedNotes } from '../boards/note-translations.tsx';
import type { Compose } from '../boards/note-editor.tsx';
import type { BoardView } from '../boards/scene/board-view.ts';
import { SaveStateLine } from '../boards/save-state.tsx';
import { useBoard, useBoardSnapshot } from '../boards/use-board.ts';
import { ViewSwitch } from '../boards/view-switch.tsx';
import { api } from '../http/api.ts';
import { keyOf, useRefresh } from '../http/queries.ts';
import { useMe } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { WindowTitle } from '../shell/window-title.tsx';
import './canvas.css';
import { chosenBoard } from './chosen-board.ts';
import { besideBoard, boardIsHere } from './beside-board.ts';
import { CountedRoom } from './counted-room.tsx';
import { useKeptRoom, useRoomKeeping, type KeptRoom } from './kept-room.ts';
import { ServerClock } from './server-clock.ts';
import { useTranslations } from './translations/use-translations.ts';
import { takesCards } from './takes-cards.ts';
import { useAuthorName } from './use-author-name.ts';
import { useRoom, type LiveRoom } from './use-room.ts';

// Only who runs the session fetches the run sheet and what takes the board out of the house.
const BoardFiles = lazy(async () => ({ default: (await besideBoard(() => import('./exchange/board-files.tsx'))).BoardFiles }));
const KeptRoomPanel = lazy(async () => ({ default: (await import('./kept-room-panel.tsx')).KeptRoomPanel }));
const NotKept = lazy(async () => ({ default: (await import('./kept-room-panel.tsx')).NotKept }));
const NoRoom = lazy(async () => ({ default: (await import('./no-room.tsx')).NoRoom }));
const ParticipantPanel = lazy(async () => ({ default: (await besideBoard(() => import('./participant-panel.tsx'))).ParticipantPanel }));
const HallNow = lazy(async () => ({ default: (await besideBoard(() => import('./hall-now.tsx'))).HallNow }));
// Only where there is another language: the board begins without it.
const SessionTitle = lazy(async () => ({ default: (await import('./in-both.tsx')).SessionTitle }));
const RunPanel = lazy(async () => ({ default: (await besideBoard(() => import('./run-panel.tsx'))).RunPanel }));

const StepView = lazy(async () => ({ default: (await besideBoard(() => import('./step-view.tsx'))).StepView }));

/** The board fills the screen; who runs the session has the run sheet beside it, who takes part the present instruction. */
export function CanvasPage({ sessionId }: { sessionId: string }) {
  const [clock] = useState(() => new ServerClock());
  const live = useRoom(sessionId, clock);
  const person = usePerson(live.view);
  const kept = useKeptRoom(sessionId, live.isSilent);
  useRoomKeeping(sessionId, live, person);
  // Signed out, nothing of the room stays on the screen; who was removed keeps what she saw.
  if (live.ended && (live.ended.code === 'signed-out' || !live.view)) return <NoRoom ended={live.ended} />;
  const view = live.view ?? kept?.view;
  const personKey = person ?? kept?.personKey;
  if (view && personKey !== undefined) return <Room view={view} live={live} clock={clock} personKey={personKey} kept={live.view ? null : (kept ?? null)} />;
  if (live.isSilent && kept === null) return <NotKept />;
  return (
    <div className="wrap page">
      <Spinner />
    </div>
  );
}

/** Whose work this is; null until it is known. */
function usePerson(view: RoomView | null): string | null {
  const { known, person } = useMe();
  const client = useQueryClient();
  const isAnswered = view !== null;
  const isGuest = Boolean(view?.me);
  // The server did not answer when the page came, and does now.
  const isMissed = isAnswered && !isGuest && known && !person;
  useEffect(() => {
    if (isMissed) void client.invalidateQueries({ queryKey: keyOf('/me') });
  }, [isMissed, client]);
  if (view?.me) return `participant ${view.me.participantId}`;
  return isAnswered && person ? `person ${person.id}` : null;
}

const WIDE = '(min-width: 60rem)';

interface RoomProps {
  view: RoomView;
  live: LiveRoom;
  clock: ServerClock;
  personKey: string;
  /** The view is what this device remembers: nobody has answered yet. */
  kept: KeptRoom | null;
}

/** What a list needs is fetched while the board comes. */
function firstView(): BoardViewName {
  const view = keptView();
  if (view === 'outline') fetchList();
  return view;
}

function Room({ view, live, clock, personKey, kept }: RoomProps) {
  const t = useText('sessions');
  const problemText = useProblemText();
  const { room, staff } = view;
  const isStaff = kept ? kept.isStaff : staff !== null;
  const boardId = chosenBoard() ?? room.boardId;
  const connection = useBoard(boardId, personKey, kept !== null);
  const [boardView, setBoardView] = useState(firstView);
  const [seekPlace, setSeekPlace] = useState<HTMLElement | null>(null);
  const [drawn, setDrawn] = useState<BoardView | null>(null);
  const [panelOpen, setPanelOpen] = useState(() => window.matchMedia(WIDE).matches);
  const compose = useCompose(view, clock);
  useEffect(() => {
    if (drawn) boardIsHere();
  }, [drawn]);
  const nameOf = usePersonName(view);
  const authors = useNoteAuthors(view);
  const authorName = useAuthorName(staff?.participants);
  const translations = useTranslations(boardId, room.version, !kept && room.secondLanguage !== null);
  function handleView(next: BoardViewName) {
    setBoardView(next);
    keepView(next);
  }
  return (
    <div className="canvas-page" data-panel={panelOpen || undefined}>
      <WindowTitle>{room.title}</WindowTitle>
      <header className="canvas-bar">
        <a className="canvas-back" href={isStaff ? `/sessions/${room.sessionId}` : '/j'} aria-label={t('canvas.back')}>
          <ArrowLeft aria-hidden size={22} />
        </a>
        <h1 className="canvas-title">{room.second ? <Suspense fallback={room.title}><SessionTitle room={room} apart /></Suspense> : room.title}</h1>
        {connection && <ConnectedState connection={connection} />}
        {!kept && (
          <span className="canvas-people">
            <Users aria-hidden size={18} /> {t('projector.people', { count: room.participantCount })}
          </span>
        )}
        <div className="canvas-tools">
          <ViewSwitch view={boardView} onChange={handleView} />
          <div className="canvas-seek" ref={setSeekPlace} />
          {view.may.run && connection && (
            <Suspense fallback={null}>
              <BoardFiles boardId={boardId} sessionId={room.sessionId} chosen={() => [...connection.snapshot.copy.selection.read()]} />
            </Suspense>
          )}
        </div>
        <PlainButton
          look="secondary"
          className="canvas-fold"
          aria-expanded={panelOpen}
          aria-controls="canvas-panel"
          icon={panelOpen ? <PanelRightClose aria-hidden size={20} /> : <PanelRightOpen aria-hidden size={20} />}
          onClick={() => setPanelOpen(!panelOpen)}
        >
          {isStaff ? t('canvas.runSheet') : t('canvas.instructionShort')}
        </PlainButton>
      </header>
      {live.ended && (
        <div className="canvas-ended">
          <Notice tone="warn" role="alert">
            <p>{problemText(live.ended)}</p>
          </Notice>
        </div>
      )}
      {!panelOpen && (
        <div className="canvas-strip" data-hall={staff ? true : undefined}>
          {staff ? (
            <Suspense fallback={null}>
              <CountedRoom room={room} connection={connection}>
                {(counted) => <HallNow room={counted} clock={clock} />}
              </CountedRoom>
            </Suspense>
          ) : (
            room.activity && (
              <p className="canvas-strip-line">
                <strong>{room.activity.title}</strong> <span>{room.activity.instruction}</span>
              </p>
            )
          )}
        </div>
      )}
      <div className="canvas-board">
        {connection ? (
          <TranslatedNotes of={translations} sign={t('translated')}>
            <BoardScreen connection={connection} view={boardView} nameOf={nameOf} authors={authors} authorName={view.may.run ? authorName : undefined} compose={compose} seekPlace={seekPlace} onView={setDrawn} onList={boardIsHere} />
          </TranslatedNotes>
        ) : (
          <div className="board-notice">
            <Spinner />
          </div>
        )}
      </div>
      <aside className="canvas-panel" id="canvas-panel" aria-label={isStaff ? t('canvas.runSheet') : t('canvas.instruction')} hidden={!panelOpen}>
        {kept ? (
          <Suspense fallback={<Spinner />}>
            <KeptRoomPanel kept={kept} />
          </Suspense>
        ) : staff ? (
          <Suspense fallback={<Spinner />}>
            <CountedRoom room={room} connection={connection}>
              {(counted) => (
                <>
                  <HallNow room={counted} clock={clock} />
                  <RunPanel room={counted} board={connection} staff={staff} mayRun={view.may.run} clock={clock} reload={live.reload} onClosed={() => location.assign(`/sessions/${room.sessionId}/report`)} />
                </>
              )}
            </CountedRoom>
          </Suspense>
        ) : (
          <Suspense fallback={<Spinner />}>
            <ParticipantPanel room={room} clock={clock} />
          </Suspense>
        )}
      </aside>
      {!kept && <SpokenActivity room={room} />}
      <Suspense fallback={null}>
        <StepView view={drawn} room={room} />
      </Suspense>
    </div>
  );
}

function ConnectedState({ connection }: { connection: NonNullable<ReturnType<typeof useBoard>> }) {
  return <SaveStateLine snapshot={useBoardSnapshot(connection)} />;
}

function useCompose(view: RoomView, clock: ServerClock): Compose | undefined {
  const refresh = useRefresh();
  const { activity } = view.room;
  const takes = view.me !== null && activity !== null && takesCards(activity);
  const activityId = activity?.id;
  const brainstorm = partOf(activity, 'brainstorm');
  const mode = brainstorm?.mode === 'anonymous' ? 'anonymous' : 'hidden';
  const language = view.me?.language ?? view.room.language;
  const frameIds = useMemo(() => new Set(brainstorm?.frames.map((frame) => frame.id)), [brainstorm?.frames]);
  return useMemo(() => {
    if (!takes || activityId === undefined) return undefined;
    return {
      mode,
      draftKey: `card ${activityId}`,
      send: async ({ text, colour, frameId }) => {
        const card: ComposeCard = {
          text,
          colour,
          frameId: frameId !== null && frameIds.has(frameId) ? frameId : null,
          language,
          composedAt: new Date(clock.now()).toISOString(),
        };
        await api.post<Card>(`/activities/${activityId}/cards`, card);
        void refresh(`/activities/${activityId}/cards`);
      },
    };
  }, [takes, activityId, mode, language, frameIds, clock, refresh]);
}

/** Staff know their participants by name; participants see who runs the session, and each other as participants. */
function usePersonName({ staff }: RoomView): (person: BoardPerson) => string {
  const t = useText('boards');
  const participants = staff?.participants;
  return useCallback(
    ({ name, participantId, staff: isStaff }) =>
      name ?? participants?.find((person) => person.id === participantId)?.nickname ?? (isStaff ? t('person.staff') : t('person.participant')),
    [participants, t],
  );
}

/** Staff tell notes apart by who wrote them and for which sector she came, as they do in the session's own tables; participants only know their own. */
function useNoteAuthors({ staff }: RoomView): NoteAuthors | undefined {
  const t = useText('sessions');
  const participants = staff?.participants;
  return useMemo(
    () =>
      participants && {
        people: participants.map(({ id, nickname, sector }, i) => ({ participantId: id, name: nickname ?? t('history.participant', { number: i + 1 }), sector })),
        sectors: { public: t('sector.public'), business: t('sector.business'), ngo: t('sector.ngo'), academia: t('sector.academia'), residents: t('sector.residents') },
      },
    [participants, t],
  );
}

/** That an activity begins, ends or goes on is said aloud; its timer is not. */
function SpokenActivity({ room }: { room: RoomState }) {
  const t = useText('sessions');
  const { activity } = room;
  const runs = activity?.state === 'running' ? activity : null;
  const known = useRef(runs?.id);
  const [text, setText] = useState('');
  useEffect(() => {
    if (known.current === runs?.id) return;
    known.current = runs?.id;
    setText(runs ? t('canvas.nowRuns', { title: runs.title, instruction: runs.instruction }) : t('canvas.nothingRuns'));
  }, [runs, t]);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}
