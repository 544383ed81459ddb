import { beforeEach, expect, test } from '@jest/globals';
import { toNote, type Note } from '@spolu/board/shape';
import { Announcer } from './announcer.ts';
import type { SceneChange } from './scene/scene.ts';

const note = (id: string, change: Partial<Note> = {}): Note => ({
  ...toNote(id, new Map()), participantId: 'p2', text: id, order: 'a0', ...change,
});
let said: string[];
let waiting: (() => void)[];
let board: Map<string, Note>;
let drawn: Set<string>;
let announcer: Announcer;

const others = (id: string, after: Note | undefined) => {
  const change: SceneChange = { notes: new Set([id]), before: new Map([[id, board.get(id)]]), drawings: new Set(), documentChanged: true, framesChanged: false, islandsChanged: false, ranksChanged: false };
  if (after) board.set(id, after);
  else board.delete(id);
  announcer.follow(change, (noteId) => board.get(noteId), (noteId) => noteId.startsWith('own'), (id) => drawn.has(id));
};
/** Drawings that are there now, and those that changed. */
const draws = (now: string[], ...changed: string[]) => {
  drawn = new Set(now);
  announcer.follow(
    { notes: new Set(), before: new Map(), drawings: new Set(changed), documentChanged: true, framesChanged: false, islandsChanged: false, ranksChanged: false },
    (id) => board.get(id), (id) => id.startsWith('own'), (id) => drawn.has(id),
  );
};
const fiveSeconds = () => waiting.splice(0).forEach((run) => run());

beforeEach(() => {
  said = [];
  waiting = [];
  board = new Map();
  drawn = new Set();
  announcer = new Announcer(
    (text) => said.push(text),
    ({ added, edited, moved, removed, grouped, drawn: drew, erased, commented }) => `+${[...added].map(([frame, count]) => (frame === null ? count : `${count} in ${frame}`)).join() || 0} e${edited} m${moved} -${removed} g${grouped}${drew > 0 ? ` d${drew}` : ''}${erased > 0 ? ` x${erased}` : ''}${commented > 0 ? ` c${commented}` : ''}`,
    (run, ms) => {
      expect(ms).toBeGreaterThanOrEqual(5_000);
      waiting.push(run);
      return () => undefined;
    },
    ['old', 'older'],
  );
});

test('what others do is gathered into one sentence', () => {
  others('a', note('a'));
  others('b', note('b'));
  others('a', note('a', { text: 'viac' }));
  others('b', undefined);
  expect(said).toEqual([]);
  fiveSeconds();
  expect(said).toEqual(['+1 e0 m0 -0 g0']);
});

test('moves, words and clusters are told apart, however often each happened', () => {
  for (const id of ['m', 'e', 'g', 'r', 'c']) board.set(id, note(id));
  others('m', note('m', { position: { x: 5, y: 0, frameId: null } }));
  others('m', note('m', { position: { x: 9, y: 0, frameId: null } }));
  others('e', note('e', { text: 'inak' }));
  others('g', note('g', { clusterId: 'k' }));
  others('r', undefined);
  others('c', note('c', { colour: 'blue' }));
  fiveSeconds();
  expect(said).toEqual(['+0 e1 m1 -1 g1']);
});

test('new notes are counted by the frame where they lie when it is said', () => {
  for (const id of ['a', 'b', 'c']) others(id, note(id, { position: { x: 0, y: 0, frameId: 'problems' } }));
  others('c', note('c', { position: { x: 0, y: 0, frameId: 'ideas' } }));
  fiveSeconds();
  expect(said).toEqual(['+2 in problems,1 in ideas e0 m0 -0 g0']);
});

test("one's own doings are said at once, or not at all", () => {
  others('own', note('own'));
  announcer.now('Lístok pridaný');
  expect(said).toEqual(['Lístok pridaný']);
  expect(waiting).toHaveLength(0);
});

test('a board where nothing remained changed is not mentioned', () => {
  others('a', note('a'));
  others('a', undefined);
  fiveSeconds();
  expect(said).toEqual([]);
});

test('comments of others are told with what else they did, a thing counted once', () => {
  announcer.commented('a');
  others('b', note('b'));
  announcer.commented('a');
  announcer.commented('c');
  expect(waiting).toHaveLength(1);
  fiveSeconds();
  announcer.commented('a');
  fiveSeconds();
  expect(said).toEqual(['+1 e0 m0 -0 g0 c2', '+0 e0 m0 -0 g0 c1']);
});

test('drawings of others are told when they come and go, not while they are moved or drawn on, nor one’s own', () => {
  draws(['old', 'older', 'a', 'b', 'own'], 'a', 'b', 'own', 'old');
  draws(['old', 'older', 'a', 'b', 'own'], 'a', 'a');
  draws(['old', 'a', 'own'], 'older', 'b');
  expect(waiting).toHaveLength(1);
  fiveSeconds();
  draws(['old', 'a', 'own', 'older'], 'older', 'a');
  draws(['old', 'a', 'own'], 'older');
  draws(['old', 'a'], 'own');
  fiveSeconds();
  expect(said).toEqual(['+0 e0 m0 -0 g0 d1 x1']);
});
