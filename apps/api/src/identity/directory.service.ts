import { Injectable } from '@nestjs/common';
import { PAGE_SIZE_MAX, type Made, type Page, type PageQuery } from '@spolu/contracts/common';
import type { AuditEntryView, BodyView, EditBody, EditOrganisation, EditPerson, OrganisationView, PersonView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Transactions } from '../database/transactions.ts';
import { demand, everybody } from '../http/policy.ts';
import { SocketSeats } from '../http/seats.ts';
import { isAdministrator, type Viewer } from '../http/viewer.ts';
import { audit } from './audit.ts';
import { editBody, editOrganisation, editPerson, endSignInsOfOthers, forgetPassword, listPeople, seeAuditEntries } from './identity.policy.ts';
import { InstallationRow } from './installation.entity.ts';
import { Body, Organisation } from './organisation.entity.ts';
import { Person } from './person.entity.ts';
import { dayIn, holdsOn } from './role.ts';
import { Roles } from './roles.service.ts';
import { SignIns } from './sign-ins.service.ts';

/** People, organisations and bodies as administrators keep them, and what was done. */
@Injectable()
export class Directory {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: Roles,
    private readonly signIns: SignIns,
    private readonly seats: SocketSeats,
  ) {}

  async people(me: Viewer): Promise<PersonView[]> {
    demand(listPeople, me);
    const people = await this.transactions.manager.query<Omit<PersonView, 'roles'>[]>(
      'select id, name, email, language, active, password_hash is not null as "canSignIn" from person order by name, id');
    if (!isAdministrator(me)) return people.filter(({ active }) => active).map((person) => ({ ...person, email: null, roles: [] }));
    const roles = await this.roles.byPerson();
    return people.map((person) => ({ ...person, roles: roles.get(person.id) ?? [] }));
  }

  async editPerson(me: Viewer, id: string, input: EditPerson): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editPerson, me);
      const person = await em.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person) throw new Problem('not-found');
      await em.update(Person, { id }, input);
      if (person.active === input.active) return;
      if (!input.active) {
        await this.roles.demandAnAdministrator(em);
        await this.signIns.endAllOf(id);
      }
      await audit(em, { by: me, action: input.active ? 'person.reactivated' : 'person.deactivated', subjectKind: 'person', subjectId: id });
      this.transactions.afterCommit(() => this.seats.refresh({ personId: id }));
    });
  }

  async endSignInsOf(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(endSignInsOfOthers, me);
      if (!(await em.existsBy(Person, { id }))) throw new Problem('not-found');
      await this.signIns.endAllOf(id);
      await audit(em, { by: me, action: 'sign-in.ended', subjectKind: 'person', subjectId: id });
    });
  }

  /**
   * Until mail can carry reset links: the password is gone, all devices are signed out, and her next invitation lets her choose another one.
   * @throws Problem `conflict` for one's own, which would leave nobody to invite one
   */
  async forgetPassword(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(forgetPassword, me);
      if (me.person?.id === id) throw new Problem('conflict');
      const { affected } = await em.update(Person, { id }, { passwordHash: null });
      if (!affected) throw new Problem('not-found');
      await this.signIns.endAllOf(id);
      await audit(em, { by: me, action: 'password.forgotten', subjectKind: 'person', subjectId: id });
    });
  }

  async organisations(me: Viewer): Promise<OrganisationView[]> {
    demand(everybody, me);
    return this.transactions.manager.find(Organisation, { select: { id: true, name: true, sector: true, parentId: true }, order: { name: 'asc', id: 'asc' } });
  }

  async addOrganisation(me: Viewer, input: EditOrganisation): Promise<Made> {
    return this.transactions.run(async (em) => {
      demand(editOrganisation, me);
      const id = newId();
      await this.demandParent(em, id, input.parentId);
      await named(em.insert(Organisation, { id, ...input }));
      await audit(em, { by: me, action: 'organisation.made', subjectKind: 'organisation', subjectId: id });
      return { id };
    });
  }

  async editOrganisation(me: Viewer, id: string, input: EditOrganisation): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editOrganisation, me);
      // all at once, so that two moves can't make a circle together
      await em.query('lock table organisation in share row exclusive mode');
      if (!(await em.existsBy(Organisation, { id }))) throw new Problem('not-found');
      await this.demandParent(em, id, input.parentId);
      await named(em.update(Organisation, { id }, input));
      await audit(em, { by: me, action: 'organisation.changed', subjectKind: 'organisation', subjectId: id });
    });
  }

  async bodies(me: Viewer): Promise<BodyView[]> {
    demand(everybody, me);
    const em = this.transactions.manager;
    const { timeZone } = await em.findOneByOrFail(InstallationRow, { id: 1 });
    const today = dayIn(timeZone, new Date());
    const bodies = await em.find(Body, { order: { name: 'asc', id: 'asc' } });
    const seats = [...(await this.roles.byPerson()).values()].flat().filter((role) => role.scope === 'body' && role.role !== 'guest' && holdsOn(role, today));
    return bodies.map(({ id, name, kind, organisationId, memberCount }) => ({
      id, name, kind, organisationId, memberCount,
      members: seats.filter(({ scopeId }) => scopeId === id).map(({ personId, personName, role }) => ({ personId, name: personName, role })),
    }));
  }

  async addBody(me: Viewer, input: EditBody): Promise<Made> {
    return this.transactions.run(async (em) => {
      demand(editBody, me);
      await this.demandOrganisation(em, input.organisationId);
      const id = newId();
      await named(em.insert(Body, { id, ...input }));
      await audit(em, { by: me, action: 'body.made', subjectKind: 'body', subjectId: id });
      return { id };
    });
  }

  async editBody(me: Viewer, id: string, input: EditBody): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editBody, me);
      if (!(await em.existsBy(Body, { id }))) throw new Problem('not-found');
      await this.demandOrganisation(em, input.organisationId);
      await named(em.update(Body, { id }, input));
      await audit(em, { by: me, action: 'body.changed', subjectKind: 'body', subjectId: id });
    });
  }

  /** Newest first. */
  async auditEntries(me: Viewer, { limit, after }: PageQuery): Promise<Page<AuditEntryView>> {
    demand(seeAuditEntries, me);
    const size = Math.min(limit, PAGE_SIZE_MAX);
    const [before, beforeId] = after?.split('_') ?? [];
    if (after !== undefined && !/^\d{4}-[\dT:.-]+Z_[0-9a-f-]{36}$/.test(after)) throw new Problem('invalid-input', {}, [{ path: 'after', code: 'format' }]);
    const rows = await this.transactions.manager.query<(AuditEntryView & { cursor: string })[]>(
      `select a.id, p.name as "personName", a.action, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.outcome, a.facts,
          to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor
        from audit_entry a left join person p on p.id = a.person_id
        where $2::timestamptz is null or (a.at, a.id) < ($2::timestamptz, $3::uuid)
        order by a.at desc, a.id desc limit $1`,
      [size + 1, before ?? null, beforeId ?? null],
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return { items: page.map(({ cursor: _, ...entry }) => entry), next: rows.length > size && last ? `${last.cursor}_${last.id}` : null };
  }

  private async demandOrganisation(em: EntityManager, id: string): Promise<void> {
    if (!(await em.existsBy(Organisation, { id }))) throw new Problem('invalid-input', {}, [{ path: 'organisationId', code: 'not-allowed' }]);
  }

  /** A parent exists and is no descendant. */
  private async demandParent(em: EntityManager, id: string, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    const above = await em.query<{ id: string }[]>(
      `with recursive up as (select id, parent_id from organisation where id = $1 union select o.id, o.parent_id from organisation o join up on o.id = up.parent_id)
        select id from up`, [parentId]);
    if (above.length === 0 || above.some((row) => row.id === id)) throw new Problem('invalid-input', {}, [{ path: 'parentId', code: 'not-allowed' }]);
  }
}

/** @throws Problem `identity/name-taken` where the database knows the name already */
async function named<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const taken = error instanceof QueryFailedError && /_one_name$/.test((error.driverError as { constraint?: string }).constraint ?? '');
    throw taken ? new Problem('identity/name-taken') : error;
  }
}
