/**
 * A public vote on its last evening: 5,000 people send their ballots, 500 at any moment, on the built server with its embedded database; both share this machine. Some send twice, some try to
 * take their ballot back for another one, some mistype their code. Afterwards every ballot must be counted exactly once, and nothing in a table or in the log may lead from a ballot to a code.
 * `npm run bench:ballots`.
 */
import { createHash, randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import pg from 'pg';
import { Device, startServer } from './server.mjs';
import { percentile, printResult, row } from './table.mjs';

const BALLOTS = 5_000;
/** Letters that nobody answers. */
const UNUSED = 200;
const AT_ONCE = 500;
const OPTIONS = 12;
const LIMIT = 3;
/** Each so manieth sends the very same once more at the same moment, sends another ballot with the same code, mistypes it first. */
const TWICE = 10;
const REPLACED = 7;
const MISTYPED = 20;

const server = await startServer({ logLevel: 'debug' });
const rows = [];
const db = new pg.Client({ connectionString: server.databaseUrl() });
try {
  await db.connect();
  const vote = await givenOpenVote(db);
  const { voters, times, seconds } = await castAll(vote);
  await check(db, vote, voters);
  rows.push(
    row(`a ballot, sent → taken, ${AT_ONCE} at once, p95`, percentile(times, 0.95), 'ms'),
    row('ballots taken in a second', BALLOTS / seconds, ''),
    row('load of the machine in the last minute', loadavg()[0], ''),
  );
} finally {
  await db.end();
  await server.stop();
}
printResult('ballots', rows);

/** A vote with printed codes that is open until its end is moved. */
async function givenOpenVote(db) {
  const staff = new Device(server);
  await staff.post('demo-sign-ins', { role: 'administrator' });
  const organisation = (await staff.get('organisations')).items[0].id;
  const { id: processId } = await staff.post('processes', {
    title: 'Projekty pre mesto', problem: '', statusQuo: '', goals: [], state: 'running', visibility: 'public', phases: [], actors: [], organisationIds: [organisation], commitmentIds: [], revision: 0,
  });
  const ideaIds = Array.from({ length: OPTIONS }, () => randomUUID());
  await db.query(`insert into idea (id, process_id, title, summary, revision, created_at) select id, $2, 'Nápad ' || n, '', 1, now() from unnest($1::uuid[]) with ordinality as made (id, n)`, [ideaIds, processId]);
  await db.query(`insert into record (id, kind, title, url, visibility, process_id, at) select id, 'idea', 'Nápad ' || n, '/ideas/' || id, 'public', $2, now() from unnest($1::uuid[]) with ordinality as made (id, n)`, [ideaIds, processId]);
  const { id } = await staff.post(`processes/${processId}/public-votes`, {
    title: 'Päťtisíc hlasov', intro: '', rule: { method: 'fixed-number' }, voters: 'codes', opens: { on: '2023-05-25', time: '08:00' }, closes: { on: '2099-06-08', time: '20:00' }, openBallots: false, revision: 0,
    categories: [{ title: '', limit: LIMIT, winners: 3, budget: null, options: ideaIds.map((ideaId) => ({ ideaId, cost: null })) }],
  });
  const { codes } = await staff.post(`public-votes/${id}/codes`, { count: BALLOTS + UNUSED });
  await staff.post(`public-votes/${id}/publication`);
  const { categories } = await staff.get(`public-votes/${id}`);
  return { id, staff, codes, optionIds: categories[0].options.map((option) => option.id) };
}

async function castAll({ id, codes, optionIds }) {
  const phone = new Device(server);
  const times = [];
  /** @returns the code of the refusal, or null where it was taken */
  async function cast(code, key, chosen) {
    const began = performance.now();
    try {
      await phone.post(`public-votes/${id}/ballots`, { ballot: { kind: 'choice', optionIds: chosen }, code }, key);
      times.push(performance.now() - began);
      return null;
    } catch (error) {
      if (!error.problem) throw error;
      return error.problem.code;
    }
  }
  const someOptions = () => [...optionIds].sort(() => Math.random() - 0.5).slice(0, Math.floor(Math.random() * (LIMIT + 1)));
  async function vote(code, i) {
    const [mine, other] = [someOptions(), someOptions()];
    const [key, otherKey] = [randomUUID(), randomUUID()];
    const wrong = i % MISTYPED === 0 ? await cast(`AAAA-${code.slice(5)}`, randomUUID(), mine) : undefined;
    const [first, again, replaced] = await Promise.all([
      cast(code, key, mine), i % TWICE === 0 ? cast(code, key, mine) : undefined, i % REPLACED === 0 ? cast(code, otherKey, other) : undefined,
    ]);
    return { keys: [key, otherKey], first, again, replaced, wrong, counted: first === null ? mine : other };
  }
  const voters = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < BALLOTS) {
      const i = next++;
      voters[i] = await vote(codes[i], i);
    }
  }));
  return { voters, times, seconds: (performance.now() - began) / 1000 };
}

async function check(db, { id, staff, codes, optionIds }, voters) {
  const { turnout } = await staff.get(`public-votes/${id}`);
  const told = tied(await rowsOf(db), optionIds, new Set([...voters.flatMap(({ keys }) => keys), ...codes, ...codes.map((code) => digestOf(id, code))]));
  await db.query(`update public_vote set closes_at = now() where id = $1`, [id]);
  await staff.post(`public-votes/${id}/result`);
  const { result } = await staff.get(`public-votes/${id}`);
  const points = new Map(optionIds.map((optionId) => [optionId, voters.filter(({ counted }) => counted.includes(optionId)).length]));
  const wrongly = result.categories[0].options.filter((option) => option.points !== points.get(option.optionId)).length;
  const blank = voters.filter(({ counted }) => counted.length === 0).length;
  const { rows: [left] } = await db.query(
    'select (select count(*)::int from public_vote_code where vote_id = $1) as codes, count(distinct xmin::text)::int as writes from public_vote_ballot where vote_id = $1', [id]);
  const secrets = new Set([...optionIds, ...codes, ...codes.map((code) => digestOf(id, code)), ...voters.flatMap(({ keys }) => keys)]);
  const lines = server.log().split('\n').filter((line) => wordsOf(line).some((word) => secrets.has(word)));
  const isRefused = (problem) => problem === 'public-vote/already-voted';

  const must = (measure, value, target) => rows.push(row(measure, value, '', `= ${target}`, value === target));
  must('turnout told while the vote is open', turnout.given, BALLOTS);
  must('ballots counted', result.ballotCount, BALLOTS);
  must('codes printed', result.eligible, BALLOTS + UNUSED);
  must('blank ballots', result.abstentionCount, blank);
  must(`proposals of ${OPTIONS} with another count than the people's own`, wrongly, 0);
  must('sent twice: answered otherwise the second time', voters.filter(({ first, again }) => again !== undefined && again !== first).length, 0);
  must('two ballots with one code: both taken, or neither', voters.filter(({ first, replaced }) => replaced !== undefined && !((first === null && isRefused(replaced)) || (isRefused(first) && replaced === null))).length, 0);
  must('nobody else was refused', voters.filter(({ first, replaced }) => replaced === undefined && first !== null).length, 0);
  must('mistyped codes that were taken', voters.filter(({ wrong }) => wrong !== undefined && wrong !== 'public-vote/code-invalid').length, 0);
  must('rows that tie a choice to a code or a device', told.length, 0);
  must('lines of the log with a choice, a code or a device', lines.length, 0);
  must('codes left after the count', left.codes, 0);
  must('writes that the ballots stem from', left.writes, 1);
}

/** Each row of each table, as text. */
async function rowsOf(db) {
  const { rows: tables } = await db.query(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const found = [];
  for (const { name } of tables) found.push(...(await db.query(`select t::text as row from "${name}" t`)).rows.map(({ row }) => row));
  return found;
}

/** Ids, digests and codes in a text. */
function wordsOf(text) {
  return text.match(/[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/g) ?? [];
}

function tied(texts, optionIds, secrets) {
  return texts.filter((text) => optionIds.some((id) => text.includes(id)) && wordsOf(text).some((word) => secrets.has(word)));
}

/** As the server stores a code. */
function digestOf(id, code) {
  return createHash('sha256').update(['public-vote', id, code.replaceAll('-', ''), ''].join('\0')).digest('hex');
}
