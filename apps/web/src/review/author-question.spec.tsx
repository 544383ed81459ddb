import { beforeEach, expect, test } from '@jest/globals';
import { Problem } from '@spolu/contracts/problems';
import type { ReferralView } from '@spolu/contracts/review';
import { screen, waitFor, within } from '@testing-library/react';
import { Unreachable } from '../http/api.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { QuestionPart } from './question-part.tsx';

const RECOMMENDATION = '0190a5f0-0000-4000-8000-00000000000a';
const SCHOOLS = '0190a5f0-0000-4000-8000-0000000000e1';
const PATH = `/referrals/ref/recommendations/${RECOMMENDATION}`;
const askable = {
  contributions: [
    { id: SCHOOLS, text: 'Zatepliť školy na Fončorde', language: 'sk', reachable: true },
    { id: '0190a5f0-0000-4000-8000-0000000000e2', text: 'Viac stromov', language: 'sk', reachable: false },
  ],
};
type Questions = ReferralView['items'][number]['questions'];
const asked: Questions[number] = {
  id: 'q', organisationName: '', contribution: { text: 'Zatepliť školy na Fončorde', language: 'sk', reachable: true }, personName: 'Marta Členka', text: 'Ktorú školu?', askedAt: '2026-03-02T10:00:00.000Z', dueOn: null, answer: '', answeredAt: null, hidden: null, mayWithdraw: true, mayHide: false,
};
async function show(questions: Questions, answers: Parameters<typeof givenServer>[0] = {}) {
  const server = givenServer({ 'GET /me': { person: { id: 'me' }, roles: [], participants: [] }, 'GET /organisations': { items: [], next: null }, [`GET ${PATH}/askable`]: askable, ...answers });
  const item: ReferralView['items'][number] = { recommendationId: RECOMMENDATION, myPosition: null, positionCount: 0, positions: null, myConflict: null, conflicts: [], myNote: '', questions, mayAsk: true, opinion: null, decision: null };
  const { user } = await renderPage(<QuestionPart referralId="ref" item={item} number={1} />, { texts: ['review'] });
  return { server, user };
}
async function toAuthor(user: Awaited<ReturnType<typeof show>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Spýtať sa na odporúčanie 1' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: 'Autora slov' }));
  return dialog;
}
beforeEach(() => sessionStorage.clear());

test('the author of words is asked by choosing the words; whom nobody reaches stands apart and cannot be chosen', async () => {
  const { server, user } = await show([], { [`POST ${PATH}/author-questions`]: { id: 'q' } });
  const dialog = await toAuthor(user);
  await user.click(await dialog.findByRole('radio', { name: 'Zatepliť školy na Fončorde' }));
  expect(dialog.queryByRole('radio', { name: 'Viac stromov' })).toBeNull();
  expect(dialog.getByText('Slová, pri ktorých autora nevieme osloviť: 1')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: /^Otázka/ }), 'Ktorú školu?');
  await user.click(dialog.getByRole('button', { name: 'Položiť otázku' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(server.commands).toMatchObject([{ request: `POST ${PATH}/author-questions`, body: { contributionId: SCHOOLS, text: 'Ktorú školu?' } }]);
});

test('nothing leaves before words are chosen; a refusal stands at them and the question stays written', async () => {
  const { server, user } = await show([], { [`POST ${PATH}/author-questions`]: () => { throw new Problem('review/author-unreachable'); } });
  const dialog = await toAuthor(user);
  const words = await dialog.findByRole('radio', { name: 'Zatepliť školy na Fončorde' });
  const question = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: /^Otázka/ });
  await user.type(question, 'Ktorú školu?');
  await user.click(dialog.getByRole('button', { name: 'Položiť otázku' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  expect(server.commands).toEqual([]);
  await user.click(words);
  await user.click(dialog.getByRole('button', { name: 'Položiť otázku' }));
  const group = within(dialog.getByRole('group', { name: 'Slová, na ktoré sa pýtate' }));
  expect(await group.findByText('Autora či autorku týchto slov nevieme osloviť. Otázka sa nepoložila.')).toBeTruthy();
  expect(question.value).toBe('Ktorú školu?');
});

test('without a network it says that authors can be asked later, and departments can be asked still', async () => {
  const { user } = await show([], { [`GET ${PATH}/askable`]: () => { throw new Unreachable(); } });
  const dialog = await toAuthor(user);
  expect(await dialog.findByText('Autorov sa môžete pýtať, keď bude sieť. Čo ste napísali, zostáva.', {}, { timeout: 5000 })).toBeTruthy();
  await user.click(dialog.getByRole('radio', { name: 'Útvaru' }));
  expect(dialog.getByRole('button', { name: /Útvar/ })).toBeTruthy();
});

test('under the quoted words stands whether the author may still answer, then the answer in place', async () => {
  await show([asked, { ...asked, id: 'r', contribution: { ...asked.contribution!, reachable: false } }, { ...asked, id: 's', answer: 'Tú na Moskovskej.', answeredAt: '2026-03-04T10:00:00.000Z', hidden: null, mayWithdraw: false, mayHide: false }]);
  const [waiting, lost, answered] = (await screen.findAllByRole('listitem')).map((one) => within(one));
  expect(waiting!.getByRole('blockquote').textContent).toBe('„Zatepliť školy na Fončorde“');
  expect(waiting!.getByText('čaká na odpoveď od 2. marca 2026')).toBeTruthy();
  expect(waiting!.getByRole('button', { name: 'Vziať otázku späť: „Zatepliť školy na Fončorde“' })).toBeTruthy();
  expect(lost!.getByText('autora už nevieme osloviť')).toBeTruthy();
  expect(answered!.getByText('Odpoveď: autor týchto slov, 4. marca 2026')).toBeTruthy();
  expect(answered!.getByText('Tú na Moskovskej.')).toBeTruthy();
});

test('the staff of the process hides an answer with a reason; others read the reason alone', async () => {
  const { server, user } = await show([{ ...asked, answer: 'Sused Novák.', answeredAt: '2026-03-04T10:00:00.000Z', mayWithdraw: false, mayHide: true }], { 'PUT /referral-questions/q/hiding': null });
  await user.click(screen.getByRole('button', { name: 'Skryť odpoveď' }));
  await user.type(screen.getByRole('textbox', { name: /Dôvod/ }), 'Menuje suseda.');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Skryť odpoveď' }));
  await waitFor(() => expect(server.commands).toMatchObject([{ request: 'PUT /referral-questions/q/hiding', body: { what: 'answer', reason: 'Menuje suseda.' } }]));
});

test('what is hidden shows its reason', async () => {
  await show([{ ...asked, text: '', hidden: { what: 'question', reason: 'Pýta sa na súkromie.' } }]);
  expect(screen.getByText('Otázka je skrytá: Pýta sa na súkromie.')).toBeTruthy();
  expect(screen.queryByText(/čaká na odpoveď/)).toBeNull();
});
