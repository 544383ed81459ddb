import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { RoomState, RoomView } from '@spolu/contracts/sessions';
import { act, screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../testing/server.ts';

/** The live connection, played by hand: what the server tells, and what the phone asked of it. */
const live = {
  connected: true,
  listeners: new Map<string, Set<(payload: unknown) => void>>(),
  sent: [] as unknown[][],
  tell(event: string, payload?: unknown) {
    act(() => this.listeners.get(event)?.forEach((listener) => listener(payload)));
  },
};
const socket = {
  get connected() {
    return live.connected;
  },
  on: (event: string, listener: (payload: unknown) => void) => live.listeners.set(event, (live.listeners.get(event) ?? new Set()).add(listener)),
  off: (event: string, listener: (payload: unknown) => void) => live.listeners.get(event)?.delete(listener),
  emit: (...args: unknown[]) => live.sent.push(args),
};
const { useEffect, useRef } = await import('react');
jest.unstable_mockModule('../../http/live.ts', () => ({
  liveSocket: () => socket,
  reconnectLive: () => undefined,
  useLiveStatus: () => 'online',
  useLiveEvent: (event: string, handle: (payload: unknown) => void) => {
    const newest = useRef(handle);
    useEffect(() => {
      newest.current = handle;
    });
    useEffect(() => {
      const listener = (payload: unknown) => newest.current(payload);
      socket.on(event, listener);
      return () => void socket.off(event, listener);
    }, [event]);
  },
}));
const { Way } = await import('./phone-app.tsx');
const { givenActivity, givenPhone, givenRoom } = await import('./given-phone.tsx');
const { Device, LAST_SESSION } = await import('./device.tsx');

const nobody = { person: null, roles: [], participants: [] };
const inside = { ...nobody, participants: [{ id: 'participant-1', sessionId: 'session-1' }] };
const offer = { sessionId: 'session-1', sessionTitle: 'Druhá dielňa', welcome: 'Vitajte.', language: 'sk' };
const view = (room: Partial<RoomState> = {}): RoomView => ({
  room: givenRoom(room), me: { participantId: 'participant-1', nickname: null, sector: null, language: 'sk' }, staff: null, may: { run: false },
});
const brainstorm = givenActivity('brainstorm', { mode: 'open', revealed: true, moderated: false, frames: [], cardCount: 0 });

beforeEach(() => {
  live.listeners.clear();
  live.sent = [];
  localStorage.clear();
  history.replaceState(null, '', '/j');
});

describe('the way into a session and through it', () => {
  test('from the code in the link over one tap and one question into the room', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    const { commands } = givenServer({
      'GET /me': nobody, 'POST /join-lookups': offer, 'POST /joins': { participantId: 'participant-1', sessionId: 'session-1', receipt: { secret: 's', url: 'http://x/r#s' } },
      'GET /sessions/*/room': view({ agenda: [{ id: 'a', title: 'Privítanie', kind: 'information', minutes: 10, openUntil: null, state: 'planned', waitsForReveal: false, resumable: false, skipped: false, hasResult: false }] }), 'PUT /sessions/*/participant': null,
    });
    const { user } = givenPhone(<Way />);
    await user.click(await screen.findByRole('button', { name: 'Vstúpiť anonymne' }));
    await user.click(await screen.findByRole('radio', { name: /obyvateľ/ }));
    await user.click(screen.getByRole('button', { name: 'Pokračovať' }));
    await screen.findByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' });
    expect(screen.getByText('Privítanie')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Čo sa stalo s mojimi lístkami' }).getAttribute('href')).toBe('/r#s');
    expect(commands.map(({ request }) => request)).toEqual(['POST /join-lookups', 'POST /joins', 'PUT /sessions/session-1/participant']);
    expect(live.sent[0]?.slice(0, 2)).toEqual(['room.enter', { sessionId: 'session-1' }]);
  });

  test('who is in already is not asked again', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    const { commands } = givenServer({ 'GET /me': inside, 'POST /join-lookups': offer, 'GET /sessions/*/room': view() });
    givenPhone(<Way />);
    await screen.findByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' });
    expect(commands.map(({ request }) => request)).toEqual(['POST /join-lookups']);
  });

  test('what runs decides what is on the screen, and an older state changes nothing', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    givenServer({ 'GET /me': inside, 'POST /join-lookups': offer, 'GET /sessions/*/room': view({ version: 5 }), 'GET /activities/*/cards': [] });
    givenPhone(<Way />);
    await screen.findByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' });
    live.tell('room', givenRoom({ version: 7, activity: brainstorm }));
    expect(screen.getByRole('textbox', { name: 'Váš lístok' })).toBeTruthy();
    live.tell('room', givenRoom({ version: 6 }));
    expect(screen.getByRole('textbox', { name: 'Váš lístok' })).toBeTruthy();
    live.tell('room', givenRoom({ version: 8, sessionId: 'another session' }));
    expect(screen.getByRole('textbox', { name: 'Váš lístok' })).toBeTruthy();
    live.tell('room', givenRoom({ version: 9, state: 'closed', code: null }));
    expect(screen.getByRole('heading', { name: 'Stretnutie sa skončilo' })).toBeTruthy();
  });

  test('looks where everybody is asked to look, is left with what was being written, and comes back', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    const note = (id: string, text: string) => ({ id, contributionId: id, text, colour: 'yellow', participantId: null, clusterId: null, createdAt: '2026-11-22T10:00:00.000Z' });
    const frame = (id: string, title: string, text: string) => ({ id, title, drawings: [], clusters: [{ id: null, title: '', notes: [note(`${id}-note`, text)] }] });
    givenServer({
      'GET /me': inside, 'POST /join-lookups': offer, 'GET /sessions/*/room': view({ version: 5, activity: brainstorm }), 'GET /activities/*/cards': [],
      'GET /boards/board-1': { boardId: 'board-1', title: '', rule: null, frames: [frame('f1', 'Problémy', 'Hluk'), frame('f2', 'Riešenia', 'Ticho')], noteCount: 2, may: {} },
    });
    const { user } = givenPhone(<Way />);
    await user.type(await screen.findByRole('textbox', { name: 'Váš lístok' }), 'Rozpísané');
    const look = { id: 'look-1', frameId: 'f2', title: 'Riešenia' };
    live.tell('room', givenRoom({ version: 7, activity: brainstorm, look }));
    await screen.findByRole('heading', { name: 'Riešenia' });
    await screen.findByText('Ticho');
    expect([screen.queryByText('Hluk'), screen.queryByRole('textbox', { name: 'Váš lístok' })]).toEqual([null, null]);
    await user.click(screen.getByRole('button', { name: 'Späť k mojej úlohe' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Váš lístok' }).value).toBe('Rozpísané');
    await user.click(screen.getByRole('button', { name: 'Pozrieť' }));
    await screen.findByText('Ticho');
    await user.click(screen.getByRole('button', { name: 'Späť k mojej úlohe' }));
    // shown again, it comes again
    live.tell('room', givenRoom({ version: 8, activity: brainstorm, look: { ...look, id: 'look-2' } }));
    await screen.findByText('Ticho');
    live.tell('room', givenRoom({ version: 9, activity: brainstorm }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Váš lístok' }).value).toBe('Rozpísané');
  });

  test('after a break it takes its seat again', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    givenServer({ 'GET /me': inside, 'POST /join-lookups': offer, 'GET /sessions/*/room': view() });
    givenPhone(<Way />);
    await screen.findByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' });
    const before = live.sent.filter(([event]) => event === 'room.enter').length;
    live.tell('connect');
    expect(live.sent.filter(([event]) => event === 'room.enter')).toHaveLength(before + 1);
  });

  test('who was asked to leave is told so, and may enter another code', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    givenServer({ 'GET /me': inside, 'POST /join-lookups': offer, 'GET /sessions/*/room': view() });
    const { user } = givenPhone(<Way />);
    await screen.findByRole('heading', { name: 'Ste dnu. O chvíľu začíname.' });
    live.tell('room.ended', { sessionId: 'session-1', problem: new Problem('session/removed').toDocument() });
    expect(screen.getByText('Zo stretnutia vás odhlásili.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Zadať iný kód' }));
    await screen.findByRole('textbox', { name: 'Kód stretnutia' });
  });

  test('a wrong code is said at the field; typed in any way, the right one leads in', async () => {
    const { commands } = givenServer({
      'GET /me': nobody,
      'POST /join-lookups': ({ body }: { body: unknown }) => {
        if ((body as { code: string }).code !== 'ABCD2345') throw new Problem('session/code-invalid');
        return offer;
      },
    });
    const { user } = givenPhone(<Way />);
    await user.type(await screen.findByRole('textbox', { name: 'Kód stretnutia' }), 'wxyz9999');
    await user.click(screen.getByRole('button', { name: 'Pokračovať' }));
    await screen.findByText('Tento kód neplatí. Skontrolujte ho na obrazovke v sále.');
    await user.clear(screen.getByRole('textbox', { name: 'Kód stretnutia' }));
    await user.type(screen.getByRole('textbox', { name: 'Kód stretnutia' }), 'abcd 23-45');
    await user.click(screen.getByRole('button', { name: 'Pokračovať' }));
    await screen.findByRole('heading', { name: 'Druhá dielňa' });
    expect(commands.at(-1)?.body).toEqual({ code: 'ABCD2345' });
  });

  test('when the code has died, who was in finds what she left', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    const device = new Device();
    await device.memory.change(LAST_SESSION, () => 'session-1');
    givenServer({
      'GET /me': inside,
      'POST /join-lookups': () => {
        throw new Problem('session/code-invalid');
      },
      'GET /sessions/*/room': view({ state: 'closed', code: null }),
    });
    givenPhone(<Way />, device);
    await screen.findByRole('heading', { name: 'Stretnutie sa skončilo' });
    expect(screen.getByRole('link', { name: 'Správa zo stretnutia' }).getAttribute('href')).toBe('/sessions/session-1/report');
  });

  test('without a network it says so and tries again when asked', async () => {
    history.replaceState(null, '', '/j#ABCD2345');
    globalThis.fetch = () => Promise.reject(new TypeError('network'));
    const { user } = givenPhone(<Way />);
    const again = await screen.findByRole('button', { name: 'Skúsiť znova' });
    givenServer({ 'GET /me': nobody, 'POST /join-lookups': offer });
    await user.click(again);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Druhá dielňa' })).toBeTruthy());
  });
});
