import type { RoomView } from '@spolu/contracts/sessions';
import { useEffect, useRef, useState } from 'react';
import { whenIdle } from '../boards/when-idle.ts';
import type { LiveRoom } from './use-room.ts';

/** What a device knows of a room when nobody answers: whose device it is, and what was going on. */
export interface KeptRoom {
  view: RoomView;
  /** Who sat here: her board and her unsent work. */
  personKey: string;
  isStaff: boolean;
  /** When it was last seen so. */
  at: string;
}

/** Fetched after the first picture, or where nobody answers. */
const roomCopies = () => import('./room-copies.ts');
const NOTHING_KEPT = () => undefined;

/** Keeps the room for a time without a network, and forgets it when the server shows it no more. */
export function useRoomKeeping(sessionId: string, { view, ended }: LiveRoom, personKey: string | null): void {
  const newest = useRef(view);
  useEffect(() => {
    newest.current = view;
  });
  const activity = view?.room.activity;
  const changing = view && `${view.room.title} ${view.room.state} ${activity?.id} ${activity?.state} ${activity?.locked} ${activity?.waitsForReveal}`;
  useEffect(() => {
    if (changing === null || personKey === null) return undefined;
    return whenIdle(() => {
      void roomCopies().then(({ keepRoom }) => newest.current && keepRoom(newest.current, personKey)).catch(NOTHING_KEPT);
    });
  }, [changing, personKey]);
  useEffect(() => {
    if (ended) void roomCopies().then(({ forgetRoom }) => forgetRoom(sessionId, ended.code === 'signed-out')).catch(NOTHING_KEPT);
  }, [sessionId, ended]);
}

/** What the device knows of a session's room, once that is asked; null where it knows nothing, undefined while it looks. */
export function useKeptRoom(sessionId: string, isAsked: boolean): KeptRoom | null | undefined {
  const [kept, setKept] = useState<KeptRoom | null>();
  useEffect(() => {
    if (!isAsked) return undefined;
    let left = false;
    void roomCopies().then(({ readRoom }) => readRoom(sessionId)).catch(NOTHING_KEPT).then((room) => left || setKept(room ?? null));
    return () => {
      left = true;
    };
  }, [sessionId, isAsked]);
  return kept;
}
