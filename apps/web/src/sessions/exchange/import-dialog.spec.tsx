import { expect, test } from '@jest/globals';
import type { ImportPreview } from '@spolu/contracts/board-files';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer, type Answer } from '../../testing/server.ts';
import { ImportDialog } from './import-dialog.tsx';

const boardId = '00000000-0000-4000-8000-000000000001';
const outline = { frames: [{ id: 'f1', title: 'Dnes', clusters: [] }, { id: null, title: '', clusters: [] }] };
const preview: ImportPreview = {
  rowCount: 3, noteCount: 3, frameCount: 0, clusterCount: 0, drawingCount: 0, columns: ['meno', 'text'], textColumn: 1, heading: true, first: ['Lavičky', 'Stromy'], faults: [], faultCount: 0, room: 100,
};
const asked: string[] = [];
const given = (imports: Answer = { noteCount: 3 }, seen: Answer = preview) => {
  asked.length = 0;
  const noting = (answer: Answer): Answer => (request) => {
    asked.push(`${request.url.pathname.split('/').at(-1)}${request.url.search}`);
    return typeof answer === 'function' ? (answer as (r: object) => unknown)(request) : answer;
  };
  return givenServer({ 'GET /boards/*': outline, 'POST /boards/*/import-previews': noting(seen), 'POST /boards/*/imports': noting(imports) });
};
const show = () => renderPage(<ImportDialog boardId={boardId} historyHref="/sessions/s/history" onClose={() => undefined} />, { texts: ['sessions'] });
const table = new File(['meno;text\nEva;Lavičky'], 'napady.csv', { type: 'application/vnd.ms-excel' });
const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]')!;
const press = async (user: Awaited<ReturnType<typeof show>>['user'], name: string) => user.click(await screen.findByRole('button', { name }));

test('a table is looked at as soon as it is chosen, comes into the frame that was asked for, and the result is said', async () => {
  const server = given();
  const { user } = await show();
  await screen.findByRole('button', { name: 'Vybrať súbor…' });
  await user.upload(fileInput(), table);
  expect(await screen.findByText('3 lístky')).toBeTruthy();
  expect(screen.getByText('napady.csv')).toBeTruthy();
  expect(screen.getByText('Lavičky')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Kam/ }));
  await user.click(await screen.findByRole('option', { name: 'Dnes' }));
  await press(user, 'Pridať na tabuľu');
  expect(await screen.findByText('3 lístky pribudli do rámu „Dnes“.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Otvoriť históriu tabule' }).getAttribute('href')).toBe('/sessions/s/history');
  expect(asked).toEqual(['import-previews?kind=table', 'imports?kind=table&frameId=f1']);
  expect(server.commands.every(({ key }) => key !== null)).toBe(true);
});

test.each([
  [{ open: true, hidden: true }, /^Lístky sú teraz skryté/],
  [{ open: false, hidden: false }, /^Tabuľa je zatvorená/],
])('where nothing can come it says so at once, and asks for nothing', async (rule, said) => {
  givenServer({ 'GET /boards/*': { ...outline, rule } });
  await show();
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('another column is looked at anew', async () => {
  given();
  const { user } = await show();
  await screen.findByRole('button', { name: 'Vybrať súbor…' });
  await user.upload(fileInput(), table);
  await user.click(await screen.findByRole('button', { name: /Stĺpec s textom lístka/ }));
  await user.click(await screen.findByRole('option', { name: 'meno' }));
  await waitFor(() => expect(asked.at(-1)).toBe('import-previews?kind=table&textColumn=0'));
});

test('without a file or lines it asks for them', async () => {
  const server = given();
  const { user } = await show();
  await press(user, 'Pozrieť, čo pribudne');
  expect(screen.getByText('Vyberte súbor.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /Vložený text/ }));
  await press(user, 'Pozrieť, čo pribudne');
  expect(screen.getByText('Vložte aspoň jeden riadok.')).toBeTruthy();
  expect(server.commands).toEqual([]);
});

test('faults are named by row, and the rest comes only if those rows are left out', async () => {
  given({ noteCount: 1 }, { ...preview, noteCount: 1, columns: [], textColumn: null, heading: false, first: ['prvý'], faults: [{ row: 2, path: null, code: 'too-long' }], faultCount: 1 });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: /Vložený text/ }));
  await user.type(screen.getByRole('textbox', { name: /Riadky/ }), 'prvý{enter}druhý');
  await press(user, 'Pozrieť, čo pribudne');
  expect((await screen.findByText(/^Riadok 2:/)).textContent).toContain('znakov');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Pridať na tabuľu' }).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'Riadky s chybou vynechať' }));
  await press(user, 'Pridať na tabuľu');
  expect(await screen.findByText('1 lístok pribudol na tabuľu.')).toBeTruthy();
  expect(asked.at(-1)).toBe('imports?kind=lines&leaveOut=yes');
});

test('a board of which a picture is not here comes without it, if that is asked', async () => {
  given({ noteCount: 1 }, { ...preview, noteCount: 1, drawingCount: 2, columns: [], textColumn: null, heading: false, first: ['prvý'], faults: [{ row: null, path: 'Plán', code: 'picture-elsewhere' }], faultCount: 1 });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: /Súbor tabule/ }));
  await user.upload(fileInput(), new File(['{}'], 'tabula.json', { type: 'application/json' }));
  expect(await screen.findByText('Obrázok v súbore chýba a nie je ani tu.')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Pridať na tabuľu' }).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'Pridať bez týchto obrázkov' }));
  await press(user, 'Pridať na tabuľu');
  await waitFor(() => expect(asked.at(-1)).toBe('imports?kind=board&leaveOut=yes'));
});

test('a board may be larger than a table, for its pictures', async () => {
  const server = given({ noteCount: 1 }, { ...preview, columns: [], textColumn: null, heading: false });
  const { user } = await show();
  const large = (name: string, size: number) => Object.defineProperty(new File(['{}'], name), 'size', { value: size });
  await screen.findByText('Najviac 5 MB.');
  await user.upload(fileInput(), large('napady.csv', 30 * 1024 * 1024));
  expect(server.commands).toEqual([]);
  await user.click(screen.getByRole('radio', { name: /Súbor tabule/ }));
  expect(await screen.findByText('Najviac 40 MB.')).toBeTruthy();
  await user.upload(fileInput(), large('tabula.json', 41 * 1024 * 1024));
  expect(server.commands).toEqual([]);
  await user.upload(fileInput(), large('tabula.json', 30 * 1024 * 1024));
  await waitFor(() => expect(asked).toEqual(['import-previews?kind=board']));
});

test('a refusal is said and what was chosen stays, to be sent again', async () => {
  let full = true;
  const server = given(() => {
    if (!full) return { noteCount: 3 };
    full = false;
    throw new Problem('board/full');
  });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: /Vložený text/ }));
  await user.type(screen.getByRole('textbox', { name: /Riadky/ }), 'prvý');
  await press(user, 'Pozrieť, čo pribudne');
  await press(user, 'Pridať na tabuľu');
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Riadky/ }).value).toBe('prvý');
  await press(user, 'Pridať na tabuľu');
  expect(await screen.findByText('3 lístky pribudli na tabuľu.')).toBeTruthy();
  expect(new Set(server.commands.map(({ key }) => key)).size).toBe(3);
});

test('a board file says all that came', async () => {
  given({ noteCount: 12 }, { ...preview, noteCount: 12, frameCount: 2, clusterCount: 1, columns: [], textColumn: null, heading: false });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: /Súbor tabule/ }));
  await user.upload(fileInput(), new File(['{}'], 'tabula.json', { type: 'application/json' }));
  await press(user, 'Pridať na tabuľu');
  expect(await screen.findByText('Na tabuľu pribudlo: 12 lístkov, 2 rámy, 1 zhluk.')).toBeTruthy();
});
