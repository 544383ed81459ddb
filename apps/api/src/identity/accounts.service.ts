import { Inject, Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@spolu/contracts/common';
import type { AcceptInvitation, ChangePassword, DemoRole, EditMe, Installation, Me, SetUp, SignIn, SignInView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { RoleName, RoleScope } from '@spolu/contracts/roles';
import type { Request } from 'express';
import { v7 as newId } from 'uuid';
import { CONFIG, phoneUrl, type Config } from '../config/config.ts';
import { sha256, Transactions } from '../database/transactions.ts';
import { newSecret } from '../http/edge.ts';
import { demand, everybody, signedIn } from '../http/policy.ts';
import type { Viewer } from '../http/viewer.ts';
import { audit } from './audit.ts';
import { Guessing } from './guessing.service.ts';
import { InstallationRow } from './installation.entity.ts';
import { SetUpLink } from './invitation.entity.ts';
import { SET_UP_LINK_LASTS_MS } from './invitation.ts';
import { Invitations } from './invitations.service.ts';
import { Organisation } from './organisation.entity.ts';
import { demandStrong, hashPassword, isPassword } from './password.ts';
import { Person } from './person.entity.ts';
import { isTimeZone } from './role.ts';
import { Roles } from './roles.service.ts';
import { SignIns } from './sign-ins.service.ts';

/** Which role makes somebody the demo's representative; the one who was given it first. */
const DEMO_HOLDS: Record<DemoRole, readonly (readonly [RoleScope, RoleName])[]> = {
  administrator: [['installation', 'administrator']],
  officer: [['organisation', 'officer']],
  facilitator: [['process', 'facilitator'], ['process', 'lead'], ['session', 'lead-facilitator']],
  'department-member': [['organisation', 'department-member']],
  'commission-member': [['body', 'member']],
  secretary: [['body', 'secretary']],
};

/** One's own account: signing in and out, the first start, the password. */
@Injectable()
export class Accounts {
  constructor(
    private readonly transactions: Transactions,
    private readonly signIns: SignIns,
    private readonly roles: Roles,
    private readonly invitations: Invitations,
    private readonly guessing: Guessing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async installation(viewer: Viewer, request: Request): Promise<Installation> {
    demand(everybody, viewer);
    const row = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
    return {
      name: row.name, defaultLanguage: row.defaultLanguage, timeZone: row.timeZone, setUp: row.setUpAt !== null, demo: this.config.demo, secure: this.config.secure,
      publicUrl: phoneUrl(this.config, request.socket.localPort ?? this.config.port),
    };
  }

  async me(viewer: Viewer): Promise<Me> {
    demand(everybody, viewer);
    const person = viewer.person && (await this.transactions.manager.findOneByOrFail(Person, { id: viewer.person.id }));
    return {
      person: person && { id: person.id, name: person.name, email: person.email ?? '', language: person.language },
      roles: [...viewer.roles],
      participants: [...viewer.participants],
    };
  }

  /** @throws Problem `wrong-credentials`: the same for a wrong password, an unknown e-mail and somebody who left, and as slow */
  async verify({ email, password }: SignIn, address: string | undefined): Promise<string> {
    const guess = { account: email, address };
    await this.guessing.attempt(guess);
    const person = await this.transactions.manager.findOne(Person, { where: { email }, select: { id: true, active: true, passwordHash: true } });
    const right = await isPassword(person?.passwordHash, password);
    if (!person?.active || !right) {
      await audit(this.transactions.manager, { by: null, action: 'sign-in.refused', subjectKind: 'person', subjectId: person?.id ?? null, outcome: 'refused' });
      throw new Problem('wrong-credentials');
    }
    await this.guessing.succeeded(guess);
    return person.id;
  }

  /** The device becomes the person. */
  async signIn(request: Request, personId: string): Promise<Me> {
    await this.signIns.begin(request, personId);
    const viewer = await this.signIns.viewerOf(request.sessionID);
    await audit(this.transactions.manager, { by: viewer, action: 'sign-in.begun', subjectKind: 'person', subjectId: personId });
    return this.me(viewer);
  }

  /** @throws Problem `demo-only` outside of the demo */
  async signInForDemo(viewer: Viewer, request: Request, role: DemoRole): Promise<Me> {
    demand(everybody, viewer);
    if (!this.config.demo) throw new Problem('demo-only');
    for (const [scope, name] of DEMO_HOLDS[role]) {
      const [found] = await this.transactions.manager.query<{ personId: string }[]>(
        `select r.person_id as "personId" from role r join person p on p.id = r.person_id
          where r.scope = $1 and r.role = $2 and r.ended_at is null and p.active order by r.given_at, r.id limit 1`,
        [scope, name],
      );
      if (found) return this.signIn(request, found.personId);
    }
    throw new Problem('not-found');
  }

  async signOut(viewer: Viewer, request: Request): Promise<void> {
    demand(signedIn, viewer);
    await audit(this.transactions.manager, { by: viewer, action: 'sign-in.ended', subjectKind: 'person', subjectId: viewer.person!.id });
    await this.signIns.end(request);
  }

  async ownSignIns(viewer: Viewer, request: Request, query: PageQuery): Promise<Page<SignInView>> {
    demand(signedIn, viewer);
    return this.signIns.list(viewer, request.sessionID, query);
  }

  async endOwnSignIn(viewer: Viewer, id: string): Promise<void> {
    demand(signedIn, viewer);
    await this.transactions.run(async (em) => {
      await this.signIns.endOne(viewer.person!.id, id);
      await audit(em, { by: viewer, action: 'sign-in.ended', subjectKind: 'person', subjectId: viewer.person!.id });
    });
  }

  async edit(viewer: Viewer, input: EditMe): Promise<void> {
    demand(signedIn, viewer);
    await this.transactions.run((em) => em.update(Person, { id: viewer.person!.id }, input));
  }

  /**
   * Chooses another password; all other devices are signed out.
   * @throws Problem `wrong-credentials` or `identity/weak-password`
   */
  async changePassword(viewer: Viewer, request: Request, { current, password }: ChangePassword): Promise<void> {
    demand(signedIn, viewer);
    const id = viewer.person!.id;
    await this.demandPassword(viewer, request, current);
    const person = await this.transactions.manager.findOneByOrFail(Person, { id });
    const town = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
    demandStrong(password, [person.name, person.email ?? '', town.name]);
    const passwordHash = await hashPassword(password);
    await this.transactions.run(async (em) => {
      await em.update(Person, { id }, { passwordHash });
      await this.signIns.endAllOf(id, request.sessionID);
      await audit(em, { by: viewer, action: 'password.changed', subjectKind: 'person', subjectId: id });
    });
  }

  /** @throws Problem `wrong-credentials`, `too-many-requests` */
  async demandPassword(viewer: Viewer, request: Request, password: string): Promise<void> {
    demand(signedIn, viewer);
    const id = viewer.person!.id;
    const person = await this.transactions.manager.findOneOrFail(Person, { where: { id }, select: { id: true, email: true, passwordHash: true } });
    const guess = { account: person.email ?? id, address: request.ip };
    await this.guessing.attempt(guess);
    if (!(await isPassword(person.passwordHash, password))) throw new Problem('wrong-credentials');
    await this.guessing.succeeded(guess);
  }

  async acceptInvitation(viewer: Viewer, request: Request, input: AcceptInvitation): Promise<Me> {
    demand(everybody, viewer);
    return this.signIn(request, await this.invitations.accept(input, request.ip));
  }

  /**
   * A new one-time secret for the link `/set-up#…` that makes the first administrator; earlier ones end. To be shown to whoever started the server.
   * @returns null once there is an administrator
   */
  async issueSetUpSecret(now = new Date()): Promise<string | null> {
    const { setUpAt } = await this.transactions.manager.findOneByOrFail(InstallationRow, { id: 1 });
    if (setUpAt || this.config.demo) return null;
    const secret = newSecret();
    await this.transactions.manager.upsert(SetUpLink, { id: 1, secretHash: sha256(secret), expiresAt: new Date(now.getTime() + SET_UP_LINK_LASTS_MS) }, ['id']);
    return secret;
  }

  /**
   * Makes the municipality, its first organisation and its first administrator.
   * @throws Problem `identity/link-invalid`, `identity/weak-password`
   */
  async setUp(viewer: Viewer, request: Request, input: SetUp): Promise<Me> {
    demand(everybody, viewer);
    await this.guessing.attempt({ address: request.ip });
    if (!isTimeZone(input.timeZone)) throw new Problem('invalid-input', {}, [{ path: 'timeZone', code: 'not-allowed' }]);
    const link = await this.transactions.manager.findOneBy(SetUpLink, { id: 1 });
    if (!link || !link.secretHash.equals(sha256(input.secret)) || link.expiresAt <= new Date()) throw new Problem('identity/link-invalid');
    demandStrong(input.password, [input.name, input.email, input.installationName, input.organisationName]);
    const passwordHash = await hashPassword(input.password);
    const personId = await this.transactions.run(async (em) => {
      // two at once wait for each other here, and for the second the link is used up
      const [town] = await em.query<{ set_up_at: Date | null }[]>('select set_up_at from installation for update');
      if (town?.set_up_at) throw new Problem('identity/link-invalid');
      const id = newId();
      await em.update(InstallationRow, { id: 1 }, {
        name: input.installationName, defaultLanguage: input.defaultLanguage, timeZone: input.timeZone, setUpAt: new Date(),
      });
      await em.insert(Organisation, { id: newId(), name: input.organisationName, sector: 'public', parentId: null });
      await em.query('insert into person (id, name, email, language) values ($1, $2, $3, $4) on conflict on constraint person_email_key do nothing', [
        id, input.name, input.email, input.defaultLanguage,
      ]);
      const person = await em.findOneByOrFail(Person, { email: input.email });
      await em.update(Person, { id: person.id }, { name: input.name, passwordHash, active: true });
      await this.roles.insert(em, { personId: person.id, scope: 'installation', scopeId: null, role: 'administrator' });
      await em.delete(SetUpLink, { id: 1 });
      await audit(em, { by: { person }, action: 'installation.set-up', subjectKind: 'person', subjectId: person.id });
      return person.id;
    });
    await this.guessing.succeeded({ address: request.ip });
    return this.signIn(request, personId);
  }
}
