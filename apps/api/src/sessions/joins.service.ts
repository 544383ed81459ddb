import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import type { EditParticipant, Join, Joined, JoinOffer, LookUpCode } from '@spolu/contracts/sessions';
import type { Request } from 'express';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { v7 as newId } from 'uuid';
import { CONFIG, type Config } from '../config/config.ts';
import { sha256, Transactions } from '../database/transactions.ts';
import { demand } from '../http/policy.ts';
import { participantIn, type Viewer } from '../http/viewer.ts';
import { IdentityService } from '../identity/identity.service.ts';
import { ReceiptsService } from '../provenance/receipts.service.ts';
import { giveUpWord } from './activities/brainstorm/round-robin/word.ts';
import { BreakoutService } from './activities/breakout/breakout.service.ts';
import { TableRules } from './activities/breakout/table-rules.ts';
import { CodeGuard } from './code-guard.ts';
import { Rooms } from './rooms.ts';
import { sessionWords } from './second-words.ts';
import { SessionAccess } from './session-access.ts';
import { Activity, Participant, Session } from './session.entity.ts';
import { removeParticipant, takePart } from './sessions.policy.ts';

/** People a room holds (SEC-31). */
export const PARTICIPANTS_MAX = 2_000;
/** So long a phone that lost the answer may ask again and is the same participant. */
const REPEAT_MS = 10 * 60_000;

/** @throws Problem `session/full` */
export async function demandRoom(em: EntityManager, sessionId: string): Promise<void> {
  if ((await em.countBy(Participant, { sessionId, removedAt: IsNull() })) >= PARTICIPANTS_MAX) throw new Problem('session/full');
}

/** The door: from a code to a participant, without an account. */
@Injectable()
export class JoinsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SessionAccess,
    private readonly identity: IdentityService,
    private readonly receipts: ReceiptsService,
    private readonly guard: CodeGuard,
    private readonly rooms: Rooms,
    private readonly breakouts: BreakoutService,
    private readonly tables: TableRules,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `session/code-invalid` alike for wrong and ended codes, `session/removed`, `session/door-closed`, `too-many-requests` */
  async lookUp(me: Viewer, { code }: LookUpCode, address: string): Promise<JoinOffer> {
    const { id, title, welcome, language, ...session } = await this.sessionBehind(this.transactions.manager, me, code, address);
    const second = sessionWords({ title, welcome, ...session });
    return { sessionId: id, sessionTitle: title, welcome, language, ...(second && { second }) };
  }

  /**
   * Makes the device a participant, or gives it the one it is. Its receipt is shown this once; a command sent again, because the answer was lost, gives the
   * same participant and a new receipt.
   * @param key the command's idempotency key, which only this device knows
   */
  async join(me: Viewer, input: Join, key: string, request: Request): Promise<Joined> {
    const address = request.ip ?? '';
    const joined = await this.transactions.run(async (em) => {
      const session = await this.sessionBehind(em, me, input.code, address);
      const ownId = participantIn(me, session.id);
      if (ownId !== null) {
        await this.access.participant(me, session.id, em);
        return { participantId: ownId, sessionId: session.id, secret: null };
      }
      const now = new Date();
      const joinDigest = sha256(session.id, key);
      const participantId = (await this.repeated(em, joinDigest, now)) ?? (await this.add(em, me, session, input, joinDigest, now));
      this.transactions.afterCommit(() => {
        this.guard.trust(address, now);
        this.rooms.countsChanged(session.id);
      });
      return { participantId, sessionId: session.id, secret: await this.receipts.issue(em, participantId) };
    });
    const { participantId, sessionId, secret } = joined;
    await this.identity.addParticipantToSignIn(request, { participantId, sessionId });
    const { manager } = this.transactions;
    const running = await manager.findOneBy(Activity, { sessionId, state: 'running' });
    if (running?.openUntil) await this.identity.keepKnown(manager, { sessionId, participantId }, running.openUntil);
    const origin = this.config.publicUrl?.origin ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { participantId, sessionId, receipt: secret === null ? null : { secret, url: `${origin}/r#${secret}` } };
  }

  /** Her own name, sector and language. */
  async edit(me: Viewer, sessionId: string, { nickname, sector, language }: EditParticipant): Promise<void> {
    return this.transactions.run(async (em) => {
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(takePart, me, facts);
      const { id } = await this.access.participant(me, sessionId, em);
      await em.update(Participant, { id }, { nickname, sector, language });
      this.transactions.afterCommit(() => this.rooms.staffChanged(sessionId));
    });
  }

  /** Asks somebody to leave: all her devices at once. What she wrote and how she voted stays. */
  async remove(me: Viewer, participantId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const participant = await em.findOneBy(Participant, { id: participantId });
      if (!participant?.sessionId) throw new Problem('not-found');
      const { sessionId } = participant;
      const { facts } = await this.access.session(sessionId, 'read', em);
      demand(removeParticipant, me, facts);
      const { affected } = await em.update(Participant, { id: participantId, removedAt: IsNull() }, { removedAt: new Date() });
      if (affected === 0) return;
      await giveUpWord(em, participantId);
      await this.identity.removeParticipant(participantId);
      await this.identity.audit(em, { by: me, action: 'participant.removed', subjectKind: 'participant', subjectId: participantId });
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
    });
  }

  /** Whoever was asked to leave may come back, on the device she had: as who she was, with all she wrote. @throws Problem `session/full` */
  async letIn(me: Viewer, participantId: string): Promise<void> {
    return this.transactions.run(async (em) => {
      const participant = await em.findOneBy(Participant, { id: participantId });
      if (!participant?.sessionId) throw new Problem('not-found');
      const { sessionId } = participant;
      const found = await this.access.session(sessionId, 'steer', em);
      demand(removeParticipant, me, found.facts);
      if (!participant.removedAt) return;
      await demandRoom(em, sessionId);
      await em.update(Participant, { id: participantId }, { removedAt: null });
      await this.breakouts.seatLateComer(em, sessionId, participantId);
      await this.tables.write(em, found);
      await this.identity.restoreParticipant(participantId);
      await this.identity.audit(em, { by: me, action: 'participant.let-in', subjectKind: 'participant', subjectId: participantId });
      this.transactions.afterCommit(() => this.rooms.changed(sessionId));
    });
  }

  /** Who is inside already is never asked to wait; for everybody else a right code and a wrong one cost the same. */
  private async sessionBehind(em: EntityManager, me: Viewer, code: string, address: string): Promise<Session> {
    const session = await em.findOneBy(Session, { code, state: 'open' });
    if (session && participantIn(me, session.id) !== null) return session;
    const now = new Date();
    const retryAfterSeconds = this.guard.waitSeconds(address, now);
    if (retryAfterSeconds > 0) throw new Problem('too-many-requests', { retryAfterSeconds });
    if (!session) {
      const before = this.guard.alarm(now);
      this.guard.wrong(address, now);
      if (!before && this.guard.alarm(now)) this.rooms.alarmChanged();
      throw new Problem('session/code-invalid');
    }
    if (await this.isRemoved(em, me, session.id)) throw new Problem('session/removed');
    if (!session.doorOpen) throw new Problem('session/door-closed');
    return session;
  }

  /** Whoever was asked to leave does not come in as somebody else, neither on that device nor under the same account. */
  private async isRemoved(em: EntityManager, me: Viewer, sessionId: string): Promise<boolean> {
    if (me.removedFrom.includes(sessionId)) return true;
    return me.person !== null && em.existsBy(Participant, { sessionId, personId: me.person.id, removedAt: Not(IsNull()) });
  }

  private async repeated(em: EntityManager, joinDigest: Buffer, now: Date): Promise<string | null> {
    const before = await em.findOneBy(Participant, { joinDigest });
    if (!before) return null;
    if (before.removedAt) throw new Problem('session/removed');
    if (now.getTime() - before.joinedAt.getTime() > REPEAT_MS) throw new Problem('idempotency-key-reused');
    return before.id;
  }

  private async add(em: EntityManager, me: Viewer, session: Session, { nickname, sector, language }: Join, joinDigest: Buffer, now: Date): Promise<string> {
    await demandRoom(em, session.id);
    const id = newId();
    const participant = { id, sessionId: session.id, processId: null, personId: me.person?.id ?? null, nickname, sector, language, joinedAt: now, removedAt: null, joinDigest, addedBy: null, hasDevice: true };
    const inserted = await em.createQueryBuilder().insert().into(Participant).values(participant).orIgnore().returning('id').execute();
    if ((inserted.raw as unknown[]).length > 0) {
      await this.breakouts.seatLateComer(em, session.id, id);
      return id;
    }
    // the same command arrived twice at once; the other one made the participant
    return (await em.findOneByOrFail(Participant, { joinDigest })).id;
  }
}
