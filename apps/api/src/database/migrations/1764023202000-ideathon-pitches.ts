import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which order teams pitch, who is on now and who was. */
export class IdeathonPitches1764023202000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table ideathon add column pitch_order uuid[] not null default '{}', add column pitched_team_ids uuid[] not null default '{}', add column pitching_team_id uuid;
      alter table ideathon alter column pitch_order drop default, alter column pitched_team_ids drop default`);
  }

  /** The order of the pitches is forgotten. */
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table ideathon drop column pitch_order, drop column pitched_team_ids, drop column pitching_team_id');
  }
}
