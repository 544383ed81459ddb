import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { EditActivity, RoomActivity, StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor, within } from '@testing-library/react';
import { createRef } from 'react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ActivityForm } from './activity-form.tsx';
import { givenActivity, givenPhone, givenRoom } from './phone/given-phone.tsx';
import { PhoneTimer } from './phone/timer.tsx';
import { RunNow } from './run-now.tsx';
import { ServerClock } from './server-clock.ts';
import type { RoomCommands } from './use-room-commands.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const FRIDAY = '2026-11-27T11:00:00.000Z';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const brainstorm = (more: Partial<RoomActivity>) => givenActivity('brainstorm', { mode: 'open', revealed: true, moderated: false, frames: [], cardCount: 0 }, more as object);

beforeEach(() => {
  sessionStorage.clear();
});

describe('the run panel of what is open until a day', () => {
  const staff: StaffState = { version: 1, participants: [], silentIds: [], missedWordIds: [], lateCards: [], lateAnswers: [], inboxes: [], staffNotes: '', codeAlarm: false, hands: [], pace: null };
  const show = (activity: RoomActivity) =>
    renderPage(
      <RunNow ref={createRef()} room={givenRoom({ activity })} board={null} activity={activity} staff={staff} clock={new ServerClock(() => Date.parse(NOW))} commands={{ pending: null } as RoomCommands} mayRun hasBar={false} justEnded={false} onEnded={() => undefined} />,
      { texts: ['sessions'] },
    );

  test('tells the day, and neither pauses nor adds minutes; the day is moved as it was seen', async () => {
    const server = givenServer({ 'PUT /activities/*/open-until': null });
    const { user } = await show(brainstorm({ endsAt: FRIDAY, endsItself: true }));
    expect(screen.getByText('Otvorené do: piatok 27. 11. 12:00')).toBeTruthy();
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Pauza' })).toBeNull();
    expect(screen.queryByRole('button', { name: '+5 minút' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Zmeniť, dokedy…' }));
    const dialog = within(await screen.findByRole('dialog'));
    const hour = dialog.getByRole('textbox', { name: 'Do hodiny' });
    expect(hour).toHaveProperty('value', '12:00');
    await user.clear(hour);
    await user.type(hour, '18.30');
    await user.click(dialog.getByRole('button', { name: 'Nechať otvorené' }));
    await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /activities/activity-1/open-until', body: { openUntil: { on: '2026-11-27', time: '18:30' }, endsAt: FRIDAY } }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('counts down in the last hour', async () => {
    await show(brainstorm({ endsAt: '2026-11-23T09:59:00.000Z', endsItself: true }));
    expect(screen.getByRole('timer').textContent).toBe('59:00');
  });

  test('asks for a day before anything is sent', async () => {
    const server = givenServer({});
    const { user } = await show(brainstorm({ endsAt: '2026-11-23T09:10:00.000Z' }));
    await user.click(screen.getByRole('button', { name: 'Nechať otvorené do dňa…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Nechať otvorené' }));
    expect(await dialog.findAllByText(/Otvorené do dňa/)).not.toHaveLength(0);
    expect(dialog.getByRole('alert')).toBeTruthy();
    expect(server.commands).toEqual([]);
  });

  test.each([
    ['where people take turns', brainstorm({})],
    ['in a break', givenActivity('break', null)],
  ])('is not offered %s', async (where, activity) => {
    const shown = where.includes('turns') ? ({ ...activity, part: { ...(activity as { part: object }).part, way: { kind: 'round-robin' } } } as unknown as RoomActivity) : activity;
    await show(shown);
    expect(screen.queryByRole('button', { name: 'Nechať otvorené do dňa…' })).toBeNull();
  });
});

test('the phone tells the day instead of a clock', () => {
  const view = givenPhone(<PhoneTimer activity={brainstorm({ endsAt: inDays(4), endsItself: true })} />);
  expect(screen.getByText(/^Otvorené do: (pondelok|utorok|streda|štvrtok|piatok|sobota|nedeľa) /)).toBeTruthy();
  expect(screen.queryByRole('timer')).toBeNull();
  view.show(<PhoneTimer activity={brainstorm({ endsAt: inDays(4) })} />);
  expect(screen.getByRole('timer')).toBeTruthy();
});

describe('the form', () => {
  const block: EditActivity = { title: 'Čo zmeniť?', instruction: '', staffNotes: '', minutes: 10, methodId: null, settings: { kind: 'brainstorm', mode: 'open', frames: [] } };
  const show = (activity: EditActivity, submit: (input: EditActivity) => Promise<unknown>, running = false) =>
    renderPage(
      <ActivityForm activity={activity} saved running={running} session={{ sheet: { days: [], tracks: [] }, staff: [], language: 'sk' }} draft="block" submit={submit} onDone={() => undefined} onCancel={() => undefined} />,
      { texts: ['sessions', 'sessions/run-sheet'] },
    );

  test('asks for a day in place of minutes, and sends both as they stand', async () => {
    const sent = jest.fn<(input: EditActivity) => Promise<unknown>>().mockResolvedValue(null);
    const { user } = await show({ ...block, openUntil: { on: '2999-05-01', time: '18:00' } }, sent);
    expect(screen.queryByRole('textbox', { name: 'Minúty' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Uložiť/ }));
    await waitFor(() => expect(sent).toHaveBeenCalledWith(expect.objectContaining({ openUntil: { on: '2999-05-01', time: '18:00' }, minutes: 10 })));
    await user.click(screen.getByRole('radio', { name: /^Na minúty/ }));
    expect(screen.getByRole('textbox', { name: 'Minúty' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Uložiť/ }));
    await waitFor(() => expect(sent).toHaveBeenLastCalledWith(expect.objectContaining({ openUntil: null })));
  });

  test('leaves the day alone while it runs, and does not offer one for a break', async () => {
    const sent = jest.fn<(input: EditActivity) => Promise<unknown>>().mockResolvedValue(null);
    const { user, unmount } = await show({ ...block, openUntil: { on: '2999-05-01', time: '18:00' } }, sent, true);
    expect(screen.queryByRole('radio', { name: /^Na minúty/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Uložiť/ }));
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(sent.mock.calls[0]![0]).not.toHaveProperty('openUntil');
    unmount();
    await show({ ...block, settings: { kind: 'information' } }, sent);
    expect(screen.queryByRole('radio', { name: /^Na minúty/ })).toBeNull();
  });
});
