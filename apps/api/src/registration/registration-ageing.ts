import { Injectable } from '@nestjs/common';
import { PERSONAL_DATA } from '../database/personal-fields.ts';
import { Transactions } from '../database/transactions.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { ConsentsService } from '../provenance/consents.service.ts';

/** Who signed up is needed for as long after the session as the list of personal data says. */
export const REGISTRATION_KEPT_DAYS = PERSONAL_DATA.registration.plusDays;

/** Of a session of several days the last one that has a date. */
const LAST_DAY = `select max(day) from (select s.planned_on union all select (later ->> 'on')::date from jsonb_array_elements(s.sheet -> 'laterDays') as later) as days (day)`;

/**
 * Forgets who signed up for a session that is over. The address of somebody who wants to hear of the results stays, with her name, until she takes that back;
 * how many signed up and came stays for good.
 */
@Injectable()
export class RegistrationAgeing {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsService,
    jobs: JobsService,
  ) {
    jobs.do('registrations.aged', () => this.forget());
  }

  async forget(now = new Date()): Promise<void> {
    await this.transactions.run(async (em) => {
      const over = await em.query<{ id: string }[]>(
        `select s.id from session s join session_registration r on r.session_id = s.id
          where coalesce(s.closed_at, (${LAST_DAY}) + interval '1 day', s.created_at + interval '1 year') < $1::timestamptz - make_interval(days => $2)
            and exists (select 1 from registration e where e.session_id = s.id and e.erased_at is null)`,
        [now, REGISTRATION_KEPT_DAYS],
      );
      for (const { id } of over) {
        const reachable = [...(await this.consents.givenBy(em, id, 'contact'))];
        await em.query(
          `update registration set needs = '{}', needs_note = '', name = case when kept then name else '' end, email = case when kept then email end,
              erased_at = case when kept then null else $3::timestamptz end
            from (select e.id as kept_id, e.id = any($2::uuid[]) and e.email is not null as kept from registration e where e.session_id = $1) as asked
            where registration.id = kept_id and erased_at is null`,
          [id, reachable, now],
        );
      }
    });
  }
}
