import { randomUUID } from 'node:crypto';
import type { AnswerKind, AnswerOption, AnswerValue, Secrecy } from '@spolu/contracts/activities/answers';
import { ACTIVITY_KINDS, type ActivityKind, type SettingsOf } from '@spolu/contracts/activities/kinds';
import { addCluster, readClusters } from '@spolu/board/clusters';
import { putInCluster } from '@spolu/board/notes';
import { Tab } from '../boards/given-board.ts';
import { ideathonSettings } from './activities/ideathon/given-ideathon.ts';
import { CRITERIA } from './activities/ideathon/jury/given-jury.ts';
import { brainstorm, breakout, cardOf, cluster, command, compose, dotVote } from './given-session.ts';
import { type Doing, type GivenRoom, type Line, lineOf, NOTHING_OF_THEIR_OWN, testKilled } from './given-killed-room.ts';

const DOTS = 3;

function answering(secrecy: Secrecy, value: (options: AnswerOption[], phone: number) => AnswerValue): Doing<AnswerKind> {
  const isSecret = secrecy === 'secret';
  return {
    table: isSecret ? 'secret_answer' : 'answer',
    command: ({ id, part }, phone) => ({ verb: isSecret ? 'post' : 'put', path: `/activities/${id}/${isSecret ? 'secret-answer' : 'answer'}`, body: { value: value(part.options, phone) } }),
    inRoom: ({ answeredCount }) => answeredCount,
    // of estimates every option says for itself how many there are
    inReport: ({ result }) => (result.kind === 'estimate' ? Math.max(...result.options.map(({ x }) => x?.count ?? 0)) : result.ballotCount),
  };
}
const OPTIONS = ['Strechy', 'Kotly', 'Stromy'];

/** Each kind has its line here, or this does not compile; how far a kind may be when it happens is in `killed-stages.int.spec.ts`. */
const LINES: { [K in ActivityKind]: Line<K> } = {
  information: { settings: { kind: 'information' }, ...NOTHING_OF_THEIR_OWN },
  pulse: {
    settings: { kind: 'pulse', secrecy: 'secret', options: ['Viem, čo bude nasledovať.'] },
    doing: answering('secret', (options) => ({ kind: 'pulse', scores: [{ optionId: options[0]!.id, score: 4 }], words: '' })),
  },
  timer: { settings: { kind: 'timer' }, ...NOTHING_OF_THEIR_OWN },
  break: { settings: { kind: 'break' }, ...NOTHING_OF_THEIR_OWN },
  cluster: { settings: cluster as SettingsOf<'cluster'>, before: givenNote, prepare: givenCluster, ...NOTHING_OF_THEIR_OWN, seen: ({ given, boardId }) => command(given.facilitator, 'get', `/boards/${boardId}`) },
  brainstorm: {
    settings: brainstorm('open', ['Nápady']) as SettingsOf<'brainstorm'>,
    doing: {
      table: 'card',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/cards`, body: cardOf(`Lístok ${phone}`) }),
      inRoom: ({ cardCount }) => cardCount,
      inReport: ({ frames }) => frames.flatMap(({ notes }) => notes).filter(({ text }) => text.startsWith('Lístok')).length,
    },
  },
  'dot-vote': {
    settings: dotVote(DOTS) as SettingsOf<'dot-vote'>,
    before: givenOptions,
    doing: {
      table: 'dot',
      command: ({ id, part: { options } }, phone) => ({ verb: 'put', path: `/activities/${id}/ballot`, body: { dots: [{ optionId: options[phone % options.length]!.id, count: DOTS }] } }),
      inRoom: ({ votedCount }) => votedCount,
      inReport: ({ result }) => result.options.reduce((sum, { dots }) => sum + dots, 0) / DOTS,
    },
  },
  ranking: {
    settings: { kind: 'ranking', secrecy: 'blind', options: OPTIONS },
    doing: answering('blind', (options, phone) => ({ kind: 'ranking', ranking: [options[phone % options.length]!.id] })),
  },
  estimate: {
    settings: { kind: 'estimate', secrecy: 'blind', options: OPTIONS, x: 'Prácnosť', y: 'Prínos' },
    doing: answering('blind', (options, phone) => ({ kind: 'estimate', estimates: options.map(({ id }) => ({ optionId: id, x: phone, y: phone })) })),
  },
  consent: {
    settings: { kind: 'consent', secrecy: 'open' },
    doing: answering('open', (_, phone) => ({ kind: 'consent', stance: 'objection', reason: `Námietka ${phone}` })),
  },
  'fist-to-five': { settings: { kind: 'fist-to-five', secrecy: 'secret' }, doing: answering('secret', () => ({ kind: 'fist-to-five', fingers: 4 })) },
  gradients: { settings: { kind: 'gradients', secrecy: 'secret' }, doing: answering('secret', () => ({ kind: 'gradients', gradient: 'goes-along' })) },
  question: {
    settings: { kind: 'question', secrecy: 'blind', form: { type: 'choice', options: OPTIONS, most: 2 } },
    doing: answering('blind', (options, phone) => ({ kind: 'question', answer: { type: 'choice', chosen: [options[phone % options.length]!.id] } })),
  },
  'q-and-a': {
    settings: { kind: 'q-and-a', moderated: false },
    doing: {
      table: 'question',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/questions`, body: { text: `Otázka ${phone}`, language: 'sk' } }),
      inRoom: ({ openCount }) => openCount,
      inReport: ({ questions }) => questions.length,
    },
  },
  ideathon: {
    settings: ideathonSettings({ jury: { criteria: CRITERIA } }),
    prepare: givenJurors,
    doing: {
      table: 'ideathon_jury_sheet',
      command: ({ id, part: { teams } }, phone) => ({ verb: 'put', path: `/activities/${id}/jury/sheet`, body: { teamId: teams[0]!.id, scores: [phone % 3, 4], feedback: '', note: '' } }),
      inRoom: ({ jury }) => jury!.doneCount,
      inReport: ({ jury }) => jury!.doneCount,
    },
  },
  breakout: {
    settings: breakout({ deal: 'chosen' }) as SettingsOf<'breakout'>,
    doing: {
      table: 'breakout_seat',
      command: ({ id }, phone) => ({ verb: 'post', path: `/activities/${id}/table`, body: { table: (phone % 2) + 1 } }),
      inRoom: ({ tables }) => tables.reduce((sum, { memberCount }) => sum + memberCount, 0),
      inReport: ({ tables }) => tables.reduce((sum, { memberCount }) => sum + memberCount, 0),
    },
  },
};

/** A vote by dots is taken in two ways: this is the one whose rows lead to nobody. */
const SECRET_DOTS: Line<'dot-vote'> = {
  before: givenOptions,
  settings: { ...(dotVote(DOTS) as SettingsOf<'dot-vote'>), secrecy: 'secret' },
  doing: {
    ...LINES['dot-vote'].doing!,
    table: 'secret_answer',
    command: ({ id, part: { options } }, phone) => ({ verb: 'post', path: `/activities/${id}/secret-ballot`, body: { dots: [{ optionId: options[phone % options.length]!.id, count: DOTS }] } }),
  },
};

testKilled([...ACTIVITY_KINDS.map((kind) => [kind, lineOf(LINES[kind])] as const), ['dot-vote, secretly', lineOf(SECRET_DOTS)]]);

/** All phones judge one team. */
async function givenJurors({ given, phones, join }: GivenRoom, activityId: string): Promise<void> {
  const move = (from: string, to: string) => command(given.facilitator, 'post', `/activities/${activityId}/stage`, { from, to });
  await move('brief', 'teams');
  await command(await join(), 'post', `/activities/${activityId}/teams`, { name: 'Tieň', idea: 'Stromy v kvetináčoch' });
  await move('teams', 'pitches');
  for (const { participantId } of phones) await command(given.facilitator, 'post', `/activities/${activityId}/jury/jurors`, { participantId, named: true });
  const { revision } = await command<{ revision: number }>(given.facilitator, 'get', `/activities/${activityId}/jury`);
  await command(given.facilitator, 'post', `/activities/${activityId}/jury/begin`, { revision });
  for (const phone of phones) await command(phone, 'put', `/activities/${activityId}/jury/conflicts`, { conflicts: [] });
  // a stage begins without a limit
  await given.step(activityId, 'extend', { minutes: 10 });
}

async function givenNote({ given, phones }: GivenRoom): Promise<void> {
  await compose(phones[0]!, await given.started(brainstorm()), 'Strechy');
}
async function givenCluster({ given, server, boardId, closing }: GivenRoom): Promise<void> {
  const tab = new Tab(server, given.facilitator, boardId);
  closing.push(tab);
  await tab.ready();
  await tab.until(({ notes, state }) => notes.length === 1 && state.rights.group);
  addCluster(tab.doc, { id: randomUUID(), title: 'Slnko' });
  putInCluster(tab.doc, tab.notes[0]!.id, readClusters(tab.doc)[0]!.id);
  await tab.saved();
}
/** What dots are given to. */
async function givenOptions(room: GivenRoom): Promise<void> {
  await givenNote(room);
  await room.given.started(cluster);
  await givenCluster(room);
}
