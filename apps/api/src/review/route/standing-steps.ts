import type { EntityManager } from 'typeorm';
import type { StandingStep } from './route.ts';

/** A step of a route as the tables have it, with what went to the body last. */
export interface StoredStep extends StandingStep {
  bodyName: string;
  unanswered: boolean;
  withdrawnReason: string;
  referralId: string | null;
}
interface Row extends Omit<StoredStep, 'spoken'> {
  itemCount: number;
  opinionCount: number;
  returnedCount: number;
  decidedCount: number;
}

/** The steps of a dossier's route, in their order. */
export async function standingSteps(em: EntityManager, dossierId: string): Promise<StoredStep[]> {
  const rows = await em.query<Row[]>(
    `select s.id, s.body_id as "bodyId", body.name as "bodyName", body.deciding, to_char(s.due_on, 'YYYY-MM-DD') as "dueOn", s.asked, s.with_previous as "withPrevious",
      s.begun_at is not null as begun, s.withdrawn_at is not null as withdrawn, s.unanswered_at is not null as unanswered, s.withdrawn_reason as "withdrawnReason", r.id as "referralId",
      count(i.id)::int as "itemCount", count(o.id)::int as "opinionCount", (count(*) filter (where o.verdict = 'return'))::int as "returnedCount",
      (count(*) filter (where exists (select from decision d join decision_item di on di.decision_id = d.id where d.referral_id = r.id and di.recommendation_id = i.recommendation_id)))::int as "decidedCount"
    from referral_step s join body on body.id = s.body_id
    left join lateral (select id from referral where step_id = s.id order by version desc limit 1) r on true
    left join referral_item i on i.referral_id = r.id
    left join opinion o on o.item_id = i.id
    where s.dossier_id = $1
    group by s.id, body.id, r.id order by s.position`,
    [dossierId],
  );
  return rows.map(({ itemCount, opinionCount, returnedCount, decidedCount, ...step }) => ({
    ...step,
    spoken: step.referralId === null ? null : { opinions: opinionCount < itemCount ? 'missing' : returnedCount > 0 ? 'returned' : 'adopted', decided: decidedCount === itemCount },
  }));
}
