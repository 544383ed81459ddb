import { beforeEach, expect, jest, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { ExportDialog } from './export-dialog.tsx';
import { paintableScale } from './paint-drawing.ts';

const boardId = '00000000-0000-4000-8000-000000000001';
const noteId = '00000000-0000-4000-8000-000000000002';
const outline = { frames: [{ id: 'f1', title: 'Dnes', clusters: [] }, { id: null, title: '', clusters: [] }] };
const saved: string[] = [];

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});
const answer = (name: string) => new Response('file', { headers: { 'Content-Disposition': `attachment; filename="${name}"` } });
const show = (chosen: string[] = []) => renderPage(<ExportDialog boardId={boardId} chosen={chosen} onClose={() => undefined} />, { texts: ['sessions'] });

test('the whole board comes as PDF on A4 unless something else is chosen', async () => {
  const server = givenServer({ 'GET /boards/*': outline, 'POST /boards/*/exports': answer('dielna.pdf') });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Stiahnuť' }));
  expect(await screen.findByText('Stiahnuté: dielna.pdf')).toBeTruthy();
  expect(server.commands[0]!.body).toEqual({ format: 'pdf', language: 'sk', range: { kind: 'whole' }, paper: 'a4', pages: 'one', authors: false });
  expect(saved).toEqual(['dielna.pdf']);
});

test('frames by name, papers and pages; without a frame it asks for one', async () => {
  const server = givenServer({ 'GET /boards/*': outline, 'POST /boards/*/exports': answer('x.pdf') });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: 'Vybrané rámy' }));
  await user.click(screen.getByRole('radio', { name: 'A1, plagát' }));
  await user.click(screen.getByRole('radio', { name: 'Každý rám na vlastnej strane' }));
  await user.click(screen.getByRole('button', { name: 'Stiahnuť' }));
  expect(await screen.findByText('Vyberte aspoň jeden rám.')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: 'Dnes' }));
  await user.click(screen.getByRole('button', { name: 'Stiahnuť' }));
  await waitFor(() => expect(server.commands[0]!.body).toMatchObject({ range: { kind: 'frames', frameIds: ['f1'] }, paper: 'a1', pages: 'frames' }));
});

test('what is chosen on the board comes first; authors only in tables, and only if asked', async () => {
  const server = givenServer({ 'GET /boards/*': outline, 'POST /boards/*/exports': answer('x.csv') });
  const { user } = await show([noteId]);
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Vybraný 1 lístok' })).checked).toBe(true);
  expect(screen.queryByRole('checkbox', { name: /autor/ })).toBeNull();
  await user.click(screen.getByRole('radio', { name: /Tabuľka CSV/ }));
  await user.click(screen.getByRole('checkbox', { name: /Pridať autorov/ }));
  await user.click(screen.getByRole('button', { name: 'Stiahnuť' }));
  await waitFor(() => expect(server.commands[0]!.body).toMatchObject({ format: 'csv', range: { kind: 'selection', ids: [noteId] }, authors: true, delimiter: 'semicolon' }));
});

test('pictures that did not fit into the file of the board are said', async () => {
  const file = new Response('{}', { headers: { 'Content-Disposition': 'attachment; filename="dielna.json"', 'pictures-left-out': '2' } });
  givenServer({ 'GET /boards/*': outline, 'POST /boards/*/exports': file });
  const { user } = await show();
  await user.click(await screen.findByRole('radio', { name: /Súbor tabule/ }));
  await user.click(screen.getByRole('button', { name: 'Stiahnuť' }));
  expect(await screen.findByText('Do súboru sa nezmestili 2 obrázky. Tabuľa sa z neho pridá bez nich.')).toBeTruthy();
  expect(saved).toEqual(['dielna.json']);
});

test('a refusal is said, and nothing is saved', async () => {
  givenServer({ 'GET /boards/*': outline, 'POST /boards/*/exports': () => { throw new Problem('forbidden'); } });
  const { user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Stiahnuť' }));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(saved).toEqual([]);
});

test('a picture is made as large as browsers can hold one, never larger than asked', () => {
  expect(paintableScale({ width: 1_000, height: 1_000 }, 4)).toBe(4);
  expect(paintableScale({ width: 16_384, height: 100 }, 4)).toBe(1);
  const scale = paintableScale({ width: 12_000, height: 12_000 }, 2);
  expect(scale).toBeLessThan(1);
  expect((12_000 * scale) ** 2).toBeLessThanOrEqual(120_000_001);
});
