import { describe, expect, jest, test } from '@jest/globals';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { BarChart } from './bar-chart.tsx';
import { Button } from './button.tsx';
import { ConfirmDialog } from './dialog.tsx';
import { Menu } from './menu.tsx';
import { PlainButton } from './plain.tsx';
import { Table } from './table.tsx';
import { Toasts, toast } from './toast.tsx';
import { TramLine } from './tram-line.tsx';

function Asking({ onConfirm }: { onConfirm: () => Promise<unknown> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Remove…</Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title="Remove it?" confirm="Remove" danger onConfirm={onConfirm}>
        This cannot be undone.
      </ConfirmDialog>
    </>
  );
}

describe('a confirmation', () => {
  test('begins on the safe side and gives the focus back', async () => {
    const confirmed = jest.fn(async () => undefined);
    render(<Asking onConfirm={confirmed} />);
    const opener = screen.getByRole('button', { name: 'Remove…' });
    await userEvent.click(opener);
    expect(await screen.findByRole('alertdialog', { name: 'Remove it?' })).not.toBeNull();
    expect(document.activeElement?.textContent).toBe('Cancel');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(confirmed).not.toHaveBeenCalled();
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  test('stays open until what was confirmed is done', async () => {
    let done: () => void = () => undefined;
    render(<Asking onConfirm={() => new Promise<void>((resolve) => (done = resolve))} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(screen.getByRole('alertdialog')).not.toBeNull();
    await act(async () => done());
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});

test('a menu is opened and used by keyboard', async () => {
  const chosen = jest.fn();
  render(
    <Menu
      label="More"
      trigger={{ children: 'More' }}
      entries={[
        { id: 'a', label: 'First', onAction: () => chosen('a') },
        { id: 'b', label: 'Second', onAction: () => chosen('b') },
      ]}
    />,
  );
  const button = screen.getByRole('button', { name: 'More' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'First' })));
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(chosen).toHaveBeenCalledWith('b');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowUp}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Second' })));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('a table says its columns and its row heads', () => {
  render(
    <Table
      caption="Roles"
      rows={[{ id: '1', name: 'Jana', count: 3 }]}
      rowKey={(row) => row.id}
      columns={[
        { id: 'name', title: 'Name', heading: true, cell: (row) => row.name },
        { id: 'count', title: 'Votes', numeric: true, cell: (row) => row.count },
      ]}
    />,
  );
  const row = screen.getByRole('row', { name: 'Jana 3' });
  expect(within(row).getByRole('rowheader', { name: 'Jana' })).not.toBeNull();
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Name', 'Votes']);
});

test('a tram line is an ordered list whose states are said in words', () => {
  render(
    <TramLine
      label="The way of a note"
      stations={[
        { id: '1', kind: 'Note', title: 'More benches', state: 'done' },
        { id: '2', kind: 'Cluster', title: 'Park', state: 'current' },
        { id: '3', kind: 'Idea', title: 'not yet', state: 'ahead' },
      ]}
    />,
  );
  const line = screen.getByRole('list', { name: 'The way of a note' });
  const stations = within(line).getAllByRole('listitem');
  expect(line.tagName).toBe('OL');
  expect(stations.map((station) => station.textContent)).toEqual(['Note(done)More benches', 'ClusternowPark', 'Idea(ahead)not yet']);
  expect(stations[1]?.getAttribute('aria-current')).toBe('step');
});

test('bars carry their figures as text', () => {
  render(<BarChart label="Votes" bars={[{ id: 'a', label: 'Trees', count: 12 }, { id: 'b', label: 'Light', count: 0 }]} />);
  expect(within(screen.getByRole('list', { name: 'Votes' })).getAllByRole('listitem').map((bar) => bar.textContent)).toEqual(['Trees12', 'Light0']);
});

test('a toast is said politely; bad news stays until it is closed', async () => {
  render(<Toasts />);
  act(() => toast('Not saved', 'bad'));
  act(() => toast('Not saved', 'bad'));
  expect(screen.getAllByText('Not saved')).toHaveLength(1);
  expect(screen.getByRole('region', { name: 'Notifications' }).getAttribute('aria-live')).toBe('polite');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Not saved')).toBeNull();
});

test('a pending plain button keeps the focus and does nothing twice', async () => {
  const pressed = jest.fn();
  render(
    <PlainButton pending onClick={pressed}>
      Send
    </PlainButton>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(pressed).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Send' }));
});
