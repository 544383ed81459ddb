import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas of a process, each confirmed from clusters of its sessions; a cluster becomes one idea. */
export class Ideas1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table idea (
        id uuid not null constraint idea_pkey primary key,
        process_id uuid not null constraint idea_process_id_fkey references process,
        title text not null,
        summary text not null,
        revision int not null default 1 constraint idea_revision check (revision > 0),
        created_by uuid constraint idea_created_by_fkey references person,
        created_at timestamptz not null
      );
      create index idea_process_id on idea (process_id, created_at);

      create table idea_cluster (
        idea_id uuid not null constraint idea_cluster_idea_id_fkey references idea,
        cluster_id uuid not null,
        position int not null,
        constraint idea_cluster_pkey primary key (idea_id, cluster_id),
        constraint idea_cluster_becomes_one_idea unique (cluster_id)
      );
    `);
  }
  /** Loses all ideas; their clusters and notes stay. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table idea_cluster; drop table idea;`);
  }
}
