import { expect } from '@jest/globals';
import type { BrainstormWay, OwnSheet } from '@spolu/contracts/activities/brainstorm';
import type { TablesView } from '@spolu/contracts/activities/breakout';
import type { IdeathonStage, OwnTeamAnswer, TeamView } from '@spolu/contracts/activities/ideathon';
import type { SettingsOf } from '@spolu/contracts/activities/kinds';
import type { BoardOutline } from '@spolu/contracts/boards';
import { ideathonSettings } from './activities/ideathon/given-ideathon.ts';
import { CRITERIA } from './activities/ideathon/jury/given-jury.ts';
import { type GivenRoom, type Line, lineOf, NOTHING_OF_THEIR_OWN, PHONES, testKilled } from './given-killed-room.ts';
import { brainstorm, breakout, cardOf, command, compose, type Phone } from './given-session.ts';

const get = <Answer = unknown>(who: Pick<Phone, 'agent'>, path: string) => command<Answer>(who, 'get', path);

/** Each way to take turns has its line here, or this does not compile. */
const WAYS: { [W in BrainstormWay['kind']]: Line<'brainstorm'> } = {
  'round-robin': {
    settings: { ...(brainstorm() as SettingsOf<'brainstorm'>), way: { kind: 'round-robin' } },
    doing: {
      table: 'card',
      inTurn: true,
      // the first says something, the second passes, the third is speaking when it happens
      command: ({ id }, i) => (i === 1 ? { verb: 'post', path: `/activities/${id}/pass`, body: { turn: 2 } } : { verb: 'post', path: `/activities/${id}/cards`, body: cardOf(`Nápad ${i}`) }),
      inRoom: ({ way }) => (way?.kind === 'round-robin' ? way.turn : 0),
      inReport: ({ noteCount }) => noteCount + 1,
    },
  },
  // whoever asks begins a sheet, which is a frame on the board and a turn beside it
  brainwriting: {
    settings: sheets(),
    doing: {
      table: 'brainwriting_turn',
      command: ({ id }) => ({ verb: 'post', path: `/activities/${id}/sheet`, body: {} }),
      inRoom: ({ frames }) => frames.length,
      inReport: ({ frames }) => frames.length,
    },
  },
};
/** Twelve people are two circles of six. */
const CIRCLES: Line<'brainstorm'> = {
  settings: sheets(),
  prepare: async ({ given, phones, join }, activityId) => {
    const people = [...phones];
    while (people.length < 12) people.push(await join());
    for (const phone of people) await sheetOf(phone, activityId);
    await command(given.facilitator, 'post', `/activities/${activityId}/next-round`, { round: 1 });
    for (const phone of people) await sheetOf(phone, activityId);
  },
  doing: {
    table: 'card',
    command: async ({ id }, i, phone) => ({ verb: 'post', path: `/activities/${id}/cards`, body: cardOf(`Nápad ${i}`, { frameId: (await sheetOf(phone, id)).frameId }) }),
    inRoom: ({ cardCount }) => cardCount,
    inReport: ({ noteCount }) => noteCount,
  },
  seen: async (_, phone, activityId) => {
    const sheet = await sheetOf(phone, activityId);
    expect(sheet.circle).toMatchObject({ count: 2, peopleCount: 6 });
    return sheet;
  },
};

/** Each stage has its line here, or this does not compile; the jury's is how the kind itself is tried. */
const STAGES: { [S in Exclude<IdeathonStage, 'jury'>]: Line<'ideathon'> } = {
  brief: { ...at('brief'), ...NOTHING_OF_THEIR_OWN },
  teams: {
    ...at('teams'),
    doing: {
      table: 'ideathon_team',
      command: ({ id }, i) => ({ verb: 'post', path: `/activities/${id}/teams`, body: { name: `Tím ${i}`, idea: `Nápad ${i}` } }),
      inRoom: ({ teams }) => teams.reduce((sum, { memberCount }) => sum + memberCount, 0),
      inReport: ({ teams }) => teams.length,
    },
    seen: ownTeam,
  },
  canvas: {
    ...at('canvas'),
    doing: {
      table: 'ideathon_entry',
      command: ({ part: { teams } }, i) => ({ verb: 'put', path: `/teams/${teams[i % 2]!.id}/canvas`, body: { field: Math.floor(i / 2), text: `Slová ${i}`, revision: 0 } }),
      inRoom: ({ teams }) => teams.reduce((sum, { filled }) => sum + filled.length, 0),
      inReport: ({ teams }) => teams.flatMap(({ canvas }) => canvas.filter(({ words }) => words)).length,
    },
    seen: ownTeam,
  },
  pitches: {
    ...at('pitches'),
    isPaused: false,
    doing: {
      table: 'ideathon',
      who: 'facilitator',
      inTurn: true,
      // the first is on again after the second
      command: ({ id, part: { pitches } }, i) => ({ verb: 'post', path: `/activities/${id}/pitch`, body: { teamId: [pitches.order[0], pitches.order[1], null][i], seen: [null, pitches.order[0], pitches.order[1]][i] } }),
      inRoom: null,
      inReport: null,
    },
    finally: async ({ given, phones }, activityId) => {
      const [one, two] = await Promise.all(phones.map((phone) => get<OwnTeamAnswer>(phone, `/activities/${activityId}/team`)));
      expect((await given.room()).room.activity).toMatchObject({ endsAt: null, part: { pitches: { teamId: null, doneIds: [two!.team!.id, one!.team!.id] } } });
    },
  },
  'audience-vote': {
    ...at('audience-vote'),
    doing: {
      table: 'dot',
      // never for her own
      command: ({ id, part: { teams } }, i) => ({ verb: 'put', path: `/activities/${id}/ballot`, body: { dots: [{ optionId: teams[(i + 1) % 2]!.id, count: 3 }] } }),
      inRoom: ({ vote }) => vote!.votedCount,
      inReport: ({ audience }) => audience!.result.options.reduce((sum, { dots }) => sum + dots, 0) / 3,
    },
    seen: (_, phone, activityId) => get(phone, `/activities/${activityId}/ballot`),
  },
  results: {
    ...at('results'),
    ...NOTHING_OF_THEIR_OWN,
    seen: async (_, phone, activityId) => {
      const answer = await get(phone, `/activities/${activityId}/jury/feedback`);
      expect(JSON.stringify(answer)).toContain('Výborné');
      return answer;
    },
  },
};
const MENTORS: Line<'ideathon'> = {
  ...at('canvas'),
  doing: {
    table: 'ideathon_note',
    who: 'facilitator',
    command: ({ part: { teams } }, i) => ({ verb: 'post', path: `/teams/${teams[i % 2]!.id}/notes`, body: { text: `Rada ${i}` } }),
    inRoom: ({ teams }) => teams.reduce((sum, { version }) => sum + version, 0),
    inReport: null,
  },
  seen: ownTeam,
  finally: async ({ given, phones }, activityId) => {
    const notes: string[] = [];
    for (const phone of phones.slice(0, 2)) {
      const { team } = await get<OwnTeamAnswer>(phone, `/activities/${activityId}/team`);
      notes.push(...(await get<TeamView>(given.facilitator, `/teams/${team!.id}`)).notes.map(({ text }) => text));
    }
    expect(notes.sort()).toEqual(Array.from({ length: PHONES }, (_, i) => `Rada ${i}`));
  },
};
/** Somebody's three minutes are running, or stand still. */
const ON_STAGE: Line<'ideathon'> = {
  settings: at('pitches').settings,
  prepare: async (room, activityId) => {
    await goTo('pitches', room, activityId);
    const { team } = await get<OwnTeamAnswer>(room.phones[1]!, `/activities/${activityId}/team`);
    await command(room.given.facilitator, 'post', `/activities/${activityId}/pitch`, { teamId: team!.id, seen: null });
  },
  ...NOTHING_OF_THEIR_OWN,
};

const AT_TABLES: Line<'breakout'> = {
  settings: breakout({ hosts: true }) as SettingsOf<'breakout'>,
  prepare: async ({ given, phones }, activityId) => {
    await command(given.facilitator, 'post', `/activities/${activityId}/rounds`, { round: 1 });
    await command(given.facilitator, 'post', `/activities/${activityId}/message`, { text: 'Ešte päť minút' });
    await command(phones[0]!, 'post', `/activities/${activityId}/help`, { calls: true });
  },
  doing: {
    table: 'card',
    command: ({ id }, i) => ({ verb: 'post', path: `/activities/${id}/cards`, body: cardOf(`Lístok ${i}`) }),
    inRoom: null,
    inReport: ({ noteCount }) => noteCount,
  },
  seen: async ({ given }, phone, activityId) => [await get(phone, `/activities/${activityId}/table`), await get<TablesView>(given.facilitator, `/activities/${activityId}/tables`)],
};
const DEALT_AGAIN: Line<'breakout'> = {
  settings: AT_TABLES.settings,
  // a new round begins with its whole time
  isPaused: false,
  doing: {
    table: 'breakout_round',
    who: 'facilitator',
    inTurn: true,
    command: ({ id }, i) => ({ verb: 'post', path: `/activities/${id}/rounds`, body: { round: i + 1 } }),
    inRoom: ({ round }) => round,
    inReport: ({ roundCount }) => roundCount - 1,
  },
  seen: AT_TABLES.seen!,
};
/** What the tables wrote is brought together, taken back, and being brought together again. */
const MERGED: Line<'breakout'> = {
  settings: AT_TABLES.settings,
  prepare: givenNotes,
  doing: {
    table: 'breakout_carried_note',
    who: 'facilitator',
    inTurn: true,
    command: ({ id }, i) => ({ verb: 'post', path: `/activities/${id}/${i === 1 ? 'take-back' : 'carry-over'}`, body: {} }),
    inRoom: null,
    inReport: null,
  },
  seen: plenary,
  finally: async (room) => {
    expect((await plenary(room)).sort()).toEqual(room.phones.map((_, i) => `Lístok ${i}`));
  },
};
const IN_PLENARY: Line<'breakout'> = {
  settings: AT_TABLES.settings,
  prepare: async (room, activityId) => {
    await givenNotes(room, activityId);
    await command(room.given.facilitator, 'post', `/activities/${activityId}/carry-over`, {});
  },
  ...NOTHING_OF_THEIR_OWN,
  seen: async (room) => {
    const texts = await plenary(room);
    expect(texts).toHaveLength(PHONES);
    return texts;
  },
};

const SUPPORTED: Line<'q-and-a'> = {
  settings: { kind: 'q-and-a', moderated: false },
  prepare: async ({ given, join }, activityId) => {
    const asks = await join();
    const { id } = await command<{ id: string }>(asks, 'post', `/activities/${activityId}/questions`, { text: 'Kedy?', language: 'sk' });
    await command(asks, 'post', `/activities/${activityId}/questions`, { text: 'Za koľko?', language: 'sk' });
    await command(given.facilitator, 'put', `/questions/${id}/state`, { state: 'answered', answer: 'Na jar.' });
  },
  doing: {
    table: 'question_support',
    command: ({ part: { questions } }) => ({ verb: 'put', path: `/questions/${questions.find(({ text }) => text === 'Za koľko?')!.id}/support`, body: { supported: true } }),
    inRoom: ({ questions }) => questions.reduce((sum, { supportCount }) => sum + supportCount, 0),
    inReport: ({ questions }) => questions.reduce((sum, { supportCount }) => sum + supportCount, 0),
  },
  seen: (_, phone, activityId) => get(phone, `/activities/${activityId}/questions/own`),
};
const TIMER: Line<'timer'> = { settings: { kind: 'timer' }, ...NOTHING_OF_THEIR_OWN };
const BREAK: Line<'break'> = { settings: { kind: 'break' }, ...NOTHING_OF_THEIR_OWN };

testKilled([
  ...Object.entries(WAYS).map(([way, line]) => [`brainstorm by ${way}`, lineOf(line)] as const),
  ['6-3-5 in its circles', lineOf(CIRCLES)],
  ...Object.entries(STAGES).map(([stage, line]) => [`an ideathon at its ${stage}`, lineOf(line)] as const),
  ['an ideathon with its mentors', lineOf(MENTORS)],
  ['an ideathon with a team on stage', lineOf({ ...ON_STAGE, isPaused: false })],
  ['an ideathon with a team on stage that was interrupted', lineOf({ ...ON_STAGE, isPaused: true })],
  ['a breakout whose tables write', lineOf(AT_TABLES)],
  ['a breakout that is dealt again', lineOf(DEALT_AGAIN)],
  ['a breakout that is brought together', lineOf(MERGED)],
  ['a breakout in the plenary', lineOf(IN_PLENARY)],
  ['q-and-a with answers and support', lineOf(SUPPORTED)],
  ['a timer', lineOf({ ...TIMER, isPaused: false })],
  ['a timer that was stopped', lineOf({ ...TIMER, isPaused: true })],
  ['a break', lineOf({ ...BREAK, isPaused: false })],
  ['a break that was stopped', lineOf({ ...BREAK, isPaused: true })],
]);

function sheets(): SettingsOf<'brainstorm'> {
  return { ...(brainstorm('hidden') as SettingsOf<'brainstorm'>), way: { kind: 'brainwriting', rounds: 6 } };
}
async function sheetOf(phone: Phone, activityId: string): Promise<OwnSheet> {
  return (await command<{ sheet: OwnSheet }>(phone, 'post', `/activities/${activityId}/sheet`)).sheet;
}
function ownTeam(_: GivenRoom, phone: Phone, activityId: string): Promise<unknown> {
  return get(phone, `/activities/${activityId}/team`);
}
function at(stage: IdeathonStage) {
  return { settings: ideathonSettings({ canvasMinutes: 30, jury: { criteria: CRITERIA } }), prepare: (room: GivenRoom, activityId: string) => goTo(stage, room, activityId) };
}

/** Two teams, of every second phone each; all that belongs to the stages before was done. */
async function goTo(stage: IdeathonStage, { given, phones, join }: GivenRoom, id: string): Promise<void> {
  const staff = <Answer = void>(verb: 'get' | 'post' | 'put', path: string, body?: object) => command<Answer>(given.facilitator, verb, `/activities/${id}${path}`, body);
  let from: IdeathonStage = 'brief';
  const go = async (to: IdeathonStage) => {
    await staff('post', '/stage', { from, to });
    from = to;
  };
  const teamIds: string[] = [];
  const steps: [IdeathonStage, () => Promise<void>][] = [
    ['teams', async () => {
      for (const phone of phones.slice(0, 2)) teamIds.push((await command<OwnTeamAnswer>(phone, 'post', `/activities/${id}/teams`, { name: `Tím ${teamIds.length}`, idea: 'Tieň' })).team!.id);
      for (const [i, phone] of phones.slice(2).entries()) await command(phone, 'post', `/activities/${id}/team`, { teamId: teamIds[i] });
    }],
    ['canvas', async () => {
      for (const [i, teamId] of teamIds.entries()) await command(phones[i]!, 'put', `/teams/${teamId}/canvas`, { field: 0, text: 'Horúčavy', revision: 0 });
      await command(given.facilitator, 'post', `/teams/${teamIds[0]}/notes`, { text: 'Pýtajte sa susedov' });
      await staff('put', '/pitch-order', { teamIds: [...teamIds].reverse(), before: teamIds });
    }],
    ['pitches', () => Promise.resolve()],
    ['jury', async () => {
      const juror = await join();
      const step = async (to: 'begin' | 'open' | 'fix') => staff('post', `/jury/${to}`, { revision: (await staff<{ revision: number }>('get', '/jury')).revision });
      await staff('post', '/jury/jurors', { participantId: juror.participantId, named: true });
      await step('begin');
      await command(juror, 'put', `/activities/${id}/jury/conflicts`, { conflicts: [] });
      for (const teamId of teamIds) await command(juror, 'put', `/activities/${id}/jury/sheet`, { teamId, scores: [2, 3], feedback: 'Výborné', note: '' });
      await step('open');
      await step('fix');
    }],
    ['audience-vote', () => Promise.resolve()],
    ['results', () => Promise.resolve()],
  ];
  for (const [next, doIt] of steps) {
    if (from === stage) break;
    await go(next);
    if (next !== stage) await doIt();
  }
  // a stage begins without a limit
  if (stage !== 'canvas') await given.step(id, 'extend', { minutes: 10 });
}

async function givenNotes({ phones }: GivenRoom, activityId: string): Promise<void> {
  for (const [i, phone] of phones.entries()) await compose(phone, activityId, `Lístok ${i}`);
}
async function plenary({ given, boardId }: GivenRoom): Promise<string[]> {
  const { frames } = await get<BoardOutline>(given.facilitator, `/boards/${boardId}`);
  return frames.flatMap(({ clusters }) => clusters.flatMap(({ notes }) => notes.map(({ text }) => text)));
}
