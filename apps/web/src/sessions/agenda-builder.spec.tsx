import { describe, expect, test } from '@jest/globals';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import type { ActivityView, EditActivity, SessionView } from '@spolu/contracts/sessions';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { SessionPage } from './session-page.tsx';

const activity = (id: string, more: Partial<ActivityView> = {}): ActivityView => ({
  id, title: `Krok ${id}`, instruction: '', staffNotes: '', minutes: 20, methodId: null, settings: { kind: 'information' }, day: 1, plan: PLAIN_PLAN, state: 'planned', startedAt: null, endsAt: null, endedAt: null, ...more,
});
const session = (activities: ActivityView[], more: Partial<SessionView> = {}): SessionView => ({
  id: 'session-1', processId: 'process-1', processTitle: 'Energia', boardId: 'board-1', kind: 'workshop', title: 'Tretia dielňa', welcome: '', plannedOn: '2026-12-07',
  plannedTime: '16:30', place: 'Radnica', language: 'sk', visibility: 'public', state: 'preparing', code: null, openedAt: null, closedAt: null, sheet: { days: [{ on: '2026-12-07', startsAt: '16:30', endsAt: null }], tracks: [] }, staff: [], activities,
  may: { edit: true, run: true, giveRoles: false, confirmIdeas: true }, ...more,
});

/** A server that keeps an agenda as ours does. */
function givenAgenda(start: ActivityView[], more: Partial<SessionView> = {}) {
  let activities = start;
  let made = 0;
  const server = givenServer({
    'GET /me': { person: { id: 'p', name: 'F', email: 'f@x.sk', language: 'sk' }, roles: [], participants: [] },
    'GET /sessions/*': () => session(activities, more),
    'PUT /sessions/*/run-sheet/order': ({ body }: { body: unknown }) => {
      const { days } = body as { days: string[][] };
      activities = days.flat().flatMap((id) => activities.filter((one) => one.id === id));
    },
    'POST /sessions/*/activities': ({ body }: { body: unknown }) => {
      const id = `new-${++made}`;
      activities = [...activities, activity(id, body as EditActivity)];
      return { id };
    },
    'DELETE /activities/*': ({ url }: { url: URL }) => {
      activities = activities.filter(({ id }) => !url.pathname.endsWith(id));
    },
  });
  return server;
}
const open = () => renderPage(<SessionPage />, { texts: ['sessions', 'identity', 'methods'], at: '/sessions/session-1', path: '/sessions/:id' });
const steps = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

describe('the agenda', () => {
  test('shows when each step begins and how long all takes', async () => {
    givenAgenda([activity('1'), activity('2', { minutes: 45 })]);
    await open();
    await screen.findByText('65 minút spolu · 16:30 – 17:35');
    const items = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading', { level: 3 }));
    expect(items.map((item) => /\d\d:\d\d/.exec(item.textContent ?? '')?.[0])).toEqual(['16:30', '16:50']);
  });

  test('a step is moved by its buttons, which is said aloud', async () => {
    const { commands } = givenAgenda([activity('1'), activity('2'), activity('3')]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Posunúť nižšie: Krok 1' }));
    expect(steps()).toEqual(['Krok 2', 'Krok 1', 'Krok 3']);
    expect(screen.getByText('Krok 1: teraz 2. z 3')).toBeTruthy();
    await waitFor(() => expect(commands).toMatchObject([{ request: 'PUT /sessions/session-1/run-sheet/order', body: { days: [['2', '1', '3']] } }]));
  });

  test('a step that began stays where it is', async () => {
    givenAgenda([activity('1', { state: 'running' }), activity('2')], { state: 'open', code: 'ABCD2345' });
    await open();
    await screen.findByText('ABCD 2345');
    expect(screen.queryByRole('button', { name: 'Posunúť nižšie: Krok 1' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Odstrániť: Krok 1' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Posunúť vyššie: Krok 2' })).toHaveProperty('disabled', true);
  });

  test('a removed step comes back where it was', async () => {
    givenAgenda([activity('1'), activity('2', { staffNotes: 'Priniesť farby' }), activity('3')]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Odstrániť: Krok 2' }));
    await waitFor(() => expect(steps()).toEqual(['Krok 1', 'Krok 3']));
    await user.click(await screen.findByRole('button', { name: 'Vrátiť späť' }));
    await waitFor(() => expect(steps()).toEqual(['Krok 1', 'Krok 2', 'Krok 3']));
    expect(screen.getByText('Priniesť farby')).toBeTruthy();
  });

  test('a step is made by hand; what is missing is said at its field and nothing typed is lost', async () => {
    const { commands } = givenAgenda([]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Pridať vlastnú aktivitu' }));
    await user.type(screen.getByRole('textbox', { name: /^Stĺpce tabule/ }), 'Problémy\nNápady');
    await user.click(screen.getByRole('button', { name: 'Pridať aktivitu' }));
    expect(screen.getByRole('alert').textContent).toMatch(/Názov aktivity/);
    await user.type(screen.getByRole('textbox', { name: /^Názov aktivity/ }), 'Čo nás trápi');
    await user.click(screen.getByRole('button', { name: 'Pridať aktivitu' }));
    await waitFor(() =>
      expect(commands).toMatchObject([
        { request: 'POST /sessions/session-1/activities', body: { title: 'Čo nás trápi', settings: { kind: 'brainstorm', mode: 'hidden', frames: ['Problémy', 'Nápady'] } } },
      ]),
    );
    await screen.findByRole('heading', { name: 'Čo nás trápi' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Pridať vlastnú aktivitu' })));
  });

  test('opening the room first says what will happen', async () => {
    const { commands } = givenAgenda([activity('1')]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Otvoriť stretnutie' }));
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toMatch(/Vznikne kód a QR/);
    expect(commands).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Otvoriť' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /sessions/session-1/open' }]));
  });

  test('who may not edit sees the agenda without tools', async () => {
    givenAgenda([activity('1')], { may: { edit: false, run: false, giveRoles: false, confirmIdeas: false } });
    await open();
    await screen.findByRole('heading', { name: 'Krok 1' });
    expect(screen.queryByRole('button', { name: /Odstrániť|Posunúť|Upraviť|Pridať|Otvoriť stretnutie/ })).toBeNull();
  });
});
