import { expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { AskDialog } from './ask-dialog.tsx';

const idea = (n: number) => ({ id: `0190a5f0-0000-7000-8000-${String(n).padStart(12, '0')}`, title: `Nápad ${n}`, summary: '', state: 'current' });
const ORGANISATION = { id: '0190a5f0-0000-7000-8000-0000000000aa', name: 'Odbor investícií' };
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

test('ideas are looked for by words and read page by page; what is chosen stays chosen and in sight', async () => {
  const asked: string[] = [];
  const server = givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] },
    'GET /organisations': { items: [ORGANISATION], next: null },
    'GET /processes/p/ideas': ({ url }: { url: URL }) => {
      asked.push(url.search);
      if (url.searchParams.get('search')) return { items: [idea(777)], next: null, may: { arrange: true } };
      return url.searchParams.has('after') ? { items: [idea(3)], next: null, may: { arrange: true } } : { items: [idea(1), idea(2)], next: 'second', may: { arrange: true } };
    },
    'POST /processes/p/assessments': { askedCount: 3 },
  });
  const { user } = await renderPage(<AskDialog processId="p" onClose={() => undefined} />, { texts: ['assessment', 'ideas'] });
  await user.click(await screen.findByRole('checkbox', { name: 'Nápad 1' }));
  await user.click(screen.getByRole('button', { name: /Nápady/ }));
  await user.click(await screen.findByRole('checkbox', { name: 'Nápad 3' }));
  expect(asked).toHaveLength(2);

  const search = screen.getByRole('searchbox', { name: /Hľadať v nápadoch/ });
  await user.type(search, 'lavička');
  // enter would send the form
  expect(fireEvent.keyDown(search, { key: 'Enter' })).toBe(false);
  await user.click(await screen.findByRole('checkbox', { name: 'Nápad 777' }));
  expect(screen.queryByRole('checkbox', { name: 'Nápad 2' })).toBeNull();
  expect([box('Nápad 1').checked, box('Nápad 3').checked, box('Nápad 777').checked]).toEqual([true, true, true]);
  expect(screen.getByText('Vybrali ste 3 nápady.')).toBeTruthy();

  await user.click(box('Odbor investícií'));
  await user.click(screen.getByRole('button', { name: 'Požiadať' }));
  await waitFor(() => expect(server.commands).toHaveLength(1));
  expect(server.commands[0]!.body).toMatchObject({ ideaIds: [1, 3, 777].map((n) => idea(n).id), organisationIds: [ORGANISATION.id] });
});

test('all that are shown are chosen at once, beside what was chosen before', async () => {
  givenServer({
    'GET /me': { person: { id: 'me' }, roles: [], participants: [] },
    'GET /organisations': { items: [], next: null },
    'GET /processes/p/ideas': ({ url }: { url: URL }) => ({ items: url.searchParams.get('search') ? [idea(7), idea(8)] : [idea(1), idea(2)], next: null, may: { arrange: true } }),
  });
  const { user } = await renderPage(<AskDialog processId="p" onClose={() => undefined} />, { texts: ['assessment', 'ideas'] });
  await user.click(await screen.findByRole('checkbox', { name: 'Nápad 2' }));
  await user.type(screen.getByRole('searchbox', { name: /Hľadať v nápadoch/ }), 'park');
  await screen.findByRole('checkbox', { name: 'Nápad 7' });
  await user.click(box('Všetky zobrazené nápady'));
  expect(screen.getByText('Vybrali ste 3 nápady.')).toBeTruthy();
  await user.click(box('Všetky zobrazené nápady'));
  expect(box('Nápad 2').checked).toBe(true);
  expect(screen.getByText('Vybrali ste 1 nápad.')).toBeTruthy();
});
