import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions in two languages: what an activity says in the second one, and what people made of notes in the other. */
export class SecondLanguage1764034000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session add column second_language text,
        add constraint session_second_language check (second_language in ('sk', 'cs', 'en', 'uk') and second_language <> language);
      alter table activity add column second jsonb;
      create table note_translation (
        contribution_id uuid not null,
        language text not null,
        text text not null,
        of_digest bytea not null,
        version int not null,
        translated_by uuid,
        translated_at timestamptz not null,
        constraint note_translation_pkey primary key (contribution_id, language),
        constraint note_translation_contribution_id_fkey foreign key (contribution_id) references contribution (id) on delete cascade,
        constraint note_translation_translated_by_fkey foreign key (translated_by) references person (id) on delete set null,
        constraint note_translation_language check (language in ('sk', 'cs', 'en', 'uk')),
        constraint note_translation_version check (version >= 1)
      );
    `);
  }

  /** Loses what was translated; the words themselves stay. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table note_translation;
      alter table activity drop column second;
      alter table session drop constraint session_second_language, drop column second_language;
    `);
  }
}
