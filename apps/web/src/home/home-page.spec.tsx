import { expect, test } from '@jest/globals';
import type { SessionRow } from '@spolu/contracts/sessions';
import { screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { HomePage } from './home-page.tsx';

const session = (id: string, more: Partial<SessionRow>): SessionRow => ({
  id, processId: 'p', processTitle: 'Energia', kind: 'workshop', title: id, state: 'open', plannedOn: null, plannedTime: null, place: '', visibility: 'public', mine: false, ...more,
});

test('sessions that run or come are named, and who leads one goes on to it', async () => {
  givenServer({
    'GET /me': { person: null, roles: [], participants: [] }, 'GET /installation': { name: 'Mesto', publicUrl: 'http://localhost' },
    'GET /processes': { items: [], next: null }, 'GET /decisions': { items: [], next: null },
    'GET /sessions': ({ url }: { url: URL }) => ({
      items: url.searchParams.get('state') === 'open' ? [session('Cudzia dielňa', {}), session('Moja dielňa', { mine: true })] : [session('Moja ďalšia', { mine: true, state: 'preparing' })], next: null,
    }),
  });
  await renderPage(<HomePage />, { texts: ['home'] });
  expect((await screen.findByRole('link', { name: 'Moja dielňa' })).getAttribute('href')).toBe('/sessions/Moja dielňa');
  expect(await screen.findByRole('link', { name: 'Moja ďalšia' })).not.toBeNull();
  expect(screen.getByText('Cudzia dielňa').querySelector('a')).toBeNull();
});
