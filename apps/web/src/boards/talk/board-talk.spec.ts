import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OwnTalk, ReactionKind, Talk, TalkPage } from '@spolu/contracts/board-talk';
import { Problem } from '@spolu/contracts/problems';
import { Unreachable } from '../../http/api.ts';
import { BoardTalk, type TalkLine } from './board-talk.ts';

const talk = (objectId: string, revision: number, change: Partial<Talk> = {}): Talk => ({ objectId, revision, commentCount: 0, resolved: false, reactions: {}, ...change });
const own = (objectId: string, revision: number, change: Partial<OwnTalk> = {}): OwnTalk => ({ ...talk(objectId, revision), mine: [], ...change });

/** A board's line that the test goes along by hand. */
class Line implements TalkLine {
  isLive = false;
  readonly #changed = new Set<() => void>();
  readonly #told = new Set<(talks: readonly Talk[]) => void>();
  subscribe = (changed: () => void) => {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  };
  onTalk = (listener: (talks: readonly Talk[]) => void) => {
    this.#told.add(listener);
    return () => this.#told.delete(listener);
  };
  go(isLive: boolean) {
    this.isLive = isLive;
    for (const changed of this.#changed) changed();
  }
  tell(...talks: Talk[]) {
    for (const listener of this.#told) listener(talks);
  }
}

const settled = () => jest.advanceTimersByTimeAsync(0);

let line: Line;
let pages: (TalkPage | Error)[];
let asked: number[];
let presses: { kind: ReactionKind; given: boolean; answer: (talk: OwnTalk | Error) => void }[];
let board: BoardTalk;
beforeEach(() => {
  jest.useFakeTimers();
  line = new Line();
  pages = [];
  asked = [];
  presses = [];
  board = new BoardTalk({
    read: (since) => {
      asked.push(since);
      const page = pages.shift() ?? { talks: [], next: null };
      return page instanceof Error ? Promise.reject(page) : Promise.resolve(page);
    },
    react: (_, kind, given) =>
      new Promise((resolve, reject) => presses.push({ kind, given, answer: (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)) })),
  });
});
async function live(...talks: OwnTalk[]) {
  pages.push({ talks, next: null });
  const end = board.follow(line);
  line.go(true);
  await settled();
  return end;
}

describe('how the talk of a board stands', () => {
  it('is read page by page, then told; what is older than what is known changes nothing', async () => {
    pages = [{ talks: [own('a', 1, { commentCount: 2 })], next: 1 }, { talks: [own('b', 4, { reactions: { like: 1 }, mine: ['like'] })], next: null }];
    board.follow(line);
    expect(asked).toEqual([]);
    line.go(true);
    await settled();
    expect(asked).toEqual([0, 1]);
    expect([...board.objectIds()]).toEqual(['a', 'b']);
    line.tell(talk('b', 5, { reactions: { like: 2 } }), talk('a', 1, { commentCount: 0 }));
    expect(board.of('b')).toMatchObject({ reactions: { like: 2 }, mine: ['like'] });
    expect(board.of('a').commentCount).toBe(2);
    expect(board.of('never')).toMatchObject({ commentCount: 0, mine: [] });
  });

  it('after a break only what changed is read', async () => {
    await live(own('a', 7, { commentCount: 1 }));
    line.tell(talk('b', 9, { commentCount: 1 }));
    line.go(false);
    pages.push({ talks: [own('a', 11, { commentCount: 3 })], next: null });
    line.go(true);
    await settled();
    expect(asked).toEqual([0, 9]);
    expect(board.of('a').commentCount).toBe(3);
  });

  it('a line that breaks while all is being read makes it be read once more', async () => {
    let answer = (_: TalkPage) => undefined as void;
    const slow = new BoardTalk({ read: (since) => (asked.push(since), new Promise((resolve) => (answer = resolve))), react: () => Promise.reject(new Unreachable()) });
    slow.follow(line);
    line.go(true);
    line.go(false);
    line.go(true);
    answer({ talks: [own('a', 3, { commentCount: 1 })], next: null });
    await settled();
    expect(asked).toEqual([0, 3]);
    answer({ talks: [own('a', 4, { commentCount: 2 })], next: null });
    await settled();
    expect(slow.of('a').commentCount).toBe(2);
    expect(asked).toEqual([0, 3]);
  });

  it('what is told before all is read leaves no gap below it', async () => {
    pages = [new Unreachable()];
    board.follow(line);
    line.go(true);
    await settled();
    line.tell(talk('b', 9, { commentCount: 1 }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([0, 0]);
  });

  it('what the server refuses is not asked again, and nothing is once the board is left', async () => {
    pages = [new Problem('not-found'), new Unreachable()];
    const end = board.follow(line);
    line.go(true);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual([0]);
    line.go(false);
    line.go(true);
    await settled();
    end();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual([0, 0]);
  });

  it('others’ comments are news; what one finds, reactions and one’s own are none', async () => {
    const news: string[] = [];
    board.onNews((objectId) => news.push(objectId));
    await live(own('a', 1, { commentCount: 4 }));
    line.tell(talk('a', 2, { commentCount: 4, reactions: { like: 1 } }));
    // Told before the answer comes.
    await board.command('a', async () => {
      line.tell(talk('a', 3, { commentCount: 5 }));
      return own('a', 3, { commentCount: 5 });
    });
    expect(news).toEqual([]);
    line.tell(talk('a', 4, { commentCount: 6 }), talk('b', 5, { commentCount: 1 }));
    expect(news).toEqual(['a', 'b']);
    expect(board.of('a').commentCount).toBe(6);
  });

  it('what others said while a command was under way is not lost', async () => {
    await live(own('a', 1));
    await board.command('a', async () => {
      line.tell(talk('a', 3, { commentCount: 2 }));
      return own('a', 2, { commentCount: 1 });
    });
    expect(board.of('a')).toMatchObject({ revision: 3, commentCount: 2 });
  });
});

describe('a reaction', () => {
  it('counts at once, and once: also when everybody is told before the answer comes', async () => {
    await live(own('a', 1, { reactions: { like: 2 } }));
    const counts: (number | undefined)[] = [];
    board.onChange(() => counts.push(board.of('a').reactions.like));
    const done = board.react('a', 'like', true);
    expect(board.of('a')).toMatchObject({ reactions: { like: 3 }, mine: ['like'] });
    line.tell(talk('a', 2, { reactions: { like: 3 } }));
    expect(board.of('a').reactions.like).toBe(3);
    presses[0]!.answer(own('a', 2, { reactions: { like: 3 }, mine: ['like'] }));
    await done;
    expect(board.of('a')).toMatchObject({ reactions: { like: 3 }, mine: ['like'] });
    expect(new Set(counts)).toEqual(new Set([3]));
  });

  it('what was pressed last holds, and no more is sent than it takes', async () => {
    await live(own('a', 1));
    const done = board.react('a', 'idea', true);
    for (const given of [false, true, false]) void board.react('a', 'idea', given);
    expect(board.of('a')).toMatchObject({ reactions: {}, mine: [] });
    expect(presses).toHaveLength(1);
    presses[0]!.answer(own('a', 2, { reactions: { idea: 1 }, mine: ['idea'] }));
    await settled();
    expect(presses.map(({ given }) => given)).toEqual([true, false]);
    expect(board.of('a').mine).toEqual([]);
    presses[1]!.answer(own('a', 3));
    await done;
    expect(board.of('a')).toMatchObject({ reactions: {}, mine: [] });
  });

  it('that is refused is taken back from the screen, and says why', async () => {
    await live(own('a', 1, { reactions: { love: 1 } }));
    const refused = board.react('a', 'love', true);
    expect(board.of('a').reactions.love).toBe(2);
    presses[0]!.answer(new Problem('board/read-only'));
    await expect(refused).rejects.toMatchObject({ code: 'board/read-only' });
    expect(board.of('a')).toMatchObject({ reactions: { love: 1 }, mine: [] });
    // The next one is sent again.
    void board.react('a', 'love', true);
    expect(presses).toHaveLength(2);
  });
});
