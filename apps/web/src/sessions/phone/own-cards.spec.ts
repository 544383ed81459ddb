import { describe, expect, test } from '@jest/globals';
import { aboutCard, cardViews, withServerCards, type OwnCard } from './own-cards.ts';
import type { Sending } from '../../device/send-queue.ts';

const card = (id: string, more: Partial<OwnCard> = {}): OwnCard => ({
  id, activityId: 'a', text: `text ${id}`, colour: 'yellow', frameId: null, state: 'shown', composedAt: `2026-11-22T10:00:0${id}Z`, anonymous: false, ...more,
});
const entry = (cardId: string, method: 'POST' | 'PUT' | 'DELETE', state: Sending['state'], text?: string): Sending => ({
  key: `${method} ${cardId}`, order: 1, about: aboutCard('s', cardId), command: { method, path: '/', body: text === undefined ? undefined : { text } }, tried: true, failures: 0,
  refusal: state === 'not-taken' ? { code: 'activity/too-late', facts: {} } : null, state,
});

describe('the own cards', () => {
  test('are saved when nothing of them is under way, the newest first', () => {
    expect(cardViews([card('1'), card('2')], []).map(({ id, state }) => [id, state])).toEqual([['2', 'saved'], ['1', 'saved']]);
  });

  test('show a changed text at once, and that it is still under way', () => {
    expect(cardViews([card('1')], [entry('1', 'PUT', 'waiting', 'better words')])).toMatchObject([{ text: 'better words', state: 'waiting' }]);
  });

  test('a removed card is gone at once and comes back, with the reason, when the removal is refused', () => {
    expect(cardViews([card('1')], [entry('1', 'DELETE', 'sending')])).toEqual([]);
    expect(cardViews([card('1')], [entry('1', 'DELETE', 'not-taken')])).toMatchObject([
      { text: 'text 1', state: 'not-taken', refusal: { code: 'activity/too-late', wanted: 'removal' } },
    ]);
  });

  test('a card that was not taken keeps its last words, with all that must be taken back together', () => {
    const views = cardViews([card('1', { state: null })], [entry('1', 'POST', 'not-taken', 'first'), entry('1', 'PUT', 'not-taken', 'last words')]);
    expect(views).toMatchObject([{ text: 'last words', state: 'not-taken', refusal: { wanted: 'card', keys: ['POST 1', 'PUT 1'] } }]);
  });

  test('a late card says so', () => {
    expect(cardViews([card('1', { state: 'late' })], [])).toMatchObject([{ state: 'late' }]);
  });

  test('the server corrects what it knows and adds what another device wrote', () => {
    const server = { id: '1', activityId: 'a', text: 'server', colour: 'yellow' as const, frameId: null, state: 'removed' as const, reason: '', composedAt: 'x' };
    const merged = withServerCards([card('1'), card('2', { anonymous: true })], [server, { ...server, id: '3' }]);
    expect(merged).toMatchObject([{ id: '1', text: 'server', state: 'removed' }, { id: '2', anonymous: true }, { id: '3', anonymous: false }]);
  });
});
