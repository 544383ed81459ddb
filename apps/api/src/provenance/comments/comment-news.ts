import { IsNull, type EntityManager } from 'typeorm';
import type { NewsReader, NoticesService } from '../notices/notices.service.ts';
import type { WaysService } from '../ways.service.ts';
import type { CommentRow, CommentTable } from './comment.entity.ts';

/** Whose the words of a contribution `c` are, by their account. */
const SPEAKERS = 'from contribution c left join participant p on p.id = c.participant_id';
const SPEAKER = 'coalesce(c.person_id, p.person_id)';

/** Everybody with an account who wrote in this conversation, but for what was taken back. */
async function talkersOf(em: EntityManager, table: CommentTable, threadId: string): Promise<string[]> {
  const rows = await em.find<CommentRow>(table, { select: { id: true }, where: [{ id: threadId, deletedAt: IsNull() }, { replyTo: threadId, deletedAt: IsNull() }] });
  const people = await em.query<{ id: string }[]>(`select distinct ${SPEAKER} as id ${SPEAKERS} where c.id = any($1::uuid[]) and ${SPEAKER} is not null`, [rows.map(({ id }) => id)]);
  return people.map(({ id }) => id);
}

/** Who handed in an idea or one that went into it, and whoever follows one of these. Authors of notes behind it are told what becomes of them, and not each word about it. */
async function concernedBy(em: EntityManager, recordId: string): Promise<string[]> {
  const people = await em.query<{ id: string }[]>(
    `with recursive up(id) as (
      select $1::uuid
      union select link.from_id from up join link on link.to_id = up.id and not exists (select from link_end e where e.from_id = link.from_id and e.to_id = link.to_id and e.kind = link.kind)
    )
    select ${SPEAKER} as id ${SPEAKERS} join up on up.id = c.id where c.kind = 'idea' and ${SPEAKER} is not null
    union select f.person_id from following f join up on up.id = f.record_id join record r on r.id = up.id and r.kind = 'idea'`,
    [recordId],
  );
  return people.map(({ id }) => id);
}

/** Those who wrote in the conversation are told that it goes on; of the others, whom the subject concerns that it is talked about. Nobody is told of her own words. */
export async function tellOfComment(em: EntityManager, notices: NoticesService, table: CommentTable, comment: { id: string; threadId: string | null; subjectId: string }): Promise<void> {
  const [said] = await em.query<{ id: string | null }[]>(`select ${SPEAKER} as id ${SPEAKERS} where c.id = $1`, [comment.id]);
  const talkers = comment.threadId === null ? [] : await talkersOf(em, table, comment.threadId);
  const concerned = await concernedBy(em, comment.subjectId);
  const others = (people: readonly string[]) => people.filter((id) => id !== said!.id);
  if (comment.threadId !== null) await notices.tellNews(em, others(talkers), { kind: 'replies', newsId: comment.threadId }, false);
  await notices.tellNews(em, others(concerned).filter((id) => !talkers.includes(id)), { kind: 'comments', newsId: comment.subjectId }, false);
}

/** A conversation without an answer that is shown is no news any more. */
export async function forgetReplies(em: EntityManager, notices: NoticesService, table: CommentTable, threadId: string | null): Promise<void> {
  if (threadId === null || (await em.existsBy<CommentRow>(table, { replyTo: threadId, deletedAt: IsNull(), hiddenAt: IsNull() }))) return;
  await notices.forgetNews(em, { kind: 'replies', newsId: threadId });
}

/** What is talked about, as long as she may see it and somebody else's words stand there. */
export const readSubjects = (ways: WaysService): NewsReader => async (em, me, recordIds) =>
  em.query(
    `select r.id as "newsId", r.title, r.url || '#comments' as url, r.language from record r where r.id = any($1::uuid[])
      and exists (select ${SPEAKERS} join record said on said.id = c.id
        where said.url = r.url and said.kind = 'contribution' and c.kind = 'comment' and said.visibility <> 'internal' and ${SPEAKER} is distinct from $2)`,
    [[...(await ways.visibleAmong(me, recordIds))], me.person!.id],
  );

/** What began the conversation, as long as she may see it. */
export const readThreads = (ways: WaysService): NewsReader => async (em, me, recordIds) =>
  em.query(
    `select r.id as "newsId", r.title, r.url || '#comments' as url, r.language from record r where r.id = any($1::uuid[])`,
    [[...(await ways.visibleAmong(me, recordIds))]],
  );
