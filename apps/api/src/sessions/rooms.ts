import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RoomState, StaffState } from '@spolu/contracts/sessions';
import { RoomEvent } from '@spolu/realtime/room-events';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { LOGGER } from '../http/logger.ts';
import { ReadersByKind } from './activities/readers-by-kind.ts';
import { notice, Peers } from '../peers/peers.ts';
import { CodeGuard } from './code-guard.ts';
import { roomHands, staffHands } from './hands/read-hands.ts';
import { missedWordIn } from './activities/brainstorm/round-robin/word.ts';
import { lateAnswersIn } from './activities/late/read-late.ts';
import { askedOf } from './report/meaning/read-meanings.ts';
import { OnlineElsewhere } from './online-elsewhere.ts';
import { PaceBook } from './pace/pace-book.ts';
import { SpacedWork } from './spaced-work.ts';
import { CodeTried } from './shared-code-guard.ts';
import { inHall, type ReadActivity, type RoomReading, roomState, type ShownPart, shownIn } from './room-state.ts';

/** Between two broadcasts of one room at least, however much changes. */
const PAUSE_MS = 150;
/** Where only a count changed, screens can wait; and the bigger the frame and the hall, the longer, so that the wire carries at most this. */
const COUNTS_PAUSE_MS = 250;
const COUNTS_PAUSE_MAX_MS = 2_000;
const BYTES_PER_SECOND = 8_000_000;

const RoomChanged = notice('room.changed', z.strictObject({ sessionId: z.string(), what: z.enum(['room', 'counts', 'staff']) }));

/** One room as somebody watches it. */
interface Watched {
  room: SpacedWork;
  staff: SpacedWork;
  seats: number;
  /** How many sockets each participant has here; whoever has one is online. */
  online: Map<string, number>;
  /** The newest state and whether something changed since it was read. */
  last: RoomState | null;
  bytes: number;
  stale: boolean;
  /** The newest reading that is under way. */
  reading: Promise<RoomState> | null;
  /** Nobody said that something changed: what is the same as before is not sent again. */
  isMerelyLooking: boolean;
  sent: string;
}

export const roomChannel = (sessionId: string) => `room:${sessionId}`;
export const staffChannel = (sessionId: string) => `staff:${sessionId}`;

/**
 * The live rooms: reads what has changed once and sends it to everybody. Tables are the truth; nothing here outlives a restart or needs to.
 */
@Injectable()
export class Rooms implements OnApplicationShutdown {
  private server: Server | undefined;
  private readonly watched = new Map<string, Watched>();
  private readonly elsewhere: OnlineElsewhere;

  constructor(
    // Not the manager of a transaction that happens to be around: rooms are read after commits, by timers.
    private readonly source: DataSource,
    private readonly readers: ReadersByKind,
    private readonly guard: CodeGuard,
    private readonly pace: PaceBook,
    private readonly peers: Peers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    peers.on(RoomChanged, ({ sessionId, what }) => {
      if (what === 'room') this.changedHere(sessionId);
      else if (what === 'counts') this.countsChangedHere(sessionId);
      else this.staffChangedHere(sessionId);
    });
    peers.on(CodeTried, ({ isRight }) => {
      if (!isRight && guard.alarm(new Date())) this.alarmChanged();
    });
    peers.onMissed(() => {
      for (const [sessionId, watched] of this.watched) {
        watched.isMerelyLooking ||= !watched.stale;
        watched.stale = true;
        watched.room.ask(PAUSE_MS);
        this.staffChangedHere(sessionId);
      }
    });
    this.elsewhere = new OnlineElsewhere(peers, (sessionId) => this.watched.get(sessionId)?.online.keys(), (sessionId) => this.staffChangedHere(sessionId));
  }

  private tell(what: z.infer<typeof RoomChanged.body>['what'], sessionId: string): void {
    this.peers.tell(RoomChanged, { sessionId, what });
  }

  /** Told by the gateway once sockets are served. */
  serveOn(server: Server): void {
    this.server = server;
  }

  onApplicationShutdown(): void {
    this.elsewhere.stop();
    for (const { room, staff } of this.watched.values()) {
      room.stop();
      staff.stop();
    }
    this.watched.clear();
  }

  /** After a commit that changed what screens show. */
  changed(sessionId: string): void {
    this.changedHere(sessionId);
    this.tell('room', sessionId);
  }
  private changedHere(sessionId: string): void {
    this.ask(sessionId, PAUSE_MS);
    this.staffChangedHere(sessionId);
  }

  /** After a commit that changed nothing but how many cards, votes or people there are. */
  countsChanged(sessionId: string): void {
    this.countsChangedHere(sessionId);
    this.tell('counts', sessionId);
  }
  private countsChangedHere(sessionId: string): void {
    const watched = this.watched.get(sessionId);
    if (!watched) return;
    this.ask(sessionId, Math.min(COUNTS_PAUSE_MAX_MS, Math.max(COUNTS_PAUSE_MS, (watched.bytes * watched.seats * 1000) / BYTES_PER_SECOND)));
    this.staffChangedHere(sessionId);
  }

  /** After a commit or an arrival that only the staff's screens show. */
  staffChanged(sessionId: string): void {
    this.staffChangedHere(sessionId);
    this.tell('staff', sessionId);
  }
  private staffChangedHere(sessionId: string): void {
    this.watched.get(sessionId)?.staff.ask(COUNTS_PAUSE_MS);
  }

  /** Wrong codes began or ceased to arrive: all staff that watch are told. */
  alarmChanged(): void {
    for (const sessionId of this.watched.keys()) this.staffChangedHere(sessionId);
  }

  /** Somebody came; to be told of each socket that entered, and of its leaving. */
  enter(sessionId: string, participantId: string | null): void {
    let watched = this.watched.get(sessionId);
    if (!watched) {
      watched = this.watch(sessionId);
      this.watched.set(sessionId, watched);
      this.elsewhere.ask(sessionId);
    }
    watched.seats += 1;
    if (participantId === null) return;
    const before = watched.online.get(participantId) ?? 0;
    watched.online.set(participantId, before + 1);
    if (before === 0) this.onlineChanged(sessionId);
  }
  leave(sessionId: string, participantId: string | null): void {
    const watched = this.watched.get(sessionId);
    if (!watched) return;
    watched.seats -= 1;
    if (participantId !== null) {
      const left = (watched.online.get(participantId) ?? 1) - 1;
      if (left > 0) watched.online.set(participantId, left);
      else {
        watched.online.delete(participantId);
        this.onlineChanged(sessionId);
      }
    }
    if (watched.seats > 0) return;
    watched.room.stop();
    watched.staff.stop();
    this.watched.delete(sessionId);
  }

  private onlineChanged(sessionId: string): void {
    this.staffChangedHere(sessionId);
    this.elsewhere.tell(sessionId);
  }

  /** By way of this server or another one. */
  isOnline(sessionId: string, participantId: string): boolean {
    return (this.watched.get(sessionId)?.online.has(participantId) ?? false) || this.elsewhere.has(sessionId, participantId);
  }

  /** The rooms that somebody follows here, as they were last read. */
  followed(): RoomState[] {
    return [...this.watched.values()].flatMap(({ last }) => last ?? []);
  }

  /** The room as it is now, with the server's clock of this moment. */
  async state(sessionId: string): Promise<RoomState> {
    const watched = this.watched.get(sessionId);
    // while it is being read anew, what was read before is not what it is now
    const known = watched && !watched.stale ? ((await watched.reading) ?? watched.last) : null;
    return known ? { ...known, serverNow: new Date().toISOString() } : this.readState(sessionId);
  }

  async staffState(sessionId: string): Promise<StaffState> {
    const em = this.source.manager;
    const version = await nextVersion(em);
    const reading = await readRoom(em, sessionId);
    const shown = shownIn(reading);
    const counts = shown?.settings.kind === 'brainstorm' && shown.settings.mode !== 'anonymous';
    const [participants, late, lateAnswers, inboxes, hands, missedWordIds] = await Promise.all([
      em.query<{ id: string; nickname: string | null; sector: StaffState['participants'][number]['sector']; removed: boolean; cardCount: number; silent: boolean }[]>(
        `select id, nickname, sector, removed_at is not null as removed,
            (select count(*)::int from card c where c.participant_id = p.id and c.activity_id = $2 and c.state in ('held', 'shown')) as "cardCount",
            removed_at is null and not exists (select 1 from contribution c where c.participant_id = p.id and c.session_id = $1)
              and not exists (select 1 from card c where c.participant_id = p.id and c.state not in ('shown', 'removed')) as silent
          from participant p where session_id = $1 order by joined_at, id`,
        [sessionId, shown?.id ?? null],
      ),
      em.query<{ id: string; activityId: string; text: string; composedAt: Date }[]>(
        `select c.id, c.activity_id as "activityId", c.text, c.composed_at as "composedAt"
          from card c join activity a on a.id = c.activity_id where a.session_id = $1 and c.state = 'late' order by c.composed_at, c.id`,
        [sessionId],
      ),
      lateAnswersIn(em, sessionId),
      em.query<{ activityId: string; waitingCount: number; asideCount: number; decidedAt: Date | null }[]>(
        `select a.id as "activityId", count(*) filter (where c.state = 'inbox')::int as "waitingCount", count(*) filter (where c.state = 'aside')::int as "asideCount",
            max(c.decided_at) as "decidedAt"
          from activity a join card c on c.activity_id = a.id
          where a.session_id = $1 and a.settings->>'moderated' = 'true' group by a.id, a.position order by a.position`,
        [sessionId],
      ),
      staffHands(em, sessionId),
      shown ? missedWordIn(em, shown.id) : [],
    ]);
    return {
      version,
      participants: participants.map(({ cardCount, silent: _, ...participant }) => ({
        ...participant,
        online: !participant.removed && this.isOnline(sessionId, participant.id),
        cardCount: counts ? cardCount : null,
      })),
      silentIds: participants.flatMap(({ id, silent }) => (silent ? [id] : [])),
      lateCards: late.map((card) => ({ ...card, composedAt: card.composedAt.toISOString() })),
      lateAnswers,
      inboxes: inboxes.map((inbox) => ({ ...inbox, decidedAt: inbox.decidedAt?.toISOString() ?? null })),
      staffNotes: shown?.state === 'running' ? shown.staffNotes : '',
      hands,
      missedWordIds,
      pace: this.pace.told(sessionId, shown?.state === 'running' ? shown.id : null),
      codeAlarm: this.guard.alarm(new Date()),
    };
  }

  private ask(sessionId: string, pauseMs: number): void {
    const watched = this.watched.get(sessionId);
    if (!watched) return;
    watched.stale = true;
    watched.isMerelyLooking = false;
    watched.room.ask(pauseMs);
  }

  private watch(sessionId: string): Watched {
    const failed = (error: unknown) => this.logger.error({ err: error, sessionId }, 'a room could not be read');
    const watched: Watched = {
      room: new SpacedWork(async () => {
        const { isMerelyLooking, sent } = watched;
        watched.isMerelyLooking = false;
        const state = await this.readState(sessionId);
        watched.sent = JSON.stringify({ ...state, version: 0, serverNow: '' });
        if (isMerelyLooking && watched.sent === sent) return;
        this.server?.to(roomChannel(sessionId)).emit(RoomEvent.room, state);
      }, failed),
      staff: new SpacedWork(async () => {
        if ((this.server?.sockets.adapter.rooms.get(staffChannel(sessionId))?.size ?? 0) === 0) return;
        this.server?.to(staffChannel(sessionId)).emit(RoomEvent.staff, await this.staffState(sessionId));
      }, failed),
      seats: 0,
      online: new Map(),
      last: null,
      bytes: 0,
      stale: true,
      reading: null,
      isMerelyLooking: false,
      sent: '',
    };
    return watched;
  }

  private readState(sessionId: string): Promise<RoomState> {
    const watched = this.watched.get(sessionId);
    const reading = this.readNow(sessionId, watched);
    if (!watched) return reading;
    // Whatever changes from here on makes it stale again, also while it is being read.
    watched.stale = false;
    watched.reading = reading;
    const over = (failed: boolean) => {
      if (watched.reading !== reading) return;
      watched.reading = null;
      watched.stale ||= failed;
    };
    reading.then(() => over(false), () => over(true));
    return reading;
  }

  private async readNow(sessionId: string, watched: Watched | undefined): Promise<RoomState> {
    const em = this.source.manager;
    const version = await nextVersion(em);
    const reading = await readRoom(em, sessionId);
    const parts = new Map<string, ShownPart>();
    for (const activity of [shownIn(reading), inHall(reading)]) if (activity?.startedAt) parts.set(activity.id, await this.readers.of(activity.kind).roomPart(em, activity));
    const state = roomState(reading, (id) => parts.get(id), version, new Date());
    if (watched && state.version > (watched.last?.version ?? 0)) {
      watched.last = state;
      watched.bytes = JSON.stringify(state).length;
    }
    return state;
  }
}

/** Versions come from the database, so that they grow over restarts and whoever reads. */
async function nextVersion(em: EntityManager): Promise<number> {
  const [row] = await em.query<{ version: string }[]>(`select nextval('room_version') as version`);
  return Number(row?.version);
}

/** One statement, so that session and agenda are of one moment. */
async function readRoom(em: EntityManager, sessionId: string): Promise<RoomReading> {
  const [row] = await em.query<(Omit<RoomReading, 'activities' | 'hands' | 'meaning'> & { activities: StoredActivity[] })[]>(
    `select s.id, s.title, s.welcome, s.language, s.second_language as "secondLanguage", s.second, s.state, s.code, s.door_open as "doorOpen", s.hall_activity_id as "hallActivityId", s.look,
        (select board_id from session_board b where b.session_id = s.id and b.position = 0) as "boardId",
        (select count(*)::int from participant p where p.session_id = s.id and p.removed_at is null) as "participantCount",
        coalesce((select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'instruction', a.instruction, 'staffNotes', a.staff_notes,
            'minutes', a.minutes, 'settings', a.settings, 'second', a.second, 'state', a.state, 'startedAt', a.started_at, 'endsAt', a.ends_at, 'openUntil', a.open_until, 'endedAt', a.ended_at,
            'lockedAt', a.locked_at, 'revealedAt', a.revealed_at, 'resultShownAt', a.result_shown_at, 'pausedAt', a.paused_at, 'skippedAt', a.skipped_at) order by a.position)
          from activity a where a.session_id = s.id), '[]') as activities
      from session s where s.id = $1`,
    [sessionId],
  );
  if (!row) throw new Error(`no session ${sessionId}`);
  return { ...row, activities: row.activities.map(withDates), hands: await roomHands(em, sessionId), meaning: await askedOf(em, sessionId) };
}

type Moments = 'startedAt' | 'endsAt' | 'openUntil' | 'endedAt' | 'lockedAt' | 'revealedAt' | 'resultShownAt' | 'pausedAt' | 'skippedAt';
type StoredActivity = Omit<ReadActivity, Moments> & Record<Moments, string | null>;
const moment = (text: string | null) => (text === null ? null : new Date(text));
const withDates = (stored: StoredActivity): ReadActivity => ({
  ...stored,
  startedAt: moment(stored.startedAt),
  endsAt: moment(stored.endsAt),
  openUntil: moment(stored.openUntil),
  endedAt: moment(stored.endedAt),
  lockedAt: moment(stored.lockedAt),
  revealedAt: moment(stored.revealedAt),
  resultShownAt: moment(stored.resultShownAt),
  pausedAt: moment(stored.pausedAt),
  skippedAt: moment(stored.skippedAt),
});
