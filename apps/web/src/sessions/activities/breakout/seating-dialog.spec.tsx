import { expect, test } from '@jest/globals';
import type { TablesView } from '@spolu/contracts/activities/breakout';
import type { StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page.tsx';
import { SeatingDialog } from './seating-dialog.tsx';
import type { TableCommands } from './use-tables.ts';

test('a table is chosen first and taken by a press', async () => {
  const seated: object[] = [];
  const commands = { pending: false, seat: async (input: object) => seated.push(input) } as unknown as TableCommands;
  const table = (number: number, memberIds: string[]) => ({ number, memberIds, hostId: null });
  const view = { tables: [table(1, ['jana']), table(2, [])], may: { run: true } } as unknown as TablesView;
  const staff = { participants: [{ id: 'jana', nickname: 'Jana', removed: false }] } as unknown as StaffState;
  const { user } = await renderPage(<SeatingDialog open onClose={() => undefined} view={view} staff={staff} commands={commands} running />, { texts: ['sessions'] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Stôl pre: Jana' }), 'Stôl 2');
  expect(seated).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Jana: presadiť (Stôl 2)' }));
  await waitFor(() => expect(seated).toEqual([{ participantId: 'jana', table: 2 }]));
  // Where she sits is what the room says; nothing is left to press meanwhile.
  await waitFor(() => expect(screen.queryByRole('button', { name: /presadiť/ })).toBeNull());
});
