import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.ts';

/**
 * Moves every instant from `story.began` on back by `story.seconds`, in all tables but those of how the installation works. Append-only tables
 * refuse changes by triggers, which a replica does not fire: so it takes a superuser, which only the embedded database gives us.
 */
const MOVE_BACK = `
  do $$
  declare
    began constant timestamptz := current_setting('story.began');
    distance constant interval := current_setting('story.seconds')::double precision * interval '1 second';
    place record;
  begin
    set local session_replication_role = replica;
    for place in
      select c.relname as table_name,
          string_agg(format('%1$I = case when %1$I >= $2 then %1$I - $1 else %1$I end', a.attname), ', ') as moved,
          string_agg(format('%I >= $2', a.attname), ' or ') as ahead
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype and a.attnum > 0 and not a.attisdropped
          and c.relname not in ('migrations', 'idempotency_key', 'sign_in', 'sign_in_participant')
        group by c.relname
    loop
      execute format('update %I set ', place.table_name) || place.moved || ' where ' || place.ahead using distance, began;
    end loop;
    set local session_replication_role = origin;
  end $$`;

/**
 * Lets the demo's past lie in the past. The services write what happens with the time it happens at, which is now; so each step of the story is
 * carried out by the services and then moved, whole, to its day.
 */
@Injectable()
export class StoryTime {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Carries out `work`, and every instant it wrote (or promised: an end in an hour) lies as far before `when` or after it as it lay around now. What
   * lay in the past already stays.
   */
  async happened<T>(when: Date, work: () => Promise<T>): Promise<T> {
    const began = new Date();
    const done = await work();
    await this.transactions.run(async (em) => {
      await em.query(`select set_config('story.began', $1, true), set_config('story.seconds', $2, true)`, [
        began.toISOString(), String((began.getTime() - when.getTime()) / 1_000),
      ]);
      await em.query(MOVE_BACK);
    });
    return done;
  }

  /** A public vote runs between these instants, whatever the town's clocks show now. */
  async voteRuns(voteId: string, opensAt: Date, closesAt: Date): Promise<void> {
    await this.transactions.run((em) => em.query('update public_vote set opens_at = $2, closes_at = $3 where id = $1', [voteId, opensAt, closesAt]));
  }

  /** A deadline that had to lie ahead when it was set moves with the story, too. */
  async deadlinePassed(referralId: string, dueOn: string): Promise<void> {
    await this.transactions.run(async (em) => {
      await em.query('update referral set due_on = $2 where id = $1', [referralId, dueOn]);
      await em.query('update referral_step set due_on = $2 where id = (select step_id from referral where id = $1)', [referralId, dueOn]);
      await em.query('update version_referral set due_on = $2 where referral_id = $1', [referralId, dueOn]);
    });
  }
}
