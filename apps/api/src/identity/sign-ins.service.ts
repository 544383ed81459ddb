import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Page, PageQuery } from '@spolu/contracts/common';
import type { SignInView } from '@spolu/contracts/identity';
import { Problem } from '@spolu/contracts/problems';
import type { HeldRole } from '@spolu/contracts/roles';
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Transactions } from '../database/transactions.ts';
import { LOGGER } from '../http/logger.ts';
import { byParts, type ListOrder, pageOf } from '../http/page.ts';
import { SocketSeats } from '../http/seats.ts';
import { NOBODY, type Viewer } from '../http/viewer.ts';
import { JobsService } from '../jobs/jobs.service.ts';
import { Guessing } from './guessing.service.ts';
import { dayIn, holdsOn, type DatedRole } from './role.ts';
import { deviceOf, GUEST_LIFETIME, isAlive, isGuestKnown, SEEN_EVERY_MS, STAFF_LIFETIME } from './sign-in-lifetime.ts';

const ATTEND_EVERY_MS = 60_000;

interface Found {
  personId: string | null;
  name: string | null;
  startedAt: Date;
  lastSeenAt: Date;
  knownUntil: Date | null;
  timeZone: string;
  roles: DatedRole[];
  participants: DeviceParticipant[];
}
interface DeviceParticipant {
  id: string;
  sessionId: string | null;
  processId: string | null;
  /** When she was asked to leave. */
  removedAt: string | null;
}

const LAST_SEEN_FIRST: ListOrder<SignInView, [string, string]> = {
  key: z.tuple([z.string(), z.string()]),
  keyOf: ({ lastSeenAt, id }) => [lastSeenAt, id],
  compare: byParts('down', 'up'),
};

/** Which device is whom, since when and for how long. */
@Injectable()
export class SignIns implements OnApplicationBootstrap, OnApplicationShutdown {
  private attending: NodeJS.Timeout | undefined;
  private attendedOn: string | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly seats: SocketSeats,
    private readonly guessing: Guessing,
    @Inject(LOGGER) private readonly logger: Logger,
    jobs: JobsService,
  ) {
    jobs.do('sign-ins.aged', () => this.forget());
  }

  onApplicationBootstrap(): void {
    // Each process for the sockets that are open at it; what is nobody's is the job's.
    this.attending = setInterval(() => {
      // The database may be away for a moment; the next time does what this one could not.
      this.attend().catch((error: unknown) => this.logger.error({ err: error }, 'open rooms were not attended to'));
    }, ATTEND_EVERY_MS);
    this.attending.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.attending);
  }

  /** Who a device is now. A person's part may be over while the participants of the device go on. */
  async viewerOf(sid: string, now = new Date()): Promise<Viewer> {
    const found = await this.find(sid);
    if (!found) return NOBODY;
    const today = dayIn(found.timeZone, now);
    const roles = found.roles.filter((role) => holdsOn(role, today)).map(({ scope, scopeId, role }) => ({ scope, scopeId, role }));
    const guest = isGuestKnown(found, now);
    const person = found.personId && found.name !== null && isAlive(found, personLifetime(roles), now) ? { id: found.personId, name: found.name } : null;
    const own = guest ? found.participants : [];
    const participants = own.filter(({ removedAt }) => removedAt === null).map(({ id, sessionId, processId }) => (sessionId === null ? { id, sessionId, processId } : { id, sessionId }));
    const removedFrom = own.flatMap(({ removedAt, sessionId }) => (removedAt !== null && sessionId !== null ? [sessionId] : []));
    if (!person && own.length === 0) {
      await this.transactions.manager.query('delete from sign_in where sid = $1', [sid]);
      return NOBODY;
    }
    if (found.personId && !person) {
      // for good: a sign of life of the participant must not wake the person
      await this.transactions.manager.query('update sign_in set person_id = null where sid = $1', [sid]);
    }
    if (now.getTime() - found.lastSeenAt.getTime() >= SEEN_EVERY_MS) {
      await this.transactions.manager.query('update sign_in set last_seen_at = $2 where sid = $1', [sid, now]);
    }
    return { person, roles: person ? roles : [], participants, removedFrom };
  }

  /**
   * The device becomes this person, under a new id: what knew the old one, a planted cookie too, knows nothing (SEC-09). Taken over are, one by
   * one, the participants it was and those who were asked to leave; not those of another person who was signed in before.
   */
  async begin(request: Request, personId: string): Promise<void> {
    const before = request.sessionID;
    const old = request.session.startedAt ? await this.find(before) : null;
    const kept = old && (old.personId === null || old.personId === personId) ? old.participants : [];
    await this.renew(request);
    const em = this.transactions.manager;
    await em.query('update sign_in set person_id = $2 where sid = $1', [request.sessionID, personId]);
    for (const participant of kept) await this.keepParticipant(em, request.sessionID, participant);
    this.seats.end([before]);
  }

  /** The device is nobody any more; whatever else knew its cookie is nobody too. */
  async end(request: Request): Promise<void> {
    const sid = request.sessionID;
    await new Promise<void>((done, failed) => {
      request.session.destroy((error: unknown) => (error ? failed(asError(error)) : done()));
    });
    this.seats.end([sid]);
  }

  /** The device took part: it is this participant from now on, beside what it is already. */
  async addParticipant(request: Request, participant: Omit<DeviceParticipant, 'removedAt'>): Promise<void> {
    // A device that is somebody keeps its id: were the answer lost on the way, a new cookie would be lost with it, and all it was before.
    if (!request.session.startedAt || !(await this.find(request.sessionID))) await this.renew(request);
    await this.keepParticipant(this.transactions.manager, request.sessionID, { ...participant, removedAt: null });
  }

  /** Her devices are nobody in that session any more, and remember why. */
  async removeParticipant(participantId: string): Promise<void> {
    await this.transactions.manager.query('update sign_in_participant set removed_at = now() where participant_id = $1 and removed_at is null', [participantId]);
    this.transactions.afterCommit(() => this.seats.refresh({ participantId }));
  }

  /** The devices of these participants, or of all in the session, stay known until then. */
  async keepKnown(em: EntityManager, { sessionId, participantId = null }: { sessionId: string; participantId?: string | null }, until: Date): Promise<void> {
    await em.query(
      `update sign_in set known_until = greatest(known_until, $3)
        where sid in (select sid from sign_in_participant where session_id = $1 and removed_at is null and ($2::uuid is null or participant_id = $2))`,
      [sessionId, participantId, until],
    );
  }

  async forgetSeats(em: EntityManager, participantIds: readonly string[]): Promise<void> {
    await em.query('delete from sign_in_participant where participant_id = any($1::uuid[])', [participantIds]);
    this.transactions.afterCommit(() => participantIds.forEach((participantId) => this.seats.refresh({ participantId })));
  }

  async onDevicesOfOthers(em: EntityManager, participantIds: readonly string[], personId: string): Promise<Set<string>> {
    const rows = await em.query<{ id: string }[]>(
      `select distinct on_device.participant_id as id from sign_in_participant on_device join sign_in s on s.sid = on_device.sid
        where on_device.participant_id = any($1::uuid[]) and s.person_id <> $2`,
      [participantIds, personId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async restoreParticipant(participantId: string): Promise<void> {
    await this.transactions.manager.query('update sign_in_participant set removed_at = null where participant_id = $1', [participantId]);
  }

  /** Where she is signed in, the latest first; devices whose time is over are not told of. */
  /** Where she is signed in, the device used last first. */
  async list(viewer: Viewer, currentSid: string, query: PageQuery, now = new Date()): Promise<Page<SignInView>> {
    const rows = await this.transactions.manager.query<{ id: string; sid: string; startedAt: Date; lastSeenAt: Date; device: string }[]>(
      'select id, sid, started_at as "startedAt", last_seen_at as "lastSeenAt", device from sign_in where person_id = $1 order by last_seen_at desc, id',
      [viewer.person?.id],
    );
    const alive = rows.filter((row) => isAlive(row, personLifetime(viewer.roles), now)).map(({ id, sid, startedAt, lastSeenAt, device }): SignInView => ({
      id, current: sid === currentSid, startedAt: startedAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), device,
    }));
    return pageOf(alive, query, LAST_SEEN_FIRST);
  }

  /** @throws Problem `not-found` for a sign-in that is not hers */
  async endOne(personId: string, id: string): Promise<void> {
    await this.endBy('delete from sign_in where id = $1 and person_id = $2 returning sid', [id, personId], (ended) => {
      if (ended.length === 0) throw new Problem('not-found');
    });
  }

  /** @param exceptSid the device she is at, which stays */
  async endAllOf(personId: string, exceptSid = ''): Promise<void> {
    await this.endBy('delete from sign_in where person_id = $1 and sid <> $2 returning sid', [personId, exceptSid]);
  }

  /** A device with an open room is at work; one whose sign-in ended elsewhere is shown out; days change what roles hold. */
  async attend(now = new Date()): Promise<void> {
    const em = this.transactions.manager;
    const [town] = await em.query<{ timeZone: string }[]>('select time_zone as "timeZone" from installation');
    const today = dayIn(town?.timeZone ?? 'UTC', now);
    const newDay = this.attendedOn !== undefined && this.attendedOn !== today;
    this.attendedOn = today;
    const open = this.seats.signInIds;
    await em.query('update sign_in set last_seen_at = $2 where sid = any($1) and last_seen_at > $2::timestamptz - make_interval(secs => $3)', [
      open, now, STAFF_LIFETIME.idleMs / 1000,
    ]);
    const over: string[] = [];
    for (const sid of open) {
      const before = await this.find(sid);
      const viewer = await this.viewerOf(sid, now);
      if (!viewer.person && viewer.participants.length === 0) over.push(sid);
      else if (before?.personId && (newDay || !viewer.person)) this.seats.refresh({ personId: before.personId });
    }
    this.seats.end(over);
  }

  /** Sign-ins and failed attempts whose time is over. */
  async forget(now = new Date()): Promise<void> {
    await this.guessing.forget(now);
    await this.transactions.manager.query('delete from sign_in where (last_seen_at <= $1 and coalesce(known_until <= $3, true)) or started_at <= $2', [
      new Date(now.getTime() - GUEST_LIFETIME.idleMs), new Date(now.getTime() - GUEST_LIFETIME.absoluteMs), now,
    ]);
  }

  private async find(sid: string): Promise<Found | null> {
    const [found] = await this.transactions.manager.query<Found[]>(
      `select s.person_id as "personId", p.name, s.started_at as "startedAt", s.last_seen_at as "lastSeenAt", s.known_until as "knownUntil", i.time_zone as "timeZone",
          coalesce((select json_agg(json_build_object('scope', r.scope, 'scopeId', r.scope_id, 'role', r.role, 'fromOn', r.from_on, 'untilOn', r.until_on))
            from role r where r.person_id = p.id and r.ended_at is null), '[]') as roles,
          coalesce((select json_agg(json_build_object('id', sp.participant_id, 'sessionId', sp.session_id, 'processId', sp.process_id, 'removedAt', sp.removed_at))
            from sign_in_participant sp where sp.sid = s.sid), '[]') as participants
        from sign_in s cross join installation i left join person p on p.id = s.person_id and p.active
        where s.sid = $1`,
      [sid],
    );
    return found ?? null;
  }

  private async renew(request: Request): Promise<void> {
    await new Promise<void>((done, failed) => {
      request.session.regenerate((error: unknown) => (error ? failed(asError(error)) : done()));
    });
    request.session.startedAt = new Date().toISOString();
    await new Promise<void>((done, failed) => {
      request.session.save((error: unknown) => (error ? failed(asError(error)) : done()));
    });
    await this.transactions.manager.query('update sign_in set device = $2 where sid = $1', [request.sessionID, deviceOf(request.get('user-agent'))]);
  }

  private async keepParticipant(em: EntityManager, sid: string, { id, sessionId, processId, removedAt }: DeviceParticipant): Promise<void> {
    await em.query('insert into sign_in_participant (sid, participant_id, session_id, process_id, removed_at) values ($1, $2, $3, $4, $5) on conflict do nothing', [
      sid, id, sessionId, processId, removedAt,
    ]);
  }

  private async endBy(statement: string, values: string[], check: (ended: string[]) => void = () => undefined): Promise<void> {
    const result = await this.transactions.manager.query<[{ sid: string }[], number]>(statement, values);
    const ended = result[0].map(({ sid }) => sid);
    check(ended);
    this.transactions.afterCommit(() => this.seats.end(ended));
  }
}

/** Whoever holds a role works with other people's things. */
const personLifetime = (roles: readonly HeldRole[]) => (roles.length > 0 ? STAFF_LIFETIME : GUEST_LIFETIME);

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
