import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RoomActivityBase, RoomStep } from '@spolu/contracts/sessions';
import { renderHook, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenActivity, givenPhone, givenRoom } from '../../phone/given-phone.tsx';
import { ServerClock } from '../../server-clock.ts';
import { PhoneBreak } from '../break/phone-break.tsx';
import { ProjectorBreak } from '../break/projector-break.tsx';
import { useRingAtEnd } from './bell.ts';
import { PhoneWork } from './phone-timer.tsx';
import { ProjectorTimer } from './projector-timer.tsx';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const clock = new ServerClock(() => NOON);
const at = (seconds: number) => new Date(NOON + seconds * 1_000).toISOString();
const step = { id: 'b', title: 'Hlasovanie', kind: 'dot-vote', minutes: 10, openUntil: null, state: 'planned', waitsForReveal: false, resumable: false, skipped: false, hasResult: false } satisfies RoomStep;
const me = { participantId: 'participant-1', language: 'sk' as const };
const timer = (more: Partial<RoomActivityBase> = {}) => <ProjectorTimer boardId="board-1" agenda={[]} clock={clock} activity={givenActivity('timer', null, { endsAt: at(245), ...more })} />;
const pause = (more: Partial<RoomActivityBase> = {}) => <ProjectorBreak boardId="board-1" agenda={[step]} clock={clock} activity={givenActivity('break', null, { endsAt: at(245), ...more })} />;

let struck: number[];
beforeEach(() => {
  struck = [];
  class Context {
    currentTime = 0;
    destination = {};
    close = async () => undefined;
  }
  class Node {
    gain = { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
    connect = (to: unknown) => to;
    start = (time: number) => void struck.push(time);
    stop = () => undefined;
  }
  Object.assign(globalThis, { AudioContext: Context, OscillatorNode: Node, GainNode: Node, ResizeObserver: class { observe = jest.fn(); disconnect = jest.fn(); } });
});

const show = (screen: ReactElement) => renderPage(screen, { texts: ['sessions'] });
/** What the hall reads in the middle of the wall. */
async function inHall(wall: ReactElement): Promise<string | null> {
  const { unmount } = await show(wall);
  const { textContent } = screen.getByRole('timer');
  unmount();
  return textContent;
}

describe('a timer', () => {
  test('is as large as the wall, stands still while it is paused, and says when it is over', async () => {
    expect(await inHall(timer())).toBe('4:05');
    expect(await inHall(timer({ pausedAt: at(-60) }))).toBe('Pauza5:05');
    expect(await inHall(timer({ endsAt: at(-1) }))).toBe('Čas vypršal');
    expect(await inHall(timer({ endsAt: null }))).toBe('Bez časového limitu');
    expect(await inHall(timer({ state: 'ended' }))).toBe('Skončené');
  });

  test('on the phone calls people back when the time is up', () => {
    const phone = (more: Partial<RoomActivityBase>) => <PhoneWork room={givenRoom()} me={me} activity={givenActivity('timer', null, more)} />;
    const { show } = givenPhone(phone({ endsAt: '2020-01-01T00:00:00.000Z' }));
    expect(screen.getByText('Čas vypršal. Vráťte sa, prosím, k ostatným.')).toBeTruthy();
    show(phone({ state: 'ended' }));
    expect(screen.getByText('Táto práca sa skončila.')).toBeTruthy();
  });

  test('sounds once, at its end, and only where somebody turned the sound on', async () => {
    const { rerender } = renderHook<void, { left: number | null; endsAt?: string }>(({ left, endsAt = 'noon' }) => useRingAtEnd(left, endsAt), { initialProps: { left: 1 } });
    rerender({ left: 0 });
    expect(struck).toEqual([]);
    const { user } = await show(timer());
    await user.click(screen.getByRole('button', { name: 'Zvuk na konci: vypnutý' }));
    expect(new Set(struck)).toEqual(new Set([0]));
    const turnedOn = struck.length;
    for (const left of [5, 1, 0, -1, -2]) rerender({ left });
    expect(struck.length).toBe(4 * turnedOn);
    // its end was moved behind us, it was over before we looked, it has none
    rerender({ left: 300 });
    rerender({ left: -5, endsAt: 'before noon' });
    for (const left of [null, 0, 60, null]) rerender({ left });
    expect(struck.length).toBe(4 * turnedOn);
    await user.click(screen.getByRole('button', { name: 'Zvuk na konci: zapnutý' }));
    for (const left of [1, 0]) rerender({ left });
    expect(struck.length).toBe(4 * turnedOn);
  });
});

describe('a break', () => {
  test('says in the hall when we go on, and with what', async () => {
    const { unmount } = await show(pause({ instruction: 'Káva je na chodbe.' }));
    expect(screen.getByText('Káva je na chodbe.')).toBeTruthy();
    expect(screen.getByText('Potom: Hlasovanie')).toBeTruthy();
    unmount();
    expect(await inHall(pause())).toBe('Pokračujeme o13:044:05');
    expect(await inHall(pause({ pausedAt: at(-60) }))).toBe('O chvíľu povieme, kedy pokračujeme.');
    expect(await inHall(pause({ endsAt: at(-1) }))).toBe('Pokračujeme');
  });

  test('on the phone too, and the board can be read meanwhile', () => {
    const phone = (more: Partial<RoomActivityBase>) => <PhoneBreak room={givenRoom({ agenda: [step] })} me={me} activity={givenActivity('break', null, more)} />;
    const { show } = givenPhone(phone({}));
    expect(screen.getByText('Pokračujeme o').textContent).toMatch(/^Pokračujeme o \d\d:\d\d$/);
    expect(screen.getByText('Hlasovanie')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Otvoriť tabuľu' }).getAttribute('href')).toBe('/sessions/session-1/canvas');
    show(phone({ endsAt: null }));
    expect(screen.getByText('O chvíľu povieme, kedy pokračujeme.')).toBeTruthy();
    show(phone({ endsAt: '2020-01-01T00:00:00.000Z' }));
    expect(screen.getByText('Prestávka sa končí, pokračujeme.')).toBeTruthy();
  });
});
