import { beforeEach, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ReceiptView } from '@spolu/contracts/provenance';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ReceiptPage } from './receipt-page.tsx';

const SECRET = 'a'.repeat(43);
const at = '2026-03-14T09:00:00.000Z';
const receipt: ReceiptView = {
  saidIn: 'Dielňa o energii', inSession: true, saidOn: '2026-03-14',
  consents: [{ kind: 'quote', version: 1, text: 'Moje slová sa môžu citovať s mojím menom.', language: 'sk', given: true, decidedAt: at }],
  contributions: [{
    id: 'n', kind: 'note', text: 'Zatepliť školy na Fončorde', language: 'sk', createdAt: at, onPaper: true, visibility: 'public', saidIn: 'Dielňa o energii', about: null,
    way: {
      recordId: 'n', contributionCount: 1,
      stations: [
        { recordId: 'n', kind: 'contribution', title: 'Zatepliť školy na Fončorde', url: null, at, outcome: null, reason: null, language: 'sk' },
        { recordId: 'd', kind: 'decision', title: 'Zastupiteľstvo, 87/2026', url: '/decisions/d', at, outcome: 'accepted', reason: 'Je to v pláne.', language: null },
      ],
      links: [{ fromId: 'n', toId: 'd', kind: 'decided-by', at }],
    },
  }],
};

beforeEach(() => window.history.replaceState(null, '', `/r#${SECRET}`));

test('shows what was said and how far it is, and takes the secret out of the address', async () => {
  const server = givenServer({ 'POST /receipt-lookups': receipt });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  expect(await screen.findByText('Na tomto stretnutí ste napísali 1 lístok.')).toBeTruthy();
  expect(screen.getByText('Napísané na papieri')).toBeTruthy();
  expect(server.commands[0]).toMatchObject({ request: 'POST /receipt-lookups', body: { secret: SECRET } });
  expect(window.location.hash).toBe('');
  const map = screen.getByRole('list', { name: 'Cesta: Zatepliť školy na Fončorde' });
  expect(within(map).getByText('Je to v pláne.')).toBeTruthy();
  expect(within(map).getByRole('link', { name: 'Zastupiteľstvo, 87/2026' }).getAttribute('href')).toBe('/decisions/d');
});

test('a comment says what it is about, and leads there', async () => {
  const [note] = receipt.contributions;
  const comment = { ...note!, id: 'c', kind: 'comment' as const, text: 'Súhlasím.', about: { title: 'Lavičky pri škole', url: '/ideas/i', language: 'sk' as const }, way: { ...note!.way, recordId: 'c', stations: [], links: [] } };
  const onCommitment = { ...comment, id: 'k', text: 'Dokedy?', about: { title: null, url: '/commitments/k', language: null } };
  givenServer({ 'POST /receipt-lookups': { ...receipt, contributions: [comment, onCommitment] } });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  const of = async (text: string) => within((await screen.findByText(text)).closest('li')!);
  expect((await of('Súhlasím.')).getByRole('link', { name: 'Lavičky pri škole' }).getAttribute('href')).toBe('/ideas/i');
  expect((await of('Dokedy?')).getByRole('link', { name: 'Otvoriť, k čomu ste to napísali' }).getAttribute('href')).toBe('/commitments/k');
});

test('who wrote nothing is not told of a count of none', async () => {
  givenServer({ 'POST /receipt-lookups': { ...receipt, contributions: [] } });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  expect(await screen.findByText('Zatiaľ tu nie sú žiadne lístky')).toBeTruthy();
  expect(screen.queryByText(/0 lístkov/)).toBeNull();
});

test('says that anonymous notes can be found by nobody', async () => {
  givenServer({ 'POST /receipt-lookups': receipt });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  expect(await screen.findByText('Anonymné lístky tu nie sú')).toBeTruthy();
});

test('a receipt that was replaced says so', async () => {
  givenServer({ 'POST /receipt-lookups': () => { throw new Problem('provenance/receipt-invalid'); } });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Potvrdenie sa nepodarilo otvoriť'));
});

test('a link without its secret says how to get it again, and asks the server nothing', async () => {
  window.history.replaceState(null, '', '/r');
  const server = givenServer({});
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  expect(await screen.findByText('Odkaz nie je úplný')).toBeTruthy();
  expect(server.commands).toEqual([]);
});

test('a comment is named as one, and no way is promised to it', async () => {
  const [note] = receipt.contributions;
  const station = { ...note!.way.stations[0]!, recordId: 'c', title: 'A kto to zaplatí?' };
  const comment = { ...note!, id: 'c', kind: 'comment' as const, text: 'A kto to zaplatí?', way: { recordId: 'c', contributionCount: 1, stations: [station], links: [] } };
  givenServer({ 'POST /receipt-lookups': { ...receipt, contributions: [note!, comment] } });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  const said = within((await screen.findByText('A kto to zaplatí?')).closest('article')!);
  expect(screen.getByText('Na tomto stretnutí ste napísali 1 lístok. Napísali ste 1 komentár.')).toBeTruthy();
  expect(said.getByText('Komentár')).toBeTruthy();
  expect(said.queryByRole('list')).toBeNull();
  expect(said.queryByText(/nikto nezaradil|Ešte/)).toBeNull();
});

test('an idea is named as one, and needs no cluster on its way', async () => {
  const [note] = receipt.contributions;
  const station = { ...note!.way.stations[0]!, recordId: 'i', title: 'Stromy na námestí', said: 'idea' as const };
  const idea = { ...note!, id: 'i', kind: 'idea' as const, text: 'Stromy na námestí', way: { recordId: 'i', contributionCount: 1, stations: [station], links: [] } };
  givenServer({ 'POST /receipt-lookups': { ...receipt, inSession: false, contributions: [idea] } });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  const said = within((await screen.findByText('Stromy na námestí')).closest('article')!);
  expect(said.getByText('Nápad')).toBeTruthy();
  expect(said.queryByText('Lístok')).toBeNull();
  expect(said.queryByText(/zhluk/)).toBeNull();
});

test('what she agreed to is taken back with one tick, in words that name it', async () => {
  const server = givenServer({ 'POST /receipt-lookups': receipt, 'POST /receipt-consents': () => undefined });
  const { user } = await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  await user.click(await screen.findByRole('checkbox', { name: /^Moje slová sa môžu citovať s mojím menom/ }));
  await screen.findByText('Uložené.');
  expect(server.commands.at(-1)).toMatchObject({ request: 'POST /receipt-consents', body: { secret: SECRET, kind: 'quote', given: false, version: 1, language: 'sk' } });
});

test('of a process nothing is said about a hall, its survey or what was agreed to there', async () => {
  givenServer({ 'POST /receipt-lookups': { ...receipt, saidIn: 'Energia', inSession: false, saidOn: null, consents: [] } satisfies ReceiptView });
  await renderPage(<ReceiptPage />, { texts: ['provenance'] });
  expect(await screen.findByText('Do tohto procesu ste poslali 1 príspevok.')).toBeTruthy();
  for (const absent of [/stretnut/, /Anonymné/, /dotazník/i]) expect(screen.queryByText(absent)).toBeNull();
});
