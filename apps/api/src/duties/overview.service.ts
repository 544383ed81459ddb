import { Injectable } from '@nestjs/common';
import { Id, type Language, type Page, type PageQuery } from '@spolu/contracts/common';
import type { AnsweredContribution, ContributionsQuery, HolderOverview, OverviewFile, ProcessOverview } from '@spolu/contracts/duties';
import { Problem } from '@spolu/contracts/problems';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, page, startOf, WordsKey } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { sheetsToXlsx, sheetToCsv } from '../sheets/sheet-files.ts';
import { DutiesService } from './duties.service.ts';
import { readOverview } from './duties.policy.ts';
import { holdersSheet, processesSheet } from './overview-sheets.ts';
import { CONTRIBUTIONS_LISTED, holdersOverview, processesOverview } from './overview-sql.ts';

const NameKey = z.tuple([WordsKey, Id]);
const AtKey = z.tuple([MomentKey, Id]);
/** Rows of a file. A town with more of either is not known. */
const FILE_ROWS_MAX = 5_000;
type Slice = Pick<PageQuery, 'limit' | 'after'>;
interface SaidRow {
  id: string;
  text: string;
  language: Language | null;
  createdAt: Date;
  answeredAt: Date | null;
  decidedAt: Date | null;
  key: string;
}

/** How a participation office stands with its answers: by process and by who owes them. Every number is a count in the database. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly duties: DutiesService,
  ) {}

  /** The processes she answers for that have begun, by their titles. */
  async processes(me: Viewer, query: Slice): Promise<Page<ProcessOverview>> {
    demand(readOverview, me);
    const start = startOf(query, NameKey);
    const places = await this.duties.answeredFor(me);
    const rows = await this.transactions.manager.query<ProcessOverview[]>(processesOverview(this.duties.sources), [
      places?.processes ?? null, await this.identity.today(), start?.[0] ?? null, start?.[1] ?? null, query.limit + 1,
    ]);
    return page(rows, query, ({ title, processId }) => [title, processId], (row) => row);
  }

  /** Departments and bodies that owe something, or did, in what she answers for. */
  async holders(me: Viewer, query: Slice): Promise<Page<HolderOverview>> {
    demand(readOverview, me);
    const start = startOf(query, NameKey);
    const places = await this.duties.answeredFor(me);
    const rows = await this.transactions.manager.query<HolderOverview[]>(holdersOverview(this.duties.sources), [
      places?.organisations ?? null, places?.bodies ?? null, places?.processes ?? null, await this.identity.today(), start?.[0] ?? null, start?.[1] ?? null, query.limit + 1,
    ]);
    return page(rows, query, ({ name, id }) => [name, id], (row) => row);
  }

  /** What people said in one process, with since when it has an answer. @throws Problem `not-found` for a process she does not answer for */
  async contributions(me: Viewer, query: ContributionsQuery): Promise<Page<AnsweredContribution>> {
    demand(readOverview, me);
    const places = await this.duties.answeredFor(me);
    if (places && !places.processes.includes(query.processId)) throw new Problem('not-found');
    const start = startOf(query, AtKey);
    const rows = await this.transactions.manager.query<SaidRow[]>(CONTRIBUTIONS_LISTED, [query.processId, query.show, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1]);
    return page(rows, query, ({ key, id }) => [key, id], ({ id, text, language, createdAt, answeredAt, decidedAt }) => ({
      id, text, language, at: createdAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, decidedAt: decidedAt?.toISOString() ?? null,
    }));
  }

  /** Both tables for spreadsheets, or one of them for other programs. */
  async file(me: Viewer, { format, of, language }: OverviewFile): Promise<Buffer> {
    demand(readOverview, me);
    const all = { limit: FILE_ROWS_MAX };
    const processes = async () => processesSheet((await this.processes(me, all)).items, language);
    const holders = async () => holdersSheet((await this.holders(me, all)).items, language);
    if (format === 'xlsx') return sheetsToXlsx([await processes(), await holders()]);
    return sheetToCsv(of === 'processes' ? await processes() : await holders(), 'semicolon');
  }
}
