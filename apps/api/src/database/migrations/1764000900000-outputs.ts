import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dossiers: a draft that is rewritten, and numbered versions that never change again, because commissions and the council decide on one.
 * Which version went to which body is written down here by `review`.
 */
export class Outputs1764000900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table dossier (
        id uuid not null constraint dossier_pkey primary key,
        process_id uuid not null constraint dossier_process_id_fkey references process,
        title text not null,
        summary text not null,
        recommendations jsonb not null,
        visibility text not null constraint dossier_visibility check (visibility in ('internal', 'participants', 'public')),
        revision int not null default 1 constraint dossier_revision check (revision > 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index dossier_process_id on dossier (process_id, created_at);

      create table dossier_version (
        dossier_id uuid not null constraint dossier_version_dossier_id_fkey references dossier,
        version int not null constraint dossier_version_version check (version > 0),
        title text not null,
        visibility text not null constraint dossier_version_visibility check (visibility in ('internal', 'participants', 'public')),
        content jsonb not null,
        published_by uuid constraint dossier_version_published_by_fkey references person,
        published_at timestamptz not null,
        constraint dossier_version_pkey primary key (dossier_id, version)
      );

      create table recommendation (
        id uuid not null constraint recommendation_pkey primary key,
        dossier_id uuid not null,
        version int not null,
        number int not null constraint recommendation_number check (number > 0),
        title text not null,
        constraint recommendation_version_fkey foreign key (dossier_id, version) references dossier_version (dossier_id, version),
        constraint recommendation_one_number unique (dossier_id, version, number)
      );

      create trigger dossier_version_never_changes before update or delete on dossier_version for each row execute function refuse_change();
      create trigger dossier_version_never_emptied before truncate on dossier_version for each statement execute function refuse_change();
      create trigger recommendation_never_changes before update or delete on recommendation for each row execute function refuse_change();
      create trigger recommendation_never_emptied before truncate on recommendation for each statement execute function refuse_change();

      create table version_referral (
        referral_id uuid not null constraint version_referral_pkey primary key,
        dossier_id uuid not null,
        version int not null,
        body_id uuid not null constraint version_referral_body_id_fkey references body,
        due_on date not null,
        state text not null constraint version_referral_state check (state in ('open', 'opinion-adopted', 'decided')),
        constraint version_referral_version_fkey foreign key (dossier_id, version) references dossier_version (dossier_id, version)
      );
      create index version_referral_version on version_referral (dossier_id, version);
    `);
  }
  /** Loses all dossiers with their published versions. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table version_referral; drop table recommendation; drop table dossier_version; drop table dossier;`);
  }
}
