import type { RoomState, RoomView, StaffState } from '@spolu/contracts/sessions';
import { Problem, type ProblemDocument } from '@spolu/contracts/problems';
import type { EnterAnswer, RoomEnded, RoomEvent } from '@spolu/realtime/room-events';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../http/api.ts';
import { liveSocket, useLiveEvent, useLiveStatus } from '../http/live.ts';
import type { ServerClock } from './server-clock.ts';

/** The names of `RoomEvent`, checked by their types: its file brings a validation library, which a phone does without. */
const ENTER: typeof RoomEvent.enter = 'room.enter';
const LEAVE: typeof RoomEvent.leave = 'room.leave';
const ROOM: typeof RoomEvent.room = 'room';
const STAFF: typeof RoomEvent.staff = 'staff';
const ENDED: typeof RoomEvent.ended = 'room.ended';

/** While no live connection stands (a proxy that knows no WebSocket, a weak signal) the room is asked for this often. */
const ASK_EVERY_MS = 5_000;
const RETRY_MS = 2_000;
const SILENT_AFTER_MS = 4_000;

export interface LiveRoom {
  view: RoomView | null;
  /** The seat is over or never was: why. Null while it holds. */
  ended: Problem | null;
  /** Nobody has answered yet, and perhaps nobody will: a failed try, or some seconds without a word. */
  isSilent: boolean;
  /** Asks the server for everything anew, after a change of one's own. */
  reload: () => void;
}

/** The live session as this device may see it: read once, then followed. An older state never replaces a newer one. */
export function useRoom(sessionId: string, clock: ServerClock): LiveRoom {
  const [held, setHeld] = useState<{ sessionId: string; view: RoomView | null; ended: Problem | null }>({ sessionId, view: null, ended: null });
  const [isSilent, setSilent] = useState(() => !navigator.onLine);
  const status = useLiveStatus();
  const asked = useRef(0);
  useEffect(() => {
    const timer = setTimeout(() => setSilent(true), SILENT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const take = useCallback(
    (next: RoomView) => {
      clock.heard(next.room.serverNow);
      setHeld((before) => {
        const known = before.sessionId === sessionId ? before.view : null;
        return {
          sessionId,
          ended: null,
          view: known
            ? { ...next, room: newer(known.room, next.room), staff: known.staff && next.staff ? newer(known.staff, next.staff) : next.staff }
            : next,
        };
      });
    },
    [clock, sessionId],
  );

  const reload = useCallback(() => {
    const mine = ++asked.current;
    const ask = () =>
      api.get<RoomView>(`/sessions/${sessionId}/room`).then(
        (view) => mine === asked.current && take(view),
        (error: unknown) => {
          if (mine !== asked.current) return;
          setSilent(true);
          if (error instanceof Problem && !error.isServers && error.code !== 'too-many-requests') setHeld({ sessionId, view: null, ended: error });
          else setTimeout(() => mine === asked.current && void ask(), RETRY_MS);
        },
      );
    void ask();
  }, [sessionId, take]);

  useEffect(() => {
    reload();
    return () => {
      asked.current += 1;
    };
  }, [reload]);

  // A phone that was in a pocket may still believe in a connection that is long gone: it asks at once when it is looked at again.
  useEffect(() => {
    let hiddenAt = 0;
    const look = () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now();
      else if (hiddenAt && Date.now() - hiddenAt > ASK_EVERY_MS) reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);

  // A seat is taken anew at each connection; what changed while there was none comes with it.
  useEffect(() => {
    const live = liveSocket();
    const enter = () =>
      live.emit(ENTER, { sessionId }, (answer: EnterAnswer) => {
        if (!answer.ok) setHeld((before) => ({ ...before, ended: asProblem(answer.problem) }));
      });
    if (live.connected) enter();
    live.on('connect', enter);
    return () => {
      live.off('connect', enter);
      if (live.connected) live.emit(LEAVE, { sessionId });
    };
  }, [sessionId]);

  useEffect(() => {
    if (status === 'online') return;
    // Not all phones of a hall in the same moment.
    let later: ReturnType<typeof setTimeout>;
    const again = () => {
      later = setTimeout(() => {
        reload();
        again();
      }, ASK_EVERY_MS * (0.7 + 0.6 * Math.random()));
    };
    again();
    return () => clearTimeout(later);
  }, [status, reload]);

  useLiveEvent<RoomState>(ROOM, (room) => {
    if (room.sessionId !== sessionId) return;
    clock.heard(room.serverNow);
    setHeld((before) => (before.view ? { ...before, view: { ...before.view, room: newer(before.view.room, room) } } : before));
  });
  useLiveEvent<StaffState>(STAFF, (staff) => {
    setHeld((before) => (before.view ? { ...before, view: { ...before.view, staff: before.view.staff ? newer(before.view.staff, staff) : staff } } : before));
  });
  useLiveEvent<RoomEnded>(ENDED, (end) => {
    if (end.sessionId === sessionId) setHeld((before) => ({ ...before, ended: asProblem(end.problem) }));
  });

  const current = held.sessionId === sessionId ? held : { view: null, ended: null };
  return { view: current.view, ended: current.ended, isSilent: isSilent && current.view === null && current.ended === null, reload };
}

const newer = <State extends { version: number }>(known: State, next: State): State => (next.version >= known.version ? next : known);
const asProblem = ({ code, facts }: ProblemDocument) => new Problem(code, facts);
