import { Injectable } from '@nestjs/common';
import { TALK_PAGE_LENGTH, type OwnTalk, type ReactionKind, type Talk } from '@spolu/contracts/board-talk';
import { DataSource, type EntityManager } from 'typeorm';

export interface StoredComment {
  id: string;
  objectId: string;
  text: string;
  at: Date;
  participantId: string | null;
  personId: string | null;
}

const TALK = `t.object_id as "objectId", t.revision, t.resolved_at is not null as resolved,
  (select count(*)::int from board_comment c where c.board_id = t.board_id and c.object_id = t.object_id) as "commentCount",
  coalesce((select jsonb_object_agg(kind, given) from (
    select kind, count(*)::int as given from board_reaction r where r.board_id = t.board_id and r.object_id = t.object_id group by kind) counted), '{}') as reactions`;
const MINE = 'array(select kind from board_reaction r where r.board_id = t.board_id and r.object_id = t.object_id and r.by_id = $3) as mine';
const COMMENT = `c.id, c.object_id as "objectId", said.text, said.created_at as at, said.participant_id as "participantId", said.person_id as "personId"
  from board_comment c join contribution said on said.id = c.id`;

/** Comments and reactions in PostgreSQL. */
@Injectable()
export class TalkStore {
  constructor(private readonly source: DataSource) {}

  /** What changed after a revision, in the order of its changes; a page of it. */
  since(boardId: string, revision: number): Promise<Talk[]> {
    return this.source.manager.query(
      `select ${TALK} from board_thread t where t.board_id = $1 and t.revision > $2 order by t.revision limit ${TALK_PAGE_LENGTH}`, [boardId, revision]);
  }

  /** The same as somebody sees it, and one more than the page holds. */
  ownSince(boardId: string, revision: number, byId: string | null): Promise<OwnTalk[]> {
    return this.source.manager.query(
      `select ${TALK}, ${MINE} from board_thread t where t.board_id = $1 and t.revision > $2 order by t.revision limit $4`, [boardId, revision, byId, TALK_PAGE_LENGTH + 1]);
  }

  async talkOf(boardId: string, objectId: string, byId: string | null, em: EntityManager = this.source.manager): Promise<OwnTalk> {
    const [talk] = await em.query<OwnTalk[]>(`select ${TALK}, ${MINE} from board_thread t where t.board_id = $1 and t.object_id = $2`, [boardId, objectId, byId]);
    return talk ?? { objectId, revision: 0, commentCount: 0, resolved: false, reactions: {}, mine: [] };
  }

  /** Oldest first. */
  commentsOf(boardId: string, objectId: string): Promise<StoredComment[]> {
    return this.source.manager.query(`select ${COMMENT} where c.board_id = $1 and c.object_id = $2 order by c.number`, [boardId, objectId]);
  }
  /** By thing, oldest first. */
  async wordsOf(boardId: string): Promise<Map<string, string[]>> {
    const rows = await this.source.manager.query<{ objectId: string; texts: string[] }[]>(
      `select c.object_id as "objectId", array_agg(said.text order by c.number) as texts from board_comment c join contribution said on said.id = c.id where c.board_id = $1 group by c.object_id`,
      [boardId]);
    return new Map(rows.map(({ objectId, texts }) => [objectId, texts]));
  }
  async comment(em: EntityManager, boardId: string, commentId: string): Promise<StoredComment | undefined> {
    const [comment] = await em.query<StoredComment[]>(`select ${COMMENT} where c.board_id = $1 and c.id = $2 for update of c`, [boardId, commentId]);
    return comment;
  }

  /** The next change of a board's talk is this transaction's: others wait until it ends. @returns its number */
  async begin(em: EntityManager, boardId: string, objectId: string): Promise<number> {
    const [talk] = await em.query<{ revision: number }[]>(
      'insert into board_talk (board_id, revision) values ($1, 1) on conflict (board_id) do update set revision = board_talk.revision + 1 returning revision', [boardId]);
    const revision = talk!.revision;
    await em.query(
      'insert into board_thread (board_id, object_id, revision) values ($1, $2, $3) on conflict (board_id, object_id) do update set revision = $3', [boardId, objectId, revision]);
    return revision;
  }

  async counts(em: EntityManager, boardId: string, objectId: string, participantId: string | null): Promise<{ object: number; board: number; own: number }> {
    const [counts] = await em.query<{ object: number; board: number; own: number }[]>(
      `select count(*) filter (where c.object_id = $2)::int as object, count(*)::int as board, count(*) filter (where said.participant_id = $3)::int as own
      from board_comment c join contribution said on said.id = c.id where c.board_id = $1`, [boardId, objectId, participantId]);
    return counts!;
  }
  /** A new comment opens its thread again. */
  async add(em: EntityManager, boardId: string, objectId: string, id: string, number: number): Promise<void> {
    await em.query('insert into board_comment (id, board_id, object_id, number) values ($1, $2, $3, $4)', [id, boardId, objectId, number]);
    await this.resolve(em, boardId, objectId, false);
  }
  async remove(em: EntityManager, commentId: string): Promise<void> {
    await em.query('delete from board_comment where id = $1', [commentId]);
  }
  async resolve(em: EntityManager, boardId: string, objectId: string, resolved: boolean): Promise<void> {
    await em.query('update board_thread set resolved_at = case when $3 then coalesce(resolved_at, now()) end where board_id = $1 and object_id = $2', [boardId, objectId, resolved]);
  }

  async reactionsBy(em: EntityManager, boardId: string, byId: string): Promise<number> {
    const [given] = await em.query<{ count: number }[]>('select count(*)::int as count from board_reaction where board_id = $1 and by_id = $2', [boardId, byId]);
    return given!.count;
  }
  async give(em: EntityManager, boardId: string, objectId: string, kind: ReactionKind, byId: string): Promise<void> {
    await em.query('insert into board_reaction (board_id, object_id, kind, by_id) values ($1, $2, $3, $4) on conflict do nothing', [boardId, objectId, kind, byId]);
  }
  async takeBack(em: EntityManager, boardId: string, objectId: string, kind: ReactionKind, byId: string): Promise<void> {
    await em.query('delete from board_reaction where board_id = $1 and object_id = $2 and kind = $3 and by_id = $4', [boardId, objectId, kind, byId]);
  }
}
