import { Inject, Injectable } from '@nestjs/common';
import { Id, type Page } from '@spolu/contracts/common';
import type { InvitationLink, InvitationOffer, InvitationView, Invite, LookUpInvitation, AcceptInvitation, PlaceQuery } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { Request } from 'express';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { CONFIG, phoneUrl, type Config } from '../config/config.ts';
import { sha256, Transactions } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { MomentKey, momentKey, page, startOf } from '../http/page.ts';
import { demand } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { audit } from './audit.ts';
import { Guessing } from './guessing.service.ts';
import { giveRoles, giving } from './identity.policy.ts';
import { InstallationRow } from './installation.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { INVITATION_LASTS_MS, stateOf } from './invitation.ts';
import { demandStrong, hashPassword, isPassword } from './password.ts';
import { Person } from './person.entity.ts';
import { demandDaysAhead, factsOfRole, Roles } from './roles.service.ts';

interface Opened {
  invitation: Invitation;
  person: Person;
  inviter: Person;
  scopeTitle: string | null;
}

const INVITED_AT = momentKey('i.invited_at');

/** Links that give one person one role. They are shown once and handed over by people; mail comes later. */
@Injectable()
export class Invitations {
  constructor(
    private readonly transactions: Transactions,
    private readonly roles: Roles,
    private readonly guessing: Guessing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(me: Viewer, input: Invite, request: Request): Promise<InvitationLink> {
    return this.transactions.run(async (em) => {
      demand(giving(input.scope, input.role), me, await this.roles.factsOf(input.scope, input.scopeId));
      demandDaysAhead(input, await this.roles.today());
      const now = new Date();
      const { email, name, language, scope, scopeId, role, fromOn, untilOn } = input;
      // Whether the e-mail was known is told to nobody but the one who holds the link.
      await em.query('insert into person (id, name, email, language) values ($1, $2, $3, $4) on conflict on constraint person_email_key do nothing', [newId(), name, email, language]);
      const person = await em.findOneByOrFail(Person, { email });
      const secret = newSecret();
      const id = newId();
      const expiresAt = new Date(now.getTime() + INVITATION_LASTS_MS);
      await em.insert(Invitation, {
        id, secretHash: sha256(secret), personId: person.id, name, scope, scopeId, role, fromOn, untilOn, invitedBy: me.person!.id, invitedAt: now, expiresAt,
      });
      await audit(em, { by: me, action: 'invitation.made', subjectKind: 'invitation', subjectId: id, facts: factsOfRole(input) });
      const address = phoneUrl(this.config, request.socket.localPort ?? this.config.port);
      return { id, url: `${address}/invitation#${secret}`, expiresAt: expiresAt.toISOString() };
    });
  }

  /** The newest first. */
  async list(me: Viewer, { scope, scopeId, ...query }: PlaceQuery): Promise<Page<InvitationView>> {
    demand(giveRoles, me, await this.roles.factsOf(scope, scopeId ?? null));
    const now = new Date();
    const start = startOf(query, z.tuple([MomentKey, Id]));
    const rows = await this.transactions.manager.query<(Invitation & { email: string | null; moment: string })[]>(
      `select i.id, p.email, i.name, i.scope, i.scope_id as "scopeId", i.role, i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt", ${INVITED_AT} as moment
        from invitation i join person p on p.id = i.person_id
        where i.scope = $1 and i.scope_id is not distinct from $2 and ($3::timestamptz is null or (i.invited_at, i.id) < ($3::timestamptz, $4::uuid))
        order by i.invited_at desc, i.id desc limit $5`,
      [scope, scopeId ?? null, start?.[0] ?? null, start?.[1] ?? null, query.limit + 1],
    );
    return page(rows, query, ({ moment, id }) => [moment, id], (row) => ({
      id: row.id, email: row.email ?? '', name: row.name, scope: row.scope, scopeId: row.scopeId, role: row.role,
      expiresAt: row.expiresAt.toISOString(), state: stateOf(row, now),
    }));
  }

  async withdraw(me: Viewer, id: string): Promise<void> {
    await this.transactions.run(async (em) => {
      const invitation = await em.findOneBy(Invitation, { id });
      if (!invitation) throw new Problem('not-found');
      demand(giving(invitation.scope, invitation.role), me, await this.roles.factsOf(invitation.scope, invitation.scopeId));
      const { affected } = await em.update(Invitation, { id, acceptedAt: IsNull(), withdrawnAt: IsNull() }, { withdrawnAt: new Date() });
      if (!affected) return;
      await audit(em, { by: me, action: 'invitation.withdrawn', subjectKind: 'invitation', subjectId: id, facts: factsOfRole(invitation) });
    });
  }

  /** @throws Problem `identity/link-invalid`, whatever is wrong with the link */
  async lookUp({ secret }: LookUpInvitation, address: string | undefined): Promise<InvitationOffer> {
    const { invitation, person, inviter, scopeTitle } = await this.guarded(address, () => this.open(this.transactions.manager, secret));
    return {
      email: person.email ?? '', name: person.passwordHash ? person.name : invitation.name, role: invitation.role, scopeTitle,
      invitedBy: inviter.id === person.id && person.passwordHash === null ? null : inviter.name,
      hasAccount: person.passwordHash !== null,
    };
  }

  /**
   * Takes the role, and with it, the first time, an account. Whoever has one proves it with her password.
   * @returns whom the device becomes
   * @throws Problem `identity/link-invalid`, `wrong-credentials` or `identity/weak-password`; the link then stays good
   */
  async accept(input: AcceptInvitation, address: string | undefined): Promise<string> {
    const { person: account } = await this.guarded(address, () => this.open(this.transactions.manager, input.secret));
    const hadPassword = account.passwordHash !== null;
    if (hadPassword) {
      const guess = { account: account.email ?? account.id, address };
      await this.guessing.attempt(guess);
      if (!(await isPassword(account.passwordHash, input.password))) throw new Problem('wrong-credentials');
      await this.guessing.succeeded(guess);
    } else {
      const { name } = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
      demandStrong(input.password, [input.name, account.email ?? '', name]);
    }
    const passwordHash = hadPassword ? null : await hashPassword(input.password);
    return this.transactions.run(async (em) => {
      await em.query('select 1 from invitation where secret_hash = $1 for update', [sha256(input.secret)]);
      const { invitation, person } = await this.open(em, input.secret);
      // two invitations of one new person taken at once: the second finds an account and must prove it
      if ((person.passwordHash !== null) !== hadPassword) throw new Problem('identity/link-invalid');
      if (passwordHash) await em.update(Person, { id: person.id }, { passwordHash, name: input.name });
      await em.update(Invitation, { id: invitation.id }, { acceptedAt: new Date() });
      await this.roles.insert(em, { ...invitation, givenBy: invitation.invitedBy });
      await audit(em, { by: { person }, action: 'invitation.accepted', subjectKind: 'invitation', subjectId: invitation.id, facts: factsOfRole(invitation) });
      return person.id;
    });
  }

  /** The invitation of a secret, if it can be taken: whoever invited must still be able to give that role. */
  private async open(em: EntityManager, secret: string): Promise<Opened> {
    const invalid = new Problem('identity/link-invalid');
    const invitation = await em.findOneBy(Invitation, { secretHash: sha256(secret) });
    if (!invitation || stateOf(invitation, new Date()) !== 'open') throw invalid;
    await em.query('select 1 from person where id = $1 for update', [invitation.personId]);
    const person = await em.findOne(Person, { where: { id: invitation.personId }, select: { id: true, name: true, email: true, active: true, passwordHash: true } });
    const inviter = await em.findOneBy(Person, { id: invitation.invitedBy });
    if (!person?.active || !inviter?.active) throw invalid;
    const held = await this.roles.heldBy(inviter.id);
    // Choosing the password of an account means holding all its roles, so the inviter must be able to give every one of them.
    const given = [invitation, ...(person.passwordHash === null ? await this.roles.heldBy(person.id) : [])];
    for (const role of given) {
      const facts = await this.roles.factsOf(role.scope, role.scopeId);
      if (!giving(role.scope, role.role).allows({ person: inviter, roles: held, participants: [], removedFrom: [] }, facts)) throw invalid;
    }
    return { invitation, person, inviter, scopeTitle: await this.roles.titleOf(invitation.scope, invitation.scopeId) };
  }

  /** Guessing 256 bits is hopeless; hammering the door is still counted. */
  private async guarded<T>(address: string | undefined, work: () => Promise<T>): Promise<T> {
    await this.guessing.attempt({ address });
    const done = await work();
    await this.guessing.succeeded({ address });
    return done;
  }
}
