import { Injectable } from '@nestjs/common';
import { Id, type Made, type Page, type PageQuery } from '@spolu/contracts/common';
import type { AuditEntryView, BodyView, EditBody, EditOrganisation, EditPerson, OrganisationView, PeopleQuery, PersonView, RoleView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import { QueryFailedError, type EntityManager, type EntityTarget } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { MomentKey, momentKey, page, startOf, WordsKey } from '../http/page.ts';
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

const WRITTEN_AT = momentKey('a.at');
/** Each word of the search ($6) begins a word of the name. */
const NAMED_LIKE = `not exists (
  select 1 from regexp_split_to_table(plain_text($6), '[^[:alnum:]]+') as word
  where word <> '' and strpos(' ' || regexp_replace(plain_text(name), '[^[:alnum:]]+', ' ', 'g'), ' ' || word) = 0)`;
const NameKey = z.tuple([WordsKey, Id]);
const keyOfName = ({ name, id }: { name: string; id: string }) => [name, id];

/** People, organisations and bodies as administrators keep them, and what was done. */
@Injectable()
export class Directory {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: Roles,
    private readonly signIns: SignIns,
    private readonly seats: SocketSeats,
  ) {}

  async people(me: Viewer, query: PeopleQuery): Promise<Page<PersonView>> {
    demand(listPeople, me);
    const start = startOf(query, NameKey);
    // names alone are for choosing somebody who can be chosen
    const all = isAdministrator(me);
    const people = await this.transactions.manager.query<Omit<PersonView, 'roles'>[]>(
      `select id, name, email, language, active, password_hash is not null as "canSignIn" from person
        where (active or ($1 and not $5)) and forgotten_at is null and ($2::text is null or (name, id) > ($2::text, $3::uuid)) and (${NAMED_LIKE} or ($1 and strpos(lower(email), lower($6)) > 0))
          and (not $1 or not $7 or exists (select 1 from role where person_id = person.id and ended_at is null))
        order by name, id limit $4`,
      [all, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1, query.active === 'yes', query.search, query.roles === 'yes'],
    );
    const roles = all ? await this.roles.byPerson(people.slice(0, query.limit).map(({ id }) => id)) : new Map<string, RoleView[]>();
    return page(people, query, keyOfName, (person) => ({ ...person, email: all ? person.email : null, roles: roles.get(person.id) ?? [] }));
  }

  async editPerson(me: Viewer, id: string, input: EditPerson): Promise<void> {
    await this.transactions.run(async (em) => {
      demand(editPerson, me);
      const person = await em.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!person || person.forgottenAt) throw new Problem('not-found');
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

  async organisations(me: Viewer, query: PageQuery): Promise<Page<OrganisationView>> {
    demand(everybody, me);
    const rows = await byName(this.transactions.manager, Organisation, query);
    return page(rows, query, keyOfName, ({ id, name, sector, parentId }) => ({ id, name, sector, parentId }));
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

  async bodies(me: Viewer, query: PageQuery): Promise<Page<BodyView>> {
    demand(everybody, me);
    const em = this.transactions.manager;
    const { timeZone } = await em.findOneByOrFail(InstallationRow, { id: 1 });
    const today = dayIn(timeZone, new Date());
    const bodies = await byName(em, Body, query);
    const seats = (await this.roles.inBodies(bodies.slice(0, query.limit).map(({ id }) => id))).filter((role) => role.role !== 'guest' && holdsOn(role, today));
    return page(bodies, query, keyOfName, (body) => ({
      ...body,
      members: seats.filter(({ scopeId }) => scopeId === body.id).map(({ personId, personName, role }) => ({ personId, name: personName, role })),
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
  async auditEntries(me: Viewer, query: PageQuery): Promise<Page<AuditEntryView>> {
    demand(seeAuditEntries, me);
    const start = startOf(query, z.tuple([MomentKey, Id]));
    const rows = await this.transactions.manager.query<(AuditEntryView & { moment: string })[]>(
      `select a.id, p.name as "personName", a.action, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.outcome, a.facts,
          to_char(a.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, ${WRITTEN_AT} as moment
        from audit_entry a left join person p on p.id = a.person_id
        where $1::timestamptz is null or (a.at, a.id) < ($1::timestamptz, $2::uuid)
        order by a.at desc, a.id desc limit $3`,
      [start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    return page(rows, query, ({ moment, id }) => [moment, id], ({ moment: _, ...entry }) => entry);
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

/** By name, one more than the page holds. */
function byName<Row extends Organisation | Body>(em: EntityManager, kind: EntityTarget<Row>, query: PageQuery): Promise<Row[]> {
  const start = startOf(query, NameKey);
  const rows = em.createQueryBuilder(kind, 'r').orderBy('r.name').addOrderBy('r.id').limit(query.limit + 1);
  return (start ? rows.where('(r.name, r.id) > (:name, :id)', { name: start[0], id: start[1] }) : rows).getMany();
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
