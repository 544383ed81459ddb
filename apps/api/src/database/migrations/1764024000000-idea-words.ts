import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas are found by their words, without case and diacritics, and by words that are written alike. */
export class IdeaWords1764024000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists pg_trgm schema public;
      create extension if not exists unaccent schema public;
      -- unaccent depends on the search path and so counts as changing; with function and dictionary named in full it does not.
      create function plain_text(words text) returns text language sql immutable strict parallel safe
        as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;
      create index idea_words on idea using gist (plain_text(title || ' ' || summary) gist_trgm_ops (siglen = 64));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index idea_words;
      drop function plain_text(text);
    `);
  }
}
