import type { RoomState } from '@spolu/contracts/sessions';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { BoardConnection } from '../boards/board-connection.ts';
import { useBoardSnapshot } from '../boards/use-board.ts';

interface CountedRoomProps {
  room: RoomState;
  connection: BoardConnection | null;
  children: (room: RoomState) => ReactNode;
}

/** The room with its notes counted where everybody sees them lie: on the board, written on phones and on the canvas alike. The room itself counts cards. */
export function CountedRoom({ connection, ...props }: CountedRoomProps) {
  return connection ? <OnBoard connection={connection} {...props} /> : props.children(props.room);
}

function OnBoard({ room, connection, children }: CountedRoomProps & { connection: BoardConnection }) {
  const { copy, opened } = useBoardSnapshot(connection);
  const { activity } = room;
  const brainstorm = opened && activity?.kind === 'brainstorm' && activity.part.revealed ? activity : null;
  const count = useSyncExternalStore(
    (changed) => copy.scene.onChange(changed),
    () => brainstorm?.part.frames.reduce((sum, { id }) => sum + copy.scene.notesOfFrame(id).length, 0) ?? 0,
  );
  return children(brainstorm ? { ...room, activity: { ...brainstorm, part: { ...brainstorm.part, cardCount: count } } } : room);
}
