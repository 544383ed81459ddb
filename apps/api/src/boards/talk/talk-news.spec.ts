import { describe, expect, it, jest } from '@jest/globals';
import { TALK_PAGE_LENGTH, type Talk } from '@spolu/contracts/board-talk';
import { TalkNews } from './talk-news.ts';

const talk = (revision: number): Talk => ({ objectId: `${revision}`, revision, commentCount: 1, resolved: false, reactions: {} });

/** A board whose talk stands at `revision`, read by hand. */
function givenNews(told = 0) {
  jest.useFakeTimers();
  const state = { revision: told, reads: 0, away: false, hold: null as Promise<void> | null };
  const heard: number[][] = [];
  const news = new TalkNews({
    told,
    since: async (since) => {
      state.reads++;
      const found = Array.from({ length: state.revision - since }, (_, i) => talk(since + 1 + i)).slice(0, TALK_PAGE_LENGTH);
      await state.hold;
      if (state.away) throw new Error('away');
      return found;
    },
    tell: (talks) => void heard.push(talks.map(({ revision }) => revision)),
  });
  return { news, state, heard };
}

describe('news of what is said on a board', () => {
  it('many changes of a moment are read and told once, and only those that are new', async () => {
    const { news, state, heard } = givenNews(3);
    for (let i = 0; i < 20; i++) {
      state.revision++;
      news.look();
    }
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([Array.from({ length: 20 }, (_, i) => 4 + i)]);
    news.look();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heard).toHaveLength(1);
  });

  it('what commits while it is being read is told after', async () => {
    const { news, state, heard } = givenNews();
    let go = () => undefined as void;
    state.hold = new Promise((resolve) => (go = resolve));
    state.revision = 1;
    news.look();
    await jest.advanceTimersByTimeAsync(200);
    state.revision = 2;
    news.look();
    go();
    state.hold = null;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([[1], [2]]);
  });

  it('more than a page is told in several', async () => {
    const { news, state, heard } = givenNews();
    state.revision = TALK_PAGE_LENGTH + 1;
    news.look();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(heard.map(({ length }) => length)).toEqual([TALK_PAGE_LENGTH, 1]);
  });

  it('while the database is away it is asked again, and not once the board is closed', async () => {
    const { news, state, heard } = givenNews();
    state.away = true;
    state.revision = 1;
    news.look();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(state.reads).toBeGreaterThan(1);
    state.away = false;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(heard).toEqual([[1]]);
    news.close();
    news.look();
    const { reads } = state;
    await jest.advanceTimersByTimeAsync(3_000);
    expect(state.reads).toBe(reads);
  });
});
