import { expect, test } from '@jest/globals';
import type { TablesView } from '@spolu/contracts/activities/breakout';
import type { StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { givenServer } from '../../../testing/server.ts';
import { PlannedSeats } from './planned-seats.tsx';
import { SeatingDialog } from './seating-dialog.tsx';
import type { TableCommands } from './use-tables.ts';

test('a table is chosen first and taken by a press', async () => {
  const seated: object[] = [];
  const commands = { pending: false, seat: async (input: object) => seated.push(input) } as unknown as TableCommands;
  const table = (number: number, memberIds: string[]) => ({ number, memberIds, hostId: null });
  const view = { tables: [table(1, ['jana']), table(2, [])], may: { run: true, seat: true } } as unknown as TablesView;
  const staff = { participants: [{ id: 'jana', nickname: 'Jana', removed: false }] } as unknown as StaffState;
  const { user } = await renderPage(<SeatingDialog open onClose={() => undefined} view={view} staff={staff} commands={commands} />, { texts: ['sessions'] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Stôl pre: Jana' }), 'Stôl 2');
  expect(seated).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Jana: presadiť (Stôl 2)' }));
  await waitFor(() => expect(seated).toEqual([{ participantId: 'jana', table: 2 }]));
  // Where she sits is what the room says; nothing is left to press meanwhile.
  await waitFor(() => expect(screen.queryByRole('button', { name: /presadiť/ })).toBeNull());
});

test('people are seated before the breakout begins, where its tables are planned', async () => {
  const view = (seat: boolean) => ({ round: 0, tables: [{ number: 1, memberIds: [], hostId: null }, { number: 2, memberIds: ['jana'], hostId: null }], unseatedIds: [], may: { run: true, seat } });
  let planned = true;
  let reads = 0;
  const server = givenServer({ 'GET /activities/*/tables': () => (reads++, view(planned)), 'POST /activities/*/seats': () => undefined });
  const staff = { version: 1, participants: [{ id: 'jana', nickname: 'Jana', removed: false }] } as unknown as StaffState;
  const shown = (id: string) => renderPage(<PlannedSeats activityId={id} title="Stoly" staff={staff} />, { texts: ['sessions'] });
  const { user, unmount } = await shown('a1');
  await user.click(await screen.findByRole('button', { name: 'Usadiť vopred: Stoly' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Stôl pre: Jana' }), 'Stôl 1');
  await user.click(screen.getByRole('button', { name: 'Jana: presadiť (Stôl 1)' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'POST /activities/a1/seats', body: { participantId: 'jana', table: 1 } }]));
  unmount();
  planned = false;
  const before = reads;
  await shown('a2');
  await waitFor(() => expect(reads).toBeGreaterThan(before));
  expect(screen.queryByRole('button')).toBeNull();
});
