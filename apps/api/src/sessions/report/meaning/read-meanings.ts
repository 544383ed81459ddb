import type { MeaningAsked } from '@spolu/contracts/meaning';
import type { MeaningResult } from '@spolu/contracts/report-blocks';
import type { EntityManager } from 'typeorm';

/** What the phones show now. */
export async function askedOf(em: EntityManager, sessionId: string): Promise<MeaningAsked | null> {
  const [asked] = await em.query<MeaningAsked[]>('select id, summary, language from meaning_check where session_id = $1 and ended_at is null', [sessionId]);
  return asked ?? null;
}

/** Each time the hall was asked, oldest first. Whoever left before the end was not asked, unless she answered. */
export async function meaningsOf(em: EntityManager, sessionId: string): Promise<(MeaningResult & { id: string; ended: boolean })[]> {
  const rows = await em.query<(Omit<MeaningResult, 'askedAt'> & { id: string; ended: boolean; askedAt: Date })[]>(
    `select m.id, m.summary, m.language, m.asked_at as "askedAt", m.ended_at is not null as ended,
        (select count(*)::int from participant p where p.session_id = m.session_id and (
          p.joined_at <= coalesce(m.ended_at, 'infinity') and (p.removed_at is null or p.removed_at > coalesce(m.ended_at, 'infinity'))
          or exists (select 1 from meaning_answer a where a.check_id = m.id and a.participant_id = p.id))) as eligible,
        (select count(*)::int from meaning_answer a where a.check_id = m.id and a.verdict = 'yes') as yes,
        (select count(*)::int from meaning_answer a where a.check_id = m.id and a.verdict = 'not-quite') as "notQuite",
        coalesce((select json_agg(json_build_object('text', a.words, 'language', a.language) order by a.words)
          from meaning_answer a where a.check_id = m.id and a.words <> ''), '[]') as words
      from meaning_check m where m.session_id = $1 order by m.asked_at, m.id`,
    [sessionId],
  );
  return rows.map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }));
}
