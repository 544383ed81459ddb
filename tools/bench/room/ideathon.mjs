/**
 * An ideathon of 30 teams of six, from the challenge to the results: teams form, fill their canvases, read their mentor, pitch in an order by lot, are judged by a jury
 * with weights and conflicts of interest, and voted on by the hall. How soon each command is answered and the hall told, and whether all is counted exactly once.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile, row } from '../table.mjs';
import { startServer } from '../server.mjs';
import { begin, enterRoom, givenOpenSession, join } from './hall.mjs';

const TEAMS = 30;
const TEAM_SIZE = 6;
const PEOPLE = TEAMS * TEAM_SIZE;
const JURORS = 5;
const DOTS = 3;
const JOIN_AT_ONCE = 20;
/** A stage's rush: everybody presses within so much time. */
const WITHIN_MS = 3_000;
const FIELDS = [['Problém', true], ['Riešenie', true], ['Čo na to treba', false]].map(([title, required]) => ({ title, hint: '', required }));
const SETTINGS = {
  kind: 'ideathon', challenge: 'Ako ochladíme sídlisko?', brief: 'V lete je tu o päť stupňov viac než v parku.', goodProposal: ['Dá sa urobiť do dvoch rokov'],
  teamMin: 3, teamMax: TEAM_SIZE, fields: FIELDS, canvasMinutes: 60, pitchMinutes: 3, audience: { dots: DOTS, perOption: 1, ownTeam: false },
  jury: { criteria: [{ title: 'Prínos', weight: 3, anchors: ['žiadny', 'pre niektorých', 'pre všetkých'] }, { title: 'Dá sa to urobiť', weight: 1, anchors: ['nie', '', 'áno'] }] },
};
const POINTS_MAX = 100;

export async function ideathon() {
  const server = await startServer();
  const sockets = [];
  const rows = [];
  const times = new Map();
  try {
    const { facilitator, session, code } = await givenOpenSession(server);
    const phones = [];
    while (phones.length < PEOPLE + JURORS) phones.push(...(await Promise.all(Array.from({ length: Math.min(JOIN_AT_ONCE, PEOPLE + JURORS - phones.length) }, () => join(server, code)))));
    const [people, jurors] = [phones.slice(0, PEOPLE), phones.slice(PEOPLE)];
    for (const device of [facilitator, ...phones]) sockets.push(await enterRoom(device, session));
    const id = await begin(facilitator, session, SETTINGS);
    const at = `activities/${id}`;
    const part = async () => (await facilitator.get(`sessions/${session}/room`)).room.activity.part;
    const shown = async (holds) => {
      for (;;) {
        const now = await part();
        if (holds(now)) return now;
        await pause(50);
      }
    };
    const timed = async (name, send) => {
      const began = performance.now();
      const answer = await send();
      times.set(name, [...(times.get(name) ?? []), performance.now() - began]);
      return answer;
    };
    const rush = (name, devices, send) => Promise.all(devices.map(async (device, i) => {
      await pause(Math.random() * WITHIN_MS);
      return timed(name, () => send(device, i));
    }));
    const staff = (name, path, body) => timed(name, () => facilitator.post(`${at}/${path}`, body));
    const refusal = (send) => send().then(() => null, ({ problem }) => problem?.code);
    let stage = 'brief';
    const changes = [];
    const go = async (to) => {
      const told = sockets.map((socket) => new Promise((done) => {
        const look = ({ activity }) => {
          if (activity?.part.stage !== to) return;
          socket.off('room', look);
          done(performance.now());
        };
        socket.on('room', look);
      }));
      const began = performance.now();
      await staff('stage', 'stage', { from: stage, to });
      changes.push(...(await Promise.all(told)).map((moment) => moment - began));
      stage = to;
    };
    const check = (name, value, expected) => rows.push(row(`ideathon: ${name}`, value, '', `= ${expected}`, value === expected));

    await go('teams');
    const founders = people.slice(0, TEAMS);
    const teamIds = (await rush('team proposed', founders, (device, i) => device.post(`${at}/teams`, { name: `Tím ${i + 1}`, idea: 'Tieň nad zastávkami' }, randomUUID()))).map(({ team }) => team.id);
    const others = people.slice(TEAMS);
    const teamOf = (i) => (i < TEAMS ? i : (i - TEAMS) % TEAMS);
    await rush('team joined', others, (device, i) => device.post(`${at}/team`, { teamId: teamIds[i % TEAMS] }));
    const full = await refusal(() => jurors[0].post(`${at}/team`, { teamId: teamIds[0] }));
    rows.push(row('ideathon: one more for a full team, refused', full === 'ideathon/team-full' ? 1 : 0, '', '= 1', full === 'ideathon/team-full'));
    check('people in teams of six', (await part()).teams.filter(({ memberCount }) => memberCount === TEAM_SIZE).length * TEAM_SIZE, PEOPLE);

    await go('canvas');
    // three of each team write a field each, the others are told of it
    const writers = people.map((device, i) => ({ device, team: teamOf(i), seat: i < TEAMS ? 0 : 1 + Math.floor((i - TEAMS) / TEAMS) }));
    const fields = writers.filter(({ seat }) => seat < FIELDS.length);
    await rush('field of a canvas', fields, ({ device, team, seat }) => device.put(`teams/${teamIds[team]}/canvas`, { field: seat, text: `Pole ${seat + 1} tímu ${team + 1}: v lete je tu horúco a starší ľudia nemajú kde sedieť.`, revision: 0 }));
    await rush('own team read', people, (device) => device.get(`${at}/team`));
    await Promise.all(teamIds.map((teamId) => timed('mentor’s note', () => facilitator.post(`teams/${teamId}/notes`, { text: 'Opýtajte sa susedov.' }))));
    const notes = await Promise.all(founders.map(async (device) => (await device.get(`${at}/team`)).team.notes.length));
    check('canvases with all required fields', (await part()).teams.filter(({ filled }) => FIELDS.every(({ required }, i) => !required || filled.includes(i))).length, TEAMS);
    check('teams with their mentor’s note, once', notes.filter((count) => count === 1).length, TEAMS);

    await go('pitches');
    await staff('pitch order', 'pitch-draw');
    let seen = null;
    for (const teamId of [...(await part()).pitches.order, null]) {
      await staff('pitch', 'pitch', { teamId, seen });
      seen = teamId;
    }
    check('teams that pitched, each once', new Set((await part()).pitches.doneIds).size, TEAMS);

    await go('jury');
    const ids = (await facilitator.get(`sessions/${session}/room`)).staff.participants.map(({ id: participantId }) => participantId);
    const jurorIds = (await Promise.all(jurors.map((juror) => juror.get('me')))).flatMap(({ participants }) => (participants ?? []).map(({ id: participantId }) => participantId)).filter((participantId) => ids.includes(participantId));
    for (const participantId of jurorIds) await staff('juror named', 'jury/jurors', { participantId, named: true });
    const jury = async () => facilitator.get(`${at}/jury`);
    await staff('jury’s step', 'jury/begin', { revision: (await jury()).revision });
    // each juror has her own conflict of interest
    await Promise.all(jurors.map((juror, j) => juror.put(`${at}/jury/conflicts`, { conflicts: [{ teamId: teamIds[j], reason: 'Príbuzná v tíme' }] })));
    const refused = await Promise.all(jurors.map((juror, j) => refusal(() => juror.put(`${at}/jury/sheet`, { teamId: teamIds[j], scores: [2, 2], feedback: '', note: '' }))));
    check('sheets for a team with a conflict of interest, refused', refused.filter((problem) => problem === 'jury/conflict-of-interest').length, JURORS);
    const score = (j, t) => [(t + j) % 3, t % 3];
    const judged = jurors.flatMap((juror, j) => teamIds.flatMap((teamId, t) => (t === j ? [] : [{ juror, j, t, teamId }])));
    await Promise.all(jurors.map(async (juror, j) => {
      for (const one of judged.filter((sheet) => sheet.j === j)) await timed('sheet of a juror', () => juror.put(`${at}/jury/sheet`, { teamId: one.teamId, scores: score(j, one.t), feedback: `Porotkyňa ${j + 1} tímu ${one.t + 1}`, note: '' }));
    }));
    const room = await shown(({ jury: { doneCount } }) => doneCount === judged.length);
    check('sheets counted', room.jury.doneCount, judged.length);
    const leaked = await Promise.all([jury(), part(), jurors[0].get(`${at}/jury/own`)]);
    check('words of other jurors read before the scores are opened', jurors.filter((_, j) => j > 0 && JSON.stringify(leaked).includes(`Porotkyňa ${j + 1} `)).length, 0);
    await staff('jury’s step', 'jury/open', { revision: (await jury()).revision });
    await staff('jury’s step', 'jury/fix', { revision: (await jury()).revision });

    await go('audience-vote');
    const own = await refusal(() => people[0].put(`${at}/ballot`, { dots: [{ optionId: teamIds[0], count: 1 }] }));
    rows.push(row('ideathon: a vote for one’s own team, refused', own === null ? 0 : 1, '', '= 1', own !== null));
    const choice = (i) => Array.from({ length: DOTS }, (_, n) => ({ optionId: teamIds[(teamOf(i) + 1 + n) % TEAMS], count: 1 }));
    await rush('ballot of the hall', people, (device, i) => device.put(`${at}/ballot`, { dots: choice(i) }));

    await go('results');
    const { vote, jury: told } = await part();
    check('ballots counted', vote.result.votedCount, PEOPLE);
    check('dots counted', vote.result.options.reduce((sum, { dots }) => sum + dots, 0), PEOPLE * DOTS);
    check('teams whose dots are those that were given', vote.result.options.filter(({ dots }) => dots === TEAM_SIZE * DOTS).length, TEAMS);
    check('teams whose points are those of the weighted means', told.result.teams.filter(({ teamId, points }) => Math.abs(points - pointsOf(teamIds.indexOf(teamId), judged, score)) < 0.06).length, TEAMS);
    const feedback = await rush('feedback of a team', founders, (device) => device.get(`${at}/jury/feedback`));
    check('teams with the feedback of all who judged them, and of nobody else', feedback.filter(({ feedback: { feedback: words } }, t) => [...words].sort().join() === judged.filter((sheet) => sheet.t === t).map(({ j }) => `Porotkyňa ${j + 1} tímu ${t + 1}`).sort().join()).length, TEAMS);
    await facilitator.post(`${at}/end`);
    await facilitator.post(`sessions/${session}/close`);
    const began = performance.now();
    const report = (await facilitator.get(`sessions/${session}/report`)).activities[0].part;
    const took = performance.now() - began;
    check('canvas fields in the report', report.teams.flatMap(({ canvas }) => canvas.filter(({ words }) => words)).length, fields.length);
    rows.push(row('ideathon: the report', took, 'ms', '< 1000', took < 1_000));
    for (const [name, ms] of times) rows.push(row(`ideathon: ${name}, p95 of ${ms.length}`, percentile(ms, 0.95), 'ms', '< 300', percentile(ms, 0.95) < 300));
    const all = [...times.values()].flat();
    rows.push(row(`ideathon: every command and reading, p95 of ${all.length}`, percentile(all, 0.95), 'ms', '< 300', percentile(all, 0.95) < 300));
    const p95 = percentile(changes, 0.95);
    rows.push(row(`ideathon: another stage → on ${sockets.length} screens, p95`, p95, 'ms', '< 500', p95 < 500));
  } finally {
    for (const socket of sockets) socket.close();
    await server.stop();
  }
  return rows;
}

/** What a team's points must be: of each criterion the mean of those who judged it, as a share of its best score, by the weights. */
function pointsOf(team, judged, score) {
  const { criteria } = SETTINGS.jury;
  const sheets = judged.filter(({ t }) => t === team).map(({ j, t }) => score(j, t));
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.reduce((sum, { weight, anchors }, c) => sum + ((sheets.reduce((all, scores) => all + scores[c], 0) / sheets.length / (anchors.length - 1)) * weight * POINTS_MAX) / weights, 0);
}
