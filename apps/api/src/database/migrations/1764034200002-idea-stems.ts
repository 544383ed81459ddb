import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas are found by the beginnings of their words: an index of words is read in less than one of all trigrams of long texts. */
export class IdeaStems1764034200002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index idea_words;
      create index idea_words on idea using gin (to_tsvector('simple', regexp_replace(plain_text(title || ' ' || summary), '[^[:alnum:]]+', ' ', 'g')));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index idea_words;
      create index idea_words on idea using gist (plain_text(title || ' ' || summary) gist_trgm_ops (siglen = 64));
    `);
  }
}
