import { expect, test } from '@jest/globals';
import type { JuryView } from '@spolu/contracts/activities/ideathon-jury';
import type { StaffState } from '@spolu/contracts/sessions';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../../testing/render-page.tsx';
import { JurorsDialog } from './jurors-dialog.tsx';

const view = { state: 'scoring', jurors: [{ participantId: 'eva', nickname: 'Eva', declared: true, conflictCount: 0, doneCount: 1, askedCount: 2 }] } as unknown as JuryView;
const person = (id: string, nickname: string, removed = false) => ({ id, nickname, removed });
const staff = { participants: [person('eva', 'Eva'), person('jan', 'Ján'), person('gone', 'Preč', true), person('new', 'Eva nový telefón')] } as unknown as StaffState;

async function shown({ mayMoveSeat = true, done = true } = {}) {
  const moved: object[] = [];
  const onMoveSeat = async (input: object) => {
    moved.push(input);
    return done;
  };
  const { user } = await renderPage(
    <JurorsDialog view={view} staff={staff} mayChange={false} mayMoveSeat={mayMoveSeat} pending={false} onName={async () => undefined} onMoveSeat={onMoveSeat} onClose={() => undefined} />,
    { texts: ['sessions/activities/ideathon/jury'] },
  );
  return { user, moved };
}

test('a seat is handed to who came in last, and asked for twice', async () => {
  const { user, moved } = await shown();
  await user.click(screen.getByRole('button', { name: 'Nový telefón: Eva' }));
  const people = screen.getByRole('combobox', { name: 'Kto to je teraz' });
  expect(within(people).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['–', 'Eva nový telefón', 'Ján']);
  expect(screen.queryByRole('button', { name: 'Odovzdať miesto' })).toBeNull();
  await user.selectOptions(people, 'Eva nový telefón');
  await user.click(screen.getByRole('button', { name: 'Odovzdať miesto' }));
  const asked = await screen.findByRole('alertdialog', { name: 'Odovzdať miesto v porote?' });
  expect(asked.textContent).toContain('Prevezme ho Eva nový telefón.');
  expect(moved).toEqual([]);
  await user.click(within(asked).getByRole('button', { name: 'Odovzdať miesto' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Nový telefón: Eva' })).toBeNull());
  expect(moved).toEqual([{ from: 'eva', to: 'new' }]);
});

test('what was refused leaves the choice as it was', async () => {
  const { user, moved } = await shown({ done: false });
  await user.click(screen.getByRole('button', { name: 'Nový telefón: Eva' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kto to je teraz' }), 'Ján');
  await user.click(screen.getByRole('button', { name: 'Odovzdať miesto' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Odovzdať miesto' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(moved).toHaveLength(1);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kto to je teraz' }).value).toBe('jan');
});

test('nothing is handed over once the result is fixed', async () => {
  await shown({ mayMoveSeat: false });
  expect(screen.queryByRole('button', { name: /Nový telefón/ })).toBeNull();
});
