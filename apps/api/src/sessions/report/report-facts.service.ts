import { Injectable } from '@nestjs/common';
import type { Balance, ReportBoard, ReportFacts } from '@spolu/contracts/report-blocks';
import type { ReportNote } from '@spolu/contracts/activities/brainstorm';
import type { Report } from '@spolu/contracts/sessions';
import type { EntityManager } from 'typeorm';
import { BoardsService } from '../../boards/boards.service.ts';
import { surveyInReport } from '../feedback/survey-results.ts';
import { balanceOf, type Part, tableBalanceOf } from './balance.ts';
import { figuresOf } from './blocks.ts';
import { notesIn } from './notes-in.ts';
import { meaningsOf } from './meaning/read-meanings.ts';

/** What blocks show besides the activities' chapters, from the rows as they stand. */
@Injectable()
export class ReportFactsService {
  constructor(private readonly boards: BoardsService) {}

  async factsOf(em: EntityManager, report: Report, quotedIds: readonly string[]): Promise<Omit<ReportFacts, 'pictures'>> {
    const { sessionId } = report;
    return {
      figures: figuresOf(report),
      balance: await balance(em, sessionId),
      meanings: (await meaningsOf(em, sessionId)).map(({ id: _, ended: __, ...meaning }) => meaning),
      survey: await surveyInReport(em, sessionId),
      boards: await this.#boards(em, sessionId),
      quoted: await quoted(em, report, quotedIds),
    };
  }

  async #boards(em: EntityManager, sessionId: string): Promise<ReportBoard[]> {
    const rows = await em.query<{ boardId: string; title: string }[]>(
      'select b.id as "boardId", b.title from session_board s join board b on b.id = s.board_id where s.session_id = $1 order by s.position', [sessionId],
    );
    const boards: ReportBoard[] = [];
    for (const { boardId, title } of rows) {
      const { notes, clusters } = await this.boards.readBoard(boardId, em);
      if (notes.length > 0) boards.push({ boardId, title, notes: notes.length, clusters: clusters.length });
    }
    return boards;
  }
}

async function balance(em: EntityManager, sessionId: string): Promise<Balance | null> {
  const parts = await em.query<Part[]>(
    `select sector, count(*)::int as people, (count(*) filter (where notes > 0))::int as wrote, sum(notes)::int as notes
      from (select p.sector, (select count(*) from contribution c join record r on r.id = c.id
          where c.participant_id = p.id and c.session_id = $1 and c.kind = 'note' and not r.withdrawn) as notes
        from participant p where p.session_id = $1 and p.removed_at is null) as said
      group by sector order by sector nulls last`,
    [sessionId],
  );
  const groups = balanceOf(parts);
  const tables = await tableBalance(em, sessionId);
  if (groups.length === 0 && tables.length === 0) return null;
  const [row] = await em.query<{ count: number }[]>(
    `select count(*)::int as count from contribution c join record r on r.id = c.id
      where c.session_id = $1 and c.kind = 'note' and not r.withdrawn and c.participant_id is null and c.person_id is null and c.scribe_id is null`,
    [sessionId],
  );
  return { groups, tables, anonymousNotes: row?.count ?? 0 };
}

/** Where people sat in a breakout's last round, and what they wrote in all of it. */
async function tableBalance(em: EntityManager, sessionId: string): Promise<NonNullable<Balance['tables']>> {
  const rows = await em.query<{ activityId: string; title: string; table: number; people: number; wrote: number; notes: number }[]>(
    `select "activityId", title, "table", count(*)::int as people, (count(*) filter (where notes > 0))::int as wrote, sum(notes)::int as notes
      from (select a.id as "activityId", a.title, a.position, s.table_number as "table",
          (select count(*) from contribution c join record r on r.id = c.id
            where c.participant_id = p.id and c.activity_id = a.id and c.kind = 'note' and not r.withdrawn) as notes
        from activity a join breakout_seat s on s.activity_id = a.id join participant p on p.id = s.participant_id and p.removed_at is null
        where a.session_id = $1 and a.started_at is not null and s.round = (select max(round) from breakout_seat last where last.activity_id = a.id)) as said
      group by "activityId", title, position, "table" order by position, "table"`,
    [sessionId],
  );
  const activities = new Map(rows.map(({ activityId, title }) => [activityId, title]));
  return [...activities].flatMap(([activityId, title]) => {
    const groups = tableBalanceOf(rows.flatMap(({ activityId: of, table, people, wrote, notes }) => (of === activityId ? [{ table, people, wrote, notes }] : [])));
    return groups.length > 0 ? [{ activityId, title, groups }] : [];
  });
}

/** Words of the session that may be quoted: what was taken off the board since is no quote any more. */
async function quoted(em: EntityManager, { sessionId, activities }: Report, ids: readonly string[]): Promise<ReportNote[]> {
  if (ids.length === 0) return [];
  const rows = await em.query<(Omit<ReportNote, 'author' | 'onPaper'> & { onPaper: true | null })[]>(
    `select c.id as "contributionId", r.title as text, c.language, nullif(c.on_paper, false) as "onPaper" from contribution c join record r on r.id = c.id
      where c.id = any($1::uuid[]) and c.session_id = $2 and c.kind = 'note' and not r.withdrawn`,
    [ids, sessionId],
  );
  const notes = notesIn(activities);
  return rows.map(({ onPaper, ...row }) => {
    const { author = null, translations } = notes.get(row.contributionId) ?? {};
    return { ...row, ...(onPaper && { onPaper }), ...(translations && { translations }), author };
  });
}
