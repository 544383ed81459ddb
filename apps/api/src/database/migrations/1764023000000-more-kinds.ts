import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['information', 'brainstorm', 'cluster', 'dot-vote', 'ranking', 'estimate', 'consent', 'fist-to-five', 'gradients', 'q-and-a', 'breakout'];
const NEW = ['question', 'ideathon', 'pulse', 'timer', 'break'];
const list = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ');

/** Activities may be questions, ideathons, pulses, timers and breaks. */
export class MoreKinds1764023000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table activity drop constraint activity_kind, add constraint activity_kind check (kind in (${list([...BEFORE, ...NEW])}))`);
  }

  /** Loses the activities of these kinds. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update session set hall_activity_id = null where hall_activity_id in (select id from activity where kind in (${list(NEW)}));
      delete from card where activity_id in (select id from activity where kind in (${list(NEW)}));
      delete from activity_frame where activity_id in (select id from activity where kind in (${list(NEW)}));
      delete from activity where kind in (${list(NEW)});
      alter table activity drop constraint activity_kind, add constraint activity_kind check (kind in (${list(BEFORE)}))`);
  }
}
