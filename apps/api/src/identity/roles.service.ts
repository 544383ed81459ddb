import { Injectable } from '@nestjs/common';
import { Id, type Language, type Made, type Page } from '@spolu/contracts/common';
import type { GiveRole, HandOver, PlaceQuery, RoleView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { HeldRole, RoleName, RoleScope } from '@spolu/contracts/roles';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { byParts, type ListOrder, pageOf, WordsKey } from '../http/page.ts';
import { demand, type Facts } from '../http/policy.ts';
import { SocketSeats } from '../http/seats.ts';
import type { Viewer } from '../http/viewer.ts';
import { audit } from './audit.ts';
import { giveRoles, giving } from './identity.policy.ts';
import { InstallationRow } from './installation.entity.ts';
import { Body, Organisation } from './organisation.entity.ts';
import { Person } from './person.entity.ts';
import { Role, RolePlace } from './role.entity.ts';
import { dayAfter, dayIn, earlier, holdsOn, lastDay, overlap, type DatedRole } from './role.ts';

/** A role to be given, without question. */
export interface GivenRole extends HeldRole {
  personId: string;
  fromOn?: string | null;
  untilOn?: string | null;
  givenBy?: string | null;
}

/** Some roles of one place. */
export interface RolesInPlace {
  scope: RoleScope;
  scopeId: string;
  roles: readonly RoleName[];
}

/** Somebody who has an address. */
export interface Reachable {
  personId: string;
  email: string;
  language: Language;
}
/** The same, for a role she holds. */
export interface ReachablePerson extends HeldRole, Reachable {}

/** Held by one transaction at a time that may take away the last administrator. */
const ADMINISTRATORS_LOCK = 7232;

const VIEW = `
  select r.id, r.person_id as "personId", p.name as "personName", r.scope, r.scope_id as "scopeId", coalesce(o.name, b.name, rp.title) as "scopeTitle", r.role,
      r.from_on::text as "fromOn", r.until_on::text as "untilOn"
    from role r join person p on p.id = r.person_id
      left join organisation o on r.scope = 'organisation' and o.id = r.scope_id
      left join body b on r.scope = 'body' and b.id = r.scope_id
      left join role_place rp on rp.scope = r.scope and rp.id = r.scope_id
    where r.ended_at is null`;
/** Who answers for a place first. */
const RANKS: readonly RoleName[] = [
  'administrator', 'officer', 'department-member', 'lead', 'facilitator', 'lead-facilitator', 'co-facilitator', 'table-host', 'scribe', 'observer', 'chair', 'secretary', 'member',
  'guest',
];
const BY_RANK: ListOrder<RoleView, [number, string, string]> = {
  key: z.tuple([z.int(), WordsKey, Id]),
  keyOf: ({ role, personName, id }) => [RANKS.indexOf(role), personName, id],
  compare: byParts('up', 'up', 'up'),
};
const IN_ORDER = ` order by array_position('{${RANKS.join(',')}}', r.role), p.name, r.id`;
const VIEWS_OF_PEOPLE = VIEW + ' and r.person_id = any($1::uuid[])' + IN_ORDER;
const VIEWS_IN_BODIES = VIEW + ` and r.scope = 'body' and r.scope_id = any($1::uuid[])` + IN_ORDER;
const VIEWS_IN_PLACE = VIEW + ' and r.scope = $1 and r.scope_id is not distinct from $2' + IN_ORDER;

/** Who holds which role where, and who may give it. */
@Injectable()
export class Roles {
  constructor(
    private readonly transactions: Transactions,
    private readonly seats: SocketSeats,
  ) {}

  async list(me: Viewer, { scope, scopeId, ...query }: PlaceQuery): Promise<Page<RoleView>> {
    demand(giveRoles, me, await this.factsOf(scope, scopeId ?? null));
    return pageOf(await this.viewsIn(scope, scopeId ?? null), query, BY_RANK);
  }

  async give(me: Viewer, input: GiveRole): Promise<Made> {
    return this.transactions.run(async (em) => {
      demand(giving(input.scope, input.role), me, await this.factsOf(input.scope, input.scopeId));
      demandDaysAhead(input, await this.today());
      if (!(await em.existsBy(Person, { id: input.personId, active: true }))) throw new Problem('invalid-input', {}, [{ path: 'personId', code: 'not-allowed' }]);
      const made = await this.insert(em, { ...input, givenBy: me.person?.id ?? null });
      if (!made.isNew) throw new Problem('conflict');
      await audit(em, { by: me, action: 'role.given', subjectKind: 'person', subjectId: input.personId, facts: factsOfRole(input) });
      return { id: made.id };
    });
  }

  async end(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const role = await em.findOneBy(Role, { id, endedAt: IsNull() });
      if (!role) throw new Problem('not-found');
      demand(giving(role.scope, role.role), me, await this.factsOf(role.scope, role.scopeId));
      await em.update(Role, { id }, { endedAt: new Date() });
      if (role.role === 'administrator') await this.demandAnAdministrator(em);
      await audit(em, { by: me, action: 'role.ended', subjectKind: 'person', subjectId: role.personId, facts: factsOfRole(role) });
      this.transactions.afterCommit(() => this.seats.refresh({ personId: role.personId }));
    });
  }

  /**
   * Both change places at once: at no moment does nobody lead the session. Each for as long as she was given her role; whoever only stands in leads until
   * her last day, and the one before her again from the next.
   * @throws Problem `conflict` for another role, `invalid-input`
   */
  async handOver(me: Viewer, id: string, { personId }: HandOver): Promise<void> {
    await this.transactions.run(async (em) => {
      const role = await em.findOne(Role, { where: { id, endedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (!role) throw new Problem('not-found');
      const { scope, scopeId } = role;
      demand(giving(scope, role.role), me, await this.factsOf(scope, scopeId));
      if (role.role !== 'lead-facilitator' || scopeId === null) throw new Problem('conflict', { role: role.role });
      const today = await this.today();
      const hers = (await em.findBy(Role, { personId, scope, scopeId, endedAt: IsNull() })).filter((one) => holdsOn(one, today));
      if (personId === role.personId || hers.length === 0) throw new Problem('invalid-input', {}, [{ path: 'personId', code: 'not-allowed' }]);
      const taken = hers.filter((one) => one.role === 'co-facilitator');
      await em.update(Role, { id: In([id, ...taken.map((one) => one.id)]) }, { endedAt: new Date() });
      const givenBy = me.person?.id ?? null;
      const leadsUntil = earlier(role.untilOn, lastDay(hers));
      await this.insert(em, { personId, scope, scopeId, role: 'lead-facilitator', untilOn: leadsUntil, givenBy });
      await this.insert(em, { personId: role.personId, scope, scopeId, role: 'co-facilitator', untilOn: role.untilOn, givenBy });
      // Whoever stands in for some days gives the lead back by herself.
      if (leadsUntil !== null && leadsUntil !== role.untilOn) await this.insert(em, { personId: role.personId, scope, scopeId, role: 'lead-facilitator', fromOn: dayAfter(leadsUntil), untilOn: role.untilOn, givenBy });
      await audit(em, { by: me, action: 'role.handed-over', subjectKind: 'person', subjectId: personId, facts: factsOfRole(role) });
    });
  }

  /** Gives a role without asking who may; the same one for the same days is given once. */
  async insert(em: EntityManager, { personId, scope, scopeId, role, fromOn = null, untilOn = null, givenBy = null }: GivenRole): Promise<{ id: string; isNew: boolean }> {
    // two at once for one person wait for each other here
    await em.query('select 1 from person where id = $1 for update', [personId]);
    const open = await em.findBy(Role, { personId, scope, scopeId: scopeId ?? IsNull(), role, endedAt: IsNull() });
    const held = open.find((other) => overlap(other, { fromOn, untilOn }));
    if (held) return { id: held.id, isNew: false };
    const id = newId();
    await em.insert(Role, { id, personId, scope, scopeId, role, fromOn, untilOn, givenBy });
    this.transactions.afterCommit(() => this.seats.refresh({ personId }));
    return { id, isNew: true };
  }

  /** Who holds a role in one of these bodies. */
  inBodies(bodyIds: readonly string[]): Promise<RoleView[]> {
    return this.transactions.manager.query<RoleView[]>(VIEWS_IN_BODIES, [bodyIds]);
  }

  /** The roles of these people, by person. */
  async byPerson(personIds: readonly string[]): Promise<Map<string, RoleView[]>> {
    const views = await this.transactions.manager.query<RoleView[]>(VIEWS_OF_PEOPLE, [personIds]);
    const grouped = new Map<string, RoleView[]>();
    for (const view of views) grouped.set(view.personId, [...(grouped.get(view.personId) ?? []), view]);
    return grouped;
  }

  /** Who holds one of `roles` in a session, or will: each person once, in the order of their roles. */
  async staffOf(em: EntityManager, sessionId: string, roles: readonly RoleName[]): Promise<{ personId: string; name: string }[]> {
    const today = await this.today();
    const held = (await em.query<RoleView[]>(VIEWS_IN_PLACE, ['session', sessionId])).filter(({ role, untilOn }) => roles.includes(role) && (untilOn ?? today) >= today);
    return [...new Map(held.map(({ personId, personName }) => [personId, { personId, name: personName }])).values()];
  }

  /** Whoever holds one of the roles in one of the places today and can be written to; once for each of them. */
  async reachable(em: EntityManager, places: readonly RolesInPlace[]): Promise<ReachablePerson[]> {
    const rows = await em.query<(ReachablePerson & DatedRole)[]>(
      `select r.scope, r.scope_id as "scopeId", r.role, to_char(r.from_on, 'YYYY-MM-DD') as "fromOn", to_char(r.until_on, 'YYYY-MM-DD') as "untilOn",
        p.id as "personId", p.email, p.language
      from role r join person p on p.id = r.person_id where r.scope_id = any($1::uuid[]) and r.ended_at is null and p.active and p.email is not null`,
      [[...new Set(places.map(({ scopeId }) => scopeId))]],
    );
    const today = await this.today();
    return rows
      .filter((row) => holdsOn(row, today) && places.some(({ scope, scopeId, roles }) => scope === row.scope && scopeId === row.scopeId && roles.includes(row.role)))
      .map(({ scope, scopeId, role, personId, email, language }) => ({ scope, scopeId, role, personId, email, language }));
  }

  async reachablePeople(em: EntityManager, personIds: readonly string[]): Promise<Reachable[]> {
    if (personIds.length === 0) return [];
    return em.query(`select id as "personId", email, language from person where id = any($1::uuid[]) and active and email is not null`, [[...new Set(personIds)]]);
  }

  /** What somebody holds today. */
  async heldBy(personId: string): Promise<HeldRole[]> {
    const roles: DatedRole[] = await this.transactions.manager.findBy(Role, { personId, endedAt: IsNull() });
    const today = await this.today();
    return roles.filter((role) => holdsOn(role, today)).map(({ scope, scopeId, role }) => ({ scope, scopeId, role }));
  }

  /**
   * Where a place lies, for the policies.
   * @throws Problem `not-found` for a place that is not there
   */
  async factsOf(scope: RoleScope, scopeId: string | null): Promise<Facts> {
    const em = this.transactions.manager;
    switch (scope) {
      case 'installation':
        return {};
      case 'organisation': {
        const [line] = await em.query<{ ids: string[] | null }[]>(
          `with recursive up as (select id, parent_id from organisation where id = $1 union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id)
            select array_agg(id) as ids from up`, [scopeId]);
        if (!line?.ids) throw new Problem('not-found');
        return { organisationIds: line.ids };
      }
      case 'body': {
        const body = await em.findOneBy(Body, { id: scopeId! });
        if (!body) throw new Problem('not-found');
        return { bodyId: body.id, organisationIds: [body.organisationId] };
      }
      case 'process': {
        const place = await em.findOneBy(RolePlace, { id: scopeId!, scope });
        if (!place) throw new Problem('not-found');
        return { processId: place.id, organisationIds: place.organisationIds };
      }
      case 'session': {
        const place = await em.findOneBy(RolePlace, { id: scopeId!, scope });
        if (!place?.processId) throw new Problem('not-found');
        return { ...(await this.factsOf('process', place.processId)), sessionId: place.id };
      }
    }
  }

  /** The name of a place; null for the installation and for what is not there. */
  async titleOf(scope: RoleScope, scopeId: string | null): Promise<string | null> {
    const em = this.transactions.manager;
    if (scopeId === null) return null;
    if (scope === 'organisation') return (await em.findOneBy(Organisation, { id: scopeId }))?.name ?? null;
    if (scope === 'body') return (await em.findOneBy(Body, { id: scopeId }))?.name ?? null;
    return (await em.findOneBy(RolePlace, { id: scopeId }))?.title ?? null;
  }

  /**
   * Called in the transaction that took something from an administrator: somebody must be left who can give it back.
   * @throws Problem `identity/last-administrator`
   */
  async demandAnAdministrator(em: EntityManager): Promise<void> {
    await em.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
    const [left] = await em.query<{ count: number }[]>(
      `select count(*)::int as count from role r join person p on p.id = r.person_id
        where r.role = 'administrator' and r.ended_at is null and r.until_on is null and coalesce(r.from_on, $1) <= $1 and p.active`,
      [await this.today()],
    );
    if (!left?.count) throw new Problem('identity/last-administrator');
  }

  /** Whether she holds a role of any kind today, or will. */
  async holdsAny(em: EntityManager, personId: string): Promise<boolean> {
    const held = await em.query<unknown[]>('select 1 from role where person_id = $1 and ended_at is null and coalesce(until_on, $2) >= $2 limit 1', [personId, await this.today()]);
    return held.length > 0;
  }

  private viewsIn(scope: RoleScope, scopeId: string | null): Promise<RoleView[]> {
    return this.transactions.manager.query<RoleView[]>(VIEWS_IN_PLACE, [scope, scopeId]);
  }

  async today(): Promise<string> {
    const { timeZone } = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
    return dayIn(timeZone, new Date());
  }
}

/** @throws Problem `invalid-input` for a role that ends before it begins, `identity/role-over` for one that would be over before it is given */
export function demandDaysAhead({ fromOn, untilOn }: Pick<GiveRole, 'fromOn' | 'untilOn'>, today: string): void {
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) throw new Problem('invalid-input', {}, [{ path: 'untilOn', code: 'too-small' }]);
  if (untilOn !== null && untilOn < today) throw new Problem('identity/role-over', { day: today });
}

/** A role in an audit entry: codes and ids, no names. */
export const factsOfRole = ({ scope, scopeId, role }: HeldRole) => ({ scope, scopeId, role });
