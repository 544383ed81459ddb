import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import * as Y from 'yjs';
import { SERVER_ENVIRONMENT } from '../../server-environment.mjs';
import { startEmbedded } from '../../../apps/api/dist/database/embedded.js';
import { addFrame } from '../../../libs/board/dist/frames.js';
import { addNote, editNote, moveNote, readNotes } from '../../../libs/board/dist/notes.js';
import { newBoard } from '../../../libs/board/dist/shape.js';
import { OTHER_CPUS, pin, prefer, SERVER_CPU } from './processes.mjs';

const MAIN = join(import.meta.dirname, '../../../apps/api/dist/main.js');
const SECRET = 'a secret for measuring only, thirty-two signs';

/**
 * The built server as a town runs it (Nest gateway, gate, PostgreSQL) on a core of its own, with an empty database. People and boards are
 * put into the tables directly: a hall's joining is measured elsewhere. `twin`: two servers with a Redis between them, both on that core; `port` and `pid` are the first one's.
 */
export async function startOurs({ twin = false } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'spolupracovna-sync-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbedded(join(home, 'postgres'));
  const postgresPid = Number(readFileSync(join(postgres.folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  pin(postgresPid, OTHER_CPUS);
  prefer(postgresPid);
  const database = new pg.Pool({ connectionString: postgres.url, max: 4 });
  database.on('error', () => undefined);
  const redis = twin ? await startRedis() : null;
  const server = { port: 0, pid: 0, ports: [], pids: [], postgresPid, postgres, database, start, kill, stop, givenBoard, givenAuthor, notesOf };
  let running;
  let second;

  async function start(port = 0) {
    running = await started(port);
    server.ports = [running.port];
    server.pids = [running.process.pid];
    [server.port, server.pid] = [running.port, running.process.pid];
  }
  async function started(port) {
    const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', '--cpu-prof-dir', process.env.BENCH_PROFILE] : [];
    const program = spawn(process.execPath, [...profile, MAIN], {
      env: {
        ...SERVER_ENVIRONMENT, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(home, 'data'), DATABASE_URL: postgres.url, SIGN_IN_SECRET: SECRET, NODE_ENV: 'production',
        LOG_LEVEL: 'error', ...(redis && { REDIS_URL: redis.url }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    const found = await new Promise((done, fail) => {
      program.once('exit', (code) => fail(new Error(`the server exited with ${code}\n${printed}`)));
      program.stdout.on('data', (chunk) => {
        printed += chunk;
        const ready = /Ready at \S+:(\d+)/.exec(printed);
        if (ready) done(Number(ready[1]));
      });
    });
    pin(program.pid, SERVER_CPU);
    prefer(program.pid);
    return { port: found, process: program };
  }
  function ended({ process: running }, signal) {
    if (running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
    const gone = new Promise((done) => running.once('exit', done));
    running.kill(signal);
    return gone;
  }
  /** As a power cut: the process is gone at once. */
  async function kill() {
    await ended(running, 'SIGKILL');
  }
  async function stop() {
    await Promise.all([running, ...(second ? [second] : [])].map((one) => ended(one, 'SIGTERM')));
    redis?.stop();
    await database.end();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }

  /** A board of a running activity in which everybody writes; `fill` puts into it what lies there already, under client ids of its own. */
  async function givenBoard(fill) {
    const boardId = randomUUID();
    const sessionId = randomUUID();
    const rule = {
      sessionId, activityId: randomUUID(), processId: null, organisationIds: [], language: 'sk', visibility: 'public', open: true, locked: false, createNotes: 'everyone',
      hidden: false, anonymous: false, groupNotes: 'staff',
    };
    await database.query('insert into board (id, title, rule) values ($1, $2, $3)', [boardId, 'Meranie', JSON.stringify(rule)]);
    const doc = new Y.Doc();
    const clients = [];
    const as = (participantId) => {
      // As the server draws them.
      doc.clientID = randomInt(1, 0x7fff_ffff);
      clients.push([doc.clientID, participantId]);
    };
    as(null);
    newBoard(doc);
    addFrame(doc, { id: 'f1', title: 'Námestie', position: { x: 0, y: 0 } });
    fill?.(doc, as);
    for (const [clientId, participantId] of clients) {
      await database.query('insert into board_client (board_id, client_id, participant_id, person_id, server) values ($1, $2, $3, null, $4)', [
        boardId, clientId, participantId, participantId === null,
      ]);
    }
    await database.query('insert into board_update (board_id, tick, transaction_id, participant_ids, person_ids, updates) values ($1, 1, pg_current_xact_id()::text::bigint, $2::uuid[], $3::uuid[], $4::bytea[])', [
      boardId, [null], [null], [Buffer.from(Y.encodeStateAsUpdate(doc))],
    ]);
    await database.query('insert into board_snapshot (board_id, tick, state, covers) values ($1, 1, $2, pg_current_snapshot()::text)', [boardId, Buffer.from(Y.encodeStateAsUpdateV2(doc))]);
    await database.query(
      `with given as (
        select * from jsonb_to_recordset($1) as given(id uuid, "participantId" uuid, text text)
      ), registered as (
        insert into record (id, kind, title, visibility, session_id, language, at) select id, 'contribution', text, 'public', $2, 'sk', now() from given
      )
      insert into contribution (id, kind, participant_id, session_id, activity_id, language, text, created_at)
      select id, 'note', "participantId", $2, $3, 'sk', text, now() from given`,
      [JSON.stringify(readNotes(doc)), sessionId, rule.activityId],
    );
    return { boardId, sessionId };
  }

  /** A participant's device, signed in. */
  async function givenAuthor({ boardId, sessionId }) {
    const sid = randomBytes(24).toString('base64url');
    const participantId = randomUUID();
    const cookie = { originalMaxAge: 3_600_000, expires: new Date(Date.now() + 3_600_000).toISOString(), httpOnly: true, path: '/', sameSite: 'lax' };
    await database.query(`insert into sign_in (sid, sess, expire, device) values ($1, $2, now() + interval '1 hour', 'bench')`, [
      sid, JSON.stringify({ cookie, startedAt: new Date().toISOString() }),
    ]);
    await database.query('insert into sign_in_participant (sid, participant_id, session_id) values ($1, $2, $3)', [sid, participantId, sessionId]);
    const signature = createHmac('sha256', SECRET).update(sid).digest('base64').replace(/=+$/, '');
    return { boardId, participantId, cookie: `spolu=${encodeURIComponent(`s:${sid}.${signature}`)}` };
  }

  /** How many contributions of a session stand in the database. */
  async function notesOf({ sessionId }) {
    const { rows } = await database.query('select count(*)::int as count from contribution where session_id = $1', [sessionId]);
    return rows[0].count;
  }

  await start();
  if (twin) {
    second = await started(0);
    server.ports.push(second.port);
    server.pids.push(second.process.pid);
  }
  return server;
}

/** One of Debian's, or where REDIS_SERVER says; it keeps nothing on any disk. */
async function startRedis() {
  const port = await new Promise((done) => {
    const free = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = free.address();
      free.close(() => done(found));
    });
  });
  const redis = spawn(process.env.REDIS_SERVER ?? '/usr/bin/redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'inherit'] });
  pin(redis.pid, OTHER_CPUS);
  await new Promise((done, fail) => {
    redis.once('error', fail);
    redis.once('exit', (code) => fail(new Error(`Redis ended with ${code}`)));
    redis.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept connections') && done());
  });
  redis.removeAllListeners('exit');
  return { url: `redis://127.0.0.1:${port}`, stop: () => redis.kill() };
}

const WORDS = 'na námestí by malo byť viac stromov lavičiek a vody pre deti aj starších ľudí bezpečné cesty pomalá doprava trh hudba ihrisko tieň pri zastávke'.split(' ');

/** A board somebody really worked on: notes of many authors, moved, written on. */
export function filled({ notes = 5_000, authors = 60, edits = 20_000 } = {}) {
  return (doc, as) => {
    let seed = 42;
    const random = (below) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const say = (count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
    for (let author = 0; author < authors; author++) {
      const participantId = randomUUID();
      as(participantId);
      const own = Array.from({ length: Math.ceil(notes / authors) }, () => randomUUID());
      doc.transact(() => {
        for (const id of own) {
          addNote(doc, { id, participantId, text: say(4 + random(14)), colour: 'yellow', order: 'a0', position: { x: random(8000), y: random(5000), frameId: null }, createdAt: Date.now() });
        }
      });
      const texts = new Map();
      doc.transact(() => {
        for (let i = 0; i < edits / authors; i++) {
          const id = own[random(own.length)];
          if (random(100) < 85) moveNote(doc, id, { x: random(8000), y: random(5000), frameId: null });
          else {
            texts.set(id, `${texts.get(id) ?? say(6)} ${say(1)}`);
            editNote(doc, id, texts.get(id));
          }
        }
      });
    }
  };
}
