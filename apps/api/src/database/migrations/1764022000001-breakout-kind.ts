import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities may be breakouts, beside the kinds that the table knows, whichever they are. */
export class BreakoutKind1764022000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const known = await definition(db);
    await db.query(`alter table activity drop constraint activity_kind, add constraint activity_kind ${known.replace('])', `, 'breakout'::text])`)}`);
  }

  /** Loses the activities of this kind, and where what they laid out was. */
  async down(db: QueryRunner): Promise<void> {
    const known = await definition(db);
    await db.query(`
      update session set hall_activity_id = null where hall_activity_id in (select id from activity where kind = 'breakout');
      delete from card where activity_id in (select id from activity where kind = 'breakout');
      delete from activity_frame where activity_id in (select id from activity where kind = 'breakout');
      delete from activity where kind = 'breakout';
      alter table activity drop constraint activity_kind, add constraint activity_kind ${known.replace(`, 'breakout'::text`, '')}`);
  }
}

async function definition(db: QueryRunner): Promise<string> {
  const [constraint] = (await db.query(`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'activity_kind'`)) as { definition: string }[];
  if (!constraint) throw new Error('activities may be of any kind');
  return constraint.definition;
}
