import { Injectable } from '@nestjs/common';
import type { BreakoutSettings } from '@spolu/contracts/activities/breakout';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../../boards/boards.service.ts';
import { boardRuleOf } from '../../board-rule.ts';
import type { FoundSession } from '../../session-access.ts';
import { tableRuleOf } from './table-rule.ts';

/** Writes down what may happen on the tables' boards, as rows say who sits where and what runs. */
@Injectable()
export class TableRules {
  constructor(private readonly boards: BoardsService) {}

  /** Of all breakouts of the session, or of some tables of one whose seats are held: else a seat that somebody takes meanwhile would be written over. */
  async write(em: EntityManager, { session, process: { organisationIds } }: Pick<FoundSession, 'session' | 'process'>, only?: { activityId: string; numbers: readonly number[] }): Promise<void> {
    if (!only) await em.query('select 1 from breakout b join activity a on a.id = b.activity_id where a.session_id = $1 order by b.activity_id for update of b', [session.id]);
    const tables = await em.query<{ activityId: string; number: number; boardId: string; settings: BreakoutSettings; running: boolean; locked: boolean; carriedOver: boolean; participantIds: string[] }[]>(
      `select t.activity_id as "activityId", t.number, t.board_id as "boardId", a.settings, a.state = 'running' as running, a.locked_at is not null as locked,
          b.carried_over_at is not null as "carriedOver",
          array(select s.participant_id from breakout_seat s join participant p on p.id = s.participant_id and p.removed_at is null
            where s.activity_id = t.activity_id and s.table_number = t.number
              and s.round = (select max(r.number) from breakout_round r where r.activity_id = t.activity_id) order by s.participant_id) as "participantIds"
        from breakout_table t join activity a on a.id = t.activity_id join breakout b on b.activity_id = t.activity_id
        where a.session_id = $1 and ($2::uuid is null or t.activity_id = $2 and t.number = any($3::int[])) order by t.activity_id, t.number`,
      [session.id, only?.activityId ?? null, only?.numbers ?? null],
    );
    const first = boardRuleOf({ ...session, organisationIds }, null);
    for (const { boardId, settings, running, ...table } of tables) {
      await this.boards.setRule(em, boardId, tableRuleOf(first, { ...table, visitors: settings.visitors, running: running && session.state === 'open' }));
    }
  }
}
