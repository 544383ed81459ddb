import { expect, test } from '@jest/globals';
import type { AuthorQuestionView } from '@spolu/contracts/review-questions';
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

const HOME = {
  'GET /installation': { name: 'Mesto', publicUrl: 'http://localhost' }, 'GET /processes': { items: [], next: null }, 'GET /decisions': { items: [], next: null }, 'GET /sessions': { items: [], next: null },
};
const asked = (id: string, more: Partial<AuthorQuestionView>): AuthorQuestionView => ({
  id, bodyName: 'Komisia', contribution: { id: 'n', text: 'Zatepliť školy', language: 'sk' }, recommendation: { title: 'Zatepliť' }, text: 'Ktorú?', askedAt: '2026-03-02T10:00:00.000Z', dueOn: null,
  answer: '', answeredAt: null, revision: 0, hidden: null, mayAnswer: true, ...more,
});

test('whoever is asked about her words reads it first, with how many wait for her answer', async () => {
  givenServer({
    ...HOME, 'GET /me': { person: null, roles: [], participants: [{ id: 'p', sessionId: 's' }] },
    'GET /author-questions': { questions: [asked('a', {}), asked('b', {}), asked('done', { answer: 'Tú.', answeredAt: '2026-03-03T10:00:00.000Z' }), asked('late', { mayAnswer: false })] },
  });
  await renderPage(<HomePage />, { texts: ['home'] });
  await screen.findByText('Na vašu odpoveď čakajú 2 otázky k tomu, čo ste napísali');
  expect(screen.getByRole('link', { name: 'Prečítať a odpovedať' }).getAttribute('href')).toBe('/my');
});
