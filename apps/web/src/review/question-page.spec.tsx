import { beforeEach, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralQuestionView } from '@spolu/contracts/review-questions';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { QuestionPage } from './question-page.tsx';

const question = (change: Partial<ReferralQuestionView> = {}): ReferralQuestionView => ({
  id: 'q', bodyName: 'Komisia životného prostredia', organisationName: 'Odbor školstva', processTitle: 'Energia', dossierTitle: 'Energia v meste', dossierId: 'd', dossierVersion: 1,
  recommendation: { number: 1, title: 'Zatepliť dve školy', text: 'Do roku 2028.', reasons: '' }, text: 'Koľko to stojí?', askedAt: '2026-03-02T10:00:00.000Z', dueOn: '2099-05-12',
  answer: '', answeredAt: null, revision: 0, referralId: null, may: { answer: true, readDossier: false }, ...change,
});
const show = (view: ReferralQuestionView, answers: Parameters<typeof givenServer>[0] = {}) => {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /referral-questions/q': view, ...answers });
  return { server, page: renderPage(<QuestionPage />, { texts: ['review'], at: '/referral-questions/q', path: '/referral-questions/:id' }) };
};
beforeEach(() => sessionStorage.clear());

test('a department reads what it is asked about and answers there; what it typed outlives a refusal', async () => {
  let fails = true;
  const { server, page } = show(question(), {
    'PUT /referral-questions/q/answer': () => {
      if (fails) throw new Problem('review/opinion-adopted');
    },
  });
  const { user } = await page;
  expect(await screen.findByText('Koľko to stojí?')).toBeTruthy();
  expect(screen.getByText('Do roku 2028.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Celý súbor podkladov/ })).toBeNull();
  await user.type(screen.getByRole('textbox', { name: /^Odpoveď/ }), 'Asi dvestotisíc eur.');
  await user.click(screen.getByRole('button', { name: 'Odpovedať' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Odpovedať' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(server.commands.at(-1)).toMatchObject({ body: { answer: 'Asi dvestotisíc eur.', revision: 0 } });
});

test('others read it, with ways to what they may read', async () => {
  await show(question({ referralId: 'ref', may: { answer: false, readDossier: true } })).page;
  expect(await screen.findByText('Bez odpovede.')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('link', { name: 'Celý súbor podkladov: Energia v meste' }).getAttribute('href')).toBe('/dossiers/d/versions/1#r1');
  expect(screen.getByRole('link', { name: 'Otvoriť na stole orgánu' }).getAttribute('href')).toBe('/referrals/ref#r1');
});
