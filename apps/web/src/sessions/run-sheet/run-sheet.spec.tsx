import { describe, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { PLAIN_PLAN, type BlockPlan, type EditSheet } from '@spolu/contracts/run-sheet';
import type { ActivityView, EditActivity, SessionView } from '@spolu/contracts/sessions';
import { act, screen, waitFor, within } from '@testing-library/react';
import { dayInTown } from '../../i18n/format.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { SessionPage } from '../session-page.tsx';

const activity = (id: string, more: Partial<ActivityView> = {}): ActivityView => ({
  id, title: `Krok ${id}`, instruction: '', staffNotes: '', minutes: 20, openUntil: null, methodId: null, settings: { kind: 'information' }, day: 1, plan: PLAIN_PLAN, skipped: false, state: 'planned', startedAt: null, endsAt: null, pausedAt: null, endedAt: null, ...more,
});
const session = (activities: ActivityView[], more: Partial<SessionView> = {}): SessionView => ({
  id: 'session-1', serverNow: new Date().toISOString(), processId: 'process-1', processTitle: 'Energia', boardId: 'board-1', kind: 'workshop', title: 'Tretia dielňa', welcome: '', plannedOn: '2026-12-07',
  plannedTime: '16:30', place: 'Radnica', language: 'sk', visibility: 'public', state: 'preparing', code: null, openedAt: null, closedAt: null, sheet: { days: [{ on: '2026-12-07', startsAt: '16:30', endsAt: null }], tracks: [] }, staff: [], activities,
  may: { edit: true, run: true, giveRoles: [], confirmIdeas: true }, ...more,
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
    'GET /processes/*/sheet-templates': () => ({ items: [], next: null }),
    'GET /ready-sheets': [{ id: 'two-hour-workshop', title: 'Dvojhodinová dielňa', purpose: 'Po práci.', blockCount: 8, minutes: 120 }],
    'POST /sessions/*/run-sheet/blocks': () => {
      activities = [activity('1'), activity('2')];
      return { activityIds: ['1', '2'] };
    },
    'POST /sessions/*/activities': ({ body }: { body: unknown }) => {
      const id = `new-${++made}`;
      const { openUntil: _day, ...planned } = body as EditActivity;
      activities = [...activities, activity(id, planned)];
      return { id };
    },
    'DELETE /activities/*': ({ url }: { url: URL }) => {
      activities = activities.filter(({ id }) => !url.pathname.endsWith(id));
    },
  });
  return server;
}
const TWO_DAYS: SessionView['sheet'] = { days: [{ on: '2026-12-07', startsAt: '09:00', endsAt: '10:00' }, { on: '2026-12-08', startsAt: '13:00', endsAt: null }], tracks: ['Sála', 'Dvor'] };
const plan = (changes: Partial<BlockPlan>): BlockPlan => ({ ...PLAIN_PLAN, ...changes });
const open = () => renderPage(<SessionPage />, { texts: ['sessions', 'sessions/run-sheet', 'identity', 'methods'], at: '/sessions/session-1', path: '/sessions/:id' });
const steps = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);

describe('the agenda', () => {
  test('shows when each step begins and how long all takes', async () => {
    givenAgenda([activity('1'), activity('2', { minutes: 45 })]);
    await open();
    await screen.findByText('65 minút spolu · 16:30 – 17:35');
    expect(screen.getAllByRole('row').map((row) => /\d\d:\d\d/.exec(row.textContent ?? '')?.[0])).toEqual(['16:30', '16:50']);
  });

  test('that is empty is filled with a ready-made sheet at one press', async () => {
    const { commands } = givenAgenda([]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Pridať do programu: Dvojhodinová dielňa' }));
    await screen.findByText('Krok 2');
    expect(commands).toMatchObject([{ request: 'POST /sessions/session-1/run-sheet/blocks', body: { from: { readySheetId: 'two-hour-workshop' } } }]);
    expect(screen.queryByText('Pripravené programy')).toBeNull();
  });

  test('a step is moved by its buttons, which is said aloud', async () => {
    const { commands } = givenAgenda([activity('1'), activity('2'), activity('3')]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Posunúť nižšie: Krok 1' }));
    expect(steps()).toEqual(['Krok 2', 'Krok 1', 'Krok 3']);
    expect(screen.getByText('Krok 1: teraz 2. z 3')).toBeTruthy();
    await waitFor(() => expect(commands).toMatchObject([{ request: 'PUT /sessions/session-1/run-sheet/order', body: { days: [['2', '1', '3']] } }]));
  });

  test('Home goes to the first step and does not roll the page away from it', async () => {
    givenAgenda([activity('1'), activity('2'), activity('3')]);
    const { user } = await open();
    await screen.findByText('Krok 3');
    const rows = screen.getAllByRole('row');
    act(() => rows[2]!.focus());
    let kept = false;
    const listen = (event: Event) => (kept = event.defaultPrevented);
    window.addEventListener('keydown', listen);
    await user.keyboard('{Home}');
    window.removeEventListener('keydown', listen);
    expect({ kept, at: document.activeElement }).toEqual({ kept: true, at: rows[0] });
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
    givenAgenda([activity('1')], { may: { edit: false, run: false, giveRoles: [], confirmIdeas: false } });
    await open();
    await screen.findByRole('heading', { name: 'Krok 1' });
    expect(screen.queryByRole('button', { name: /Odstrániť|Posunúť|Upraviť|Pridať|Otvoriť stretnutie/ })).toBeNull();
  });
});

describe('a run sheet of several days', () => {
  const sheet = () => [
    activity('1', { minutes: 30 }), activity('2', { minutes: 40, plan: plan({ shortestMinutes: 20 }) }),
    activity('3', { day: 2, plan: plan({ track: 1 }) }), activity('4', { day: 2, minutes: 45, plan: plan({ track: 2 }) }), activity('5', { day: 2, plan: plan({ type: 'meal', fixedStart: '13:40' }) }),
  ];

  test('shows the clock of each day, tracks side by side, and what runs into a fixed start', async () => {
    givenAgenda(sheet(), { sheet: TWO_DAYS });
    await open();
    const second = within(await screen.findByRole('region', { name: '2. deň, 8. decembra 2026' }));
    expect(second.getAllByRole('row').map((row) => /\d\d:\d\d/.exec(row.textContent ?? '')?.[0])).toEqual(['13:00', '13:00', '13:40']);
    second.getByText('Vetva: Dvor');
    second.getByText('Predchádzajúci blok sem zasahuje 5 minút.');
    const first = within(screen.getByRole('region', { name: '1. deň, 7. decembra 2026' }));
    first.getByText('Program sa skončí o 10:10, 10 minút po 10:00.');
  });

  test('an arrow takes a block over into the next day', async () => {
    const { commands } = givenAgenda(sheet(), { sheet: TWO_DAYS });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Posunúť nižšie: Krok 2' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'PUT /sessions/session-1/run-sheet/order', body: { days: [['1'], ['2', '3', '4', '5']] } }]));
    screen.getByText('Krok 2: teraz 1. v 2. dni');
  });

  test('says what a delay does and what to cut, and cuts only when asked twice', async () => {
    const { commands } = givenAgenda(sheet(), { sheet: TWO_DAYS });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Čo ak budeme meškať' }));
    const panel = within(screen.getByRole('region', { name: 'Čo ak budeme meškať' }));
    panel.getByText('Skončíte o 10:20, 20 minút po 10:00.');
    panel.getByText('Skrátiť „Krok 2“ z 40 na 20 min');
    expect(panel.getByRole('row', { name: /Krok 2/ }).textContent).toBe('Krok 209:3009:40+10 min');
    await user.click(panel.getByRole('button', { name: 'Skrátiť podľa návrhu' }));
    expect(commands).toEqual([]);
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Skrátiť podľa návrhu' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /sessions/session-1/run-sheet/cuts', body: { shortened: [{ activityId: '2', minutes: 20 }], leftOut: [] } }]));
  });

  test('while it goes on it says how late it is, from when blocks really began and by the server’s clock', async () => {
    const minute = 60_000;
    // the laptop is an hour behind
    const now = Date.now() + 60 * minute;
    const at = (ms: number) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Bratislava', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
    const startedAt = new Date(now - 20 * minute).toISOString();
    const running = activity('1', { state: 'running', minutes: 30, startedAt, endsAt: new Date(now + 10 * minute).toISOString() });
    givenAgenda([running, activity('2')], { serverNow: new Date(now).toISOString(), state: 'open', code: 'ABCD2345', sheet: { days: [{ on: dayInTown(new Date(now - 25 * minute)), startsAt: at(now - 25 * minute), endsAt: null }], tracks: [] } });
    await open();
    const panel = within(await screen.findByRole('region', { name: 'Ako sme na tom s časom' }));
    expect(panel.getByRole('row', { name: /Krok 2/ }).textContent).toMatch(/\+5 min$/);
    screen.getByText(`začalo ${at(now - 20 * minute)}`);
  });

  test('a break asks nothing of the phones; materials are typed a line each', async () => {
    const { commands } = givenAgenda([], { sheet: TWO_DAYS });
    const { user } = await open();
    const second = within(await screen.findByRole('region', { name: '2. deň, 8. decembra 2026' }));
    await user.click(second.getByRole('button', { name: 'Pridať prestávku' }));
    expect(screen.queryByRole('radio', { name: /Písanie lístkov/ })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: /^Materiál, ktorý sa minie/ }), '20 poháre\nčaj');
    await user.click(screen.getByRole('button', { name: 'Pridať aktivitu' }));
    await waitFor(() =>
      expect(commands).toMatchObject([
        {
          request: 'POST /sessions/session-1/activities',
          body: { title: 'Prestávka', day: 2, settings: { kind: 'break' }, plan: { type: 'break', supplies: [{ name: 'poháre', amount: 20 }, { name: 'čaj', amount: null }] } },
        },
      ]),
    );
  });

  test('days that somebody else set meanwhile are looked at before they are replaced', async () => {
    let sheet: SessionView['sheet'] = { days: [TWO_DAYS.days[0]!], tracks: [] };
    const sent: EditSheet[] = [];
    givenServer({
      'GET /me': { person: { id: 'p', name: 'F', email: 'f@x.sk', language: 'sk' }, roles: [], participants: [] },
      'GET /sessions/*': () => session([activity('1')], { sheet }),
      'PUT /sessions/*/run-sheet': ({ body }: { body: unknown }) => {
        sent.push(body as EditSheet);
        if (sent.length > 1) return;
        sheet = { ...sheet, tracks: ['Záhrada'] };
        throw new Problem('changed-meanwhile');
      },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Dni a vetvy' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /^Vetvy vedľa seba/ }), 'Sála');
    await user.click(dialog.getByRole('button', { name: 'Uložiť dni' }));
    await dialog.findByText('Záhrada');
    expect(dialog.getByRole('textbox', { name: /^Vetvy vedľa seba/ })).toHaveProperty('value', 'Sála');
    await user.click(dialog.getByRole('button', { name: 'Uložiť dni' }));
    await waitFor(() => expect(sent.map(({ tracks, seen }) => [tracks, seen.tracks])).toEqual([[['Sála'], []], [['Sála'], ['Záhrada']]]));
  });

  test('days and tracks are set in one place', async () => {
    const { commands } = givenAgenda([activity('1')], { sheet: { days: [TWO_DAYS.days[0]!], tracks: [] } });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Dni a vetvy' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Pridať deň' }));
    await user.type(dialog.getByRole('textbox', { name: /^Vetvy vedľa seba/ }), 'Sála\nDvor');
    await user.click(dialog.getByRole('button', { name: 'Uložiť dni' }));
    await waitFor(() =>
      expect(commands).toMatchObject([
        { request: 'PUT /sessions/session-1/run-sheet', body: { days: [TWO_DAYS.days[0], { on: '2026-12-08', startsAt: '09:00', endsAt: '10:00' }], tracks: ['Sála', 'Dvor'] } },
      ]),
    );
  });
});
