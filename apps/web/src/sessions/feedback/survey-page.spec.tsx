import { beforeEach, expect, test } from '@jest/globals';
import type { FeedbackView, SurveyId, SurveyPaper } from '@spolu/contracts/feedback';
import { demographicsBeside, surveysOf } from '@spolu/methods/questionnaires/survey';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer } from '../../testing/server.ts';
import { SurveyChoiceSection } from './survey-choice.tsx';
import { SurveyPage } from './survey-page.tsx';

const SECRET = 'a'.repeat(43);
const paper = (...ids: SurveyId[]): SurveyPaper => {
  const questionnaires = surveysOf(ids);
  return { isOpen: true, closesAt: '2026-11-29T12:00:00.000Z', graceUntil: null, given: false, sessionTitle: 'Prvá dielňa', questionnaires, demographics: demographicsBeside(questionnaires) };
};
beforeEach(() => {
  sessionStorage.clear();
  window.history.replaceState(null, '', `/survey#${SECRET}`);
});
const open = () => renderPage(<SurveyPage />, { texts: ['sessions/feedback'] });

test('several questionnaires are one paper, with what somebody may say of herself at its end, sent in one', async () => {
  const server = givenServer({ 'POST /survey-lookups': paper('pulse', 'post-session'), 'POST /survey-answers': null });
  await open();
  expect((await screen.findAllByRole('heading', { level: 2 })).map(({ textContent }) => textContent)).toEqual(['Po stretnutí', 'Rýchla spätná väzba', 'Niečo o vás, ak chcete']);
  expect(screen.getByRole('heading', { level: 1, name: 'Dotazník po stretnutí' })).toBeTruthy();
  const quick = screen.getByRole('region', { name: 'Rýchla spätná väzba' });
  fireEvent.click(within(within(quick).getByRole('group', { name: 'Viem, čo bude nasledovať.' })).getByRole('radio', { name: '5, Rozhodne súhlasím' }));
  fireEvent.click(screen.getByRole('radio', { name: 'žena' }));
  // what was pressed by mistake is taken back
  fireEvent.click(screen.getByRole('radio', { name: 'akademický' }));
  fireEvent.click(within(screen.getByRole('group', { name: /Za ktorú skupinu/ })).getByRole('radio', { name: 'nechcem uviesť' }));
  fireEvent.click(screen.getByRole('button', { name: 'Odoslať' }));
  await screen.findByText('Ďakujeme, vaše odpovede máme');
  expect(server.commands.at(-1)).toMatchObject({ request: 'POST /survey-answers', body: { secret: SECRET, answers: [{ questionId: 'pu2', value: 5 }, { questionId: 'dm3', value: 'f' }] } });
});

test('one alone gives the page its name, and a short one asks nobody who she is', async () => {
  givenServer({ 'POST /survey-lookups': paper('pulse') });
  await open();
  expect(await screen.findByRole('heading', { level: 1, name: 'Rýchla spätná väzba' })).toBeTruthy();
  expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
});

test('a text that the page’s language lacks says in which language it stands', async () => {
  const [only] = surveysOf(['pulse']);
  const question = { ...only!.questions[0]!, texts: { cs: 'Mohl/a jsem říct, co jsem chtěl/a.', en: 'I could say what I wanted.' } };
  givenServer({ 'POST /survey-lookups': { ...paper('pulse'), questionnaires: [{ ...only!, questions: [question] }] } });
  await open();
  expect((await screen.findByText('Mohl/a jsem říct, co jsem chtěl/a.')).getAttribute('lang')).toBe('cs');
});

test('who runs the session chooses what is asked, and sees how long it takes', async () => {
  const choice: FeedbackView['choice'] = { questionnaires: ['post-session'], mayChange: true };
  const server = givenServer({ 'GET /sessions/*/feedback': { words: [], survey: null, choice }, 'PUT /sessions/*/questionnaires': null });
  await renderPage(<SurveyChoiceSection sessionId="s" />, { texts: ['sessions/feedback'] });
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Po stretnutí/ })).checked).toBe(true);
  expect(screen.getByText('Spolu asi 4 minúty.')).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: /^Po vzdelávaní/ }));
  await waitFor(() => expect(server.commands.at(-1)).toMatchObject({ request: 'PUT /sessions/s/questionnaires', body: { questionnaires: ['post-session', 'training'] } }));
});
