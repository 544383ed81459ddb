import { Injectable } from '@nestjs/common';
import { Day, Id, type Page } from '@spolu/contracts/common';
import type { DecisionItemRow, DecisionItemsQuery } from '@spolu/contracts/review';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { page, startOf } from '../http/page.ts';

const Key = z.tuple([Day, Id, z.int(), Id]);

/** What was decided on single recommendations, for choosing what a milestone follows from. */
@Injectable()
export class DecisionItems {
  constructor(private readonly transactions: Transactions) {}

  /** Everybody reads decisions, whoever may read the process they are about. */
  async list(query: DecisionItemsQuery): Promise<Page<DecisionItemRow>> {
    const [decidedOn, decisionId, number, id] = startOf(query, Key) ?? [null, null, null, null];
    const rows = await this.transactions.manager.query<DecisionItemRow[]>(
      `select i.id, d.id as "decisionId", d.number as "decisionNumber", to_char(d.decided_on, 'YYYY-MM-DD') as "decidedOn", rec.number, rec.title, v.title as "dossierTitle"
      from decision_item i
      join decision d on d.id = i.decision_id
      join recommendation rec on rec.id = i.recommendation_id
      join dossier_version v on v.dossier_id = rec.dossier_id and v.version = rec.version
      where ($1::uuid is null or i.id = $1)
        and ($2::date is null or d.decided_on < $2 or d.decided_on = $2 and (d.id < $3::uuid or d.id = $3::uuid and (rec.number, i.id) > ($4::int, $5::uuid)))
        and not exists (
          select 1 from regexp_split_to_table(plain_text($6), '[^[:alnum:]]+') as word
          where word <> '' and strpos(' ' || regexp_replace(plain_text(concat_ws(' ', d.number, v.title, rec.title)), '[^[:alnum:]]+', ' ', 'g'), ' ' || word) = 0)
      order by d.decided_on desc, d.id desc, rec.number, i.id limit $7`,
      [query.id ?? null, decidedOn, decisionId, number, id, query.search, query.limit + 1],
    );
    return page(rows, query, (row) => [row.decidedOn, row.decisionId, row.number, row.id], (row) => row);
  }
}
