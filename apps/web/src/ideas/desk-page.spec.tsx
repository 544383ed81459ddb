import { beforeEach, expect, test } from '@jest/globals';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { DeskPage } from './desk-page.tsx';
import { PaperFormPage } from './paper-form-page.tsx';

beforeEach(() => sessionStorage.clear());

const GREEN = '0190a5f0-0000-7000-8000-000000000001';
const intake = (change: Partial<IdeaIntakeView> = {}): IdeaIntakeView => ({
  processTitle: 'Energia', fromOn: '2026-01-01', untilOn: null, lookFirst: false, revision: 1, open: true, known: true, plan: null, may: { edit: true },
  categories: [{ id: GREEN, title: 'Zeleň' }], ...change,
});
const RECEIPT = { secret: 's'.repeat(43), url: `https://town.example/r#${'s'.repeat(43)}` };
const QUOTE = [{ kind: 'quote', version: 1, text: 'Moje slová sa môžu citovať s mojím menom.', language: 'sk', given: false, decidedAt: null }];
function show(view: IdeaIntakeView) {
  let count = 0;
  const server = givenServer({
    'GET /processes/p/idea-intake': view,
    'GET /processes/p/similar-ideas': [], 'GET /processes/p/desk-consents': QUOTE,
    'POST /processes/p/written-ideas': () => ({ id: `i${String(++count)}` }),
    'POST /ideas/i1/receipt': RECEIPT,
    'PUT /ideas/i2/hiding': null,
  });
  return { server, page: renderPage(<DeskPage />, { texts: ['ideas', 'identity', 'sessions'], at: '/processes/p/desk', path: '/processes/:processId/desk' }) };
}
const title = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^Názov nápadu/ });

test('what somebody says at the desk is written down under the name she gives, and her receipt is there to print', async () => {
  const { server, page } = show(intake());
  const { user } = await page;
  await user.type(await title(), 'Stromy na námestí');
  expect(screen.queryByRole('checkbox')).toBeNull();
  await user.type(screen.getByRole('textbox', { name: /^Meno alebo prezývka/ }), 'Pani Eva');
  await user.click(screen.getByRole('checkbox', { name: QUOTE[0]!.text }));
  await user.click(screen.getByRole('button', { name: 'Zapísať nápad' }));
  const paper = await screen.findByRole('dialog', { name: 'Potvrdenie o príspevku' });
  expect(within(paper).getByText('Pani Eva: Stromy na námestí')).toBeTruthy();
  expect(within(paper).getByText(RECEIPT.url)).toBeTruthy();
  expect(server.commands.map(({ request, body }) => [request, body])).toEqual([
    ['POST /processes/p/written-ideas', { title: 'Stromy na námestí', text: '', name: 'Pani Eva', language: 'sk', categoryId: null, place: null, onPaper: false, consents: [{ kind: 'quote', version: 1, language: 'sk' }] }],
    ['POST /ideas/i1/receipt', {}],
  ]);
});

test('a pile of forms is typed in from the keyboard, one after the other; the last one is taken back', async () => {
  const { server, page } = show(intake({ open: false }));
  const { user } = await page;
  await user.type(await title(), 'Lavičky');
  await user.type(screen.getByRole('textbox', { name: /^Miesto slovami/ }), 'Staré Mesto');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Zapísali ste 1 nápad.')).toBeTruthy();
  expect(document.activeElement).toBe(await title());
  expect((await title()).value).toBe('');
  await user.keyboard('Lavičky');
  await user.click(screen.getByRole('textbox', { name: /^O čo ide/ }));
  await user.keyboard('V tieni.{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Zapísali ste 2 nápady.')).toBeTruthy();
  const place = { name: 'Staré Mesto', at: null };
  expect(server.commands.map(({ body }) => body)).toMatchObject([{ title: 'Lavičky', text: '', place, onPaper: true, consents: [] }, { title: 'Lavičky', text: 'V tieni.', place, onPaper: true }]);
  expect(new Set(server.commands.map(({ key }) => key)).size).toBe(2);
  await user.click(screen.getByRole('button', { name: 'Vziať späť: Lavičky' }));
  expect(await screen.findByText('Vzaté späť: Lavičky. Zapísali ste 1 nápad.')).toBeTruthy();
  expect(server.commands.at(-1)).toMatchObject({ request: 'PUT /ideas/i2/hiding', body: { hidden: true, reason: 'Zapísané omylom.' } });
});

test('a blank form has the fields of the process and leads online, too', async () => {
  givenServer({ 'GET /processes/p/idea-intake': intake(), 'GET /processes/p/desk-consents': QUOTE });
  await renderPage(<PaperFormPage />, { texts: ['ideas'], at: '/processes/p/paper-form', path: '/processes/:processId/paper-form' });
  expect(await screen.findByRole('heading', { name: 'Názov nápadu' })).toBeTruthy();
  expect(screen.getByText('Zeleň')).toBeTruthy();
  expect(await screen.findByText(QUOTE[0]!.text)).toBeTruthy();
  expect(await screen.findByRole('img', { name: 'QR kód formulára na internete' })).toBeTruthy();
});
