import { Injectable } from '@nestjs/common';
import type { IdeaSort, IdeasQuery, SimilarIdea } from '@spolu/contracts/ideas';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { MomentKey, momentKey, startOf } from '../http/page.ts';
import { Idea } from './idea.entity.ts';

/** An idea's words as they are compared, without case and diacritics; the index `idea_words` is on the same. */
const WORDS = `plain_text(idea.title || ' ' || idea.summary)`;
/** Slovak, Czech and Ukrainian change the ends of words; what is left of a longer one tells it apart well enough. */
const STEM_LENGTH = 5;
/**
 * From how much of its trigrams on in a stretch of the other (`word_similarity`) one of two texts may say the same. Of a hundred pairs of workshop notes
 * that were labelled by hand it proposes 32 of 50 that mean the same and 1 of 50 that do not (`similar-ideas.int.spec.ts`).
 */
const ALIKE = 0.16;
const SHOWN = 5;
/** So many nearest by the index are looked at from both sides. */
const NEAREST = 20;

const CREATED = 'idea.created_at';
/** How lists are ordered: by columns that an index has, the last one unique. */
const ORDERS: Record<IdeaSort, { columns: string[]; way: 'asc' | 'desc'; key: z.ZodType<(string | number)[]> }> = {
  supported: { columns: ['(idea.support_count + idea.dots)', CREATED, 'idea.id'], way: 'desc', key: z.tuple([z.int(), MomentKey, z.uuid()]) },
  newest: { columns: [CREATED, 'idea.id'], way: 'desc', key: z.tuple([MomentKey, z.uuid()]) },
  commented: { columns: ['idea.comment_count', CREATED, 'idea.id'], way: 'desc', key: z.tuple([z.int(), MomentKey, z.uuid()]) },
  shuffled: { columns: ['md5(idea.id::text || :seed)', 'idea.id'], way: 'asc', key: z.tuple([z.hex().length(32), z.uuid()]) },
};
export interface FoundIdea {
  idea: Idea;
  /** Where the next page would begin after it. */
  key: (string | number)[];
}

/** Finds ideas by their words, in PostgreSQL (pg_trgm, unaccent). */
@Injectable()
export class IdeaWords {
  /** A page of the ideas of a process that have all words of the search, by their beginnings; one more than the page holds, if there is one. */
  async found(em: EntityManager, processId: string, query: IdeasQuery): Promise<FoundIdea[]> {
    const { search, state, sort, seed, categoryId, limit } = query;
    const order = ORDERS[sort];
    const start = startOf(query, order.key);
    const found = em
      .createQueryBuilder(Idea, 'idea')
      .where('idea.process_id = :processId and idea.published_at is not null and idea.hidden_at is null', { processId })
      .setParameters({ seed: String(seed) });
    if (state === 'current') found.andWhere(`idea.state = 'current'`);
    if (categoryId !== undefined) found.andWhere('idea.category_id = :categoryId', { categoryId });
    for (const [i, stem] of (await this.stemsOf(em, search)).entries()) found.andWhere(`${WORDS} like :stem${i}`, { [`stem${i}`]: stem });
    if (start !== null) found.andWhere(`(${order.columns.join(', ')}) ${order.way === 'desc' ? '<' : '>'} (${order.columns.map((_, i) => `:after${i}`).join(', ')})`, Object.fromEntries(start.map((part, i) => [`after${i}`, part])));
    const rows = await found
      .select([...order.columns.map((column, i) => `${column === CREATED ? momentKey(column) : column} as key${i}`), 'idea.id as id'])
      .orderBy(Object.fromEntries(order.columns.map((column) => [column, order.way.toUpperCase() as 'ASC' | 'DESC'])))
      .limit(limit + 1)
      .getRawMany<Record<string, string | number>>();
    const ideas = new Map((rows.length === 0 ? [] : await em.findBy(Idea, { id: In(rows.map(({ id }) => id)) })).map((idea) => [idea.id, idea]));
    return rows.map((row) => ({ idea: ideas.get(String(row['id']))!, key: order.columns.map((_, i) => row[`key${i}`]!) }));
  }

  /** What a text must hold for each word of the search, as `like` takes it. */
  private async stemsOf(em: EntityManager, search: string): Promise<string[]> {
    if (search.trim() === '') return [];
    const rows = await em.query<{ stem: string }[]>(
      `select distinct '%' || left(word, ${STEM_LENGTH}) || '%' as stem from regexp_split_to_table(plain_text($1), '[^[:alnum:]]+') as word where word <> ''`,
      [search],
    );
    return rows.map(({ stem }) => stem);
  }

  /** The most alike first. */
  async alike(em: EntityManager, processId: string, text: string): Promise<SimilarIdea[]> {
    return em.query(
      `with near as (
        select id, title, summary, ${WORDS} as words from idea
        where process_id = $1 and state = 'current' and published_at is not null and hidden_at is null order by plain_text($2) <<-> ${WORDS} limit ${NEAREST}
      ),
      measured as (select *, greatest(word_similarity(plain_text($2), words), word_similarity(words, plain_text($2))) as alike from near)
      select id, title, summary from measured where alike >= ${ALIKE} order by alike desc, id limit ${SHOWN}`,
      [processId, text],
    );
  }
}
