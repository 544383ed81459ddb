import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ideas are merged, split and carried over, and each of it can be undone. A link stays history: what ends one is a row of its own, as unchangeable as the
 * link. Which notes an idea took along from a split one stands beside it. A document that an idea is carried over to is a station of its way.
 */
export class IdeaChanges1764029000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table record drop constraint record_kind, add constraint record_kind check (kind in
        ('table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option', 'document'));
      alter table link add column reason text;
      create table link_end (
        from_id uuid not null,
        to_id uuid not null,
        kind text not null,
        by_person_id uuid,
        at timestamptz not null default now(),
        constraint link_end_pkey primary key (from_id, to_id, kind),
        constraint link_end_link foreign key (from_id, to_id, kind) references link (from_id, to_id, kind)
      );
      create trigger link_end_append_only before update or delete on link_end for each row execute function refuse_change();
      create trigger link_end_never_emptied before truncate on link_end for each statement execute function refuse_change();

      alter table idea add column state text not null default 'current'
        constraint idea_state check (state in ('current', 'merged', 'split', 'carried-over', 'undone'));
      create table idea_note (
        idea_id uuid not null constraint idea_note_idea_id_fkey references idea,
        contribution_id uuid not null constraint idea_note_contribution_id_fkey references contribution,
        constraint idea_note_pkey primary key (idea_id, contribution_id)
      );
    `);
  }
  /** Loses which links were ended, so what was undone stands again; and documents, which the older tables do not know. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table idea_note;
      alter table idea drop column state;
      drop table link_end;
      alter table link disable trigger link_append_only;
      delete from link where to_id in (select id from record where kind = 'document');
      alter table link enable trigger link_append_only, drop column reason;
      delete from record where kind = 'document';
      alter table record drop constraint record_kind, add constraint record_kind check (kind in
        ('table', 'contribution', 'cluster', 'idea', 'recommendation', 'dossier', 'referral', 'opinion', 'decision', 'milestone', 'vote-option'));
    `);
  }
}
