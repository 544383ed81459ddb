import { beforeEach, expect, test } from '@jest/globals';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import { screen, waitFor } from '@testing-library/react';
import { Unreachable } from '../http/api.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { ContributePage } from './contribute-page.tsx';

beforeEach(() => sessionStorage.clear());

const intake = (change: Partial<IdeaIntakeView> = {}): IdeaIntakeView => ({
  processTitle: 'Energia', fromOn: '2026-01-01', untilOn: null, lookFirst: false, revision: 1, open: true, known: false, plan: null, may: { edit: false },
  categories: [{ id: '0190a5f0-0000-7000-8000-000000000001', title: 'Zeleň' }], ...change,
});
const show = (answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({
    'GET /me': { person: null, roles: [], participants: [] },
    'GET /processes/p/idea-intake': intake(),
    'GET /processes/p/similar-ideas': [{ id: 'i1', title: 'Stromy pri škole', summary: '' }],
    'POST /processes/p/guests': { participantId: 'g', receipt: { secret: 's'.repeat(43), url: `https://town.example/r#${'s'.repeat(43)}` } },
    'POST /processes/p/ideas': { id: 'i2' },
    ...answers,
  });
  return { server, page: renderPage(<ContributePage />, { texts: ['ideas', 'identity'], at: '/processes/p/ideas/new', path: '/processes/:processId/ideas/new' }) };
};

test('somebody without an account writes, sees what is similar, sends, and is shown her link', async () => {
  const { server, page } = show();
  const { user } = await page;
  await user.type(await screen.findByRole('textbox', { name: /^Názov nápadu/ }), 'Stromy na námestí');
  expect((await screen.findByRole('link', { name: 'Stromy pri škole' })).getAttribute('href')).toBe('/ideas/i1');
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  expect(await screen.findByRole('heading', { name: 'Nápad je uložený' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Váš odkaz' }).value).toContain('/r#sss');
  expect(server.commands.map(({ request }) => request)).toEqual(['POST /processes/p/guests', 'POST /processes/p/ideas']);
  expect(server.commands[1]?.body).toEqual({ title: 'Stromy na námestí', text: '', language: 'sk', categoryId: null, place: null, pictures: [] });
});

test('what fails on the way keeps every letter, makes no second guest, and sends the same words under the same key', async () => {
  let tries = 0;
  const { server, page } = show({
    'POST /processes/p/guests': () => ({ participantId: 'g', receipt: tries === 0 ? { secret: 'x', url: 'https://town.example/r#first' } : null }),
    'POST /processes/p/ideas': () => {
      if (tries++ < 3) throw new Unreachable();
      return { id: 'i2' };
    },
  });
  const { user } = await page;
  await user.type(await screen.findByRole('textbox', { name: /^Názov nápadu/ }), 'Stromy');
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  await waitFor(() => expect(tries).toBe(3), { timeout: 10_000 });
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Názov nápadu/ }).value).toBe('Stromy');
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Váš odkaz' })).value).toContain('/r#first');
  const sent = server.commands.filter(({ request }) => request === 'POST /processes/p/ideas');
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

test('a place on a plan that is shown no more is left out, and the idea is sent', async () => {
  const at = { planId: '0190a5f0-0000-7000-8000-00000000000c', x: 0.5, y: 0.5 };
  sessionStorage.setItem('draft idea p', JSON.stringify({ title: 'Stromy', text: '', language: 'sk', categoryId: '', placeName: '', at }));
  const { server, page } = show({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] } });
  const { user } = await page;
  await user.click(await screen.findByRole('button', { name: 'Poslať nápad' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'POST /processes/p/ideas', body: { place: null } }]));
});

test('what was typed is there again, and is over once it is sent', async () => {
  sessionStorage.setItem('draft idea p', JSON.stringify({ title: 'Rozpísané', text: 'do polovice', language: 'uk', categoryId: '' }));
  const { server, page } = show({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] } });
  const { user } = await page;
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: /^Názov nápadu/ })).value).toBe('Rozpísané');
  await user.click(screen.getByRole('button', { name: 'Poslať nápad' }));
  expect(await screen.findByText(/nájdete pod svojím účtom/)).toBeTruthy();
  expect(sessionStorage.getItem('draft idea p')).toBeNull();
  expect(server.commands.map(({ request }) => request)).toEqual(['POST /processes/p/ideas']);
});

test('outside its time there is no form', async () => {
  const { page } = show({ 'GET /processes/p/idea-intake': intake({ open: false }) });
  await page;
  expect(await screen.findByText('Nápady sa teraz neprijímajú')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});
