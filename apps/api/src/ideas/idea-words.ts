import { Injectable } from '@nestjs/common';
import type { IdeasQuery, SimilarIdea } from '@spolu/contracts/ideas';
import type { EntityManager } from 'typeorm';
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

/** Finds ideas by their words, in PostgreSQL (pg_trgm, unaccent). */
@Injectable()
export class IdeaWords {
  /** Ideas of a process that have all words of the search, by their beginnings; all of them where it has none. */
  async found(em: EntityManager, processId: string, { search, state }: Pick<IdeasQuery, 'search' | 'state'>): Promise<Idea[]> {
    return em
      .createQueryBuilder(Idea, 'idea')
      .where(`idea.process_id = :processId and idea.published_at is not null and (idea.state = 'current' or :all)`, { processId, all: state === 'all' })
      .andWhere(
        `not exists (
          select from regexp_split_to_table(plain_text(:search), '[^[:alnum:]]+') as word
          where ${WORDS} not like '%' || left(word, ${STEM_LENGTH}) || '%'
        )`,
        { search },
      )
      .getMany();
  }

  /** The most alike first. */
  async alike(em: EntityManager, processId: string, text: string): Promise<SimilarIdea[]> {
    return em.query(
      `with near as (
        select id, title, summary, ${WORDS} as words from idea
        where process_id = $1 and state = 'current' and published_at is not null order by plain_text($2) <<-> ${WORDS} limit ${NEAREST}
      ),
      measured as (select *, greatest(word_similarity(plain_text($2), words), word_similarity(words, plain_text($2))) as alike from near)
      select id, title, summary from measured where alike >= ${ALIKE} order by alike desc, id limit ${SHOWN}`,
      [processId, text],
    );
  }
}
