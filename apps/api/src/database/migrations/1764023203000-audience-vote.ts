import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audience of an ideathon gives its dots to teams, by the rules and constraints by which dots are given to clusters. Since when its results are told. */
export class AudienceVote1764023203000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table vote_option alter column cluster_id drop not null,
        add column team_id uuid constraint vote_option_team_id_fkey references ideathon_team (id),
        add constraint vote_option_team_once unique (team_id),
        add constraint vote_option_is_a_cluster_or_a_team check (num_nonnulls(cluster_id, team_id) = 1);
      alter table ideathon add column told_at timestamptz`);
  }

  /** Loses the audiences' votes. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from ballot where activity_id in (select activity_id from ideathon);
      delete from vote_option where team_id is not null;
      delete from vote where activity_id in (select activity_id from ideathon);
      alter table vote_option drop constraint vote_option_is_a_cluster_or_a_team, drop column team_id, alter column cluster_id set not null;
      alter table ideathon drop column told_at`);
  }
}
