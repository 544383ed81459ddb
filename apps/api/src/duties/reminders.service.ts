import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@spolu/contracts/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import { LOGGER } from '../http/logger.ts';
import { IdentityService } from '../identity/identity.service.ts';
import type { RolesInPlace } from '../identity/roles.service.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { MailService } from '../mail/mail.service.ts';
import { ParticipationService } from '../participation/participation.service.ts';
import { NoticesService } from '../provenance/notices/notices.service.ts';
import { DutiesService, type OwedDuty } from './duties.service.ts';
import { ReminderLadderRow } from './duty.entity.ts';
import { stepOn, termsInReach } from './ladder.ts';
import { writeReminder } from './reminder-letter.ts';

interface DueStep {
  duty: OwedDuty;
  dueOn: string;
  step: number;
}
interface Reminded {
  personId: string;
  email: string;
  language: Language;
  steps: DueStep[];
}

/** Tells people of what they owe, by mail and among their notices, by the steps of the ladder: each step of each term once, as long as it waits. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly identity: IdentityService,
    private readonly participation: ParticipationService,
    private readonly duties: DutiesService,
    private readonly mail: MailService,
    private readonly notices: NoticesService,
    @Inject(LOGGER) private readonly logger: Logger,
    jobs: JobsService,
  ) {
    notices.readDutiesBy(async (me, keys) => (await duties.openTo(me, keys)).map(({ id, kind, title, url, language, holderName, dueOn }) => ({ dutyId: id, kind, title, url, language, holderName, dueOn })));
    jobs.do('duties.reminders-due', () => this.remind());
  }

  /** Writes each letter in a transaction of its own: one that fails holds up nobody else's, and is tried again at the next look. */
  async remind(now = new Date()): Promise<void> {
    const em = this.transactions.manager;
    await this.forgetDone(em);
    const today = await this.identity.today(now);
    const ladder = await em.findOneByOrFail(ReminderLadderRow, { id: 1 });
    const terms = termsInReach(ladder.days, today);
    if (!terms) return;
    const due = (await this.duties.openBetween(em, terms)).flatMap((duty): DueStep[] => {
      const step = duty.dueOn === null ? null : stepOn(ladder.days, duty.dueOn, today);
      return duty.dueOn === null || step === null ? [] : [{ duty, dueOn: duty.dueOn, step }];
    });
    for (const person of await this.remindedOf(em, due, ladder.officeFromDays)) {
      try {
        await this.write(person, today);
      } catch (error) {
        this.logger.error({ err: error }, 'a reminder could not be written');
      }
    }
  }

  /** A notice of what is done is shown to nobody; here it goes for good. */
  private async forgetDone(em: EntityManager): Promise<void> {
    const told = await this.notices.dutiesTold(em);
    const open = await this.duties.openAmong(em, told);
    await this.notices.forget(em, told.filter(({ kind, dutyId, dueOn }) => !open.some((duty) => duty.kind === kind && duty.id === dutyId && duty.dueOn === dueOn)));
  }

  private async write({ personId, email, language, steps }: Reminded, today: string): Promise<void> {
    await this.transactions.run(async (em) => {
      // Two processes at once: the second waits here for what the first wrote, and finds that all was sent.
      const noted = await em.query<{ kind: string; dutyId: string; dueOn: string }[]>(
        `insert into reminder (kind, duty_id, due_on, step, person_id)
        select kind, duty_id, due_on, step, $2 from jsonb_to_recordset($1) as one(kind text, duty_id uuid, due_on date, step int)
        on conflict do nothing returning kind, duty_id as "dutyId"`,
        [JSON.stringify(steps.map(({ duty, dueOn, step }) => ({ kind: duty.kind, duty_id: duty.id, due_on: dueOn, step }))), personId],
      );
      const told = steps.filter(({ duty }) => noted.some(({ kind, dutyId }) => kind === duty.kind && dutyId === duty.id));
      if (told.length === 0) return;
      await this.notices.remind(em, personId, told.map(({ duty, dueOn }) => ({ kind: duty.kind, dutyId: duty.id, dueOn })));
      await this.mail.write(em, { to: email, language, ...writeReminder({ language, origin: this.mail.origin, today, duties: told.map(({ duty, dueOn }) => ({ ...duty, dueOn })) }) });
    });
  }

  /** Whom each step is for: those who owe it, and from a certain day on those who answer for the whole. */
  private async remindedOf(em: EntityManager, due: readonly DueStep[], officeFromDays: number | null): Promise<Reminded[]> {
    const organisations = new Map((await this.participation.factsOfAll([...new Set(due.flatMap(({ duty }) => duty.processId ?? []))], em)).map(({ processId, organisationIds }) => [processId, organisationIds]));
    const office = ({ processId, organisationId }: OwedDuty): RolesInPlace[] => [
      ...[...(processId ? (organisations.get(processId) ?? []) : []), ...(organisationId ? [organisationId] : [])].map((scopeId): RolesInPlace => ({ scope: 'organisation', scopeId, roles: ['officer'] })),
      ...(processId ? [{ scope: 'process', scopeId: processId, roles: ['lead'] } satisfies RolesInPlace] : []),
    ];
    const holder = (duty: OwedDuty): RolesInPlace[] => {
      switch (duty.holderScope) {
        case 'organisation':
          return [{ scope: 'organisation', scopeId: duty.holderId, roles: ['officer', 'department-member'] }];
        case 'body':
          return [{ scope: 'body', scopeId: duty.holderId, roles: ['chair', 'secretary'] }];
        case 'process':
          return office({ ...duty, processId: duty.holderId });
        case 'member':
          return [];
      }
    };
    // what a member owes by herself is nobody else's business
    const isForOffice = ({ duty, step }: DueStep) => duty.holderScope !== 'member' && officeFromDays !== null && step >= officeFromDays;
    const places = due.map((step) => ({ step, places: [...holder(step.duty), ...(isForOffice(step) ? office(step.duty) : [])] }));
    const people = await this.identity.reachable(em, places.flatMap((one) => one.places));
    const members = await this.identity.reachablePeople(em, due.flatMap(({ duty }) => (duty.holderScope === 'member' ? [duty.holderId] : [])));
    const reminded = new Map<string, Reminded>();
    for (const { step, places: of } of places) {
      const { holderScope, holderId } = step.duty;
      const concerned = holderScope === 'member'
        ? members.filter(({ personId }) => personId === holderId)
        : people.filter(({ scope, scopeId, role }) => of.some((place) => place.scope === scope && place.scopeId === scopeId && place.roles.includes(role)));
      for (const { personId, email, language } of concerned) {
        const person = reminded.get(personId) ?? { personId, email, language, steps: [] };
        if (!person.steps.includes(step)) person.steps.push(step);
        reminded.set(personId, person);
      }
    }
    return [...reminded.values()];
  }
}
