import { Injectable } from '@nestjs/common';
import type { MapSpot } from '@spolu/contracts/idea-places';
import { partOf, WHOLE_PLAN } from '@spolu/contracts/plan-box';
import type { IdeaFilter, IdeaSort, IdeasQuery, SimilarIdea } from '@spolu/contracts/ideas';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { MomentKey, momentKey, startOf } from '../http/page.ts';
import { IdeaPlanRow } from './idea-intake.entity.ts';
import { Idea } from './idea.entity.ts';

/** Words of an idea, without case, diacritics and signs; the index `idea_words` is on the same. */
const WORDS = `to_tsvector('simple', regexp_replace(plain_text(idea.title || ' ' || idea.summary), '[^[:alnum:]]+', ' ', 'g'))`;
/** Slovak, Czech and Ukrainian change the ends of words; what is left of a longer one tells it apart well enough. */
const STEM_LENGTH = 5;
/** Words from so many letters on say what a text is about, shorter ones are and, by, at; with so many letters in common at their beginning two texts may be about one thing. */
const TELLING_LENGTH = 4;
/** Of a long text so many are looked up, the longest ones. */
const TELLING_WORDS = 24;
/** So many ideas that share its words, the rare ones before all, are compared with a text letter by letter. */
const COMPARED = 200;
/**
 * From how much of its trigrams on in a stretch of the other (`word_similarity`) one of two texts may say the same. Of a hundred pairs of workshop notes
 * that were labelled by hand it proposes 33 of 50 that mean the same and 1 of 50 that do not (`similar-ideas.int.spec.ts`).
 */
const ALIKE = 0.16;
const SHOWN = 5;

/** So many squares across what is looked at, each one spot at most: on a phone one is as wide as a finger. */
const SQUARES = 7;
const HAS_PLACE = `(idea.plan_id is not null or idea.place_name <> '')`;
/** Where an idea lies on the plan that is shown: as it was chosen there, or carried over from an earlier plan where both say where in the world they are. */
const X = `(case when idea.plan_id = shown.file_id then idea.place_x else (own.west + idea.place_x * (own.east - own.west) - shown.west) / (shown.east - shown.west) end)`;
const Y = `(case when idea.plan_id = shown.file_id then idea.place_y else (shown.north - own.north + idea.place_y * (own.north - own.south)) / (shown.north - shown.south) end)`;

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

/** Finds ideas by their words, in PostgreSQL (full text, pg_trgm, unaccent). */
@Injectable()
export class IdeaWords {
  /** A page of the ideas of a process that have all words of the search, by their beginnings; one more than the page holds, if there is one. */
  async found(em: EntityManager, processId: string, query: IdeasQuery): Promise<FoundIdea[]> {
    const { sort, seed, limit, ids } = query;
    const order = ORDERS[sort];
    const start = startOf(query, order.key);
    const found = (await this.filtered(em, processId, query)).setParameters({ seed: String(seed) });
    if (ids !== undefined) found.andWhere('idea.id = any(:ids)', { ids });
    if (start !== null) found.andWhere(`(${order.columns.join(', ')}) ${order.way === 'desc' ? '<' : '>'} (${order.columns.map((_, i) => `:after${i}`).join(', ')})`, Object.fromEntries(start.map((part, i) => [`after${i}`, part])));
    const rows = await found
      .select([...order.columns.map((column, i) => `${column === CREATED ? momentKey(column) : column} as key${i}`), 'idea.id as id'])
      .orderBy(Object.fromEntries(order.columns.map((column) => [column, order.way.toUpperCase() as 'ASC' | 'DESC'])))
      .limit(limit + 1)
      .getRawMany<Record<string, string | number>>();
    const ideas = new Map((rows.length === 0 ? [] : await em.findBy(Idea, { id: In(rows.map(({ id }) => id)) })).map((idea) => [idea.id, idea]));
    return rows.map((row) => ({ idea: ideas.get(String(row['id']))!, key: order.columns.map((_, i) => row[`key${i}`]!) }));
  }

  /** What lies on a part of the plan, those in one square of a grid together. */
  async spots(em: EntityManager, processId: string, filter: IdeaFilter): Promise<MapSpot[]> {
    const { left, top, right, bottom } = filter.within === undefined ? WHOLE_PLAN : partOf(filter.within);
    const found = await this.filtered(em, processId, { ...filter, within: [left, top, right, bottom].join(',') });
    const rows = await found
      .select([`avg(${X}) as x`, `avg(${Y}) as y`, 'count(*)::int as count', 'min(idea.id::text) as id', 'min(idea.title) as title'])
      .groupBy(`floor(${X} / :square)`)
      .addGroupBy(`floor(${Y} / :square)`)
      .setParameter('square', Math.max(right - left, bottom - top) / SQUARES)
      // as one reads: line by line, each from the left
      .orderBy('round((avg(' + Y + ') * 50)::numeric)')
      .addOrderBy('x')
      .getRawMany<{ x: number; y: number; count: number; id: string; title: string }>();
    return rows.map(({ x, y, count, id, title }) => ({ x, y, count, idea: count === 1 ? { id, title } : null }));
  }

  /** The published ones that a filter lets through. */
  private async filtered(em: EntityManager, processId: string, { search, state, categoryId, language, place, within }: IdeaFilter): Promise<SelectQueryBuilder<Idea>> {
    const ideas = em.createQueryBuilder(Idea, 'idea').where('idea.process_id = :processId and idea.published_at is not null and idea.hidden_at is null', { processId });
    if (state !== 'all') ideas.andWhere('idea.state = :state', { state });
    if (categoryId !== undefined) ideas.andWhere('idea.category_id = :categoryId', { categoryId });
    if (language !== undefined) ideas.andWhere('idea.language = :language', { language });
    if (place !== undefined) ideas.andWhere(place === 'yes' ? HAS_PLACE : `not ${HAS_PLACE}`);
    if (within !== undefined) {
      ideas.leftJoin(IdeaPlanRow, 'own', 'own.file_id = idea.plan_id').leftJoin(IdeaPlanRow, 'shown', 'shown.file_id = (select plan_id from idea_intake where process_id = :processId)');
      ideas.andWhere(`idea.plan_id is not null and ${X} between :left and :right and ${Y} between :top and :bottom`, { ...partOf(within) });
    }
    const stems = await this.stemsOf(em, search);
    if (stems.length > 0) ideas.andWhere(`${WORDS} @@ :stems::tsquery`, { stems: stems.map((stem) => `${stem}:*`).join(' & ') });
    return ideas;
  }

  /** How an idea must begin some word for each of the search. */
  private async stemsOf(em: EntityManager, search: string): Promise<string[]> {
    if (search.trim() === '') return [];
    const rows = await em.query<{ stem: string }[]>(`select distinct left(word, ${STEM_LENGTH}) as stem from regexp_split_to_table(plain_text($1), '[^[:alnum:]]+') as word where word <> ''`, [search]);
    return rows.map(({ stem }) => stem);
  }

  /**
   * The most alike first. To compare the letters of ten thousand texts takes a second; so the index first finds those that share words with this one,
   * and of two the one with the rarer word.
   */
  async alike(em: EntityManager, processId: string, text: string): Promise<SimilarIdea[]> {
    return em.query(
      `with stem as (
        select left(word, ${TELLING_LENGTH}) as stem from regexp_split_to_table(plain_text($2), '[^[:alnum:]]+') as word
        where length(word) >= ${TELLING_LENGTH} group by 1 order by max(length(word)) desc, 1 limit ${TELLING_WORDS}
      ),
      sharing as (
        select idea.id, 1.0 / count(*) over (partition by stem) as rarity from stem join idea on ${WORDS} @@ (stem || ':*')::tsquery
        where idea.process_id = $1 and idea.state = 'current' and idea.published_at is not null and idea.hidden_at is null
      ),
      near as (select id from sharing group by id order by sum(rarity) desc, id limit ${COMPARED}),
      compared as materialized (select id, title, summary, plain_text($2) as text, plain_text(title || ' ' || summary) as words from near join idea using (id)),
      measured as (select *, greatest(word_similarity(text, words), word_similarity(words, text)) as alike from compared)
      select id, title, summary from measured where alike >= ${ALIKE} order by alike desc, id limit ${SHOWN}`,
      [processId, text],
    );
  }
}
