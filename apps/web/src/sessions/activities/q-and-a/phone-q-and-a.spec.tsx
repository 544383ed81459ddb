import { beforeEach, describe, expect, test } from '@jest/globals';
import type { OwnQuestions, RoomQAndA } from '@spolu/contracts/activities/q-and-a';
import { Problem } from '@spolu/contracts/problems';
import type { RoomActivityBase } from '@spolu/contracts/sessions';
import { screen, waitFor } from '@testing-library/react';
import { givenServer } from '../../../testing/server.ts';
import { givenActivity, givenPhone, givenRoom } from '../../phone/given-phone.tsx';
import { PhoneQAndA } from './phone-q-and-a.tsx';

const me = { participantId: 'participant-1', language: 'uk' as const };
const theirs = { id: 'q1', text: 'Kedy bude park?', language: 'sk', supportCount: 2, state: 'shown', answer: '' } as const;
const given = (part: Partial<RoomQAndA> = {}, more: Partial<RoomActivityBase> = {}) => (
  <PhoneQAndA room={givenRoom()} activity={givenActivity('q-and-a', { moderated: false, questions: [theirs], openCount: 1, answeredCount: 0, waitingCount: 0, ...part }, more)} me={me} />
);
const owns = (own: Partial<OwnQuestions> = {}) => ({ 'GET /activities/*/questions/own': () => ({ asked: [], supported: [], ...own }) });
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Vaša otázka' });

beforeEach(() => localStorage.clear());

test('what a person made of a question in the other language stands below it, and says so', async () => {
  givenServer(owns({ supported: ['q1'] }));
  givenPhone(given({ questions: [{ ...theirs, translations: [{ language: 'uk', text: 'Коли буде парк?' }] }] }));
  await screen.findByRole('button', { pressed: true });
  expect(screen.getByText('Kedy bude park?').getAttribute('lang')).toBe('sk');
  expect(screen.getByText('Коли буде парк?').getAttribute('lang')).toBe('uk');
  expect(screen.getByText('(preložil človek)')).toBeTruthy();
});

describe('asking on the phone', () => {
  test('a question is sent in her language, and the field is free for the next', async () => {
    const { commands } = givenServer({ ...owns(), 'POST /activities/*/questions': { id: 'x', text: 'Koľko?', state: 'shown' } });
    const { user } = givenPhone(given());
    await user.type(field(), '  Koľko? ');
    await user.click(screen.getByRole('button', { name: 'Položiť otázku' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'POST /activities/activity-1/questions', body: { text: 'Koľko?', language: 'uk' } }]));
    expect(commands[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(field().value).toBe('');
  });

  test('nothing is sent without words, and while it is locked the words stay', async () => {
    const { commands } = givenServer(owns());
    const { user, show } = givenPhone(given());
    await user.click(screen.getByRole('button', { name: 'Položiť otázku' }));
    expect(screen.getByText('Najprv napíšte otázku.')).toBeTruthy();
    show(given({}, { locked: true }));
    await user.type(field(), 'Počkám');
    await user.click(screen.getByRole('button', { name: 'Položiť otázku' }));
    expect(field().value).toBe('Počkám');
    expect(screen.getByText('Nové otázky sú na chvíľu pozastavené.')).toBeTruthy();
    expect(commands).toEqual([]);
  });

  test('one that waits or was not shown is hers to see; one that was not taken goes back to where one writes', async () => {
    givenServer({
      ...owns({ asked: [{ id: 'w', text: 'Čaká', state: 'waiting' }, { id: 'h', text: 'Skrytá', state: 'hidden' }] }),
      'POST /activities/*/questions': () => {
        throw new Problem('activity/note-limit', { limit: 20 });
      },
    });
    const { user } = givenPhone(given({ moderated: true }));
    await screen.findByText('Čaká, kým ju pustí ten, kto stretnutie vedie.');
    expect(screen.getByText('Ten, kto stretnutie vedie, ju neukázal.')).toBeTruthy();
    await user.type(field(), 'Priveľa');
    await user.click(screen.getByRole('button', { name: 'Položiť otázku' }));
    await user.click(await screen.findByRole('button', { name: 'Vrátiť do písania' }));
    expect(field().value).toBe('Priveľa');
  });
});

test('a question that was answered meanwhile stays, and she is told why', async () => {
  givenServer({
    ...owns({ asked: [{ id: 'w', text: 'Čaká', state: 'waiting' }] }),
    'DELETE /questions/*': () => {
      throw new Problem('question/answered');
    },
  });
  const { user } = givenPhone(given({ moderated: true }));
  await user.click(await screen.findByRole('button', { name: 'Vziať späť: Čaká' }));
  await user.click(screen.getByRole('button', { name: 'Naozaj vziať späť' }));
  await screen.findByText('Otázka zostala');
  await user.click(screen.getByRole('button', { name: 'Rozumiem' }));
  await waitFor(() => expect(screen.queryByText('Otázka zostala')).toBeNull());
  expect(screen.getByText('Čaká')).toBeTruthy();
});

describe('others’ questions', () => {
  test('are supported once, and the support is taken back', async () => {
    let supported: string[] = [];
    const { commands } = givenServer({
      'GET /activities/*/questions/own': () => ({ asked: [], supported }),
      'PUT /questions/*/support': ({ body }: { body: unknown }) => {
        supported = (body as { supported: boolean }).supported ? ['q1'] : [];
      },
    });
    const { user } = givenPhone(given());
    const support = () => screen.getByRole('button', { name: /Pýtam sa aj ja/ });
    await user.click(support());
    await waitFor(() => expect(support().getAttribute('aria-pressed')).toBe('true'));
    await waitFor(() => expect(commands).toHaveLength(1));
    await screen.findByText('Všetko je uložené');
    await user.click(support());
    await waitFor(() => expect(commands.map(({ body }) => body)).toEqual([{ supported: true }, { supported: false }]));
    await waitFor(() => expect(support().getAttribute('aria-pressed')).toBe('false'));
  });

  test('are not hers to support where they are her own; taking back is asked for twice', async () => {
    const { commands } = givenServer({ ...owns({ asked: [{ id: 'q1', text: theirs.text, state: 'shown' }] }), 'DELETE /questions/*': null });
    const { user } = givenPhone(given());
    await screen.findByText(/Vaša otázka\./);
    expect(screen.queryByRole('button', { name: /Pýtam sa aj ja/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Vziať späť: Kedy bude park?' }));
    expect(commands).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Naozaj vziať späť' }));
    await waitFor(() => expect(commands).toMatchObject([{ request: 'DELETE /questions/q1' }]));
  });

  test('show their answer, and cannot be supported any more', async () => {
    givenServer(owns());
    givenPhone(given({ questions: [{ ...theirs, state: 'answered', answer: 'Na jar.' }], openCount: 0, answeredCount: 1 }, { state: 'ended' }));
    expect(screen.getByText('Na jar.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Pýtam sa aj ja/ })).toBeNull();
    expect(screen.getByText('Otázky sa už neprijímajú')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
