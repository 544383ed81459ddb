import type { OwnTalk, TalkPage } from '@spolu/contracts/board-talk';
import { api } from '../../http/api.ts';
import type { BoardConnection } from '../board-connection.ts';
import { BoardTalk } from './board-talk.ts';

const made = new WeakMap<BoardConnection, BoardTalk>();

/** The talk of a connected board; one for all that show it. */
export function talkOf(connection: BoardConnection): BoardTalk {
  const known = made.get(connection);
  if (known) return known;
  const { boardId } = connection;
  const talk = new BoardTalk({
    read: (since) => api.get<TalkPage>(`/boards/${boardId}/talk`, { query: { since } }),
    react: (objectId, kind, given) => api.put<OwnTalk>(`/boards/${boardId}/reactions`, { objectId, kind, given }),
  });
  made.set(connection, talk);
  return talk;
}
