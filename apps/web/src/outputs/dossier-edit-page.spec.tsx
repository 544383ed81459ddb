import { beforeEach, expect, test } from '@jest/globals';
import type { DossierView, EditDossier } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { DossierEditPage } from './dossier-edit-page.tsx';

const id = (i: number) => `0190a5f0-0000-4000-8000-00000000000${i}`;
const recommendation = (i: number, ...ideaIds: string[]) => ({ id: id(i), title: `Odporúčame ${i}`, text: 'Do roku 2028.', reasons: '', ideaIds });
const draft = (change: Partial<EditDossier> = {}): EditDossier => ({
  title: 'Energia v meste', summary: '', recommendations: [recommendation(1, id(8)), recommendation(2, id(8))], visibility: 'public', revision: 3, ...change,
});
const view = (change: Partial<EditDossier> = {}): DossierView => ({
  id: 'd', processId: 'p', processTitle: 'Energia', title: 'Energia v meste', draft: draft(change), versions: [], may: { edit: true, publish: true, refer: true },
});
const ideas = [
  { id: id(8), title: 'Školy bez strát', summary: '', noteCount: 5, dots: 12, state: 'current', supportCount: 0, commentCount: 0, createdAt: '2026-03-14T10:00:00.000Z' },
  { id: id(9), title: 'Svetlo podľa potreby', summary: 'Stmievať v noci.', noteCount: 3, dots: null, state: 'current', supportCount: 0, commentCount: 0, createdAt: '2026-03-14T10:00:00.000Z' },
];
const show = (answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /dossiers/d': view(), 'GET /processes/p/ideas': { items: ideas, next: null }, 'PUT /dossiers/d': () => undefined, ...answers });
  return { server, page: renderPage(<DossierEditPage />, { texts: ['outputs', 'ideas'], at: '/dossiers/d/edit', path: '/dossiers/:id/edit' }) };
};
const savedDrafts = (server: ReturnType<typeof givenServer>) => server.commands.filter(({ request }) => request === 'PUT /dossiers/d').map(({ body }) => body as EditDossier);
beforeEach(() => sessionStorage.clear());

test('saves what is typed, each time on top of its own last save', async () => {
  const { server, page } = show();
  const { user } = await page;
  await user.type(await screen.findByRole('textbox', { name: /Zhrnutie/ }), 'Prvé.');
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  expect(await screen.findByText('Všetko je uložené.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Zhrnutie/ }), ' Druhé.');
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  await waitFor(() => expect(savedDrafts(server).at(-1)?.summary).toBe('Prvé. Druhé.'));
  expect(savedDrafts(server).map(({ revision }) => revision)).toEqual(savedDrafts(server).map((_, i) => 3 + i));
});

test('what could not be saved outlives a reload', async () => {
  const first = await show({ 'PUT /dossiers/d': () => { throw new Problem('unavailable'); } }).page;
  await first.user.type(await screen.findByRole('textbox', { name: /Zhrnutie/ }), 'Neuložené slová.');
  first.unmount();
  await show().page;
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Zhrnutie/ })).value).toBe('Neuložené slová.');
});

test('does not overwrite somebody else’s save without being asked', async () => {
  let revision = 7;
  const { server, page } = show({
    'GET /dossiers/d': () => view({ revision, summary: revision === 7 ? '' : 'Jej slová.' }),
    'PUT /dossiers/d': ({ body }: { body: unknown }) => {
      if ((body as EditDossier).revision !== revision) throw new Problem('changed-meanwhile');
      revision += 1;
    },
  });
  const { user } = await page;
  const summary = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Zhrnutie/ });
  revision = 8;
  await user.type(summary, 'Moje slová.');
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Niekto medzitým uložil iné znenie');
  expect(summary.value).toBe('Moje slová.');
  await user.click(screen.getByRole('button', { name: 'Uložiť moje znenie' }));
  expect(await screen.findByText('Všetko je uložené.')).toBeTruthy();
  expect(savedDrafts(server).at(-1)).toMatchObject({ summary: 'Moje slová.', revision: 8 });
});

test('or gives mine up when I say so', async () => {
  const { page } = show({ 'GET /dossiers/d': () => view({ revision: 3, summary: 'Jej slová.' }), 'PUT /dossiers/d': () => { throw new Problem('changed-meanwhile'); } });
  const { user } = await page;
  await user.type(await screen.findByRole('textbox', { name: /Zhrnutie/ }), ' Moje slová.');
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  await user.click(await screen.findByRole('button', { name: 'Zahodiť moje a načítať uložené' }));
  await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Zhrnutie/ }).value).toBe('Jej slová.'));
});

test('recommendations are moved by buttons and keep their ids', async () => {
  const { server, page } = show();
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Posunúť odporúčanie 2 vyššie' }));
  expect(screen.getByText('Presunuté na 1. miesto.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  await waitFor(() => expect(savedDrafts(server).at(-1)?.recommendations.map((one) => one.id)).toEqual([id(2), id(1)]));
});

test('ideas are cited through the picker, and an idea that is nowhere begins a recommendation', async () => {
  const { server, page } = show();
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Vybrať nápady pre odporúčanie 1' }));
  const picker = within(await screen.findByRole('dialog'));
  await user.click(picker.getByRole('checkbox', { name: /Svetlo podľa potreby/ }));
  await user.click(picker.getByRole('button', { name: 'Použiť 2 nápady' }));
  await user.click(await screen.findByRole('button', { name: 'Odobrať nápad Svetlo podľa potreby z odporúčania 1' }));
  await user.click(await screen.findByRole('button', { name: 'Začať odporúčanie z nápadu Svetlo podľa potreby' }));
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  await waitFor(() => expect(savedDrafts(server).at(-1)?.recommendations).toMatchObject([{ ideaIds: [id(8)] }, {}, { title: 'Svetlo podľa potreby', text: 'Stmievať v noci.', ideaIds: [id(9)] }]));
});

test('of ten thousand ideas a page is read at a time: cited ones by their ids, others by words; what became of a cited one is said', async () => {
  const asked: string[] = [];
  const old = { ...ideas[0]!, state: 'merged' };
  const { server, page } = show({
    'GET /dossiers/d': view({ recommendations: [recommendation(1, id(8), id(7))] }),
    'GET /processes/p/ideas': ({ url }: { url: URL }) => {
      asked.push(url.search);
      if (url.searchParams.has('ids')) return { items: [old], next: null, may: { arrange: true } };
      return url.searchParams.get('search') === 'svetlo' ? { items: [ideas[1]], next: null, may: { arrange: true } } : { items: [ideas[0]], next: 'second', may: { arrange: true } };
    },
  });
  const { user } = await page;
  const cited = (await screen.findByText('Zlúčený')).closest('ul')!;
  expect(within(cited).getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Školy bez strát', 'Skrytý nápad']);
  expect(await screen.findByText('Nápady načítané doteraz už v niektorom odporúčaní sú.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vybrať nápady pre odporúčanie 1' }));
  const picker = within(await screen.findByRole('dialog'));
  await user.type(await picker.findByRole('searchbox'), 'svetlo');
  await user.click(await picker.findByRole('checkbox', { name: /Svetlo podľa potreby/ }));
  await user.click(picker.getByRole('button', { name: 'Použiť 3 nápady' }));
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  await waitFor(() => expect(savedDrafts(server).at(-1)?.recommendations).toMatchObject([{ ideaIds: [id(8), id(7), id(9)] }]));
  expect(asked.filter((query) => query.includes('after'))).toEqual([]);
});

test('an unfinished recommendation is not sent, and says what is missing at its field', async () => {
  const { server, page } = show();
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Pridať odporúčanie' }));
  await user.click(screen.getByRole('button', { name: 'Uložiť teraz' }));
  expect(await screen.findByText(/Neuložené: niečo treba doplniť/)).toBeTruthy();
  expect(screen.getAllByText('Treba vyplniť')).toHaveLength(2);
  expect(server.commands).toEqual([]);
});

test('publishing is asked for twice, saves first, and leads to the version', async () => {
  const { server, page } = show({ 'POST /dossiers/d/versions': { version: 1 } });
  const { user, router } = await page;
  await user.type(await screen.findByRole('textbox', { name: /Zhrnutie/ }), 'Hotovo.');
  await user.click(screen.getByRole('button', { name: 'Zverejniť verziu' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await user.click(dialog.getByRole('button', { name: 'Zverejniť' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/dossiers/d/versions/1'));
  expect(savedDrafts(server).at(-1)?.summary).toBe('Hotovo.');
  expect(server.commands.at(-1)?.request).toBe('POST /dossiers/d/versions');
});

test('a recommendation without an idea is named when publishing is refused', async () => {
  const { page } = show({ 'POST /dossiers/d/versions': () => { throw new Problem('dossier/uncited', { number: 2 }); } });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Zverejniť verziu' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Zverejniť' }));
  expect((await screen.findByRole('link', { name: 'Na odporúčanie 2' })).getAttribute('href')).toBe('#field-recommendations-1-title');
});

test('an idea that came of no note shows no count of them', async () => {
  const online = { ...ideas[1], noteCount: 0 };
  const { user } = await show({ 'GET /dossiers/d': view({ recommendations: [recommendation(1)] }), 'GET /processes/p/ideas': { items: [ideas[0], online], next: null } }).page;
  expect(await screen.findByText('5 lístkov')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vybrať nápady pre odporúčanie 1' }));
  expect(await screen.findByRole('dialog', { name: 'Nápady pre odporúčanie 1' })).toBeTruthy();
  expect(await screen.findByText(/^5 lístkov · 12 /)).toBeTruthy();
  expect(screen.queryByText(/0 lístkov/)).toBeNull();
});

test('a draft without recommendations is headed by the word alone, not by a count of none', async () => {
  await show({ 'GET /dossiers/d': view({ recommendations: [] }) }).page;
  expect(await screen.findByRole('heading', { level: 2, name: 'Odporúčania' })).toBeTruthy();
  expect(screen.queryByText(/0 odporúčaní/)).toBeNull();
});
