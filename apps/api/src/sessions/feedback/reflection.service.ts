import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import { COMPARED_MAX, type OtherReflection, type Reflection, type ReflectionView, type SaveReflection } from '@spolu/contracts/reflection';
import { checkAnswers } from '@spolu/deliberation/questionnaire';
import { reflection } from '@spolu/methods/questionnaires/reflection';
import { type EntityManager, In } from 'typeorm';
import { Transactions } from '../../database/transactions.ts';
import { demand } from '../../http/policy.ts';
import type { Viewer } from '../../http/viewer.ts';
import { type FoundSession, SessionAccess } from '../session-access.ts';
import { Session } from '../session.entity.ts';
import { editReport } from '../sessions.policy.ts';
import { ReflectionRow } from './reflection.entity.ts';

const EMPTY: Reflection = { scores: {}, lesson: '', staffHours: null, directCosts: null };

/** What those who ran a session ask themselves after it, and how other sessions of the process went. */
@Injectable()
export class ReflectionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
  ) {}

  /** @throws Problem `not-found` before the session is closed */
  async view(me: Viewer, sessionId: string): Promise<ReflectionView> {
    const em = this.transactions.manager;
    const found = await this.#closed(me, sessionId, em);
    const row = await em.findOneBy(ReflectionRow, { sessionId });
    return {
      ...(row ? shown(row) : EMPTY), revision: row?.revision ?? 0, savedAt: row?.savedAt.toISOString() ?? null, sessionTitle: found.session.title,
      others: await othersOf(em, me, found),
    };
  }

  /** Two who fill it in at once never overwrite each other. @throws Problem `not-found` before the session is closed, `invalid-input`, `changed-meanwhile` */
  async save(me: Viewer, sessionId: string, { scores, revision, ...rest }: SaveReflection): Promise<{ revision: number }> {
    return this.transactions.run(async (em) => {
      await this.#closed(me, sessionId, em);
      const checked = checkAnswers(reflection.questions, Object.fromEntries(scores.map(({ questionId, value }) => [questionId, value])));
      const row = { ...rest, sessionId, scores: checked.scores, revision: revision + 1, savedAt: new Date() };
      const { affected } = revision === 0 ? await addedOnce(em, row) : await em.update(ReflectionRow, { sessionId, revision }, row);
      if (!affected) throw new Problem('changed-meanwhile');
      return { revision: row.revision };
    });
  }

  /** As it goes with all that those who run the session take away; null: nobody saved one. */
  async take(sessionId: string): Promise<Reflection | null> {
    const row = await this.transactions.manager.findOneBy(ReflectionRow, { sessionId });
    return row && shown(row);
  }

  async #closed(me: Viewer, sessionId: string, em: EntityManager): Promise<FoundSession> {
    const found = await this.access.session(sessionId, 'read', em);
    demand(editReport, me, found.facts);
    if (found.session.state !== 'closed') throw new Problem('not-found');
    return found;
  }
}

const shown = ({ scores, lesson, staffHours, directCosts }: ReflectionRow): Reflection => ({ scores, lesson, staffHours, directCosts });

async function addedOnce(em: EntityManager, row: ReflectionRow): Promise<{ affected: number }> {
  const added = await em.createQueryBuilder().insert().into(ReflectionRow).values(row).orIgnore().returning('session_id').execute();
  return { affected: (added.raw as unknown[]).length };
}

/** Of each other session the viewer must be one of those who run it: the seat in this one opens no other. */
async function othersOf(em: EntityManager, me: Viewer, { session: { id, processId }, facts }: FoundSession): Promise<OtherReflection[]> {
  const sessions = await em.createQueryBuilder(Session, 'session').innerJoin(ReflectionRow, 'reflection', 'reflection.sessionId = session.id')
    .where('session.processId = :processId and session.id <> :id', { processId, id }).orderBy('session.closedAt', 'DESC').addOrderBy('session.id').getMany();
  const hers = sessions.filter((one) => editReport.allows(me, { ...facts, sessionId: one.id })).slice(0, COMPARED_MAX);
  const rows = new Map((await em.findBy(ReflectionRow, { sessionId: In(hers.map((one) => one.id)) })).map((row) => [row.sessionId, row]));
  return hers.flatMap((one) => {
    const row = rows.get(one.id);
    return row && one.closedAt ? [{ ...shown(row), sessionId: one.id, title: one.title, closedAt: one.closedAt.toISOString() }] : [];
  });
}
