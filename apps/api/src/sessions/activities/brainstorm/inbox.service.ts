import { Injectable } from '@nestjs/common';
import type { DecideInbox, InboxCard, InboxDecided } from '@spolu/contracts/activities/brainstorm';
import { type EntityManager, In } from 'typeorm';
import { BoardsService } from '../../../boards/boards.service.ts';
import { Transactions } from '../../../database/transactions.ts';
import { demand } from '../../../http/policy.ts';
import type { Viewer } from '../../../http/viewer.ts';
import { audit } from '../../../identity/audit.ts';
import { ProvenanceService } from '../../../provenance/provenance.service.ts';
import { Rooms } from '../../rooms.ts';
import { type FoundActivity, SessionAccess } from '../../session-access.ts';
import { tendLateCards } from '../../sessions.policy.ts';
import { isAnonymous } from './brainstorm-rules.ts';
import { CardRow } from './card.entity.ts';
import { decide } from './card.ts';
import { authorsOf, CardsService, newContributionId } from './cards.service.ts';

/** Cards that staff read before the hall does. Nothing is deleted here: what is set aside stays, and its author is told why. */
@Injectable()
export class InboxService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly cards: CardsService,
    private readonly boards: BoardsService,
    private readonly provenance: ProvenanceService,
    private readonly rooms: Rooms,
  ) {}

  async list(me: Viewer, sessionId: string): Promise<InboxCard[]> {
    const { facts } = await this.access.session(sessionId);
    demand(tendLateCards, me, facts);
    const rows = await this.transactions.manager.query<(Omit<InboxCard, 'composedAt'> & { composedAt: Date })[]>(
      `select c.id, c.activity_id as "activityId", a.title as "activityTitle", c.text, c.language, c.colour, c.state, c.reason, c.composed_at as "composedAt",
          case when (select count(*) from activity_frame f where f.activity_id = a.id) > 1
            then (select f.title from activity_frame f where f.activity_id = a.id and f.frame_id = c.frame_id) end as "frameTitle",
          case when c.state = 'aside' then (select p.name from person p where p.id = c.decided_by) end as "decidedBy"
        from card c join activity a on a.id = c.activity_id
        where a.session_id = $1 and c.state in ('inbox', 'aside') order by a.position, c.composed_at, c.id`,
      [sessionId],
    );
    return rows.map((row) => ({ ...row, composedAt: row.composedAt.toISOString() }));
  }

  /** Of two who decide about a card at once the first holds; the other is told what became of it. @throws Problem `conflict` for an activity without an inbox */
  async decide(me: Viewer, activityId: string, input: DecideInbox): Promise<InboxDecided> {
    return this.transactions.run(async (em) => {
      const found = await this.access.activity(activityId, 'contribute', em);
      demand(tendLateCards, me, found.facts);
      const cards = await em.find(CardRow, {
        where: { activityId, id: In(input.cardIds) }, order: { composedAt: 'ASC', id: 'ASC' }, lock: { mode: 'pessimistic_write' },
      });
      const decided = cards.flatMap((card) => {
        const state = decide(card, input, found.activity);
        return state === null ? [] : [{ card, state }];
      });
      if (decided.length > 0) await this.write(em, found, decided, input.to === 'aside' ? input.reason : '', me.person?.id ?? null);
      if (decided.length > 0) await audit(em, { by: me, action: 'cards.decided', subjectKind: 'activity', subjectId: activityId, facts: { from: input.from, to: input.to, count: decided.length } });
      const done = new Set(decided.map(({ card }) => card.id));
      this.transactions.afterCommit(() => {
        if (done.size === 0) return;
        this.rooms.countsChanged(found.session.id);
        this.rooms.staffChanged(found.session.id);
      });
      return { done: [...done], others: cards.flatMap(({ id, state }) => (done.has(id) ? [] : [{ id, state }])) };
    });
  }

  private async write(em: EntityManager, found: FoundActivity, decided: readonly Decided[], reason: string, by: string | null): Promise<void> {
    const { session, boardId, activity } = found;
    const after = decided.map(({ card, state }) => ({
      ...card, state, contributionId: card.contributionId ?? (state === 'shown' ? newContributionId(isAnonymous(activity.settings)) : null),
    }));
    await em.query(
      `update card set state = given.state, contribution_id = given.contribution_id, reason = $4, decided_at = $5, decided_by = $6
        from unnest($1::uuid[], $2::text[], $3::uuid[]) as given (id, state, contribution_id) where card.id = given.id`,
      [after.map(({ id }) => id), after.map(({ state }) => state), after.map(({ contributionId }) => contributionId), reason, new Date(), by],
    );
    const known = new Map(decided.map(({ card }) => [card.id, card.contributionId]));
    for (const { id, state, contributionId } of after) {
      if (contributionId === null || known.get(id) === null) continue;
      // it was on the board before: the same note goes and comes, with all that hangs on it
      const isShown = state === 'shown';
      await this.provenance.update(em, contributionId, { visibility: isShown ? session.visibility : 'internal' });
      if (isShown) await this.boards.restoreNote(em, boardId, contributionId);
      else await this.boards.removeNote(em, boardId, contributionId);
    }
    const fresh = after.filter(({ id, state }) => state === 'shown' && known.get(id) === null);
    await this.cards.show(em, found, fresh, await authorsOf(em, fresh));
  }
}

interface Decided {
  card: CardRow;
  state: 'inbox' | 'aside' | 'held' | 'shown';
}
