import { expect, test } from '@jest/globals';
import type { Page } from '@spolu/contracts/common';
import { Problem } from '@spolu/contracts/problems';
import { screen, waitFor } from '@testing-library/react';
import { useList, useWholeList } from '../http/use-list.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { Loaded } from './loaded.tsx';
import { MoreOf } from './more-of.tsx';

interface Row {
  id: string;
}
const COUNT = 120;
/** A list of 120 as the server pages it; fails once where it is told to. */
function givenList() {
  const server = { asked: [] as string[], fails: false };
  givenServer({
    'GET /things': ({ url }: { url: URL }): Page<Row> => {
      server.asked.push(url.search);
      if (server.fails) {
        server.fails = false;
        throw new Problem('too-many-requests');
      }
      const [from, limit] = [Number(url.searchParams.get('after') ?? 0), Number(url.searchParams.get('limit'))];
      const until = Math.min(COUNT, from + limit);
      return { items: Array.from({ length: until - from }, (_, i) => ({ id: `${from + i}` })), next: until < COUNT ? String(until) : null };
    },
  });
  return server;
}

function Things() {
  const things = useList<Page<Row>>('/things?state=open');
  return (
    <>
      <Loaded query={things}>{({ items }) => <ul aria-label="Veci">{items.map(({ id }) => <li key={id}>{id}</li>)}</ul>}</Loaded>
      <MoreOf list={things} label="Veci" />
    </>
  );
}

test('brings page after page; the focus stays, how many are shown is said, and the end is told', async () => {
  const server = givenList();
  const { user } = await renderPage(<Things />, { texts: ['shell'] });
  const more = await screen.findByRole('button', { name: 'Zobraziť ďalšie: Veci' });
  expect(screen.getAllByRole('listitem')).toHaveLength(50);
  expect(screen.getByRole('status').textContent).toBe('');
  await user.click(more);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Zobrazených: 100'));
  expect(screen.getAllByRole('listitem')).toHaveLength(100);
  expect(document.activeElement).toBe(more);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Zobrazené všetko: 120'));
  expect(document.activeElement).toBe(screen.getByRole('status'));
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(Array.from({ length: COUNT }, (_, i) => String(i)));
  expect(server.asked).toEqual(['?state=open&limit=50', '?state=open&limit=50&after=50', '?state=open&limit=50&after=100']);
});

test('a page that does not come is said, what is there stays, and it can be asked for again', async () => {
  const server = givenList();
  const { user } = await renderPage(<Things />, { texts: ['shell'] });
  await screen.findByRole('button');
  server.fails = true;
  await user.click(screen.getByRole('button'));
  await screen.findByRole('alert');
  expect(screen.getAllByRole('listitem')).toHaveLength(50);
  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(100));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a list to choose from is read to its end, by pages of a hundred', async () => {
  const server = givenList();
  function Choices() {
    return <Loaded query={useWholeList<Row>('/things')}>{(rows) => <p>{rows.length}</p>}</Loaded>;
  }
  await renderPage(<Choices />, { texts: ['shell'] });
  await screen.findByText('120');
  expect(server.asked).toEqual(['?limit=100', '?limit=100&after=100']);
});
