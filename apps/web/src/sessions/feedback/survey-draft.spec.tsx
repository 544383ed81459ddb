import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AnswerSurvey, SurveyPaper } from '@spolu/contracts/feedback';
import { Problem } from '@spolu/contracts/problems';
import { surveysOf } from '@spolu/methods/questionnaires/survey';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { forgetDrafts } from '../../shell/use-draft.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { givenServer, type Answer } from '../../testing/server.ts';
import { SurveyPage } from './survey-page.tsx';

const [MINE, OTHERS] = ['a'.repeat(43), 'b'.repeat(43)];
const openPaper: SurveyPaper = { isOpen: true, closesAt: '2026-11-29T12:00:00.000Z', graceUntil: null, given: false, sessionTitle: 'Prvá dielňa', questionnaires: surveysOf(['training']), demographics: [] };
const ended: SurveyPaper = { ...openPaper, isOpen: false, graceUntil: '2026-11-29T12:30:00.000Z' };
const over: SurveyPaper = { ...ended, graceUntil: null };

const at = (hash: string) => window.history.replaceState(null, '', `/survey${hash}`);
const open = () => renderPage(<SurveyPage />, { texts: ['sessions/feedback'] });
/** A server whose paper changes while somebody writes. */
function given(paper: SurveyPaper, answer: Answer = null) {
  const state = { paper: paper as SurveyPaper | null };
  const server = givenServer({
    'POST /survey-lookups': () => {
      if (!state.paper) throw new TypeError('no network');
      return state.paper;
    },
    'POST /survey-answers': answer,
  });
  return { state, sent: () => server.commands.filter(({ request }) => request === 'POST /survey-answers').map(({ body, key }) => ({ key, ...(body as AnswerSurvey) })) };
}
const words = async () => screen.findByRole<HTMLTextAreaElement>('textbox');
const write = async (text: string) => fireEvent.change(await words(), { target: { value: text } });
const choose = async () => fireEvent.click(within(await screen.findByRole('group', { name: 'Naučené viem použiť vo svojej práci.' })).getByRole('radio', { name: '5, Rozhodne súhlasím' }));
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Odoslať' }));
const refuse = (code: 'survey/closed') => () => {
  throw new Problem(code);
};

beforeEach(() => {
  sessionStorage.clear();
  at(`#${MINE}`);
});

describe('a reload of a survey that is half filled in', () => {
  test('keeps the key, the answers and the command, and all of it is gone once it was sent', async () => {
    let isDown = true;
    const { sent } = given(openPaper, () => {
      if (isDown) throw new TypeError('no network');
      return null;
    });
    const before = await open();
    await choose();
    await write('Dobrá káva.');
    send();
    await screen.findByText(/Nedá sa spojiť so serverom/);
    before.unmount();

    at('');
    isDown = false;
    const { unmount } = await open();
    expect((await words()).value).toBe('Dobrá káva.');
    send();
    await screen.findByText('Ďakujeme, vaše odpovede máme');
    const [first, ...others] = sent();
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
    expect(first).toMatchObject({ secret: MINE, answers: expect.arrayContaining([{ questionId: 'tr1', value: 5 }]) });
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('káva');
    unmount();
    at('');
    await open();
    expect(await screen.findByText('Odkaz nie je celý')).toBeTruthy();
  });

  test('shows nobody what another one began: neither with another key, nor after a sign-out', async () => {
    given(openPaper);
    const before = await open();
    await write('Len moje.');
    before.unmount();
    at(`#${OTHERS}`);
    const other = await open();
    expect((await words()).value).toBe('');
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Len moje.');
    await write('Jej.');
    other.unmount();
    forgetDrafts();
    at('');
    await open();
    expect(await screen.findByText('Odkaz nie je celý')).toBeTruthy();
  });

  test('asks again where the server does not answer, with what was kept', async () => {
    const { state } = given(openPaper);
    const before = await open();
    await write('Dobrá káva.');
    before.unmount();
    at('');
    state.paper = null;
    await open();
    const again = await screen.findByRole('button', { name: 'Skúsiť znova' });
    state.paper = openPaper;
    fireEvent.click(again);
    expect((await words()).value).toBe('Dobrá káva.');
  });
});

describe('a survey that ends while somebody fills it in', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'nextTick', 'performance', 'Date'] }));
  afterEach(() => void jest.useRealTimers());
  const aMinuteLater = () => act(() => jest.advanceTimersByTimeAsync(60_000));

  test('says so and until when she may send it, and takes it', async () => {
    const { state, sent } = given(openPaper);
    await open();
    expect(await screen.findByText(/Dotazník je otvorený do/)).toBeTruthy();
    await write('Dobrá káva.');
    state.paper = ended;
    await aMinuteLater();
    expect(await screen.findByText('Začali ste ho vypĺňať včas, preto ho môžete odoslať ešte do 13:30.')).toBeTruthy();
    expect(screen.queryByText(/Dotazník je otvorený do/)).toBeNull();
    expect((await words()).value).toBe('Dobrá káva.');
    send();
    await screen.findByText('Ďakujeme, vaše odpovede máme');
    expect(sent()).toHaveLength(1);
  });

  test('keeps her words on the screen after the grace, and takes them when staff make it longer', async () => {
    const { state } = given(ended, refuse('survey/closed'));
    await open();
    await write('Dobrá káva.');
    state.paper = over;
    send();
    expect(await screen.findByText(/Vaše odpovede sme už neprijali/)).toBeTruthy();
    expect((await words()).value).toBe('Dobrá káva.');
    expect(screen.queryByRole('button', { name: 'Odoslať' })).toBeNull();
    state.paper = openPaper;
    await aMinuteLater();
    expect(await screen.findByRole('button', { name: 'Odoslať' })).toBeTruthy();
    expect((await words()).value).toBe('Dobrá káva.');
  });

  test('is only over for who has written nothing, and stays where asking again fails', async () => {
    const { state } = given(openPaper);
    await open();
    await words();
    state.paper = null;
    await aMinuteLater();
    expect(await words()).toBeTruthy();
    state.paper = over;
    await aMinuteLater();
    expect(await screen.findByText('Ďalšie odpovede už neprijímame.')).toBeTruthy();
  });
});
