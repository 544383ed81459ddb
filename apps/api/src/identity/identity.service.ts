import { Injectable } from '@nestjs/common';
import type { BodyMember, BodyRules, PositionsShown } from '@spolu/contracts/bodies';
import type { Language, Sector } from '@spolu/contracts/common';
import type { BodyKind } from '@spolu/contracts/identity';
import { ROLES, type RoleName, type RoleScope } from '@spolu/contracts/roles';
import type { Request } from 'express';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';
import type { Facts } from '../http/policy.ts';
import { Viewers, type Viewer } from '../http/viewer.ts';
import { Accounts } from './accounts.service.ts';
import { audit, type Audited } from './audit.ts';
import { giving } from './identity.policy.ts';
import { InstallationRow } from './installation.entity.ts';
import { Mandate } from './mandate.entity.ts';
import { Mandates } from './mandates.service.ts';
import { Body, Organisation } from './organisation.entity.ts';
import { Person } from './person.entity.ts';
import { RolePlace } from './role.entity.ts';
import { dayIn } from './role.ts';
import { Roles, type GivenRole, type Reachable, type ReachablePerson, type RolesInPlace } from './roles.service.ts';
import { SignIns } from './sign-ins.service.ts';

export interface Municipality {
  name: string;
  defaultLanguage: Language;
  timeZone: string;
}

/** A process or session, as those who give roles in it need to know it. */
export type Place =
  | { scope: 'process'; id: string; title: string; organisationIds: readonly string[] }
  | { scope: 'session'; id: string; title: string; processId: string };

/** What the other capabilities may ask of identity: who somebody is, what she holds, and to note what was done. */
@Injectable()
export class IdentityService extends Viewers {
  constructor(
    private readonly transactions: Transactions,
    private readonly signIns: SignIns,
    private readonly roles: Roles,
    private readonly accounts: Accounts,
    private readonly mandates: Mandates,
  ) {
    super();
  }

  viewerOf(signInId: string): Promise<Viewer> {
    return this.signIns.viewerOf(signInId);
  }

  /** The town whose installation this is. */
  async municipality(): Promise<Municipality> {
    const { name, defaultLanguage, timeZone } = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
    return { name, defaultLanguage, timeZone };
  }
  /** The calendar day in the municipality: what `…On` means by today. */
  async today(now = new Date()): Promise<string> {
    return dayIn((await this.municipality()).timeZone, now);
  }
  /**
   * The secret of a new link `/set-up#<secret>` that makes the first administrator, for whoever starts the server; earlier ones end.
   * @returns null in the demo, and once there is an administrator
   */
  issueSetUpSecret(): Promise<string | null> {
    return this.accounts.issueSetUpSecret();
  }
  /** Names the town without a set-up link: for the demo city and tests. */
  async nameMunicipality(em: EntityManager, { name, defaultLanguage, timeZone }: Municipality): Promise<void> {
    await em.update(InstallationRow, { id: 1 }, { name, defaultLanguage, timeZone, setUpAt: new Date() });
  }

  /** @returns null for an organisation that is not there */
  async organisation(id: string): Promise<{ id: string; name: string; sector: Sector; parentId: string | null } | null> {
    return this.transactions.manager.findOneBy(Organisation, { id });
  }
  /** Those of `ids` that exist, by id. */
  async organisations(ids: readonly string[]): Promise<Map<string, { id: string; name: string; sector: Sector }>> {
    const found = await this.transactions.manager.findBy(Organisation, { id: In([...ids]) });
    return new Map(found.map((organisation) => [organisation.id, organisation]));
  }

  /** @returns null for a body that is not there */
  async body(id: string): Promise<(BodyRules & { id: string; name: string; kind: BodyKind; organisationId: string; deciding: boolean; positionsShown: PositionsShown }) | null> {
    return this.transactions.manager.findOneBy(Body, { id });
  }

  /** Who sits in a body on a day, with an account or without. */
  membersOn(em: EntityManager, bodyId: string, day: string): Promise<BodyMember[]> {
    return this.mandates.membersOn(em, bodyId, day);
  }

  /** Names of members without an account, by the id of their mandate. */
  namesOfMandates(ids: readonly string[]): Promise<Map<string, string>> {
    return this.mandates.namesOf(ids);
  }

  /** Names by person id; people who asked to be forgotten are missing. */
  async namesOf(personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const people = await this.transactions.manager.find(Person, { select: { id: true, name: true }, where: { id: In([...new Set(personIds)]), forgottenAt: IsNull() } });
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** Names for the records of a public body, which keep them: of people who asked to be forgotten, too. */
  async namesInOffice(personIds: readonly string[]): Promise<Map<string, string>> {
    if (personIds.length === 0) return new Map();
    const people = await this.transactions.manager.find(Person, { select: { id: true, name: true, nameInOffice: true }, where: { id: In([...new Set(personIds)]) } });
    return new Map(people.map(({ id, name, nameInOffice }) => [id, nameInOffice ?? name]));
  }

  /**
   * Tells identity of a process or session, or of its new title or organisations: call it in the transaction that makes or changes one.
   * Without it nobody can be given a role there.
   */
  async placeRoles(em: EntityManager, place: Place): Promise<void> {
    const { id, scope, title } = place;
    await em.upsert(
      RolePlace,
      place.scope === 'process'
        ? { id, scope, title, processId: null, organisationIds: [...place.organisationIds] }
        : { id, scope, title, processId: place.processId, organisationIds: [] },
      ['id'],
    );
  }

  /** What sessions and processes are called, and the process of each; unknown ids are left out. */
  async placesOf(em: EntityManager, ids: readonly string[]): Promise<{ id: string; title: string; processId: string | null }[]> {
    const places = await em.findBy(RolePlace, { id: In([...ids]) });
    return places.map(({ id, scope, title, processId }) => ({ id, title, processId: scope === 'process' ? id : processId }));
  }

  /** Gives a role without asking anybody: to the maker of a process or session. One that is held already stays as it is. */
  async giveRole(em: EntityManager, role: GivenRole): Promise<void> {
    await this.roles.insert(em, role);
  }
  /** Who holds one of `roles` in a session, or will: each person once. */
  staffOf(sessionId: string, roles: readonly RoleName[], em: EntityManager = this.transactions.manager): Promise<{ personId: string; name: string }[]> {
    return this.roles.staffOf(em, sessionId, roles);
  }
  /** Whoever holds one of the roles in one of the places today, and can be written to. */
  reachable(em: EntityManager, places: readonly RolesInPlace[]): Promise<ReachablePerson[]> {
    return this.roles.reachable(em, places);
  }
  /** Those of the people who can be written to. */
  reachablePeople(em: EntityManager, personIds: readonly string[]): Promise<Reachable[]> {
    return this.roles.reachablePeople(em, personIds);
  }

  /** For the `may.giveRoles` of a page: which she may give and end in such a place. */
  rolesToGive<Scope extends RoleScope>(viewer: Viewer, scope: Scope, facts: Facts): (typeof ROLES)[Scope][number][] {
    return ROLES[scope].filter((role) => giving(scope, role).allows(viewer, facts));
  }

  /**
   * Makes the device of `request` that participant, too. A device that was nobody gets a sign-in and its cookie with this answer. Call it again
   * when a command is answered from memory: the first answer may have been lost, cookie and all.
   */
  addParticipantToSignIn(request: Request, { participantId, ...place }: { participantId: string } & ({ sessionId: string } | { processId: string })): Promise<void> {
    return this.signIns.addParticipant(request, { id: participantId, sessionId: null, processId: null, ...place });
  }
  /** The devices of whoever takes part in the session, or of this participant, stay known until then, though nobody looks in for half a day; thirty days at most. */
  keepKnown(em: EntityManager, who: { sessionId: string; participantId?: string }, until: Date): Promise<void> {
    return this.signIns.keepKnown(em, who, until);
  }
  /** Takes a participant out of all devices at once, which remember it (`Viewer.removedFrom`); open sockets follow after the commit. */
  removeParticipant(participantId: string): Promise<void> {
    return this.signIns.removeParticipant(participantId);
  }
  /** Those of the participants who are on a device on which somebody else than this person is signed in. */
  onDevicesOfOthers(em: EntityManager, participantIds: readonly string[], personId: string): Promise<Set<string>> {
    return this.signIns.onDevicesOfOthers(em, participantIds, personId);
  }
  /** Her devices are hers again, as far as they are still signed in. */
  restoreParticipant(participantId: string): Promise<void> {
    return this.signIns.restoreParticipant(participantId);
  }
  /** Whoever asks for something that can't be undone shows that it is her. @throws Problem `wrong-credentials`, `too-many-requests` */
  demandPassword(viewer: Viewer, request: Request, password: string): Promise<void> {
    return this.accounts.demandPassword(viewer, request, password);
  }
  /** Participants that no device is any more; open sockets follow after the commit. */
  forgetSeats(em: EntityManager, participantIds: readonly string[]): Promise<void> {
    return this.signIns.forgetSeats(em, participantIds);
  }
  /** This device is nobody any more. */
  endSignIn(request: Request): Promise<void> {
    return this.signIns.end(request);
  }
  /** Whether she holds a role of any kind today, or will. */
  holdsRole(em: EntityManager, personId: string): Promise<boolean> {
    return this.roles.holdsAny(em, personId);
  }
  /** Signs a person out everywhere. */
  endSignInsOf(personId: string): Promise<void> {
    return this.signIns.endAllOf(personId);
  }

  /** Notes what must be answerable later, in the transaction that does it. */
  audit(em: EntityManager, entry: Audited): Promise<void> {
    return audit(em, entry);
  }

  /** Makes a person directly, without an invitation: for the demo city and tests. */
  async addPerson(em: EntityManager, person: { id: string; name: string; email: string | null; language: Language }): Promise<void> {
    await em.insert(Person, person);
  }
  async addOrganisation(em: EntityManager, organisation: { id: string; name: string; sector: Sector; parentId: string | null }): Promise<void> {
    await em.insert(Organisation, organisation);
  }
  async addBody(em: EntityManager, body: Partial<BodyRules> & { id: string; name: string; kind: BodyKind; organisationId: string; memberCount: number; deciding?: boolean; statute?: string }): Promise<void> {
    await em.insert(Body, body);
  }
  /** Names a member without an account: for the demo city and tests. */
  async addMandate(em: EntityManager, mandate: { bodyId: string; name: string; sector: Sector; represents: string }): Promise<void> {
    await em.insert(Mandate, mandate);
  }
}
