import { expect, test } from '@jest/globals';
import type { AuthorQuestions, AuthorQuestionView } from '@spolu/contracts/review-questions';
import { Problem } from '@spolu/contracts/problems';
import { screen } from '@testing-library/react';
import { useResource } from '../http/queries.ts';
import { renderPage } from '../testing/render-page.tsx';
import { givenServer } from '../testing/server.ts';
import { OwnAuthorQuestions, ReceiptAuthorQuestions } from './author-questions-part.tsx';

const me = { person: null, roles: [], participants: [] };
const SECRET = 'a'.repeat(43);
const ID = '01a204d7-924a-75fe-8e73-6f531f153caf';
const question: AuthorQuestionView = {
  id: ID, bodyName: 'Komisia životného prostredia', contribution: { id: 'n', text: 'Zatepliť školy', language: 'sk' }, recommendation: { title: 'Zatepliť dve školy' }, text: 'Ktorú školu?',
  askedAt: '2026-03-02T10:00:00.000Z', dueOn: '2026-03-20', answer: '', answeredAt: null, revision: 0, hidden: null, mayAnswer: true,
};

test('a question stands under her own words, says who reads the answer, and is answered in place', async () => {
  let asked = question;
  const server = givenServer({
    'GET /me': me,
    'GET /author-questions': () => ({ questions: [asked] }),
    [`PUT /referral-questions/${ID}/answer`]: () => {
      asked = { ...question, answer: 'Tú na Moskovskej.', answeredAt: '2026-03-03T10:00:00.000Z', revision: 1 };
    },
  });
  const { user } = await renderPage(<OwnAuthorQuestions />, { texts: ['provenance'] });
  await screen.findByText('„Zatepliť školy“');
  expect(screen.getByText(/kto ste, sa nedozvedia a zverejnená nebude/)).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Vaša odpoveď/ }), 'Tú na Moskovskej.');
  await user.click(screen.getByRole('button', { name: 'Poslať odpoveď' }));
  await screen.findByRole('button', { name: 'Uložiť opravu' });
  expect(server.commands.at(-1)).toMatchObject({ request: `PUT /referral-questions/${ID}/answer`, body: { answer: 'Tú na Moskovskej.', revision: 0 } });
});

test('by her receipt, too; what is refused stays in the field', async () => {
  const server = givenServer({
    'GET /me': me,
    'POST /author-question-lookups': { questions: [question] },
    'POST /author-answers': () => {
      throw new Problem('review/answer-corrected');
    },
  });
  const { user } = await renderPage(<ReceiptAuthorQuestions secret={SECRET} />, { texts: ['provenance'] });
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Vaša odpoveď/ });
  await user.type(field, 'Tú na Moskovskej.');
  await user.click(screen.getByRole('button', { name: 'Poslať odpoveď' }));
  await screen.findByRole('alert');
  expect(field.value).toBe('Tú na Moskovskej.');
  expect(server.commands.at(-1)).toMatchObject({ request: 'POST /author-answers', body: { secret: SECRET, questionId: ID, answer: 'Tú na Moskovskej.', revision: 0 } });
});

test('an answer of the server that was lost is no sign that nobody asks', async () => {
  givenServer({
    'GET /me': me,
    'POST /author-question-lookups': () => {
      throw new Problem('internal-error');
    },
  });
  await renderPage(<ReceiptAuthorQuestions secret={SECRET} />, { texts: ['provenance'] });
  expect((await screen.findByRole('alert')).textContent).toMatch(/znova/i);
});

function Answered() {
  const { data } = useResource<AuthorQuestions>('/author-questions');
  return data && <p>{data.questions.length} asked</p>;
}

test('nothing stands there where nobody asks; a body that has spoken takes no answer', async () => {
  let questions: AuthorQuestionView[] = [];
  givenServer({ 'GET /me': me, 'GET /author-questions': () => ({ questions }) });
  // what stands beside it comes with the same answer: only then is nothing an answer
  const { unmount } = await renderPage(<><OwnAuthorQuestions /><Answered /></>, { texts: ['provenance'] });
  await screen.findByText('0 asked');
  expect(screen.queryByRole('heading', { name: 'Pýtajú sa na to, čo ste napísali' })).toBeNull();
  unmount();
  questions = [{ ...question, mayAnswer: false }];
  await renderPage(<OwnAuthorQuestions />, { texts: ['provenance'] });
  await screen.findByText('Orgán sa už vyjadril, odpoveď už neprijíma.');
  expect(screen.queryByRole('textbox')).toBeNull();
});
