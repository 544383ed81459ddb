import { Injectable } from '@nestjs/common';
import type { BodyMember, BodyPage, EditMandate, EditMembership } from '@spolu/contracts/bodies';
import type { Made } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { In, QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand, everybody } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { audit } from './audit.ts';
import { editMandate } from './identity.policy.ts';
import { InstallationRow } from './installation.entity.ts';
import { Mandate } from './mandate.entity.ts';
import { Body, Organisation } from './organisation.entity.ts';
import { Role } from './role.entity.ts';
import { dayIn } from './role.ts';
import { sectorBalance } from './sector-balance.ts';

/** Who sits in a body on which day, with an account or without. */
@Injectable()
export class Mandates {
  constructor(private readonly transactions: Transactions) {}

  /** A body as it sat on a day: its statute, its rules, its members. */
  async view(me: Viewer, id: string, on?: string): Promise<BodyPage> {
    demand(everybody, me);
    const em = this.transactions.manager;
    const body = await em.findOneBy(Body, { id });
    if (!body) throw new Problem('not-found');
    const { timeZone } = await em.findOneByOrFail(InstallationRow, { id: 1 });
    const day = on ?? dayIn(timeZone, new Date());
    const organisation = await em.findOneByOrFail(Organisation, { id: body.organisationId });
    const members = await this.membersOn(em, id, day);
    return {
      ...body,
      organisationName: organisation.name,
      on: day,
      members,
      balance: body.kind === 'working-group' ? sectorBalance(members.filter(({ role }) => role !== 'secretary').map(({ sector }) => sector)) : null,
      may: { editMembers: editMandate.allows(me, { bodyId: id, organisationIds: [body.organisationId] }) },
    };
  }

  /** The chair, the members and the secretary of a day, each once, a secretary who is a member too as the member she votes as; a role that was ended counts until the day before. */
  async membersOn(em: EntityManager, bodyId: string, day: string): Promise<BodyMember[]> {
    return em.query<BodyMember[]>(
      `select * from (
        select distinct on (r.person_id) r.person_id as "personId", null::uuid as "mandateId", coalesce(p.name_in_office, p.name) as name, r.role, m.sector, coalesce(m.represents, '') as represents,
            r.from_on::text as "fromOn", r.until_on::text as "untilOn"
          from role r join person p on p.id = r.person_id left join mandate m on m.body_id = r.scope_id and m.person_id = r.person_id
          where r.scope = 'body' and r.scope_id = $1 and r.role in ('chair', 'secretary', 'member') and coalesce(r.from_on, $2::date) <= $2::date and coalesce(r.until_on, $2::date) >= $2::date
            and (r.ended_at is null or (r.ended_at at time zone (select time_zone from installation))::date > $2::date)
          order by r.person_id, array_position('{chair,member,secretary}', r.role)) seated
      union all
      select null, m.id, m.name, 'member', m.sector, m.represents, m.from_on::text, m.until_on::text from mandate m
        where m.body_id = $1 and m.person_id is null and coalesce(m.from_on, $2::date) <= $2::date and coalesce(m.until_on, $2::date) >= $2::date
      order by 4, 3`,
      [bodyId, day],
    );
  }

  /** Of those without an account, by the mandate's id. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await this.transactions.manager.findBy(Mandate, { id: In([...ids]) });
    return new Map(found.map(({ id, name }) => [id, name ?? '']));
  }

  async name(me: Viewer, bodyId: string, input: EditMandate): Promise<Made> {
    return this.transactions.run(async (em) => {
      await this.demandEditing(em, me, bodyId);
      const id = newId();
      await em.insert(Mandate, { id, bodyId, personId: null, ...input });
      await audit(em, { by: me, action: 'mandate.made', subjectKind: 'body', subjectId: bodyId });
      return { id };
    });
  }

  async edit(me: Viewer, id: string, input: EditMandate): Promise<void> {
    await this.transactions.run(async (em) => {
      const { bodyId } = await this.named(em, me, id);
      await em.update(Mandate, { id }, input);
      await audit(em, { by: me, action: 'mandate.changed', subjectKind: 'body', subjectId: bodyId });
    });
  }

  /** It was a mistake. @throws Problem `identity/in-use` once something was recorded for her: then it is ended with a day */
  async remove(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const { bodyId } = await this.named(em, me, id);
      try {
        await em.delete(Mandate, { id });
      } catch (error) {
        const used = error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503';
        throw used ? new Problem('identity/in-use') : error;
      }
      await audit(em, { by: me, action: 'mandate.removed', subjectKind: 'body', subjectId: bodyId });
    });
  }

  /** Whom a member with an account sits there for. @throws Problem `not-found` for somebody who holds no role there */
  async represent(me: Viewer, bodyId: string, personId: string, input: EditMembership): Promise<void> {
    await this.transactions.run(async (em) => {
      await this.demandEditing(em, me, bodyId);
      if (!(await em.existsBy(Role, { scope: 'body', scopeId: bodyId, personId }))) throw new Problem('not-found');
      await em.upsert(Mandate, { bodyId, personId, ...input }, ['bodyId', 'personId']);
      await audit(em, { by: me, action: 'mandate.changed', subjectKind: 'body', subjectId: bodyId });
    });
  }

  private async named(em: EntityManager, me: Viewer, id: string): Promise<Mandate> {
    const mandate = await em.findOneBy(Mandate, { id });
    if (!mandate || mandate.personId !== null) {
      demand(editMandate, me);
      throw new Problem('not-found');
    }
    await this.demandEditing(em, me, mandate.bodyId);
    return mandate;
  }

  private async demandEditing(em: EntityManager, me: Viewer, bodyId: string): Promise<void> {
    const body = await em.findOneBy(Body, { id: bodyId });
    demand(editMandate, me, { bodyId, organisationIds: body ? [body.organisationId] : [] });
    if (!body) throw new Problem('not-found');
  }
}
