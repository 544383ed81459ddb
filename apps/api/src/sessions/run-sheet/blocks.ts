import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { demandRoom } from '../agenda.ts';
import { Activity, type Session } from '../session.entity.ts';
import { type BlockInput, columnsOf, type DayPlace, joined, sheetOf } from './sheet.ts';

export const agendaOf = (em: EntityManager, sessionId: string) => em.find(Activity, { where: { sessionId }, order: { position: 'ASC' } });

/**
 * New blocks at the end of the days they name, or of the last day that has any. The session is locked.
 * @throws Problem `session/agenda-full`
 */
export async function addBlocks(em: EntityManager, session: Pick<Session, 'id' | 'plannedOn' | 'plannedTime' | 'sheet'>, inputs: readonly BlockInput[]): Promise<string[]> {
  const agenda = await agendaOf(em, session.id);
  demandRoom(agenda, inputs.length);
  const dayCount = sheetOf(session).days.length;
  const last = agenda.at(-1);
  const rows = inputs.map((input, i) => ({
    ...columnsOf(input), id: newId(), sessionId: session.id, day: Math.min(input.day ?? last?.day ?? 1, dayCount), position: (last?.position ?? -1) + 1 + i, state: 'planned' as const,
  }));
  await em.insert(Activity, rows);
  await arrange(em, session.id, joined(agenda, rows));
  return rows.map(({ id }) => id);
}

/** All blocks of the session in their new order. */
export async function arrange(em: EntityManager, sessionId: string, order: readonly DayPlace[]): Promise<void> {
  await em.query(
    `update activity set position = given.place - 1, day = given.day from unnest($2::uuid[], $3::int[]) with ordinality as given (id, day, place)
      where activity.id = given.id and session_id = $1`,
    [sessionId, order.map(({ id }) => id), order.map(({ day }) => day)],
  );
}
